"""Prints what was measured: headings, tables, the commands behind them."""

import sys

# From which value on so many digits stand behind the point: 0, 1, 2, 3.
DIGITS = 100, 10, 1, 0.1


def heading(text):
    print(f"\n{text}\n{'-' * len(text)}")


def say(text):
    print(text)
    sys.stdout.flush()


def commands(*lines):
    """The commands whose figures stand above."""
    for line in lines:
        print(f"  $ {line}")
    sys.stdout.flush()


def table(head, rows):
    """Words to the left, figures to the right, as wide as they need."""
    cells = [head, *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    for row in cells:
        line = [row[0].ljust(widths[0])]
        line += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("  " + "   ".join(line).rstrip())
    sys.stdout.flush()


def number(value, digits=None):
    """About three figures that count, or so many behind the point."""
    if value is None:
        return "-"
    if digits is None:
        digits = next((digits for digits, least in enumerate(DIGITS)
                       if value >= least), len(DIGITS))
    return f"{value:,.{digits}f}"


def times(value):
    return "-" if value is None else number(value) + "x"


def megabytes(count):
    return number(count / 1e6)

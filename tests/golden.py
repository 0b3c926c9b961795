"""The samples: what kutip finds in each is what stands in expected.jsonl.

    tests/golden.py [STORY...]       by hand; all samples without a STORY

Only the keys that an expected record has are compared, at every depth. A
folder named *.known does not work yet: its failure is expected, and its
success is reported, for then its name has to change.
"""

import difflib
import sys
from pathlib import Path

import tap


def differences(expected, actual, where=""):
    """Where actual lacks what expected has, as lines."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        return [line for key in expected for line in
                differences(expected[key], actual.get(key, "(no such key)"),
                            f"{where}.{key}" if where else key)]
    if expected == actual:
        return []
    return [f"{where}:", f"    expected {expected!r}",
            f"    but got  {actual!r}"]


def compare(expected, actual):
    """Pairs the records by their quotes, so that one that is missing or too
    many does not make all that follow differ."""
    faults = []
    pairs = difflib.SequenceMatcher(
        None, [r["quote"] for r in expected], [r["quote"] for r in actual],
        autojunk=False)
    for step, a, a_end, b, b_end in pairs.get_opcodes():
        both = min(a_end - a, b_end - b)
        for i in range(both):
            lines = differences(expected[a + i], actual[b + i])
            if lines:
                faults += [f"record {a + i + 1} "
                           f"({expected[a + i]['quote'][:50]!r})"]
                faults += ["  " + line for line in lines]
        for record in expected[a + both:a_end]:
            faults.append(f"missing: {record['quote']!r}")
        for record in actual[b + both:b_end]:
            faults.append(f"too many: {record['type']} {record['quote']!r} "
                          f"(rule {record.get('rule')})")
    return faults


def check_story(results, story):
    try:
        expected = tap.parse_lines((story / "expected.jsonl").read_bytes())
        faults = compare(expected, tap.extract(tap.article(story)))
    except (RuntimeError, OSError, ValueError) as fault:
        faults = [fault]
    results.result(not faults, f"samples/{story.name}", faults,
                   known=story.name.endswith(".known"))


def main():
    results = tap.Tap()
    chosen = [Path(name) for name in sys.argv[1:]] or tap.stories()
    for story in chosen:
        check_story(results, story)
    results.done()


if __name__ == "__main__":
    main()

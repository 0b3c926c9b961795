"""Runs commands and counts what they take: processor time and memory as the
system accounts for them, instructions as callgrind counts them."""

import collections
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ENVIRONMENT = dict(os.environ, LC_ALL="C.UTF-8")
PIPELINE = Path(__file__).parents[2] / "src/lib/pipeline.c"

# Seconds of the processor (user and system), seconds by the clock, bytes.
Run = collections.namedtuple("Run", "cpu wall memory")


class Command:
    """A command line, the exit statuses that are no fault, and how it is
    shown where that is shorter."""

    def __init__(self, name, *argv, good=(0,), shown=None):
        self.name = name
        self.argv = [str(word) for word in argv]
        self.good = good
        self.shown = shown or " ".join(shlex.quote(word)
                                       for word in self.argv)

    def __str__(self):
        return self.shown

    def missing(self):
        return shutil.which(self.argv[0]) is None

    def fail(self, status, errors):
        errors.seek(0)
        sys.exit(f"{self}: exit status {status}\n"
                 + errors.read().decode("utf-8", "replace")[:2000])


def run(command):
    """Once, with nothing to read on standard input and its output thrown
    away."""
    with tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            command.argv, env=ENVIRONMENT, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        exit_status = os.WEXITSTATUS(status) if os.WIFEXITED(status) else -1
        process.returncode = exit_status
        if exit_status not in command.good:
            command.fail(exit_status, errors)
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024)


def output(command):
    """What a command prints, line by line."""
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            command.argv, env=ENVIRONMENT, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=errors)
        with process.stdout as lines:
            yield from lines
        if process.wait() not in command.good:
            command.fail(process.returncode, errors)


def in_turn(commands, rounds):
    """The runs of each command: all of them once, again, and so on, so that
    what else the machine does meets them alike."""
    runs = [[] for _ in commands]
    for _ in range(rounds):
        for command, its in zip(commands, runs):
            its.append(run(command))
    return runs


def middle(values):
    """The median."""
    values = sorted(values)
    half = len(values) // 2
    return (values[half] + values[-1 - half]) / 2


def median(runs, what):
    return middle([getattr(run, what) for run in runs])


def ratio(runs, others, what="cpu"):
    """How many times the others: the median of the rounds' ratios. None where
    the others take no time that can be measured."""
    pairs = [(getattr(a, what), getattr(b, what))
             for a, b in zip(runs, others)]
    if any(b <= 0 for _, b in pairs):
        return None
    return middle([a / b for a, b in pairs])


def least_memory():
    """A process starts as a copy of this one, and the system counts that as
    its own: less than this cannot be told."""
    return run(Command("", "true")).memory


# ----------------------------------------------------------- instructions

STAGE = re.compile(r'^    \{"\w+", kt_(\w+),', re.M)
FUNCTION = re.compile(rb" *([\d,]+) \([ \d.]+%\)  \S+:(\w+) \[")


def stages():
    """The functions of the pipeline, in its order."""
    return STAGE.findall(PIPELINE.read_text(encoding="utf-8"))


def callgrind(command, file):
    """The command that counts the instructions of another."""
    return Command(command.name, "valgrind", "--tool=callgrind",
                   f"--callgrind-out-file={file}", *command.argv)


def why_not_callgrind(command, folder):
    """Why instructions cannot be counted here, or nothing."""
    if os.environ.get("BENCH_VALGRIND") == "no":
        return "BENCH_VALGRIND=no"
    if shutil.which("valgrind") is None:
        return "valgrind is missing"
    with tempfile.TemporaryFile() as errors:
        counting = callgrind(command, folder / "callgrind.out")
        done = subprocess.run(counting.argv, env=ENVIRONMENT, stderr=errors,
                              stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL)
    return "valgrind cannot run this kutip" if done.returncode else ""


def instructions(command, folder):
    """How many instructions a command takes."""
    file = folder / "callgrind.out"
    run(callgrind(command, file))
    with file.open("rb") as lines:
        return next(int(line.split()[1]) for line in lines
                    if line.startswith((b"summary:", b"totals:")))


def annotate(folder):
    return Command("functions", "callgrind_annotate", "--inclusive=yes",
                   "--auto=no", "--threshold=100", folder / "callgrind.out")


def functions(folder):
    """The instructions of each function with all that it calls, of what
    instructions() counted last. Of namesakes the largest."""
    found = {}
    for line in output(annotate(folder)):
        match = FUNCTION.match(line)
        if match:
            count = int(match.group(1).replace(b",", b""))
            name = match.group(2).decode()
            found[name] = max(count, found.get(name, 0))
    return found

"""What the tests that are written in Python share: TAP and calling kutip."""

import json
import os
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
SAMPLES = TOP / "samples"
# The Makefile says where the built command is; by hand it is in the tree.
KUTIP = os.path.abspath(os.environ.get("KUTIP") or TOP / "kutip")


class Tap:
    """Counts and prints the results; the plan comes last."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def result(self, ok, name, faults=(), known=False):
        """One test; faults explain a failure, known expects one."""
        self.count += 1
        self.failed += not ok and not known
        print(f"{'ok' if ok else 'not ok'} {self.count} - {name}"
              f"{' # TODO known not to work yet' if known else ''}")
        for fault in faults:
            for line in str(fault).split("\n"):
                print(f"#   {line}")
        sys.stdout.flush()

    def skip(self, name, why):
        """One test that cannot run here."""
        self.count += 1
        print(f"ok {self.count} - {name} # SKIP {why}")
        sys.stdout.flush()

    def done(self):
        print(f"1..{self.count}")
        sys.exit(1 if self.failed else 0)


def stories():
    """The folders of the samples, each with an article."""
    found = sorted(p.parent for p in SAMPLES.glob("*/article.*"))
    return found or sys.exit(f"no samples in {SAMPLES}")


def article(story):
    return next(iter(sorted(story.glob("article.*"))))


def run_kutip(*arguments, cwd=None):
    """Runs kutip, and returns what it printed as bytes; fails loudly."""
    if not os.path.exists(KUTIP):
        sys.exit(f"{KUTIP} is not there: set KUTIP to the built command")
    done = subprocess.run([KUTIP, *map(str, arguments)], cwd=cwd,
                          stdin=subprocess.DEVNULL, capture_output=True)
    if done.returncode != 0:
        raise RuntimeError(
            f"kutip {' '.join(map(str, arguments))}: exit status "
            f"{done.returncode}\n{done.stderr.decode('utf-8', 'replace')}")
    return done.stdout


def parse_lines(data):
    """The objects of a JSON Lines text, given as bytes."""
    return [json.loads(line) for line in data.decode("utf-8").split("\n")
            if line.strip()]


def extract(path, *options):
    """The records that kutip finds in one file."""
    return parse_lines(run_kutip("extract", "--format", "jsonl", *options,
                                 path))

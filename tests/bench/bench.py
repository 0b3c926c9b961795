"""How fast kutip is, beside other programs over the same text.

    make bench                      or by hand: tests/bench/bench.py FOLDER

FOLDER is where the texts are made, and is emptied first. These variables of
the environment change what is measured:

    KUTIP=FILE         the command (the one just built)
    BENCH_SIZE=100M    how much text to make, in bytes; K, M
    BENCH_CORPUS=FILE  a .jsonl or .txt of your own instead
    BENCH_ROUNDS=5     how often each command runs; medians are printed
    BENCH_SEED=5       another seed makes another text
    BENCH_VALGRIND=no  do not count instructions

Commands are run in turn, A B C A B C, and ratios are medians of the rounds'
ratios. Times are of the processor, user and system, as the system accounts
for them, where not called otherwise; all output goes to /dev/null.
"""

import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import measure
import report
from corpus import CUES, QUOTATIONS, text_of
from measure import Command, in_turn, median, ratio
from report import megabytes, number, times

HERE = Path(__file__).resolve().parent
KUTIP = os.environ.get("KUTIP") or HERE.parents[1] / "kutip"
UNITS = {"K": 10 ** 3, "M": 10 ** 6}
STARTS = 20
# Counting instructions makes a program some fifty times slower.
COUNTED = 10 ** 6  # bytes at most


def bytes_of(size):
    """50M, 200K or a number of bytes."""
    unit = UNITS.get(size[-1:].upper())
    try:
        return max(1, int(float(size[:-1]) * unit) if unit else int(size))
    except ValueError:
        sys.exit(f"BENCH_SIZE={size}: not a size, as 100M or 200K")


def extract(name, path, jobs=1):
    return Command(name, KUTIP, "extract", "--quiet", f"-j{jobs}",
                   "--format", "jsonl", path)


class Bench:
    """What is measured, and where."""

    def __init__(self, folder):
        get = os.environ.get
        self.folder = folder
        self.rounds = int(get("BENCH_ROUNDS") or 5)
        self.seed = int(get("BENCH_SEED") or 5)
        self.size = bytes_of(get("BENCH_SIZE") or "100M")
        self.given = Path(get("BENCH_CORPUS")) if get("BENCH_CORPUS") else None
        if self.given and self.given.suffix not in (".jsonl", ".txt"):
            sys.exit(f"BENCH_CORPUS={self.given}: not a .jsonl or .txt")
        self.rows = folder / "news.jsonl"
        if self.given and self.given.suffix == ".jsonl":
            self.rows = self.given
        self.text = folder / "news.txt"
        self.told = {}
        self.no_counting = ""

    def make_texts(self):
        # In a process of its own: this one's memory is the least that can be
        # told of the commands it runs.
        wanted = [sys.executable, "-B", HERE / "corpus.py", "--seed",
                  self.seed, "--size", self.size, self.folder]
        if self.given:
            wanted[3:3] = ["--from", self.given]
            self.size = min(self.size, self.given.stat().st_size)
        done = subprocess.run([str(word) for word in wanted], text=True,
                              stdout=subprocess.PIPE)
        if done.returncode != 0:
            sys.exit(done.returncode)
        self.told = json.loads(done.stdout)
        self.bytes = self.told["bytes"]
        self.empty = self.folder / "empty.txt"
        self.empty.write_bytes(b"")
        self.no_counting = measure.why_not_callgrind(
            extract("", self.empty), self.folder)

    def path(self, name):
        return self.folder / name

    def first(self, size):
        """A file of the first articles, together of about so many bytes of
        text; returns it and how many they are."""
        path = self.path(f"first-{size}.jsonl")
        text = 0
        with self.rows.open("rb") as rows, path.open("wb") as out:
            for row in rows:
                if text >= size:
                    break
                out.write(row)
                if row.strip():
                    text += len(text_of(row).encode("utf-8", "replace"))
        return path, text

    def growing(self, name):
        """A file that growth is measured with, and its bytes of text."""
        return self.path(name), self.told["growth"][name]


# --------------------------------------------------------------- beside others

def others(bench):
    """The commands that kutip is measured against."""
    pattern = CUES.read_text(encoding="utf-8").strip()
    cues = os.path.relpath(CUES)
    return [Command("pcre2grep", "pcre2grep", "-o", "-u", "-e", pattern,
                    bench.text, good=(0, 1), shown='pcre2grep -o -u -e '
                    f'"$(cat {cues})" {bench.text}'),
            Command("wc -w", "wc", "-w", bench.text),
            Command("cat", "cat", bench.text)]


def compare(bench):
    report.heading("Beside other programs")
    commands = [extract("kutip, JSON Lines", bench.rows),
                extract("kutip, text files", bench.path("text")),
                *others(bench)]
    skipped = [c for c in commands if c.missing()]
    commands = [c for c in commands if not c.missing()]
    words = first_number(Command("", "wc", "-w", bench.text))
    runs = in_turn(commands, bench.rounds)
    against = [(c.name, its) for c, its in zip(commands, runs)
               if not c.name.startswith("kutip")]
    rows = [compared(bench, command, its, words, against)
            for command, its in zip(commands, runs)]
    report.table(["", "CPU s", "wall s", "MB/s", "words/s", "memory MB",
                  *(f"CPU / {name}" for name, _ in against)], rows)
    for command in skipped:
        report.say(f"  {command.name}: skipped, it is missing")
    report.commands(*commands)


def first_number(command):
    return int(next(iter([*measure.output(command)])).split()[0])


def compared(bench, command, runs, words, against):
    cpu = median(runs, "cpu")
    return [command.name, number(cpu), number(median(runs, "wall")),
            number(bench.bytes / 1e6 / cpu if cpu else None),
            number(words / cpu if cpu else None, 0),
            memory(runs),
            *(times(ratio(runs, its)) if its is not runs else "1"
              for _, its in against)]


def memory(runs):
    """The most of all rounds. What is no more than this program's own is not
    the command's."""
    most = max(run.memory for run in runs)
    least = measure.least_memory() * 1.05
    return f"< {megabytes(least)}" if most <= least else megabytes(most)


def threads(bench):
    report.heading("Threads")
    commands = [extract("-j1", bench.rows), extract("-j2", bench.rows, 2)]
    runs = in_turn(commands, bench.rounds)
    report.table(["", "wall s", "CPU s", "memory MB", "times as fast"],
                 [[command.name, number(median(its, "wall")),
                   number(median(its, "cpu")), memory(its),
                   times(ratio(runs[0], its, "wall"))]
                  for command, its in zip(commands, runs)])
    report.commands(*commands)


def start_up(bench):
    report.heading(f"Start: an empty file, the median of {STARTS}")
    command = extract("kutip", bench.empty)
    runs = in_turn([command], STARTS)[0]
    bench.start = median(runs, "cpu")
    row = ["kutip", number(median(runs, "wall") * 1e3),
           number(median(runs, "cpu") * 1e3)]
    head = ["", "wall ms", "CPU ms"]
    if not bench.no_counting:
        head.append("million instructions")
        row.append(megabytes(measure.instructions(command, bench.folder)))
    report.table(head, [row])
    report.commands(command)


# ---------------------------------------------------------------- instructions

def by_stage(bench):
    """Where the instructions go; starting is apart."""
    report.heading("Instructions for each byte of text, by stage")
    if bench.no_counting:
        report.say(f"  skipped: {bench.no_counting}")
        return
    if shutil.which("callgrind_annotate") is None:
        report.say("  skipped: callgrind_annotate is missing")
        return
    starting = measure.instructions(extract("", bench.empty), bench.folder)
    path, text = bench.first(min(COUNTED, bench.size))
    command = extract("", path)
    total = measure.instructions(command, bench.folder) - starting
    rows = stage_rows(measure.functions(bench.folder), total)
    report.table(["", "a byte", "share"],
                 [[name, number(count / text), f"{100 * count / total:.1f}%"]
                  for name, count in rows])
    report.commands(measure.callgrind(command, bench.path("callgrind.out")),
                    measure.annotate(bench.folder))
    report.say(f"  less {megabytes(starting)} million for the start, the same "
               f"of an empty file; {text:,} bytes of text")


def stage_rows(found, total):
    """Names and instructions, the sum last."""
    rows = [(stage, found["kt_" + stage]) for stage in measure.stages()
            if "kt_" + stage in found]
    if not rows:
        return [("all (the command has no symbols)", total)]
    analysis = found.get("kutip_doc_analyze", sum(n for _, n in rows))
    rows.append(("the analysis, beside its stages",
                 analysis - sum(n for _, n in rows)))
    return [*rows, ("reading and writing", total - analysis), ("all", total)]


# ---------------------------------------------------------------------- growth

def grow(bench, title, inputs):
    """A table of inputs (name, (path, bytes of text)), each with the time for
    a MB beside the first's. The start is taken off."""
    report.heading(f"Growth: {title}")
    commands = [extract(name, path) for name, (path, _) in inputs]
    sizes = [size for _, (_, size) in inputs]
    runs = in_turn(commands, bench.rounds)
    costs = [[r._replace(cpu=(r.cpu - bench.start) / size) for r in its]
             for its, size in zip(runs, sizes)]
    rows = []
    for command, its, cost, size in zip(commands, runs, costs, sizes):
        seconds = median(cost, "cpu") * 1e6
        rows.append([command.name, megabytes(size),
                     number(median(its, "cpu")), number(seconds * 1e3),
                     times(ratio(cost, costs[0])), memory(its)])
    report.table(["", "MB", "CPU s", "ms a MB, less start", "to the first",
                  "memory MB"], rows)
    report.commands(*commands)


def growth(bench):
    grow(bench, "more articles",
         [("a hundredth", bench.first(bench.bytes // 100)),
          ("a tenth", bench.first(bench.bytes // 10)),
          ("all", (bench.rows, bench.bytes))])
    grow(bench, "more quotations an article, in as much text",
         [(f"{count:,} quotation{'s'[:count - 1]}",
           bench.growing(f"quotations-{count}.jsonl"))
          for count in QUOTATIONS])
    grow(bench, "one article",
         [("half of it", bench.growing("article-small.txt")),
          ("all of it", bench.growing("article-large.txt"))])


def twice(bench):
    """How many times the instructions twice the input takes."""
    report.heading("Growth: instructions for twice the input")
    if bench.no_counting:
        report.say(f"  skipped: {bench.no_counting}; CPU times are above")
        return
    size = min(COUNTED, bench.size)
    rows, commands = [], []
    for name, inputs in (("articles", heads(bench, size)),
                         ("one article", halves(bench, size))):
        commands += [extract("", path) for path in inputs]
        counts = [measure.instructions(command, bench.folder)
                  for command in commands[-len(inputs):]]
        rows += doubled(name, inputs, counts)
    report.table(["", "MB", "million", "twice the input", "of those added"],
                 rows)
    report.commands(*(measure.callgrind(command, bench.path("callgrind.out"))
                      for command in commands))


def heads(bench, size):
    """The first articles, twice as many, and again."""
    return [bench.first(size // part)[0] for part in (4, 2, 1)]


def halves(bench, size):
    """The quarter of an article, its half and all, cut at ends of lines."""
    with bench.path("article-large.txt").open("rb") as file:
        text = file.read(size)
    paths = []
    for part in (4, 2, 1):
        paths.append(bench.path(f"article-{size // part}.txt"))
        end = text.rfind(b"\n", 0, len(text) // part)
        paths[-1].write_bytes(text[:end + 1])
    return paths


def doubled(name, paths, counts):
    """The rows of inputs of which each is twice the one before. What is added
    from one to the next has nothing of the start."""
    rows = []
    for i, (path, count) in enumerate(zip(paths, counts)):
        row = [name, megabytes(path.stat().st_size), megabytes(count), "", ""]
        if i > 0:
            row[3] = times(count / counts[i - 1])
        if i > 1:
            row[4] = times((count - counts[i - 1])
                           / (counts[i - 1] - counts[i - 2]))
        rows.append(row)
    return rows


# ------------------------------------------------------------------------ main

def introduce(bench):
    version = [*measure.output(Command("", KUTIP, "--version"))][0]
    records = sum(1 for _ in measure.output(extract("", bench.rows)))
    report.say(version.decode().strip())
    made = (f"{bench.given}" if bench.given else
            f"made of the samples with seed {bench.seed}")
    report.say(f"{megabytes(bench.bytes)} MB of text, {made} "
               f"(CRC-32 {bench.told['crc32']:08x}): "
               f"{bench.told['articles']:,} articles, {records:,} records")
    report.say(f"{platform.system()} {platform.release()} "
               f"{platform.machine()}, {os.cpu_count()} processors; "
               f"medians of {bench.rounds}, commands in turn, "
               "LC_ALL=C.UTF-8, output to /dev/null")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    bench = Bench(Path(sys.argv[1]))
    bench.make_texts()
    introduce(bench)
    for section in compare, threads, start_up, growth, by_stage, twice:
        section(bench)


if __name__ == "__main__":
    main()

"""Twice the text takes about twice the instructions, in more articles and in
one longer article, counted by callgrind: no clock, no noise.

    tests/growth.py [BYTES]     of the larger text
"""

import sys
import tempfile
from pathlib import Path

import tap

sys.path.insert(0, str(tap.TOP / "tests/bench"))
import corpus  # noqa: E402
import measure  # noqa: E402

SIZE = 200_000
SEED = 5
# Of all, and of what the second half adds to what the second quarter adds. The
# start, and what is made when it is first needed, hides growth in the one and
# not in the other; which counts fewer texts, and they differ.
WORST = 2.05
WORST_ADDED = 2.2


def texts(folder, size):
    """(name, files of the first quarter, the first half, all) of each kind."""
    source = corpus.Articles(corpus.SAMPLES, SEED)
    articles = [*corpus.until(size, source.article)]
    rows, whole = [], []
    for part in 4, 2, 1:
        some = articles[:len(articles) // part]
        rows.append(folder / f"{part}.jsonl")
        corpus.write_rows(rows[-1], some)
        whole.append(folder / f"{part}.txt")
        whole[-1].write_text("\n".join(some), encoding="utf-8")
    return [("twice the articles", rows), ("an article twice as long", whole)]


def extract(path):
    return measure.Command("", tap.KUTIP, "extract", "--quiet", "-j1",
                           "--format", "jsonl", path)


def check(results, what, paths, folder):
    sizes = [path.stat().st_size for path in paths]
    counts = [measure.instructions(extract(path), folder) for path in paths]
    growth = counts[2] / counts[1]
    # As if the second half were exactly twice the second quarter.
    added = (2 * (counts[2] - counts[1]) / (counts[1] - counts[0])
             * (sizes[1] - sizes[0]) / (sizes[2] - sizes[1]))
    results.result(growth <= WORST and added <= WORST_ADDED,
                   f"{what}, {sizes[2]:,} bytes: {growth:.3f} times the "
                   f"instructions, {added:.3f} of those added")


def main():
    results = tap.Tap()
    size = int(sys.argv[1]) if sys.argv[1:] else SIZE
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        empty = folder / "empty.txt"
        empty.write_bytes(b"")
        why_not = measure.why_not_callgrind(extract(empty), folder)
        for what, paths in texts(folder, size):
            if why_not:
                results.skip(what, why_not)
            else:
                check(results, what, paths, folder)
    results.done()


if __name__ == "__main__":
    main()

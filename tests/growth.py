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
WORST = 2.05


def texts(folder, size):
    """(name, file of the first half, file of all) of either kind."""
    source = corpus.Articles(corpus.SAMPLES, SEED)
    articles = [*corpus.until(size, source.article)]
    for name, some in (("half", articles[:len(articles) // 2]),
                       ("all", articles)):
        corpus.write_rows(folder / f"{name}.jsonl", some)
        (folder / f"{name}.txt").write_text("\n".join(some), encoding="utf-8")
    return [("twice the articles", folder / "half.jsonl",
             folder / "all.jsonl"),
            ("an article twice as long", folder / "half.txt",
             folder / "all.txt")]


def extract(path):
    return measure.Command("", tap.KUTIP, "extract", "--quiet", "-j1",
                           "--format", "jsonl", path)


def growth(folder, start, half, whole):
    """How many times the instructions of the half the whole takes, were it
    exactly twice as long. Those of an empty text are not counted."""
    few, many = (measure.instructions(extract(path), folder) - start
                 for path in (half, whole))
    return 2 * many / few * half.stat().st_size / whole.stat().st_size


def main():
    results = tap.Tap()
    size = int(sys.argv[1]) if sys.argv[1:] else SIZE
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        empty = folder / "empty.txt"
        empty.write_bytes(b"")
        why_not = measure.why_not_callgrind(extract(empty), folder)
        start = 0 if why_not else measure.instructions(extract(empty), folder)
        for what, half, whole in texts(folder, size):
            if why_not:
                results.skip(what, why_not)
                continue
            times = growth(folder, start, half, whole)
            results.result(times <= WORST, f"{what}, {size:,} bytes: "
                           f"{times:.3f} times the instructions")
    results.done()


if __name__ == "__main__":
    main()

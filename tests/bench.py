"""The benchmark measures: on a text too small to tell anything, but whole.

Its generator gives the same bytes for the same samples and seed on every
machine, others for another seed, and takes texts of the user's too.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import tap

BENCH = tap.TOP / "tests/bench"
SIZE = 60_000  # bytes

# Samples that do not change with those of the project.
STORY = """BANDUNG - Hujan turun 12 jam di Desa Sukamaju, kata warga.

Jembatan desa itu kemudian ditutup sampai hari Senin.

"Kami menunggu bantuan," kata Budi Santoso.

Budi mengatakan 35 rumah terendam.
"""
EXPECTED = [
    {"quote": "Kami menunggu bantuan,",
     "speaker": {"name": "Budi Santoso", "kind": "person"}},
    {"quote": "35 rumah terendam",
     "speaker": {"name": "Budi Santoso", "kind": "person"}},
]
# Of what is made of them; a change of the generator changes it.
CHECKSUM = (
    "c6ca21bfc599233b584ed80f9f97a3ea044b157102ad44f6aefd8daf23cd5088")


def run(program, *arguments, **environment):
    return subprocess.run(
        [sys.executable, "-B", BENCH / program, *map(str, arguments)],
        env=dict(os.environ, **environment), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", errors="replace")


def make(folder, *options, hashing="0"):
    """Everything the generator writes, as one checksum."""
    done = run("corpus.py", "--size", SIZE, *options, folder,
               PYTHONHASHSEED=hashing)
    if done.returncode != 0:
        raise RuntimeError(done.stdout)
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(str(path.relative_to(folder)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def write_samples(folder):
    (folder / "story").mkdir(parents=True)
    (folder / "story/article.txt").write_text(STORY, encoding="utf-8")
    (folder / "story/expected.jsonl").write_text(
        "".join(json.dumps(record) + "\n" for record in EXPECTED),
        encoding="utf-8")
    return folder


def check_generator(results, folder):
    samples = write_samples(folder / "samples")
    known = make(folder / "known", "--samples", samples)
    results.result(known == CHECKSUM, "the same bytes on every machine",
                   [] if known == CHECKSUM else
                   [f"SHA-256 {known}", f"and not {CHECKSUM}"])
    first = make(folder / "a")
    results.result(first == make(folder / "b", hashing="1"),
                   "the same bytes for the same seed")
    results.result(first != make(folder / "b", "--seed", 6),
                   "other bytes for another seed")


def check_forms(results, folder):
    """The three forms of the news are the same articles."""
    rows = [json.loads(line)["text"] for line in
            (folder / "news.jsonl").read_text("utf-8").split("\n") if line]
    files = [path.read_bytes().decode("utf-8")
             for path in sorted((folder / "text").rglob("*.txt"))]
    whole = (folder / "news.txt").read_bytes().decode("utf-8")
    results.result(rows == files and "".join(files) == whole,
                   "articles in rows, in files and in one file are the same")
    size = len(whole.encode("utf-8"))
    results.result(SIZE <= size <= SIZE + 10_000,
                   f"of the size asked for: {SIZE} bytes, made {size}")


def check_given(results, folder):
    """Texts of the user's: nothing is lost of them."""
    for name in "news.jsonl", "news.txt":
        make(folder / "given", "--from", folder / "a" / name)
        results.result((folder / "given/news.txt").read_text("utf-8").split()
                       == (folder / "a/news.txt").read_text("utf-8").split(),
                       f"the text of a {Path(name).suffix} of the user's")


def check_bench(results, folder, **corpus):
    done = run("bench.py", folder / "tmp", BENCH_SIZE=str(SIZE),
               BENCH_ROUNDS="1", BENCH_VALGRIND="no", KUTIP=tap.KUTIP,
               **corpus)
    lacking = [name for name in ("kutip, JSON Lines", "kutip, text files",
                                 "pcre2grep", "wc -w", "cat", "-j2", "a tenth",
                                 "1,000 quotations", "half of it",
                                 "skipped: BENCH_VALGRIND=no")
               if f"\n  {name}" not in done.stdout]
    ok = done.returncode == 0 and not lacking
    results.result(ok, f"bench.py {' '.join(corpus)}".strip(),
                   [] if ok else [f"lacking: {lacking}", done.stdout])


def main():
    results = tap.Tap()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        check_generator(results, folder)
        check_forms(results, folder / "a")
        check_given(results, folder)
        check_bench(results, folder)
        check_bench(results, folder,
                    BENCH_CORPUS=str(folder / "a/news.jsonl"))
    results.done()


if __name__ == "__main__":
    main()

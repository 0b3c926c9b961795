"""Every text that has offsets is what stands there: text == input[start:end].

    tests/offsets.py                     the samples, as a part of the tests
    tests/offsets.py FILE-OR-FOLDER...   any texts, by hand

Asked of the input as it was given, in bytes, code points and UTF-16 units,
for every field of every record, and for every sentence. Also: ids count from
1 in the order of the quotes, and `continues` names an earlier record.
"""

import random
import sys
import tempfile
from pathlib import Path

import tap

BATCH = 200  # files of one call of kutip


class Document:
    """A text that can be cut in each of the three units. A maximal invalid
    sequence is one character, U+FFFD, as Python decodes it too."""

    def __init__(self, data):
        self.bytes = data
        self.text = data.decode("utf-8", "replace")
        self.utf16 = self.text.encode("utf-16-le")

    def cut(self, start, end, unit):
        if unit == "bytes":
            return self.bytes[start:end].decode("utf-8", "replace")
        if unit == "utf16":
            return self.utf16[2 * start:2 * end].decode("utf-16-le",
                                                        "replace")
        return self.text[start:end]


def spans(value, where=""):
    """Every (name, text, start, end) in a record."""
    if not isinstance(value, dict):
        return
    if "start" in value:
        key = next(k for k in ("quote", "mention", "text") if k in value)
        yield f"{where}{key}", value[key], value["start"], value["end"]
    for key, inner in value.items():
        yield from spans(inner, f"{where}{key}.")


def faults_of_record(record, document, unit):
    for name, text, start, end in spans(record):
        if text is None:
            if start is not None or end is not None:
                yield f"{name}: null, but has offsets {start}, {end}"
        elif start is None or document.cut(start, end, unit) != text:
            there = None if start is None else document.cut(start, end, unit)
            yield f"{name} [{start}:{end}] is {text!r}, there is {there!r}"


def faults_of_order(records):
    start = -1
    for number, record in enumerate(records, 1):
        if record["id"] != number:
            yield f"id {record['id']} where {number} is due"
        if record["start"] < start:
            yield f"id {number} starts before the one before it"
        start = record["start"]
        goes_on = record.get("continues")
        if goes_on is not None and not 0 < goes_on < number:
            yield f"id {number} continues {goes_on}"


def check_batch(paths, unit):
    """The faults of some files, each line with the file's name."""
    documents = {str(p): Document(p.read_bytes()) for p in paths}
    faults, records = [], {}
    for record in tap.parse_lines(tap.run_kutip(
            "extract", "--format", "jsonl", "--offsets", unit, *paths)):
        records.setdefault(record["doc"], []).append(record)
    for name, of_one in records.items():
        found = list(faults_of_order(of_one))
        for record in of_one:
            found += [f"record {record['id']}: {fault}" for fault in
                      faults_of_record(record, documents[name], unit)]
        faults += [f"{name}: {fault}" for fault in found]
    silent = {name for name, document in documents.items()
              if document.bytes.strip()}
    for sentence in tap.parse_lines(tap.run_kutip(
            "sentences", "--format", "jsonl", "--offsets", unit, *paths)):
        silent.discard(sentence["doc"])
        faults += [f"{sentence['doc']}: sentence {sentence['sentence']}: "
                   f"{fault}" for fault in faults_of_record(
                       sentence, documents[sentence["doc"]], unit)]
    faults += [f"{name}: no sentences" for name in sorted(silent)]
    return sum(map(len, records.values())), faults


def check_paths(paths, unit):
    """As check_batch; where kutip fails, the file it fails on is sought."""
    try:
        return check_batch(paths, unit)
    except (RuntimeError, ValueError, KeyError) as fault:
        if len(paths) == 1:
            return 0, [fault]
    middle = len(paths) // 2
    left, faults = check_paths(paths[:middle], unit)
    right, more = check_paths(paths[middle:], unit)
    return left + right, faults + more


def check_files(results, paths, name):
    for unit in ("bytes", "codepoints", "utf16"):
        count, faults = 0, []
        for i in range(0, len(paths), BATCH):
            more, found = check_paths(paths[i:i + BATCH], unit)
            count += more
            faults += found
        if len(faults) > 20:
            faults[20:] = [f"… {len(faults) - 20} more"]
        results.result(not faults, f"{name}: {len(paths)} files, "
                       f"{count} records, {unit}", faults)


def check_expected(results, story):
    """What is expected of a sample has to be right by itself."""
    document = Document(tap.article(story).read_bytes())
    records = tap.parse_lines((story / "expected.jsonl").read_bytes())
    faults = list(faults_of_order(records))
    for record in records:
        faults += [f"record {record['id']}: {fault}" for fault in
                   faults_of_record(record, document, "codepoints")]
    results.result(not faults, f"samples/{story.name}/expected.jsonl", faults)


# Pieces of which damaged texts are made: see tests/damage.test.
DAMAGE = [
    b"\xc3\xa2\xe2\x82\xac\xc5\x93", b"\xc3\xa2\xe2\x82\xac\xc2\x9d",
    b"\xc2\x93", b"\xc2\x94", b"\x93", b"\x94", b"&quot;", b"&amp;ldquo;",
    b"&#8221;", b"&nbsp;", b"Ren\xc3\x83\xc2\xa9 ", b"\xff", b"\xe2\x80",
    b"\xc2\xa0", b"\xe2\x80\x8b", b"\xc2\xad", b"\r\n", b"\r", b"\xef\xbb\xbf",
    b'"', b"\xe2\x80\x9c", b"\xe2\x80\x9d", b"\xf0\x9f\x98\x80", b"&", b".\n\n",
    b" kata Budi Santoso.", b" kata Rini Astuti, ketua R&amp;D,", b"Kami ",
    b"siap,", b"menurut Ratna Kusumaningrum, ", b"jalan ditutup ", b"katanya ",
]


def damaged_text(chance):
    return b"".join(chance.choice(DAMAGE) for _ in range(300))


def check_damaged(results):
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{i:02}.txt" for i in range(40)]
        for path in paths:
            path.write_bytes(damaged_text(chance))
        check_files(results, paths, "damaged")


def files_of(arguments):
    for path in map(Path, arguments):
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*.txt") if p.is_file())
        else:
            yield path


def main():
    results = tap.Tap()
    if len(sys.argv) > 1:
        check_files(results, list(files_of(sys.argv[1:])), "given")
    else:
        check_files(results, [tap.article(s) for s in tap.stories()],
                    "samples")
        check_damaged(results)
        for story in tap.stories():
            check_expected(results, story)
    results.done()


if __name__ == "__main__":
    main()

"""Inputs made to hurt: kutip ends well, and its time grows with the input
and not with its square.

Each is a piece that is repeated, in a size and in four times that size. The
processor time of the larger may be up to eight times that of the smaller
(linear is four); times too short to be measured are not compared.
"""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import tap

SMALL = 100_000  # bytes
FACTOR = 4
WORST = 2 * FACTOR
TOO_SHORT = 0.25  # seconds beyond what starting takes
LIMIT = 120  # seconds by the clock

PIECES = {
    "only opening marks": "\u201c",
    "only closing marks": "\u201d",
    "only straight marks": '"',
    "straight marks and blanks": '" ',
    "single marks": "'",
    "backquotes": "`` ",
    "all marks nested": "\u201c\u00ab\u201e\u2018",
    "marks that never agree": "\u201c\u00bb\u2019\u201e",
    "apostrophes": "Ma'ruf Jum'at ",
    "one word of apostrophes": "Ma'",
    "a quotation without end": '\u201cKami datang ',
    "a mark in every word": 'k"a"t"a" ',
    "one word": "a",
    "one word of capitals": "A",
    "one word of marks on letters": "a\u0301",
    "initials": "A. ",
    "abbreviations": "Drs. ",
    "full stops": ".",
    "ellipses": "... ",
    "commas": ",",
    "dashes": "\u2014",
    "digits": "1.",
    "brackets": "(",
    "cues": "kata ",
    "cues and clitics": "katanya ujarnya ",
    "cues and commas": '," kata ',
    "a sentence of cues": "kata Rini A{n}, ",
    "a sentence of clitics": "ujarnya, ",
    "cues and roles": "kata Kepala ",
    "titles that nobody bears": "Menteri datang. ",
    "descriptions that nobody bears": "pakar tersebut mengatakan. ",
    "words of capitals": "AB ",
    "names": "Budi Santoso ",
    "names and commas": "Budi Santoso, ",
    "roles": "kepala ",
    "roles and names": "Ketua Umum Wakil Menteri Rini ",
    "organisations": "Kementerian Badan Universitas ",
    "role upon role": "direktur utama bidang ",
    "according to": "menurut ",
    "that that that": "mengatakan bahwa ",
    "pronouns": "dia ia mereka ",
    "whole quotations": '"Ya," kata Rini Astuti. ',
    "speakers without end": '"Ya," kata Rini A{n}. ',
    "days with their date, and without":
        "Stok aman, kata Rini Astuti, Selasa. Ini Senin (5/5). ",
    "quotations in paragraphs": '"Ya.\n\n',
    "blank lines": "\n\n",
    "lines of one letter": "a\n",
    "carriage returns": "\r",
    "tabs": "\t",
    "NUL bytes": "\0",
    "zero-width blanks": "\u200b",
    "no-break blanks": "a\u00a0",
    "byte order marks": "\ufeff",
    "soft hyphens": "ka\u00adta ",
    "replacement characters": "\ufffd",
    "characters beyond the first plane": "\U0001f600",
    "invalid bytes": b"\xff",
    "characters cut short": b"\xe2\x80",
    "surrogates": b"\xed\xa0\x80",
}


def repeated(piece, size):
    if isinstance(piece, str) and "{n}" in piece:
        parts = []
        while size > 0:
            parts.append(piece.replace("{n}", letters(len(parts))).encode())
            size -= len(parts[-1])
        return b"".join(parts)
    data = piece if isinstance(piece, bytes) else piece.encode("utf-8")
    return data * max(1, size // len(data))


def letters(number):
    """A different word for each number."""
    word = ""
    while True:
        word += "abcdefghijklmnopqrstuvwxyz"[number % 26]
        number //= 26
        if number == 0:
            return word


def processor_time():
    """Of all that ran so far, without the system's own: other programs that
    run at the same time make that longer."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime


def seconds(path):
    start = processor_time()
    done = subprocess.run([tap.KUTIP, "extract", "--format", "jsonl",
                           "--from", "text", path],
                          stdin=subprocess.DEVNULL, timeout=LIMIT,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if done.returncode != 0:
        raise RuntimeError(f"exit status {done.returncode}\n"
                           f"{done.stderr.decode('utf-8', 'replace')[:2000]}")
    return processor_time() - start


def check(path, piece, starting):
    """The faults of one piece: none, when its time grows as it should."""
    try:
        path.write_bytes(repeated(piece, SMALL))
        small = max(seconds(path) - starting, 0.001)
        path.write_bytes(repeated(piece, FACTOR * SMALL))
        large = seconds(path) - starting
    except (RuntimeError, subprocess.TimeoutExpired) as fault:
        return [fault]
    if large > TOO_SHORT and large > WORST * small:
        return [f"{FACTOR} times the text takes {large / small:.0f} times "
                f"as long: {small:.2f} s, {large:.2f} s"]
    return []


def main():
    results = tap.Tap()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.txt"
        path.write_bytes(b"")
        starting = min(seconds(path) for _ in range(3))
        chosen = {name: PIECES[name] for name in sys.argv[1:]} or PIECES
        for name, piece in chosen.items():
            faults = check(path, piece, starting)
            results.result(not faults, name, faults)
    results.done()


if __name__ == "__main__":
    main()

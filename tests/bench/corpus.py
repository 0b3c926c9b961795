"""Makes text to measure with: news-like articles of any size.

    corpus.py [--seed N] [--samples FOLDER] [--from FILE] --size BYTES FOLDER

writes into FOLDER the same articles three times over, as people keep them:

    news.jsonl           JSON Lines with id, title and text
    text/0000/000001.txt  a file an article
    news.txt             all in one file, for programs that know no articles

and beside them what growth is measured with: quotations-N.jsonl, articles of N
quotations each, and article-small.txt and article-large.txt, one article each,
the second twice as long. What was made, and how many bytes of text the files
of growth hold, is told on standard output as JSON.

The articles are the paragraphs of the samples, shuffled, with other names of
persons (made of syllables), other numbers, and some words exchanged or made
up, so that new words go on coming as they do in news. The same samples and
seed give the same bytes on every machine: all chance comes from
random.Random(seed).random(), which Python promises to keep, and arithmetic
that IEEE 754 rounds exactly.

With --from, articles are not made but taken from FILE: of JSON Lines the
longest string of each row, of plain text pieces of whole paragraphs.
"""

import argparse
import json
import os
import random
import re
import shutil
import sys
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent.parent / "samples"
CUES = HERE / "cues.pattern"

QUOTATIONS = 1, 10, 100, 1000  # of an article, to measure growth
PIECE = 3000  # bytes of an article cut from a plain text

ONSETS = "b c d g h j k l m n p r s t w y".split()
VOWELS = "a e i o u".split()
CODAS = ("", "", "", "", "n", "r", "ng", "s")
ENDINGS = ("", "", "", "", "an", "nya", "kan", "i")

# Of what is drawn from the made-up words, half are among the first COMMON of
# them; the rest has no end.
COMMON = 8000
MADE_UP = 0.18  # of the longer words of small letters
EXCHANGED = 0.10
QUOTING = 0.25  # of the paragraphs that an article is made of
TELLING = 0.15  # of what is put to them: somebody's words without marks


def made_up(number):
    """A word of two syllables or more, another for each number."""
    word = ""
    rest = number
    while rest or len(word) < 4:
        rest, onset = divmod(rest, len(ONSETS))
        rest, vowel = divmod(rest, len(VOWELS))
        rest, coda = divmod(rest, len(CODAS))
        word += ONSETS[onset] + VOWELS[vowel] + CODAS[coda]
    return word + ENDINGS[number % len(ENDINGS)]


class Paragraph:
    """Text in parts, some of which are exchanged whenever it is used."""

    def __init__(self, text, names, quotes, cues):
        self.tells = any(quote in text for quote in quotes)
        self.parts = re.findall(r"[^\W\d_]+|\d+|[\W_]+", text)
        self.slots = [(at, slot) for at, slot in
                      ((at, self.slot_of(part, names, cues))
                       for at, part in enumerate(self.parts)) if slot]
        self.words = [self.parts[at] for at, slot in self.slots
                      if slot == "word"]
        self.marks = re.search('["\u201c\u201d\u201e\u00ab\u00bb]', text)
        self.one_quotation = re.fullmatch(
            r'[^"\u201c\u201d\u201e\u00ab\u00bb]*'
            r'("[^"\u201c\u201d]+"|\u201c[^"\u201c\u201d]+\u201d)'
            r'[^"\u201c\u201d\u201e\u00ab\u00bb]*', text) is not None

    @staticmethod
    def slot_of(part, names, cues):
        if part in names:
            return "name"
        if part.isdecimal():
            return "number"
        if len(part) >= 5 and part.islower() and not cues.fullmatch(part):
            return "word"
        return None


class Articles:
    """Makes articles of the paragraphs of the samples."""

    def __init__(self, samples, seed):
        self.chance = random.Random(seed).random
        cues = re.compile(CUES.read_text(encoding="utf-8").strip())
        stories = [self.read_story(file, cues)
                   for file in sorted(samples.glob("*/article.txt"))]
        if not stories:
            sys.exit(f"no samples in {samples}")
        paragraphs = [p for story in stories for p in story]
        self.first = [story[0] for story in stories]
        self.silent = [p for p in paragraphs if not p.marks and not p.tells]
        self.telling = [p for p in paragraphs if not p.marks and p.tells]
        self.quoting = [p for p in paragraphs if p.marks]
        self.single = [p for p in paragraphs if p.one_quotation]
        self.words = [word for p in paragraphs for word in p.words]

    @staticmethod
    def read_story(file, cues):
        """The paragraphs of a sample; its persons and their words are in
        what it expects."""
        names, quotes = set(), []
        expected = file.with_name("expected.jsonl")
        for line in expected.read_text(encoding="utf-8").split("\n"):
            record = json.loads(line or "{}")
            quotes += [record["quote"]] if record else []
            speaker = record.get("speaker") or {}
            if speaker.get("kind") == "person":
                names.update(re.findall(r"[A-Z][^\W\d_]+",
                                        speaker.get("name") or ""))
        text = file.read_text(encoding="utf-8")
        return [Paragraph(part.strip("\n"), names, quotes, cues)
                for part in re.split(r"\n\n+", text) if part.strip()]

    def pick(self, things):
        return things[int(self.chance() * len(things))]

    def any_word(self):
        share = self.chance() + 1e-9
        return made_up(int(COMMON * (1 / share - 1)))

    def number(self, digits):
        first = "123456789"[int(self.chance() * 9)]
        rest = int(self.chance() * 10 ** (len(digits) - 1))
        return f"{first}{rest:0{len(digits) - 1}d}" if digits[1:] else first

    def vary(self, paragraph, names):
        """Its text; names holds what each name is called in this article."""
        parts = paragraph.parts[:]
        for at, slot in paragraph.slots:
            if slot == "name":
                if parts[at] not in names:
                    names[parts[at]] = self.any_word().capitalize()
                parts[at] = names[parts[at]]
            elif slot == "number":
                parts[at] = self.number(parts[at])
            else:
                share = self.chance()
                if share < MADE_UP:
                    parts[at] = self.any_word()
                elif share < MADE_UP + EXCHANGED:
                    parts[at] = self.pick(self.words)
        return "".join(parts)

    def article(self):
        """As long as articles of news are, between one and four kB."""
        names = {}
        size = 1000 + int(self.chance() * 3000)
        text = [self.vary(self.pick(self.first), names)]
        length = len(text[0])
        while length < size:
            parts = [self.quoting] if self.chance() < QUOTING else []
            for _ in range(1 + int(self.chance() * 3)):
                telling = self.chance() < TELLING
                parts.append(self.telling if telling else self.silent)
            text.append(" ".join(self.vary(self.pick(part), names)
                                 for part in parts))
            length += len(text[-1])
        return ("\n\n" if self.chance() < 0.5 else "\n").join(text) + "\n"

    def quotations(self, count):
        """An article of so many quotations, where new people go on coming."""
        text = []
        for number in range(count):
            if number % 8 == 0:
                names = {}
            text.append(self.vary(self.pick(self.single), names))
        return "\n\n".join(text) + "\n"


def until(size, make):
    """Articles until they have so many bytes together."""
    while size > 0:
        article = make()
        size -= len(article.encode("utf-8"))
        yield article


def row_of(number, text):
    """An article as a line of JSON."""
    title = " ".join(text[:200].split()[:8])
    return json.dumps({"id": f"bench-{number:06d}", "title": title,
                       "text": text}, ensure_ascii=False) + "\n"


def write_rows(path, articles):
    """Returns the bytes of their texts."""
    size = 0
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for number, text in enumerate(articles, 1):
            size += len(text.encode("utf-8"))
            out.write(row_of(number, text))
    return size


def write_news(folder, articles, rows="news.jsonl"):
    """The three forms, or without rows the two of plain text. Returns what
    there is to tell of them."""
    told = {"articles": 0, "bytes": 0, "crc32": 0}
    with (folder / "news.txt").open("wb") as whole, \
            open(folder / rows if rows else os.devnull, "w",
                 encoding="utf-8", newline="\n") as lines:
        for number, text in enumerate(articles, 1):
            data = text.encode("utf-8", "replace")
            write_file(folder, number, data)
            whole.write(data)
            lines.write(row_of(number, data.decode("utf-8")))
            told["articles"] = number
            told["bytes"] += len(data)
            told["crc32"] = zlib.crc32(data, told["crc32"])
    return told


def write_file(folder, number, data):
    place = folder / "text" / f"{number // 1000:04d}"
    if number == 1 or number % 1000 == 0:
        place.mkdir(parents=True)
    (place / f"{number:06d}.txt").write_bytes(data)


def text_of(row):
    """The text of a line of JSON, whatever its field is called: its longest
    string. Raises when it is not an object."""
    return max((value for value in json.loads(row).values()
                if isinstance(value, str)), key=len, default="")


def texts_of(path):
    with path.open(encoding="utf-8", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            try:
                if line.strip():
                    yield text_of(line) + "\n"
            except (ValueError, AttributeError):
                sys.exit(f"{path}:{number}: not a JSON object")


def pieces_of(path):
    """Whole lines, until they are an article's length."""
    text, length = [], 0
    with path.open(encoding="utf-8", errors="replace", newline="\n") as lines:
        for line in lines:
            text.append(line)
            length += len(line)
            if length >= PIECE:
                yield "".join(text)
                text, length = [], 0
    if text:
        yield "".join(text)


def write_growth(folder, size, source):
    """Returns the bytes of text of each file."""
    told = {}
    for count in QUOTATIONS:
        name = f"quotations-{count}.jsonl"
        told[name] = write_rows(
            folder / name,
            until(size // 10, lambda: source.quotations(count)))
    for name, part in ("article-small.txt", 20), ("article-large.txt", 10):
        text = "\n".join(until(size // part, source.article))
        told[name] = (folder / name).write_bytes(text.encode("utf-8"))
    return told


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--samples", type=Path, default=SAMPLES)
    parser.add_argument("--from", dest="given", type=Path)
    parser.add_argument("--size", type=int, required=True)
    parser.add_argument("folder", type=Path)
    chosen = parser.parse_args()
    shutil.rmtree(chosen.folder, ignore_errors=True)
    chosen.folder.mkdir(parents=True)
    source = Articles(chosen.samples, chosen.seed)
    if not chosen.given:
        told = write_news(chosen.folder, until(chosen.size, source.article))
    elif chosen.given.suffix == ".jsonl":
        told = write_news(chosen.folder, texts_of(chosen.given), None)
    else:
        told = write_news(chosen.folder, pieces_of(chosen.given))
    told["growth"] = write_growth(chosen.folder, chosen.size, source)
    print(json.dumps(told))


if __name__ == "__main__":
    main()

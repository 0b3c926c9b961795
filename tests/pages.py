"""Pages through the command: the text of tests/pages/NAME.html as NAME.txt
has it, records that stand where page_start says, none on pages of many.

    tests/pages.py     as a part of the tests, or by hand
"""

import html
import json
import re

import jsonschema

import tap

PAGES = tap.TOP / "tests" / "pages"
SCHEMA = tap.TOP / "src" / "cmd" / "record.schema.json"
OPTIONS = ("extract", "--quiet", "--format", "jsonl", "--per-document",
           "--with-text")
CHARSETS = {"windows-1252": "cp1252", "utf-16": "utf-16-le"}


def wanted_text(page):
    """What stands behind the first blank line, which may be the first."""
    lines = page.with_suffix(".txt").read_text("utf-8").split("\n")
    return "\n".join(lines[lines.index("") + 1:]).strip()


def faults_of(page, document, validator):
    data = page.read_bytes()
    charset = CHARSETS.get(page.stem, "utf-8")
    if document["error"]:
        yield document["error"]
    if document["text"].strip() != wanted_text(page):
        yield f"another text: {document['text']!r}"
    for record in document["quotes"]:
        for error in validator.iter_errors(record):
            yield f"record {record['id']}: {error.message}"
        there = data[record["page_start"]:].decode(charset, "replace")
        there = re.sub(r"\\u([0-9a-f]{4})",
                       lambda m: chr(int(m[1], 16)), there[:600])
        there = html.unescape(there.replace('\\"', '"'))
        if not there.startswith(record["quote"][:9]):
            yield f"record {record['id']}: at page_start is {there[:9]!r}"
    if not document["text"].strip() and document["quotes"]:
        yield "records without a text"


def main():
    results = tap.Tap()
    pages = sorted(PAGES.glob("*.html"))
    results.result(len(pages) > 20, "there are pages")
    if b"HTML (" not in tap.run_kutip("--version"):
        results.skip("pages", "built without libxml2")
        results.done()
    validator = jsonschema.Draft202012Validator(
        json.loads(SCHEMA.read_text("utf-8")))
    output = tap.run_kutip(*OPTIONS, *pages)
    documents = tap.parse_lines(output)
    results.result(len(documents) == len(pages), "each page is a document")
    for page, document in zip(pages, documents):
        faults = list(faults_of(page, document, validator))
        results.result(not faults, page.stem, faults)
    records = sum(len(document["quotes"]) for document in documents)
    results.result(records > len(pages), "there are records")
    for jobs in ("1", "4"):
        again = tap.run_kutip(*OPTIONS, "-j", jobs, *pages)
        results.result(again == output, f"the same with -j {jobs}")
    results.done()


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Does a confidence mean what it says? Prints, for each band of confidence,
how many records have it and what share of them is right.

    tests/tools/confidence.py GOLD.jsonl RECORDS.jsonl [--least SHARE]

GOLD.jsonl has a line for each document: {"doc": "a.txt", "attributions":
[{"start", "end", "speaker", "optional"}...]}, offsets in code points.
RECORDS.jsonl is what `kutip --format jsonl` writes. Several pairs may be
given, one after the other: GOLD RECORDS GOLD RECORDS ...

A record is right when it shares four fifths of its characters with an
attribution that has the same speaker; case, a title of respect and brackets
aside. One that meets an optional attribution counts neither way. With
--least, the exit status is 1 when of the records at 0.9 or more a smaller
share (percent) is right.
"""

import argparse
import collections
import json
import os
import re
import sys

BANDS = [0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.3, 0.0]
RESPECT = re.compile(r"^(?:(?:prof|dr|drs|ir|h|hj|kh|bapak|ibu|pak|bu)\.?\s+)+")


def plain(name):
    """A name without what writers add to it or leave out."""
    name = re.sub(r"\s*\([^)]*\)", "", name or "")
    name = re.sub(r"\s+", " ", name).strip(" ,.").casefold()
    return RESPECT.sub("", name)


def overlap(a, b):
    """The share of the characters of both that both cover."""
    common = min(a["end"], b["end"]) - max(a["start"], b["start"])
    if common <= 0:
        return 0.0
    return common / (max(a["end"], b["end"]) - min(a["start"], b["start"]))


def judge(record, attributions):
    """True, False, or None where a reader could go either way."""
    best = max(attributions, key=lambda a: overlap(a, record), default=None)
    shared = overlap(best, record) if best else 0.0
    if best and best.get("optional") and shared > 0.3:
        return None
    name = (record["speaker"] or {}).get("name")
    return shared >= 0.8 and plain(name) == plain(best["speaker"])


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def count(gold_path, records_path, bands):
    gold = {os.path.basename(line["doc"]): line["attributions"]
            for line in read_lines(gold_path)}
    for record in read_lines(records_path):
        attributions = gold.get(os.path.basename(record["doc"]))
        if attributions is None:
            continue
        right = judge(record, attributions)
        if right is None:
            continue
        band = next(b for b in BANDS if record["confidence"] >= b)
        bands[band][0] += 1
        bands[band][1] += right


def share(right, all_of_them):
    return 100.0 * right / all_of_them if all_of_them else 0.0


def main():
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="GOLD RECORDS")
    parser.add_argument("--least", type=float, default=0.0, metavar="SHARE")
    options = parser.parse_args()
    if len(options.files) % 2:
        parser.error("gold and records come in pairs")

    bands = collections.defaultdict(lambda: [0, 0])
    for i in range(0, len(options.files), 2):
        count(options.files[i], options.files[i + 1], bands)

    print("confidence  records  right %")
    for band in BANDS:
        total, right = bands[band]
        print(f"from {band:4.2f}   {total:7}  {share(right, total):7.1f}")
    high = [sum(bands[b][i] for b in BANDS if b >= 0.9) for i in (0, 1)]
    print(f"0.9 or more: {high[0]} records, "
          f"{share(high[1], high[0]):.1f} % right")
    if options.least and share(high[1], high[0]) < options.least:
        sys.exit(1)


if __name__ == "__main__":
    main()

"""Many texts: the same output whatever the number of threads, in the order of
the input, in little memory, and as soon as each is done."""

import json
import os
import pty
import select
import random
import subprocess
import tarfile
import tempfile
import time
from pathlib import Path

import tap

TEXTS = 400
MEMORY = 64 * 1024  # KiB, whatever the size of the input
FIRST = ["Budi", "Rini", "Ratna", "Wayan", "Joko", "Sri", "Hestu", "Agung"]
LAST = ["Santoso", "Astuti", "Kusumaningrum", "Sutarja", "Wibowo"]
WHAT = ["air sudah turun sejak pagi", "jembatan itu akan dibuka pekan depan",
        "semua pompa sudah diperiksa", "warga diminta tetap waspada"]


def make_text(chance):
    """An article with one to twenty quotations."""
    parts = ["Warga membersihkan saluran air setelah banjir surut."]
    for _ in range(chance.choice([1, 2, 3, 20])):
        name = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
        parts.append(chance.choice([
            f'"{chance.choice(WHAT).capitalize()}," kata {name}.',
            f"{name} mengatakan bahwa {chance.choice(WHAT)}.",
            f"Menurut {name}, {chance.choice(WHAT)}."]))
    return "\n\n".join(parts) + "\n"


def has(what):
    """Whether this build of kutip reads such inputs."""
    lines = tap.run_kutip("--version").decode().split("\n")
    return any(line.startswith("reads ") and what in line for line in lines)


def strip(data):
    """The records without what differs from one kind of input to the other."""
    records = tap.parse_lines(data)
    for record in records:
        for key in ("doc", "title", "outlet", "published", "url"):
            del record[key]
    return records


class Inputs:
    """The same texts as a folder, a table, lines of JSON, an archive."""

    def __init__(self, folder):
        chance = random.Random(4)
        self.texts = [make_text(chance) for _ in range(TEXTS)]
        self.folder = Path(folder) / "texts"
        self.folder.mkdir()
        self.lines = Path(folder) / "texts.jsonl"
        self.table = Path(folder) / "texts.csv"
        self.archive = Path(folder) / "texts.tar.gz"
        lines, rows = [], ["isi"]
        with tarfile.open(self.archive, "w:gz") as archive:
            for i, text in enumerate(self.texts):
                path = self.folder / f"{i:04}.txt"
                path.write_text(text, encoding="utf-8")
                archive.add(path, f"texts/{path.name}")
                lines.append(json.dumps({"id": f"t{i}", "text": text}))
                rows.append('"' + text.replace('"', '""') + '"')
        lines.insert(TEXTS // 2, '{"id":"broken","text":')
        self.lines.write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.table.write_text("\n".join(rows) + "\n", encoding="utf-8")


def call(*arguments, **more):
    return subprocess.run([tap.KUTIP, *map(str, arguments)],
                          capture_output=True, check=False, **more)


def check_threads(results, inputs):
    for form in ("jsonl", "json", "csv", "text"):
        runs = [call("-f", form, f"-j{n}", inputs.lines, inputs.folder)
                for n in (1, 2, 4, 7)]
        faults = [f"-j run {i} differs" for i, run in enumerate(runs)
                  if run.stdout != runs[0].stdout]
        faults += [run.stderr.decode() for run in runs
                   if b"texts.jsonl:201:23: broken JSON" not in run.stderr or
                   run.returncode != 1]
        if not runs[0].stdout:
            faults.append("no output")
        if form == "json":
            json.loads(runs[0].stdout)
        results.result(not faults, f"{form}: the same bytes with 1, 2, 4 and "
                       "7 threads", faults)
    lines = call("-f", "jsonl", "-j4", "--per-document", inputs.lines)
    names = [record["doc"] for record in tap.parse_lines(lines.stdout)]
    expected = [f"t{i}" for i in range(TEXTS)]
    expected.insert(TEXTS // 2, f"{inputs.lines}:{TEXTS // 2 + 1}")
    results.result(names == expected, "--per-document: a line for each, in "
                   "order, for the broken one too", names[:20])
    runs = [call("-f", "jsonl", f"-j{n}", "--fail-fast", inputs.lines)
            for n in (1, 4)]
    results.result(runs[0].stdout == runs[1].stdout and
                   b'"t199"' in runs[0].stdout and
                   b'"t200"' not in runs[0].stdout,
                   "--fail-fast: the same with 1 and 4 threads")


def check_kinds(results, inputs):
    expected = strip(call("-f", "jsonl", inputs.folder).stdout)
    results.result(len(expected) > TEXTS, "a folder has records")
    for name, path, needs in (("a table", inputs.table, "tables"),
                              ("an archive", inputs.archive, "archives"),
                              ("lines of JSON", inputs.lines, "JSON")):
        if has(needs):
            found = strip(call("-f", "jsonl", path).stdout)
            results.result(found == expected,
                           f"{name} of the same texts: the same records")
        else:
            results.skip(f"{name} of the same texts", f"no {needs}")


def check_stream(results):
    """A line is read, analysed and written while the pipe is open."""
    with subprocess.Popen([tap.KUTIP, "-qf", "jsonl", "--from", "jsonl",
                           "--line-buffered", "-"], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE) as kutip:
        faults = []
        for i in range(3):
            line = json.dumps({"id": f"t{i}",
                               "text": '"Kami siap," kata Rini Astuti.'})
            kutip.stdin.write(line.encode() + b"\n")
            kutip.stdin.flush()
            record = json.loads(kutip.stdout.readline())
            if record["doc"] != f"t{i}":
                faults.append(record)
        kutip.stdin.close()
        if kutip.stdout.read():
            faults.append("something is written twice")
    results.result(not faults, "a stream: each line at once", faults)


def check_slow(results):
    """What a pipe holds does not depend on how it comes."""
    text = '\\"Kami siap,\\" kata Rini Astuti.'
    page = '<p>"Kami siap," kata Rini Astuti.</p>' + 6 * (
        "<p>Jembatan itu dibuka pekan depan, setelah jalan di seberangnya "
        "selesai diperbaiki oleh warga.</p>")
    for name, first, rest in (
            ("JSON", "[\n", f'{{"text":"{text}"}}]'),
            ("JSON", "\ufeff[\r\n", f'{{"text":"{text}"}}]'),
            ("JSON", "{\n", f'"id":1,"text":"{text}"}}'),
            ("HTML", '<?xml version="1.0"?>\n',
             f"<html><body>{page}</body></html>")):
        if not has(name):
            results.skip(f"a slow pipe: {first!r}", f"no {name}")
            continue
        with subprocess.Popen([tap.KUTIP, "-qf", "jsonl", "-"],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT) as kutip:
            kutip.stdin.write(first.encode())
            kutip.stdin.flush()
            time.sleep(0.5)
            kutip.stdin.write(rest.encode())
            kutip.stdin.close()
            found = kutip.stdout.read().decode()
        good = '"quote":"Kami siap,","start":1,' in found
        results.result(good, f"a slow pipe: {first!r}, then the rest",
                       [] if good else [found])


def peak(*arguments):
    """Memory in KiB, of all that GNU time says."""
    done = call_timed(*arguments)
    return int(done.stderr.decode().strip().split("\n")[-1]), done


def call_timed(*arguments):
    return subprocess.run(["/usr/bin/time", "-f", "%M", tap.KUTIP,
                           *map(str, arguments)], stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, check=False)


def check_memory(results, inputs, folder):
    if not os.path.exists("/usr/bin/time"):
        results.skip("memory", "GNU time is missing")
        return
    if b"__asan_init" in Path(tap.KUTIP).read_bytes():
        results.skip("memory", "a sanitizer needs its own")
        return
    large = Path(folder) / "large.jsonl"
    with open(large, "wb") as file:
        data = inputs.lines.read_bytes()
        for _ in range(20):
            file.write(data)
    memory, done = peak("-qf", "csv", "-j4", large)
    results.result(memory < MEMORY and done.returncode == 1,
                   f"{large.stat().st_size >> 20} MB of lines: at most 64 MB",
                   [f"{memory >> 10} MB"])
    with open(large, "wb") as file:
        file.write(b'{"text":"')
        for _ in range(200):
            file.write(b"a" * 1024 * 1024)
        file.write(b'"}\n{"text":"\\"Siap,\\" kata Rini Astuti."}\n')
    memory, done = peak("-qf", "csv", "-j4", large)
    place = f"{large}:1:1: longer than 16777216 bytes".encode()
    results.result(memory < MEMORY and place in done.stderr,
                   "a line of 200 MB: its place, at most 64 MB",
                   [f"{memory >> 10} MB", done.stderr.decode()])
    large.unlink()


def check_progress(results, inputs):
    """What a terminal shows while a slow pipe is read."""
    try:
        main, other = pty.openpty()
    except OSError as fault:
        results.skip("progress", f"no terminal to be had: {fault}")
        return
    with subprocess.Popen([tap.KUTIP, "-f", "jsonl", "--from", "jsonl", "-"],
                          stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                          stderr=other,
                          env={**os.environ, "TERM": "xterm"}) as kutip:
        line = inputs.lines.read_bytes().split(b"\n")[0] + b"\n"
        shown = b""
        written = 0
        while b" MB/s" not in shown and written < 100:
            kutip.stdin.write(line)
            kutip.stdin.flush()
            written += 1
            if select.select([main], [], [], 0.3)[0]:
                shown += os.read(main, 4096)
        kutip.stdin.close()
        kutip.wait()
    os.close(other)
    try:
        while data := os.read(main, 4096):
            shown += data
    except OSError:
        pass
    os.close(main)
    results.result(b" documents, 0.0 MB, " in shown and
                   b"\r\x1b[Kkutip: %d documents, " % written in shown and
                   b" 0 failed, " in shown,
                   "progress on a terminal, then a summary", [shown])


def check_list(results, inputs, folder):
    """A list that can be read once is left for the reader, though a terminal
    is shown how far it is."""
    try:
        main, other = pty.openpty()
    except OSError as fault:
        results.skip("a list in a pipe", f"no terminal to be had: {fault}")
        return
    pipe = Path(folder) / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen([tap.KUTIP, "-f", "jsonl", "--files-from", pipe],
                          stdout=subprocess.PIPE, stderr=other,
                          env={**os.environ, "TERM": "xterm"}) as kutip:
        pipe.write_text(f"{inputs.folder}/0000.txt\n", encoding="utf-8")
        try:
            found, _ = kutip.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            kutip.kill()
            found = b""
    os.close(other)
    os.close(main)
    results.result(b"/0000.txt" in found,
                   "--files-from a pipe, with a terminal to look at")


def main():
    results = tap.Tap()
    check_slow(results)
    with tempfile.TemporaryDirectory() as folder:
        inputs = Inputs(folder)
        check_kinds(results, inputs)
        if has("JSON"):
            check_threads(results, inputs)
            check_stream(results)
            check_memory(results, inputs, folder)
            check_progress(results, inputs)
            check_list(results, inputs, folder)
        else:
            results.skip("threads", "built without json-c")
    results.done()


if __name__ == "__main__":
    main()

"""The README does not lie: what it shows is what the program prints.

    tests/readme.py             a part of the tests
    tests/readme.py --update    by hand: writes what the program prints now
                                into the README; read the difference then

Three kinds of fenced blocks are looked at, all others are left alone:

  console   each line "$ COMMAND" is run by sh where ./kutip, samples/ and
            patterns/ are; what stands below it is its standard output. A line
            "…" stands for any lines, "…" in a line for any characters;
            "# exit N" below the command is its exit status when not 0.
  c         a program: compiled against the library just built and run; its
            output is the next block, of kind "text".
  words, table, templates
            lines to add to the pattern file that is named beside the kind:
            added to a copy of the patterns, which has to pass
            `kutip patterns check` then.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import tap

README = tap.TOP / "README.md"
BUILD = Path(os.environ.get("top_builddir") or tap.TOP)


def blocks(text):
    """(kind, words after it, line number of the fence, lines) of each fenced
    block."""
    kind, start, body = None, 0, []
    for number, line in enumerate(text.split("\n"), 1):
        if kind is None:
            opened = re.match(r"```(\w+)(.*)$", line)
            if opened:
                kind, rest = opened.group(1), opened.group(2).strip()
                start, body = number, []
        elif line.startswith("```"):
            yield kind, rest, start, body
            kind = None
        else:
            body.append(line)


def commands(body):
    """(command, exit status, expected lines) of a console block."""
    found = []
    for line in body:
        if line.startswith("$ "):
            found.append([line[2:], 0, []])
        elif found and re.match(r"# exit \d+$", line) and not found[-1][2]:
            found[-1][1] = int(line.split()[2])
        elif found:
            found[-1][2].append(line)
    return found


def line_matches(expected, actual):
    parts = [re.escape(part) for part in expected.split("…")]
    return re.fullmatch(".*".join(parts), actual) is not None


def matches(expected, actual):
    """Whether the lines are those expected; "…" stands for any lines."""
    if not expected:
        return not actual
    if expected[0] == "…":
        return any(matches(expected[1:], actual[i:])
                   for i in range(len(actual) + 1))
    return (bool(actual) and line_matches(expected[0], actual[0])
            and matches(expected[1:], actual[1:]))


def compare(expected, actual):
    while expected and not expected[-1]:
        expected = expected[:-1]
    if matches(expected, actual):
        return []
    return ["the README says:", *("  " + line for line in expected),
            "the program says:", *("  " + line for line in actual)]


def renewed(expected, actual):
    """What stands in the README instead: cut where it was cut before."""
    if matches(expected, actual):
        return expected
    loose = [line for line in expected if "…" in line and line != "…"]
    new = [next((old for old in loose if line_matches(old, line)), line)
           for line in actual]
    if "…" in expected:
        return new[:expected.index("…")] + ["…"]
    return new


def make_place(folder):
    """A folder that looks like the source tree after the build."""
    (folder / "kutip").symlink_to(tap.KUTIP)
    for name in ("samples", "patterns", "include"):
        (folder / name).symlink_to(tap.TOP / name)


def run(command, folder):
    # Building again is not this test's work: `run` is `./kutip` after it.
    command = command.replace("./bootstrap run ", "./kutip ")
    environment = dict(os.environ, NO_COLOR="1", LC_ALL="C.UTF-8",
                       KUTIP_PATTERNS=str(folder / "patterns"))
    done = subprocess.run(["sh", "-c", command], cwd=folder, text=True,
                          encoding="utf-8", env=environment,
                          stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.returncode, done.stdout.splitlines(), done.stderr


def run_in_place(command):
    with tempfile.TemporaryDirectory() as name:
        make_place(Path(name))
        return run(command, Path(name))


def check_command(results, place, line, command, status, expected):
    code, actual, errors = run_in_place(command)
    if "this kutip was built without" in errors:
        results.skip(f"{place}:{line}", errors.strip())
        return
    faults = compare(expected, actual)
    if code != status:
        faults.append(f"exit status {code}, not {status}: {errors}")
    results.result(not faults, f"{place}:{line}: $ {command}", faults)


def make_variable(name):
    """What the Makefile of the build says."""
    found = re.search(rf"^{name} = (.*)$",
                      (BUILD / "Makefile").read_text(), re.M)
    return found.group(1).split() if found else []


def build_and_run(source, folder):
    """The output of a C program of the README, in lines; raises."""
    (folder / "example.c").write_text(source, encoding="utf-8")
    libtool = ["sh", str(BUILD / "libtool"), "--silent", "--tag=CC"]
    compiler = make_variable("CC") + make_variable("KUTIP_CFLAGS")
    subprocess.run(
        [*libtool, "--mode=link", *compiler, "-Werror",
         *make_variable("KUTIP_LDFLAGS"), "-I", str(tap.TOP / "include"),
         "-o", "example", "example.c", str(BUILD / "libkutip.la")],
        cwd=folder, check=True, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True)
    return subprocess.run(["./example", str(tap.TOP / "patterns")],
                          cwd=folder, check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True,
                          encoding="utf-8").stdout.splitlines()


def check_program(results, place, line, body, expected):
    if not (BUILD / "libkutip.la").exists():
        results.result(True, f"{place}:{line}: C # SKIP no library here")
        return
    with tempfile.TemporaryDirectory() as name:
        try:
            faults = compare(expected, build_and_run("\n".join(body) + "\n",
                                                     Path(name)))
        except subprocess.CalledProcessError as fault:
            faults = [fault, fault.stderr]
    results.result(not faults, f"{place}:{line}: the C program", faults)


def check_patterns(results, place, line, file, body):
    """The lines of a block, added to the file that is named beside it."""
    with tempfile.TemporaryDirectory() as name:
        patterns = Path(name) / "patterns"
        shutil.copytree(tap.TOP / "patterns", patterns)
        os.chmod(patterns, 0o755)
        os.chmod(patterns / file, 0o644)
        with (patterns / file).open("a", encoding="utf-8") as out:
            out.write("\n" + "\n".join(body) + "\n")
        done = subprocess.run([tap.KUTIP, "patterns", "check", patterns],
                              stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT)
    faults = done.stdout.decode("utf-8", "replace").split("\n")
    results.result(done.returncode == 0,
                   f"{place}:{line}: added to patterns/{file}",
                   faults if done.returncode else [])


def check_bootstrap(results, text):
    """The commands of bootstrap that are named are there."""
    script = (tap.TOP / "bootstrap").read_text(encoding="utf-8")
    unknown = [word for word in sorted(set(
        re.findall(r"\./bootstrap ([a-z]+)", text)))
        if not re.search(rf"^    (?:\w+ \| )*{word}\)", script, re.M)]
    results.result(not unknown, "README.md: the commands of ./bootstrap",
                   unknown)


def check_files(results, text):
    """The files of the tree that are named are there."""
    named = set(re.findall(r"(?:samples|patterns|src|tests|include)/"
                           r"[\w./-]*\w", text))
    missing = [name for name in sorted(named)
               if not (tap.TOP / name).exists() and "NAME" not in name]
    results.result(not missing, "README.md: the files it names", missing)


def update():
    """Writes the output of every command, and of the C program, anew."""
    text = README.read_text(encoding="utf-8")
    lines = text.split("\n")
    program = None
    for kind, rest, line, body in reversed(list(blocks(text))):
        new = body
        if kind == "console":
            new = []
            for command, status, expected in commands(body):
                actual = run_in_place(command)[1]
                new += [f"$ {command}", *([f"# exit {status}"] * (status > 0)),
                        *renewed(expected, actual)]
        elif kind == "text":
            program = line, body
        elif kind == "c" and program:
            with tempfile.TemporaryDirectory() as name:
                output = build_and_run("\n".join(body) + "\n", Path(name))
            # Behind this block, so that the lines before keep their places.
            lines[program[0]:program[0] + len(program[1])] = output
        if new is not body:
            lines[line:line + len(body)] = new
    README.write_text("\n".join(lines), encoding="utf-8")


def main():
    if sys.argv[1:] == ["--update"]:
        update()
        return
    results = tap.Tap()
    text = README.read_text(encoding="utf-8")
    found = list(blocks(text))
    place = README.name
    for i, (kind, rest, line, body) in enumerate(found):
        if kind == "console":
            for command, status, expected in commands(body):
                check_command(results, place, line, command, status, expected)
        elif kind == "c":
            check_program(results, place, line, body, found[i + 1][3])
        elif kind in ("words", "table", "templates"):
            check_patterns(results, place, line, rest, body)
    check_bootstrap(results, text)
    check_files(results, text)
    results.done()


if __name__ == "__main__":
    main()

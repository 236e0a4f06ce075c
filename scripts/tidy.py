#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy over every source of app, storage and ui: scripts/tidy.py [--build DIR] [--jobs N] [FOLDER…]

Most of a file's time goes into the headers of Qt, so the files of a layer are read some at a time: one generated file
includes them. Files that have a file-local name in common are put into different groups; where that was not seen
beforehand, a group is split until it can be read. The program itself is never built so. The path-sensitive
clang-analyzer checks look at a file's own functions only, so they have their say where a file is read alone.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LAYERS = ("app", "storage", "ui")
AT_ONCE = 32
# libstdc++ 12 in C++20 mode makes clang 14 refuse a header of qpdf's; read with the standard before, it passes.
OLDER = "-std=c++17"
OLDER_FLAGS = [OLDER, "-Wno-c++20-extensions"]


def commands(build):
    """The compile command of each source of the layers, by path."""
    found = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        source = pathlib.Path(entry["file"])
        if source.is_relative_to(ROOT) and source.relative_to(ROOT).parts[0] in LAYERS:
            found[source] = entry
    return found


def flags(entry):
    """What matters to a reader of the code: definitions, include folders, the language."""
    words = shlex.split(entry["command"])
    kept, i = [], 0
    while i < len(words):
        word = words[i]
        if word == "-isystem":
            kept += [word, words[i + 1]]
            i += 1
        elif word.startswith(("-D", "-I", "-std=", "-fPIC")):
            kept.append(word)
        i += 1
    return kept


# At the start of a line, as namespaces are not indented: a function, constant or type that is not a member's.
LOCAL = re.compile(r"(?<![\w:])(\w+) *(?:\(|=|;|\[|\{|:(?!:)|$)")
MEMBER = re.compile(r"\w::~?\w+\(|::operator")
NO_NAME = ("#", "/", "}", "{", " ", "using", "namespace", "Q_", "return")


def local_names(source):
    """Names that the file may define for itself; more of them do no harm."""
    names = set()
    for line in source.read_text().splitlines():
        if line and not line.startswith(NO_NAME) and not MEMBER.search(line) and (found := LOCAL.search(line)):
            names.add(found[1])
    return names


def groups(sources, entries):
    """Files of one layer with the same flags and no local name in common, some at a time."""
    by_kind = {}
    for source in sorted(sources):
        words = flags(entries[source])
        if any(name in source.read_text() for name in ("<qpdf/", "pdfobjects.h")):
            words += OLDER_FLAGS
        by_kind.setdefault((source.relative_to(ROOT).parts[0], tuple(words)), []).append(source)
    for (_, words), files in by_kind.items():
        filled = []
        for source in files:
            names = local_names(source)
            for group, taken in filled:
                if len(group) < AT_ONCE and not taken & names:
                    group.append(source)
                    taken |= names
                    break
            else:
                filled.append(([source], names))
        for group, _ in filled:
            yield list(words), group


def read(words, files, folder):
    """What clang-tidy says of the files, as text; empty where they are clean."""
    if len(files) == 1:
        target, checks = files[0], []
    else:
        target = folder / f"{abs(hash(tuple(files))):x}.cpp"
        target.write_text("".join(f'#include "{file}"\n' for file in files))
        # Sources include each other only here; and a name of another file of the group may look unused.
        checks = ["--checks=-bugprone-suspicious-include"]
    layers = "|".join(LAYERS)
    run = subprocess.run(
        ["clang-tidy-14", "--quiet", f"--config-file={ROOT / '.clang-tidy'}", *checks,
         f"--header-filter=^{ROOT}/({layers})/", str(target), "--", *words, "-Wno-unknown-warning-option",
         "-Wno-unused-const-variable"],
        capture_output=True, text=True, check=False)
    if run.returncode == 0 and not run.stdout.strip():
        return ""
    if "clang-diagnostic-error" in run.stdout:
        if len(files) > 1:
            half = len(files) // 2
            return read(words, files[:half], folder) + read(words, files[half:], folder)
        if OLDER not in words:
            return read([*words, *OLDER_FLAGS], files, folder)
    return run.stdout


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--build", default="build/dev", type=pathlib.Path)
    options.add_argument("--jobs", default=os.cpu_count(), type=int)
    options.add_argument("folders", nargs="*", type=pathlib.Path)
    given = options.parse_args()
    build = given.build if given.build.is_absolute() else ROOT / given.build
    entries = commands(build)
    wanted = [path.resolve() for path in given.folders]
    sources = [source for source in entries
               if "_autogen" not in str(source) and (not wanted or any(source.is_relative_to(w) for w in wanted))]
    if not sources:
        sys.exit("tidy: no sources found; is the build configured?")
    folder = build / "tidy"
    folder.mkdir(exist_ok=True)
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
        waiting = [pool.submit(read, *group, folder) for group in groups(sources, entries)]
        for done in concurrent.futures.as_completed(waiting):
            if told := done.result():
                print(told, flush=True)
                bad += 1
    print(f"tidy: {len(sources)} files, " + ("clean" if bad == 0 else f"findings in {bad} groups"))
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()

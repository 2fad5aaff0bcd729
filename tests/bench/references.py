#!/usr/bin/env python3
"""Compares what clausecheck reads of PDF and DOCX files with what other programs read.

    tests/bench/references.py FOLDER [--program target/release/clausecheck]

Needs, on the search path: pdftotext (poppler-utils), mutool (mupdf-tools), soffice
(libreoffice-writer). What is not there is left out. Prints a table for each format:

  CPU      user and system time of one process a file, in ms a file and ms a page
  memory   largest peak of resident memory of any of these processes, in MB
  F1       harmonic mean of precision and recall of words against the reference (multisets),
           mean over files; words are lower case, without ligatures, line-end hyphens and leaders
  bigram   the same of pairs of neighbouring words, which also see order and joined columns
  < .90    files whose word F1 is below .90

A reference is not the truth: pdftotext interleaves columns, LibreOffice drops hidden text.
"""

import argparse
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

WORD = re.compile(r"\w+(?:[-’'.,:/@]\w+)*")


# Runs a program from a small process, because the peak of a child includes that of its parent at
# its birth, and writes what it took to standard error.
LAUNCHER = """
import os, sys
null = os.open(os.devnull, os.O_WRONLY)
pid = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ,
                      file_actions=[(os.POSIX_SPAWN_DUP2, null, 2)])
usage = os.wait4(pid, 0)[2]
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, file=sys.stderr)
"""


def run(command):
    """Standard output, CPU seconds and peak memory in MB of a program."""
    done = subprocess.run([sys.executable, "-I", "-S", "-c", LAUNCHER, *command], capture_output=True)
    cpu, memory = map(float, done.stderr.split()[-2:])
    return done.stdout, cpu, memory


def words(text):
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "-")
    text = re.sub(r"[\u2010\u2011]", "-", text)
    text = re.sub(r"(\w)-\s*\n\s*(?=[a-zà-ÿ])", r"\1", text)
    return WORD.findall(text.lower().replace("-", ""))


def scores(ours, reference):
    """Precision, recall and F1 of multisets."""
    ours, reference = collections.Counter(ours), collections.Counter(reference)
    shared = sum((ours & reference).values())
    precision = shared / max(sum(ours.values()), 1)
    recall = shared / max(sum(reference.values()), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


class Row:
    def __init__(self):
        self.cpu, self.memory, self.files = 0.0, 0.0, 0

    def add(self, cpu, memory):
        self.cpu += cpu
        self.memory = max(self.memory, memory)
        self.files += 1


def ours(program, file):
    out, cpu, memory = run([program, "extract", "--format", "json", "--ocr", "never",
                            "--no-isolation", str(file)])
    documents = [json.loads(line) for line in out.decode().splitlines() if line]
    text = "\n".join(
        # Automatic numbers are not part of the text, and other programs print them.
        " ".join(filter(None, [block.get("label"), own(document, block)]))
        for document in documents for block in document["blocks"])
    pages = sum(len(document["pages"]) for document in documents)
    return text, cpu, memory, pages


def own(document, block):
    start, end = block["span"]
    return document["text"].encode()[start:end].decode()


def pdf(program, files):
    tools = {"pdftotext": ["pdftotext", "FILE", "-"], "mutool": ["mutool", "draw", "-q", "-F", "txt", "FILE"]}
    tools = {name: command for name, command in tools.items() if shutil.which(name)}
    rows, quality, pages, bad = collections.defaultdict(Row), collections.defaultdict(list), 0, []
    for file in files:
        text, cpu, memory, count = ours(program, file)
        rows["clausecheck"].add(cpu, memory)
        pages += count
        read = {"clausecheck": words(text)}
        for name, command in tools.items():
            out, cpu, memory = run([str(file) if part == "FILE" else part for part in command])
            rows[name].add(cpu, memory)
            read[name] = words(out.decode("utf-8", "replace"))
        for reference in tools:
            if len(read[reference]) < 20:
                continue
            for name, own_words in read.items():
                if name == reference:
                    continue
                f1 = scores(own_words, read[reference])[2]
                pairs = lambda w: list(zip(w, w[1:]))
                quality[name, reference].append((f1, scores(pairs(own_words), pairs(read[reference]))[2]))
                if name == "clausecheck" and f1 < 0.9:
                    bad.append(f"{file}: {f1:.3f} against {reference}")
    print(f"\nPDF: {len(files)} files, {pages} pages")
    for name, row in rows.items():
        print(f"  {name:12} {1000 * row.cpu / row.files:8.1f} ms a file {1000 * row.cpu / max(pages, 1):7.2f} ms a page"
              f" {row.memory:7.0f} MB   CPU {row.cpu:.2f} s")
    for (name, reference), pairs in sorted(quality.items()):
        f1 = sum(pair[0] for pair in pairs) / len(pairs)
        bigram = sum(pair[1] for pair in pairs) / len(pairs)
        low = sum(pair[0] < 0.9 for pair in pairs)
        print(f"  {name:12} against {reference:10} F1 {f1:.4f}   bigram {bigram:.4f}   < .90: {low} of {len(pairs)}")
    print("\n".join("    " + line for line in bad))


def docx(program, files):
    if not shutil.which("soffice"):
        print("\nDOCX: soffice is not installed, left out")
        return
    row, reference, results = Row(), Row(), []
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        for file in files:
            text, cpu, memory, _ = ours(program, file)
            row.add(cpu, memory)
            _, cpu, memory = run(["soffice", profile, "--headless", "--convert-to",
                                  "txt:Text (encoded):UTF8", "--outdir", folder, str(file)])
            reference.add(cpu, memory)
            converted = pathlib.Path(folder, file.stem + ".txt")
            if converted.exists():
                theirs = words(converted.read_text("utf-8", "replace"))
                own_words = words(text)
                pairs = lambda w: list(zip(w, w[1:]))
                results.append((*scores(own_words, theirs), scores(pairs(own_words), pairs(theirs))[2], file))
                converted.unlink()
    print(f"\nDOCX: {len(files)} files")
    for name, of in [("clausecheck", row), ("soffice", reference)]:
        print(f"  {name:12} {1000 * of.cpu / max(of.files, 1):8.1f} ms a file {of.memory:7.0f} MB")
    mean = lambda index: sum(result[index] for result in results) / max(len(results), 1)
    print(f"  against soffice: recall {mean(1):.4f}   F1 {mean(2):.4f}   bigram {mean(3):.4f}")
    for result in sorted(results, key=lambda result: result[1])[:3]:
        print(f"    lowest recall {result[1]:.4f}  {result[4]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--program", default="target/release/clausecheck")
    arguments = parser.parse_args()
    found = lambda suffix: sorted(arguments.folder.rglob("*" + suffix))
    pdf(arguments.program, found(".pdf"))
    docx(arguments.program, found(".docx"))


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Whether the same text in other formats gets the same verdicts.

    tests/bench/agreement.py FOLDER… [--program target/release/clausecheck]

Takes every DOCX below the folders, has LibreOffice (soffice) write it as PDF, ODT, RTF and HTML and
clausecheck itself as Markdown, and compares the verdicts of each with those of the DOCX. Files with
the same name and another extension that lie beside each other are compared as well. Lists every
disagreement with the passage on either side.
"""

import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

FORMATS = ["pdf", "odt", "rtf", "html"]
BESIDE = [".docx", ".pdf", ".md", ".odt", ".rtf", ".html"]


def judge(program, file):
    """Verdict and first passage of each rule; none if the file was not fully read."""
    out = subprocess.run([program, "check", "--format", "json", "--fail-on", "never", str(file)],
                         capture_output=True).stdout
    pack = json.loads(out)["packs"][0]
    if any(document["status"] != "read" for document in pack["documents"]):
        return None
    passage = lambda finding: next((e["quote"] for e in finding["evidence"] if e["role"] != "nearest"), "")
    return {f["rule"]: (f["verdict"], passage(f)) for f in pack["findings"]}


def compare(name, one, other, totals):
    for rule, (verdict, quote) in one.items():
        found, other_quote = other[rule]
        totals[found == verdict] += 1
        if found != verdict:
            print(f"  {name}: {rule}: {verdict} / {found}\n      “{quote[:150]}”\n      “{other_quote[:150]}”")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--program", default="target/release/clausecheck")
    arguments = parser.parse_args()
    program = str(pathlib.Path(arguments.program).resolve())
    totals = collections.defaultdict(collections.Counter)
    for folder in arguments.folders:
        files = sorted(file for file in folder.rglob("*") if file.suffix in BESIDE)
        with tempfile.TemporaryDirectory() as made:
            profile = f"-env:UserInstallation=file://{made}/profile"
            for file in (file for file in files if file.suffix == ".docx"):
                judged = judge(program, file)
                if judged is None:
                    print(f"  {file.name}: not fully read, left out")
                    continue
                markdown = pathlib.Path(made, "converted.md")
                subprocess.run([program, "extract", "--format", "markdown", "-o", markdown, file], capture_output=True)
                others = {"md": markdown}
                for suffix in FORMATS:
                    subprocess.run(["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", made, file],
                                   capture_output=True)
                    others[suffix] = pathlib.Path(made, f"{file.stem}.{suffix}")
                for suffix, other in others.items():
                    found = judge(program, other) if other.exists() else None
                    if found is None:
                        print(f"  {file.name}: {suffix} could not be made or was not fully read")
                    else:
                        compare(f"{file.name} as {suffix}", judged, found, totals[suffix])
        beside = collections.defaultdict(list)
        for file in files:
            beside[file.with_suffix("")].append(file)
        for group in (group for group in beside.values() if len(group) > 1):
            judged = [(file, judge(program, file)) for file in group]
            judged = [(file, found) for file, found in judged if found]
            for file, found in judged[1:]:
                compare(f"{judged[0][0].name} beside {file.suffix}", judged[0][1], found, totals["beside"])
    print()
    for suffix, counts in totals.items():
        print(f"{suffix:7} {counts[True]} of {counts[True] + counts[False]} verdicts agree")


if __name__ == "__main__":
    sys.exit(main())

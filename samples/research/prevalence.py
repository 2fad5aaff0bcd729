"""Redraws the first figure of an audit from its tables, and compares the kinds of documents.

    clausecheck audit samples/clean samples/gapped -o run
    python samples/research/prevalence.py run prevalence.png

Cells begin with `# %%`, as editors that know notebooks expect. Needs pandas and matplotlib.
"""

# %% Read
import json
import sys
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import pandas as pd

run, figure = Path(sys.argv[1]), Path(sys.argv[2])
about = json.loads((run / "run.json").read_text(encoding="utf-8"))
# An empty cell is a value that is not there; the text "NA" is a text.
read = lambda name: pd.read_csv(run / name, keep_default_na=False, na_values=[""])
shares = read("statistics/prevalence.csv")
findings = read("findings.csv")
documents = read("documents.csv")

# %% Check: the shares follow from the findings
fully_read = read("packs.csv").query("status == 'read'")["pack"]
counted = findings[findings["pack"].isin(fully_read)]
present = counted["verdict"].isin(["met", "weak", "contradicted"])
again = present.groupby(counted["rule"]).mean()
whole = shares[shares["column"].isna()].query("measure == 'present' and counting == 'packs'")
whole = whole.set_index("rule")
if (read("packs.csv")["weight"] == 1).all():
    assert (again.reindex(whole.index) - whole["share"]).abs().max() < 1e-6

# %% Draw
ordered = whole.sort_values("share")
fig, axes = plt.subplots(figsize=(8, 2 + len(ordered) / 6))
errors = [ordered["share"] - ordered["low"], ordered["high"] - ordered["share"]]
axes.errorbar(ordered["share"], range(len(ordered)), xerr=[e.clip(lower=0) for e in errors], fmt="o")
axes.set_yticks(range(len(ordered)), ordered.index, fontsize=7)
axes.set_xlim(0, 1)
axes.set_xlabel("Share of packs")
fig.tight_layout()
fig.savefig(figure)

# %% Look: verdicts by the kind of document
kinds = documents[["pack", "kinds"]].fillna({"kinds": "unknown"}).drop_duplicates("pack")
table = pd.crosstab(findings.merge(kinds, on="pack")["kinds"], findings["verdict"])
print(f"{about['tool']['name']} {about['tool']['version']}, {about['counts']['packs']} packs")
print(table.to_string())

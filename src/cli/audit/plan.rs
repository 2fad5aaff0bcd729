//! A plan that is written down before the corpus is opened, and kept to afterwards.

use super::Audit;
use crate::cli::Failure;
use crate::cli::output;
use serde::Deserialize;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Name of the format.
const SCHEMA: &str = "clausecheck/plan/v1";

/// What is decided before anyone knows what it will show.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Plan {
    schema: String,
    tool: String,
    ruleset: String,
    ruleset_hash: String,
    options: BTreeMap<String, String>,
    statistics: BTreeMap<String, String>,
}

impl Audit<'_> {
    fn plan(&self) -> Plan {
        let statistics = &self.args.statistics;
        let column = |name: &Option<String>| name.clone().unwrap_or_default();
        let entries = [
            ("by", statistics.by.join(",")),
            ("trend", column(&statistics.trend)),
            ("weight", column(&statistics.weight)),
            ("detector", self.brought.detector_hash().to_owned()),
            ("seed", statistics.seed.to_string()),
            ("draws", statistics.draws.to_string()),
            ("similarity", statistics.similarity.to_string()),
            ("exclude", self.args.exclude.join(",")),
        ];
        Plan {
            schema: SCHEMA.to_owned(),
            tool: self.basis.tool.clone(),
            ruleset: self.ruleset.stamp.name.clone(),
            ruleset_hash: self.basis.ruleset.clone(),
            options: self.basis.options.clone(),
            statistics: entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        }
    }

    /// Writes the plan, and tells the hash to publish with it.
    pub(super) fn preregister(&self, path: &Path) -> Result<u8, Failure> {
        if path.exists() {
            return Err(Failure::new(format!(
                "`{}` is there already\n  help: a plan is written once; name a new file",
                path.display()
            )));
        }
        let mut text = serde_json::to_string_pretty(&self.plan()).map_err(Failure::new)?;
        text.push('\n');
        output::deliver(Some(path), |out| out.write_all(text.as_bytes()))?;
        output::deliver(None, |out| {
            writeln!(out, "plan written to {}", path.display())?;
            writeln!(out, "BLAKE3 {}", blake3::hash(text.as_bytes()).to_hex())?;
            writeln!(out, "publish both before you open the corpus, then audit with `--plan`")
        })?;
        Ok(0)
    }

    /// The hash of a plan, if rules and options are those of the plan.
    pub(super) fn keep_to(&self, path: &Path) -> Result<String, Failure> {
        let shown = path.display();
        let text = fs::read_to_string(path)
            .map_err(|error| Failure::new(format!("`{shown}` cannot be read: {error}")))?;
        let plan: Plan = serde_json::from_str(&text)
            .map_err(|error| Failure::new(format!("`{shown}` is no plan: {error}")))?;
        let differs = differences(&plan, &self.plan());
        if differs.is_empty() {
            return Ok(blake3::hash(text.as_bytes()).to_hex().to_string());
        }
        Err(Failure::new(format!(
            "this is not what `{shown}` says\n  {}\n  help: audit as planned, or without `--plan` and say so",
            differs.join("\n  ")
        )))
    }
}

fn differences(planned: &Plan, now: &Plan) -> Vec<String> {
    let mut differs = Vec::new();
    let mut compare = |what: &str, planned: &str, now: &str| {
        if planned != now {
            differs.push(format!("{what}: planned `{planned}`, now `{now}`"));
        }
    };
    compare("format", &planned.schema, &now.schema);
    compare("version", &planned.tool, &now.tool);
    compare("ruleset", &planned.ruleset, &now.ruleset);
    compare("rules", &planned.ruleset_hash, &now.ruleset_hash);
    for (planned, now) in [(&planned.options, &now.options), (&planned.statistics, &now.statistics)]
    {
        let mut names: Vec<&String> = planned.keys().chain(now.keys()).collect();
        names.sort();
        names.dedup();
        for name in names {
            let of =
                |options: &BTreeMap<String, String>| options.get(name).cloned().unwrap_or_default();
            compare(name, &of(planned), &of(now));
        }
    }
    differs
}

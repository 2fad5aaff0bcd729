//! What an audit is given beside documents: options, metadata, and how well the rules were measured.

use super::AuditArgs;
use super::StatisticsArgs;
use super::UnitOf;
use crate::app;
use crate::cli::Failure;
use crate::cli::args::Changes;
use crate::cli::args::Ocr;
use crate::cli::output;
use crate::corpus::detector;
use crate::corpus::detector::Detectors;
use crate::corpus::metadata;
use crate::corpus::metadata::Metadata;
use crate::report::corpus::run;
use crate::ruleset::Ruleset;
use clap::ValueEnum;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Most categories of a column.
const MOST_CATEGORIES: usize = 200;
/// Most names of a list that are shown; all are in `run.json`.
const SHOWN: usize = 20;

/// Tables that the researcher brought.
#[derive(Default)]
pub(super) struct Brought {
    /// What is known about the packs.
    pub(super) metadata: Metadata,
    /// Columns by which packs are divided.
    pub(super) by: Vec<usize>,
    /// Column with the year.
    pub(super) trend: Option<usize>,
    /// Column with the weight.
    weight: Option<usize>,
    /// How well the rules recognise clauses.
    pub(super) detectors: Detectors,
    metadata_hash: String,
    detector_hash: String,
}

impl Brought {
    /// Reads the tables, or says all that is wrong with them.
    pub(super) fn read(args: &StatisticsArgs, ruleset: &Ruleset) -> Result<Self, Failure> {
        let mut brought = Self::default();
        let mut problems = Vec::new();
        if let Some(path) = &args.metadata {
            match text_of(path) {
                Ok(text) => {
                    brought.metadata_hash = blake3::hash(text.as_bytes()).to_hex().to_string();
                    match metadata::read(&text, args.id.as_deref()) {
                        Ok(metadata) => brought.metadata = metadata,
                        Err(found) => problems.extend(
                            found.iter().map(|problem| format!("{}: {problem}", path.display())),
                        ),
                    }
                }
                Err(problem) => problems.push(problem),
            }
        }
        if problems.is_empty() {
            brought.choose_columns(args, &mut problems);
        }
        if let Some(path) = &args.detector {
            let read = text_of(path).and_then(|text| {
                brought.detector_hash = blake3::hash(text.as_bytes()).to_hex().to_string();
                detector::read(&text).map_err(|problem| format!("{}: {problem}", path.display()))
            });
            match read {
                Ok(detectors) => brought.detectors = detectors,
                Err(problem) => problems.push(problem),
            }
        }
        if !problems.is_empty() {
            return Err(Failure::new(format!("{}\nnothing was audited", problems.join("\n"))));
        }
        brought.warn_of_other_rules(ruleset);
        Ok(brought)
    }

    fn choose_columns(&mut self, args: &StatisticsArgs, problems: &mut Vec<String>) {
        let metadata = &self.metadata;
        let mut column = |name: &String| {
            let found = metadata.column(name);
            if found.is_none() {
                let known = metadata.columns.join(", ");
                problems.push(format!("the metadata have no column `{name}`\n  help: {known}"));
            }
            found
        };
        let mut by: Vec<usize> = args.by.iter().filter_map(&mut column).collect();
        let trend = args.trend.as_ref().and_then(&mut column);
        let weight = args.weight.as_ref().and_then(&mut column);
        by.dedup();
        self.by = by;
        self.trend = trend;
        self.weight = weight;
    }

    /// Rules that changed since they were measured may make other mistakes now.
    fn warn_of_other_rules(&self, ruleset: &Ruleset) {
        if !self.detectors.ruleset.is_empty() && self.detectors.ruleset != ruleset.stamp.hash {
            output::tell(
                "note: the detector was measured with other rules than these, so corrected shares may be off",
            );
        }
        let ids = || ruleset.rules.iter().map(|rule| &rule.card.id);
        if !self.detectors.rules.is_empty()
            && !ids().any(|id| self.detectors.rules.contains_key(id))
        {
            output::tell("note: the detector was measured for none of these rules");
        }
    }

    /// Packs without a line in the metadata, and lines without a pack. Stops if there are any,
    /// unless that is allowed, and in any case if nothing matches.
    pub(super) fn unmatched(
        &self,
        packs: &[String],
        args: &StatisticsArgs,
    ) -> Result<(Vec<String>, Vec<String>), Failure> {
        if args.metadata.is_none() {
            return Ok((Vec::new(), Vec::new()));
        }
        let (without, stray) = self.metadata.unmatched(packs);
        let nothing = without.len() == packs.len();
        if (!without.is_empty() || !stray.is_empty()) && (nothing || !args.allow_unmatched) {
            let help = if nothing {
                "packs are named by their path below the corpus; of several folders, with the name of the folder before it"
            } else {
                "complete the metadata, or use `--allow-unmatched`"
            };
            return Err(Failure::new(format!(
                "the metadata do not match the corpus\n{}{}  help: {help}",
                listed("packs without a line", &without),
                listed("lines without a pack", &stray)
            )));
        }
        let owned = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect();
        Ok((owned(without), owned(stray)))
    }

    /// Stops at a column with so many categories that it divides nothing: a name, or a number of its
    /// own for each pack.
    pub(super) fn refuse_scattered(&self, packs: &[String]) -> Result<(), Failure> {
        for column in &self.by {
            let found = self.metadata.categories(packs, *column);
            let categories: BTreeSet<&String> = found.iter().collect();
            if categories.len() > MOST_CATEGORIES {
                return Err(Failure::new(format!(
                    "the column `{}` has {} categories, and at most {MOST_CATEGORIES} can be compared\n  help: put packs into fewer categories in a column of their own",
                    self.metadata.columns[*column],
                    categories.len()
                )));
            }
        }
        Ok(())
    }

    /// The weight of each pack: 1 if there are none, or an error that lists what is no weight.
    pub(super) fn weights(&self, packs: &[String]) -> Result<Vec<f64>, Failure> {
        let Some(column) = self.weight else { return Ok(vec![1.0; packs.len()]) };
        let weight = |pack: &String| {
            metadata::number(self.metadata.cell(pack, column)).filter(|weight| *weight > 0.0)
        };
        let weights: Vec<Option<f64>> = packs.iter().map(weight).collect();
        let without = packs.iter().zip(&weights).filter(|(_, weight)| weight.is_none());
        let without: Vec<&str> = without.map(|(pack, _)| pack.as_str()).collect();
        if without.is_empty() {
            return Ok(weights.into_iter().flatten().collect());
        }
        Err(Failure::new(format!(
            "a weight is a number above 0\n{}  help: fill in the column `{}`",
            listed("packs without a weight", &without),
            self.metadata.columns[column]
        )))
    }

    /// The options as `run.json` tells them.
    pub(super) fn described(&self, args: &AuditArgs) -> run::Statistics {
        let statistics = &args.statistics;
        let source = |path: &std::path::PathBuf, hash: &String| run::Source {
            path: path.display().to_string(),
            blake3: hash.clone(),
        };
        run::Statistics {
            metadata: statistics.metadata.as_ref().map(|p| source(p, &self.metadata_hash)),
            id: statistics.id.clone(),
            by: statistics.by.clone(),
            trend: statistics.trend.clone(),
            weight: statistics.weight.clone(),
            detector: statistics.detector.as_ref().map(|p| source(p, &self.detector_hash)),
            seed: statistics.seed,
            draws: statistics.draws as usize,
            similarity: statistics.similarity,
            parquet: args.parquet,
        }
    }

    /// BLAKE3 of the detector file; empty if there is none.
    pub(super) fn detector_hash(&self) -> &str {
        &self.detector_hash
    }
}

fn text_of(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| {
        format!("{}: it cannot be read: {error}\n  help: it must be UTF-8 text", path.display())
    })
}

/// A list with its name, cut where it gets long.
pub(in crate::cli) fn listed(what: &str, names: &[&str]) -> String {
    if names.is_empty() {
        return String::new();
    }
    let mut text = format!("  {what} ({}):\n", names.len());
    for name in names.iter().take(SHOWN) {
        text.push_str(&format!("    {name}\n"));
    }
    if names.len() > SHOWN {
        text.push_str(&format!("    and {} more\n", names.len() - SHOWN));
    }
    text
}

fn word(value: &impl ValueEnum) -> String {
    value.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

/// The options on which findings depend, by name.
pub(super) fn options(args: &AuditArgs) -> BTreeMap<String, String> {
    let reading = &args.reading;
    let recognition = match reading.ocr {
        Ocr::Never => "none".to_owned(),
        Ocr::Auto | Ocr::Always => app::recognition().map_or_else(
            || "none".to_owned(),
            |(version, languages)| {
                let codes: Vec<&str> = languages.iter().map(|language| language.code()).collect();
                format!("{version} ({})", codes.join(" "))
            },
        ),
    };
    let kinds: Vec<String> = reading.kind.iter().map(word).collect();
    let entries = [
        ("readers", env!("CLAUSECHECK_READERS").to_owned()),
        ("unit", word(&args.unit)),
        ("language", reading.lang.map(|l| l.code().to_owned()).unwrap_or_default()),
        ("changes", word(&reading.changes)),
        ("ocr", word(&reading.ocr)),
        ("recognition", recognition),
        ("assume", reading.assume.join(",")),
        ("kind", kinds.join(",")),
        ("limits", word(&reading.guard.limits)),
        ("password", if reading.password.is_some() { "given" } else { "" }.to_owned()),
    ];
    entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// The options as they would be typed, so that the audit can be made again. What protects the machine
/// and what a password is, is not among them.
pub(in crate::cli) fn canonical(args: &AuditArgs) -> Vec<String> {
    let (reading, statistics) = (&args.reading, &args.statistics);
    let mut typed = vec!["--ruleset".to_owned(), reading.ruleset.clone()];
    let mut option = |name: &str, value: String| typed.extend([name.to_owned(), value]);
    if args.unit != UnitOf::Document {
        option("--unit", word(&args.unit));
    }
    args.exclude.iter().for_each(|pattern| option("--exclude", pattern.clone()));
    if let Some(language) = reading.lang {
        option("--lang", language.code().to_owned());
    }
    if reading.changes != Changes::Accepted {
        option("--changes", word(&reading.changes));
    }
    if reading.ocr != Ocr::Auto {
        option("--ocr", word(&reading.ocr));
    }
    if !reading.assume.is_empty() {
        option("--assume", reading.assume.join(","));
    }
    reading.kind.iter().for_each(|kind| option("--kind", word(kind)));
    option("--limits", word(&reading.guard.limits));
    for (name, path) in [("--metadata", &statistics.metadata), ("--detector", &statistics.detector)]
    {
        if let Some(path) = path {
            option(name, path.display().to_string());
        }
    }
    let columns = [
        ("--id", &statistics.id),
        ("--trend", &statistics.trend),
        ("--weight", &statistics.weight),
    ];
    for (name, column) in columns {
        if let Some(column) = column {
            option(name, column.clone());
        }
    }
    if !statistics.by.is_empty() {
        option("--by", statistics.by.join(","));
    }
    option("--seed", statistics.seed.to_string());
    option("--draws", statistics.draws.to_string());
    option("--similarity", statistics.similarity.to_string());
    if statistics.allow_unmatched {
        typed.push("--allow-unmatched".to_owned());
    }
    if args.parquet {
        typed.push("--parquet".to_owned());
    }
    typed
}

//! The files of the user's policy, as `clausecheck check` is given them: waivers, baseline, lock.

use super::Failure;
use super::output;
use crate::config;
use crate::model::Report;
use crate::model::RulesetStamp;
use crate::model::Severity;
use crate::report::words::count;
use crate::review;
use crate::review::KnownGap;
use crate::review::Threshold;
use crate::review::WaiverEntry;
use crate::ruleset;
use crate::ruleset::Ruleset;
use clap::Args as ClapArgs;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::fmt::Display;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::path::PathBuf;

/// Largest policy file that is read, in bytes.
const MAX_BYTES: u64 = 16 << 20;

#[derive(Debug, ClapArgs)]
pub(super) struct PolicyArgs {
    /// File of accepted gaps, each with reason, approver and last day; may be given several times
    #[arg(long, value_name = "FILE")]
    waivers: Vec<PathBuf>,
    /// File of gaps that were there before, as `--write-baseline` writes it
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// File to write the gaps of this run to; days on which gaps were first seen are kept
    #[arg(long, value_name = "FILE")]
    write_baseline: Option<PathBuf>,
    /// Count only gaps that the baseline does not know
    #[arg(long, requires = "baseline")]
    fail_on_new: bool,
    /// File of the rulesets that were agreed on, as `rules lock` writes it
    #[arg(long, value_name = "FILE")]
    lock: Option<PathBuf>,
    /// The day as of which waivers hold, as YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DAY")]
    today: Option<Date>,
    /// End with exit code 0 whatever was found or not read; 2 still means that nothing was checked
    #[arg(long)]
    pub(super) exit_zero: bool,
}

/// What was read of it.
pub(super) struct Policy<'a> {
    args: &'a PolicyArgs,
    waivers: Vec<WaiverEntry>,
    baseline: Vec<KnownGap>,
    lock: Option<(String, Vec<RulesetStamp>)>,
    today: Date,
}

impl PolicyArgs {
    /// The files that are read.
    pub(super) fn files(&self) -> impl Iterator<Item = &Path> {
        let one = self.baseline.iter().chain(&self.lock);
        self.waivers.iter().chain(one).map(PathBuf::as_path)
    }

    /// Reads the files, with all problems of all of them at once.
    pub(super) fn read(&self, ruleset: &Ruleset) -> Result<Policy<'_>, Failure> {
        let mut problems = Vec::new();
        let mut waivers = Vec::new();
        for path in &self.waivers {
            let read =
                read_text(path, "waivers").and_then(|text| parse_waivers(path, &text, ruleset));
            waivers.extend(collect(read, &mut problems).unwrap_or_default());
        }
        let baseline = self.baseline.as_ref().map(|path| {
            let text = read_text(path, "baseline");
            text.and_then(|text| config::parse_baseline(&shown(path), &text).map_err(tell))
        });
        let baseline = baseline.and_then(|read| collect(read, &mut problems));
        let lock = self.lock.as_ref().map(|path| {
            let text = read_text(path, "lock");
            let stamps =
                text.and_then(|text| config::parse_lock(&shown(path), &text).map_err(tell));
            stamps.map(|stamps| (shown(path), stamps))
        });
        let lock = lock.and_then(|read| collect(read, &mut problems));
        if !problems.is_empty() {
            return Err(Failure::new(problems.join("\n\n")));
        }
        let today = self.today.unwrap_or_else(|| jiff::ZonedDateTime::now().date());
        Ok(Policy { args: self, waivers, baseline: baseline.unwrap_or_default(), lock, today })
    }
}

impl Policy<'_> {
    /// Marks what people decided in a report.
    pub(super) fn apply(&self, report: &mut Report) {
        review::recognise(report, &self.baseline);
        review::waive(report, &self.waivers, self.today);
        if let Some((source, stamps)) = &self.lock {
            review::compare_with_lock(report, stamps, source);
        }
    }

    /// Writes the baseline of a report, if it is to be written. Gaps of packs that are not in the
    /// report stay as they are in the file.
    pub(super) fn write_baseline(&self, report: &Report) -> Result<(), Failure> {
        let Some(path) = &self.args.write_baseline else { return Ok(()) };
        let before = if path.exists() { stored_baseline(path)? } else { self.baseline.clone() };
        let gaps = review::baseline(report, &before, self.today);
        let text = config::render_baseline(&gaps);
        output::deliver(Some(path), |out| out.write_all(text.as_bytes()))?;
        output::tell(&format!("{} written to {}", count(gaps.len(), "gap"), path.display()));
        Ok(())
    }

    /// How a run over the report ends.
    pub(super) fn exit_code(&self, report: &Report, fail_on: Option<Severity>) -> u8 {
        let threshold = Threshold { fail_on, only_new: self.args.fail_on_new };
        let code = review::gate_with(report, threshold).exit_code();
        if self.args.exit_zero { 0 } else { code }
    }
}

/// The waivers of a file; none of one that is not there yet.
pub(super) fn stored_waivers(path: &Path) -> Result<Vec<WaiverEntry>, Failure> {
    if !path.exists() {
        return Ok(Vec::new());
    }
    let shipped = ruleset::load("baseline").map_err(Failure::new)?;
    read_text(path, "waivers")
        .and_then(|text| parse_waivers(path, &text, &shipped))
        .map_err(Failure::new)
}

/// The gaps of a baseline; none of one that is not there yet.
pub(super) fn stored_baseline(path: &Path) -> Result<Vec<KnownGap>, Failure> {
    if !path.exists() {
        return Ok(Vec::new());
    }
    let text = read_text(path, "baseline").map_err(Failure::new)?;
    config::parse_baseline(&shown(path), &text).map_err(Failure::new)
}

/// The value, or its problem among the others.
fn collect<T>(read: Result<T, String>, problems: &mut Vec<String>) -> Option<T> {
    match read {
        Ok(value) => Some(value),
        Err(problem) => {
            problems.push(problem);
            None
        }
    }
}

fn tell(problem: impl Display) -> String {
    problem.to_string()
}

fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

/// Waivers may name any rule of the ruleset and any shipped one: the same file serves several
/// rulesets.
fn parse_waivers(path: &Path, text: &str, ruleset: &Ruleset) -> Result<Vec<WaiverEntry>, String> {
    let own: BTreeSet<&str> = ruleset.rules.iter().map(|rule| rule.card.id.as_str()).collect();
    config::parse_waivers(&shown(path), text, &own).or_else(|_| {
        let shipped = ruleset::builtin_rules();
        let known = own.iter().copied().chain(shipped.iter().map(String::as_str)).collect();
        config::parse_waivers(&shown(path), text, &known).map_err(tell)
    })
}

/// The text of a policy file, which is bounded.
pub(super) fn read_text(path: &Path, what: &str) -> Result<String, String> {
    let failed = |error: std::io::Error| {
        format!("the {what} file `{}` cannot be read: {error}", path.display())
    };
    let known = fs::metadata(path).map_err(failed)?;
    if !known.is_file() {
        return Err(format!("the {what} file `{}` is no ordinary file", path.display()));
    }
    let mut text = String::new();
    let file = fs::File::open(path).map_err(failed)?;
    file.take(MAX_BYTES + 1).read_to_string(&mut text).map_err(failed)?;
    if text.len() as u64 > MAX_BYTES {
        let megabytes = MAX_BYTES >> 20;
        return Err(format!("the {what} file `{}` is larger than {megabytes} MB", path.display()));
    }
    Ok(text)
}

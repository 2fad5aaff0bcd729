//! `clausecheck review import`: what officers decided in a workbook, brought back as waivers and confirmed gaps.

use super::Failure;
use super::output;
use super::policy;
use super::workbook;
use super::workbook::Cells;
use crate::config;
use crate::model::Language;
use crate::model::Verdict;
use crate::report::words::Words;
use crate::report::words::count;
use crate::report::xlsx::DECISIONS;
use crate::review;
use crate::review::Choice;
use crate::review::Decision;
use crate::review::KnownGap;
use crate::review::WaiverEntry;
use clap::Args as ClapArgs;
use clap::Subcommand;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// Largest workbook that is read, in bytes.
const LARGEST: u64 = 64 << 20;

#[derive(Debug, ClapArgs)]
pub(super) struct ReviewArgs {
    #[command(subcommand)]
    command: ReviewCommand,
}

#[derive(Debug, Subcommand)]
enum ReviewCommand {
    /// Bring decisions back that were made in a workbook of `check -o gaps.xlsx`
    Import(ImportArgs),
}

#[derive(Debug, ClapArgs)]
struct ImportArgs {
    /// The workbook
    workbook: PathBuf,
    /// File of waivers to add the accepted gaps to; newer decisions replace older ones
    #[arg(long, value_name = "FILE", default_value = "waivers.toml")]
    waivers: PathBuf,
    /// File of known gaps to add the confirmed ones to
    #[arg(long, value_name = "FILE", default_value = "baseline.toml")]
    baseline: PathBuf,
    /// The day on which the decisions were made, as YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DAY")]
    today: Option<Date>,
}

pub(super) fn run(args: &ReviewArgs) -> Result<u8, Failure> {
    let ReviewCommand::Import(args) = &args.command;
    let shown = args.workbook.display();
    let failed = |why: String| Failure::new(format!("`{shown}` cannot be read: {why}"));
    let size = fs::metadata(&args.workbook).map_err(|error| failed(error.to_string()))?.len();
    if size > LARGEST {
        return Err(failed("it is larger than any workbook of clausecheck".to_owned()));
    }
    let bytes = fs::read(&args.workbook).map_err(|error| failed(error.to_string()))?;
    let sheets = workbook::sheets(bytes).map_err(failed)?;
    let decisions =
        sheets.iter().find_map(|(name, cells)| decisions(name, cells)).ok_or_else(|| {
            let help =
                "it must be one that `check -o gaps.xlsx` wrote; keep its headings as they are";
            Failure::new(format!(
                "no sheet of `{shown}` has the columns of decisions\n  help: {help}"
            ))
        })?;
    let decisions = decisions.map_err(|problems| Failure::new(problems.join("\n")))?;
    let today = args.today.unwrap_or_else(|| jiff::ZonedDateTime::now().date());
    let decided = review::decide(&decisions, today);
    if !decided.problems.is_empty() {
        let problems = decided.problems.join("\n");
        return Err(Failure::new(format!("nothing was imported from `{shown}`\n{problems}")));
    }
    let waivers = add_waivers(&args.waivers, &decided.waivers)?;
    let confirmed = add_confirmed(&args.baseline, &decided.confirmed)?;
    output::tell(&format!(
        "{} in {}, {} in {}",
        count(waivers, "accepted gap"),
        args.waivers.display(),
        count(confirmed, "confirmed gap"),
        args.baseline.display()
    ));
    Ok(0)
}

/// Adds waivers to a file: how many it was.
fn add_waivers(path: &Path, new: &[WaiverEntry]) -> Result<usize, Failure> {
    if new.is_empty() {
        return Ok(0);
    }
    let mut all = policy::stored_waivers(path)?;
    let same = |old: &WaiverEntry, one: &WaiverEntry| {
        (&old.rule, &old.pack) == (&one.rule, &one.pack) && old.document.is_none()
    };
    all.retain(|old| !new.iter().any(|one| same(old, one)));
    all.extend(new.iter().cloned());
    let text = config::render_waivers(&all);
    output::deliver(Some(path), |out| out.write_all(text.as_bytes()))?;
    Ok(new.len())
}

/// Adds confirmed gaps to a file: how many it was. The day on which a gap was first seen stays.
fn add_confirmed(path: &Path, new: &[KnownGap]) -> Result<usize, Failure> {
    if new.is_empty() {
        return Ok(0);
    }
    let mut all = policy::stored_baseline(path)?;
    let mut new = new.to_vec();
    for one in &mut new {
        let same = |old: &&KnownGap| (&old.rule, &old.pack) == (&one.rule, &one.pack);
        if let Some(since) = all.iter().find(same).map(|old| old.since) {
            one.since = since;
        }
    }
    all.retain(|old| !new.iter().any(|one| (&old.rule, &old.pack) == (&one.rule, &one.pack)));
    let added = new.len();
    all.append(&mut new);
    let text = config::render_baseline(&all);
    output::deliver(Some(path), |out| out.write_all(text.as_bytes()))?;
    Ok(added)
}

/// Keys of the columns that are read.
const COLUMNS: [&str; 8] = [
    "sheet-pack",
    "sheet-rule",
    "sheet-verdict",
    "sheet-decision",
    "sheet-comment",
    "sheet-approver",
    "sheet-expires",
    "sheet-fingerprint",
];

/// The decisions of a sheet, if it has their columns in any language, or what is wrong with them.
fn decisions(sheet: &str, cells: &Cells) -> Option<Result<Vec<Decision>, Vec<String>>> {
    let (head, words, columns) = heading(cells)?;
    let mut decisions = Vec::new();
    let mut problems = Vec::new();
    for (number, row) in cells.range(head + 1..) {
        let place = format!("{sheet}, row {}", number + 1);
        let cell = |key: &str| columns.get(key).and_then(|at| row.get(at)).cloned();
        let text = |key: &str| cell(key).unwrap_or_default();
        if cell("sheet-rule").is_none() && cell("sheet-decision").is_none() {
            continue;
        }
        let verdict =
            Verdict::ALL.into_iter().find(|one| words.verdict(*one) == text("sheet-verdict"));
        let choice = choice(&words, &text("sheet-decision"));
        let (Some(verdict), Some(choice)) = (verdict, choice) else {
            problems
                .push(format!("{place}: verdict or decision is not one of those to choose from"));
            continue;
        };
        decisions.push(Decision {
            pack: text("sheet-pack"),
            rule: text("sheet-rule"),
            verdict,
            fingerprints: text("sheet-fingerprint").split(' ').map(str::to_owned).collect(),
            choice,
            comment: text("sheet-comment"),
            approver: text("sheet-approver"),
            expires: text("sheet-expires"),
            place,
        });
    }
    Some(if problems.is_empty() { Ok(decisions) } else { Err(problems) })
}

/// The row of the headings, the language they are in, and the column of each.
fn heading(cells: &Cells) -> Option<(u32, Words, BTreeMap<&'static str, u32>)> {
    for language in Language::NAMED {
        let words = Words::new(language, BTreeMap::new());
        for (number, row) in cells.iter().take(20) {
            let column = |key: &'static str| {
                let wanted = words.say(key);
                let found = row.iter().find(|(_, text)| **text == wanted);
                found.map(|(column, _)| (key, *column))
            };
            let columns: BTreeMap<&str, u32> = COLUMNS.into_iter().filter_map(column).collect();
            if columns.len() == COLUMNS.len() {
                return Some((*number, words, columns));
            }
        }
    }
    None
}

/// What was chosen; an empty cell is open.
fn choice(words: &Words, text: &str) -> Option<Choice> {
    if text.trim().is_empty() {
        return Some(Choice::Open);
    }
    let choices = [Choice::Open, Choice::Confirm, Choice::Accept, Choice::Wrong];
    let at = DECISIONS.iter().position(|key| words.say(key) == text.trim())?;
    choices.get(at).copied()
}

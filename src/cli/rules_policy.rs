//! `clausecheck rules lock` and `clausecheck rules diff`: which rules were agreed on, and what a
//! change of rules does.

use super::Failure;
use super::args::RulesetArgs;
use super::output;
use super::policy::read_text;
use crate::app;
use crate::app::AppError;
use crate::app::Isolation;
use crate::app::Settings;
use crate::config;
use crate::config::SETTINGS_FILE;
use crate::input;
use crate::model::Report;
use crate::report;
use crate::report::words::count;
use crate::review;
use crate::ruleset;
use clap::Args as ClapArgs;
use std::path::PathBuf;

/// Exit status when a change of rules moves verdicts.
const MOVED: u8 = 1;

#[derive(Debug, ClapArgs)]
pub(super) struct LockArgs {
    #[command(flatten)]
    ruleset: RulesetArgs,
    /// File to write; other rulesets in it stay locked as they are
    #[arg(short, long, default_value = "clausecheck.lock")]
    output: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub(super) struct DiffArgs {
    /// The old rules: a shipped name, or the path of a ruleset file or folder
    old: String,
    /// The new rules
    new: String,
    /// Files and folders to judge with both
    #[arg(long, value_name = "PATH", required = true, num_args = 1..)]
    on: Vec<String>,
    /// Judge every file as a pack of its own
    #[arg(long)]
    each: bool,
    /// Show no progress
    #[arg(long)]
    no_progress: bool,
}

/// Locks a ruleset.
pub(super) fn lock(args: &LockArgs) -> Result<u8, Failure> {
    let stamp = ruleset::load(&args.ruleset.ruleset).map_err(Failure::new)?.stamp;
    let shown = args.output.display().to_string();
    let mut stamps = if args.output.exists() {
        let text = read_text(&args.output, "lock").map_err(Failure::new)?;
        config::parse_lock(&shown, &text).map_err(Failure::new)?
    } else {
        Vec::new()
    };
    stamps.retain(|other| other.name != stamp.name);
    let told = format!(
        "{} {} is locked in {shown}; give it to --lock, or set it in {SETTINGS_FILE}",
        stamp.name, stamp.version
    );
    stamps.push(stamp);
    let text = config::render_lock(&stamps);
    output::deliver(Some(&args.output), |out| out.write_all(text.as_bytes()))?;
    output::tell(&told);
    Ok(0)
}

/// Shows which verdicts a change of rules moves.
pub(super) fn diff(args: &DiffArgs) -> Result<u8, Failure> {
    let load = |name: &str| ruleset::load(name).map_err(|problems| problems.to_string());
    let (old, new) = match (load(&args.old), load(&args.new)) {
        (Ok(old), Ok(new)) => (old, new),
        (old, new) => {
            let problems: Vec<String> = [old.err(), new.err()].into_iter().flatten().collect();
            return Err(Failure::new(problems.join("\n\n")));
        }
    };
    let packs =
        input::collect(&args.on, args.each).map_err(AppError::Input).map_err(Failure::new)?;
    let program = std::env::current_exe()?;
    let isolation = Some(Isolation { program, require_sandbox: false });
    let settings = Settings { isolation, ..Settings::default() };
    let documents: usize = packs.iter().map(|pack| pack.files.len()).sum();
    let bar = output::progress_bar(2 * documents as u64, args.no_progress);
    let judge = |rules| match app::check(&packs, rules, &settings, &|_| bar.inc(1)) {
        Ok(report) => Ok(report),
        Err(error) => Err(Failure::new(error)),
    };
    let reports: (Report, Report) = (judge(&old)?, judge(&new)?);
    bar.finish_and_clear();
    let Some(diff) = review::moved_verdicts(&reports.0, &reports.1) else { return Ok(0) };
    let options = report::Options { width: output::width() };
    output::deliver(None, |out| report::moved::write(&diff, options, out))?;
    let unread = reports.1.packs.iter().flat_map(|pack| &pack.documents);
    let unread = unread.filter(|document| !document.status.is_complete()).count();
    if unread > 0 {
        output::tell(&format!("{} not fully read", count(unread, "document")));
    }
    Ok(if diff.moved.is_empty() { 0 } else { MOVED })
}

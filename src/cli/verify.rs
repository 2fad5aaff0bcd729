//! `clausecheck verify`: makes an audit again and tells whether it comes out the same, or what differs.

use super::Failure;
use super::audit;
use super::audit::Audit;
use super::audit::AuditArgs;
use super::audit::listed;
use super::output;
use crate::report::corpus::rows::Record;
use crate::report::corpus::run::File;
use crate::report::corpus::run::Run;
use crate::report::words::count;
use crate::store::Journal;
use crate::store::folder::look;
use clap::Args as ClapArgs;
use clap::FromArgMatches;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::Component;
use std::path::Path;
use std::path::PathBuf;

/// Exit status when something differs.
const DIFFERS: u8 = 1;

/// Options of `verify`.
#[derive(Debug, ClapArgs)]
pub(super) struct VerifyArgs {
    /// Folder that `audit` wrote
    #[arg(value_name = "FOLDER")]
    run: PathBuf,
    /// Folders and files of the corpus, if they lie elsewhere now
    #[arg(long, value_name = "CORPUS", num_args = 1..)]
    corpus: Vec<String>,
    /// Table of metadata, if it lies elsewhere now
    #[arg(long, value_name = "TABLE.csv")]
    metadata: Option<PathBuf>,
    /// Measurement of the rules, if it lies elsewhere now
    #[arg(long, value_name = "FILE")]
    detector: Option<PathBuf>,
    /// Only look whether the files are those that the audit wrote
    #[arg(long)]
    files_only: bool,
    /// Number of threads [default: one for each processor]
    #[arg(short, long, default_value_t = 0, hide_default_value = true)]
    jobs: usize,
    /// Show no progress
    #[arg(long)]
    no_progress: bool,
}

pub(super) fn run(args: &VerifyArgs) -> Result<u8, Failure> {
    let run = audit::read_run(&args.run)?;
    let mut differs = changed_files(&args.run, &run);
    if !args.files_only {
        differs.extend(again(args, &run)?);
    }
    output::deliver(None, |out| {
        let files = count(run.files.len(), "file");
        if differs.is_empty() && args.files_only {
            writeln!(out, "{files} as the audit wrote them; nothing was made again")
        } else if differs.is_empty() {
            let packs = count(run.counts.packs as usize, "pack");
            writeln!(out, "identical: {packs} judged again, {files} the same to the byte")
        } else {
            differs.iter().try_for_each(|line| writeln!(out, "{line}"))
        }
    })?;
    Ok(if differs.is_empty() { 0 } else { DIFFERS })
}

/// Whether a path stays in the folder, whoever wrote it.
fn is_within(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

/// Files that are not as the audit wrote them.
fn changed_files(folder: &Path, run: &Run) -> Vec<String> {
    let mut differs = Vec::new();
    if run.sessions.last().is_none_or(|session| session.finished.is_none()) {
        differs.push(
            "the last run of the audit did not end: run it again before you verify".to_owned(),
        );
    }
    for file in run.files.iter().filter(|file| is_within(&file.path)) {
        match look(&folder.join(&file.path)) {
            Ok((_, hash)) if hash == file.blake3 => {}
            Ok(_) => differs.push(format!("{}: changed since the audit", file.path)),
            Err(error) => differs.push(format!("{}: {error}", file.path)),
        }
    }
    differs
}

/// Makes the audit again beside the old one, and compares.
fn again(args: &VerifyArgs, run: &Run) -> Result<Vec<String>, Failure> {
    let beside = tempfile::tempdir()?;
    let mut repeated = repeat(run, &args.corpus, beside.path())?;
    repeated.jobs = args.jobs;
    repeated.no_progress = args.no_progress;
    if args.metadata.is_some() {
        repeated.statistics.metadata.clone_from(&args.metadata);
    }
    if args.detector.is_some() {
        repeated.statistics.detector.clone_from(&args.detector);
    }
    let audit = Audit::prepare(&repeated)?;
    let mut differs = different_basis(&audit, run);
    let new = audit.perform(beside.path())?;
    for (what, old, new) in [
        ("metadata", &run.statistics.metadata, &new.statistics.metadata),
        ("detector", &run.statistics.detector, &new.statistics.detector),
    ] {
        let hash = |source: &Option<crate::report::corpus::run::Source>| {
            source.as_ref().map(|source| source.blake3.clone())
        };
        if hash(old) != hash(new) {
            differs.push(format!("{what}: the file changed since the audit"));
        }
    }
    let tables = different_files(&run.files, &new.files);
    if !tables.is_empty() {
        differs.extend(different_packs(&args.run, beside.path())?);
    }
    differs.extend(tables);
    Ok(differs)
}

/// The options of the audit, with a corpus that may lie elsewhere now. What is typed in `run.json` is taken as
/// options of `audit` and as nothing else, and can neither name a place to write to nor open
/// documents without guard.
pub(super) fn repeat(run: &Run, moved: &[String], output: &Path) -> Result<AuditArgs, Failure> {
    let corpus = if moved.is_empty() { &run.corpus } else { moved };
    let command = AuditArgs::augment_args(clap::Command::new("audit"));
    let typed = ["audit".to_owned()].into_iter().chain(run.arguments.iter().cloned());
    let typed = typed.chain(["--output".to_owned(), output.display().to_string()]);
    let typed = typed.chain(["--".to_owned()]).chain(corpus.iter().cloned());
    let mut parsed = command
        .try_get_matches_from(typed)
        .and_then(|matches| AuditArgs::from_arg_matches(&matches))
        .map_err(|error| {
            Failure::new(format!(
                "`run.json` holds options that this version does not know\n{error}"
            ))
        })?;
    parsed.preregister = None;
    parsed.plan = None;
    parsed.output = Some(output.to_owned());
    parsed.reading.guard.guarded();
    // What was read is to be read again.
    parsed.reading.no_cache = true;
    Ok(parsed)
}

/// Program, rules or options that are not those of the audit.
fn different_basis(audit: &Audit<'_>, run: &Run) -> Vec<String> {
    let now = audit.basis();
    let mut differs = Vec::new();
    if now.tool != run.tool.version {
        differs.push(format!("clausecheck {} then, {} now", run.tool.version, now.tool));
    }
    if now.ruleset != run.ruleset.hash {
        differs.push(format!("the rules of `{}` changed since the audit", run.ruleset.name));
    }
    for (name, then) in &run.options {
        let now = now.options.get(name).map_or("", String::as_str);
        if now != then {
            differs.push(format!("{name}: `{then}` then, `{now}` now"));
        }
    }
    differs
}

fn different_files(then: &[File], now: &[File]) -> Vec<String> {
    let hashes = |files: &[File]| -> BTreeMap<String, String> {
        files.iter().map(|file| (file.path.clone(), file.blake3.clone())).collect()
    };
    let (then, now) = (hashes(then), hashes(now));
    let names: BTreeSet<&String> = then.keys().chain(now.keys()).collect();
    let told = names.into_iter().filter_map(|name| match (then.get(name), now.get(name)) {
        (Some(then), Some(now)) if then == now => None,
        (Some(_), Some(_)) => Some(format!("{name}: comes out otherwise")),
        (Some(_), None) => Some(format!("{name}: does not come out again")),
        (None, _) => Some(format!("{name}: came out now, and not then")),
    });
    told.collect()
}

/// Packs that are gone, new or changed, and those that are judged otherwise though their bytes are the
/// same.
fn different_packs(then: &Path, now: &Path) -> Result<Vec<String>, Failure> {
    let Ok((then, _)) = Journal::read(then) else {
        return Ok(vec!["the journal is gone, so packs cannot be compared".to_owned()]);
    };
    let (now, _) = Journal::read(now).map_err(Failure::new)?;
    let (old, new) = (then.packs(), now.packs());
    let (known, current): (BTreeSet<&str>, BTreeSet<&str>) =
        (old.iter().map(String::as_str).collect(), new.iter().map(String::as_str).collect());
    let gone: Vec<&str> = known.difference(&current).copied().collect();
    let added: Vec<&str> = current.difference(&known).copied().collect();
    let (mut changed, mut judged) = (Vec::new(), Vec::new());
    for pack in known.intersection(&current) {
        let (one, two) =
            (then.record(pack).map_err(Failure::new)?, now.record(pack).map_err(Failure::new)?);
        match (one, two) {
            (Some(one), Some(two)) if one.input != two.input => changed.push(*pack),
            (Some(one), Some(two)) if one != two => judged.push(otherwise(&one, &two)),
            _ => {}
        }
    }
    let judged: Vec<&str> = judged.iter().map(String::as_str).collect();
    let lists = [
        listed("packs of the audit that are gone", &gone),
        listed("packs that were not in the audit", &added),
        listed("packs whose files changed", &changed),
        listed("packs with the same files that are judged or read otherwise", &judged),
    ];
    Ok(lists.into_iter().filter(|list| !list.is_empty()).map(|l| l.trim_end().to_owned()).collect())
}

/// A pack with the verdicts that changed.
fn otherwise(then: &Record, now: &Record) -> String {
    let verdicts: BTreeMap<&str, &str> =
        now.findings.iter().map(|row| (row.rule.as_str(), row.verdict.as_str())).collect();
    let changed: Vec<String> = then
        .findings
        .iter()
        .filter_map(|row| {
            let new = verdicts.get(row.rule.as_str()).copied().unwrap_or("gone");
            (new != row.verdict).then(|| format!("{} {} → {new}", row.rule, row.verdict))
        })
        .collect();
    if changed.is_empty() {
        then.pack.clone()
    } else {
        format!("{}: {}", then.pack, changed.join(", "))
    }
}

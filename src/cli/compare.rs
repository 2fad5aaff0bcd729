//! `clausecheck compare`.

use super::Failure;
use super::args::FailOn;
use super::args::ReadingArgs;
use super::output;
use crate::app;
use crate::app::AppError;
use crate::app::Examined;
use crate::app::Settings;
use crate::input;
use crate::input::PackSource;
use crate::model::Language;
use crate::report;
use crate::report::comparison::Telling;
use crate::report::view;
use crate::report::words::Words;
use crate::review;
use crate::review::Comparison;
use crate::ruleset;
use clap::Args as ClapArgs;
use clap::ValueEnum;
use std::path::Path;
use std::path::PathBuf;

#[derive(Debug, ClapArgs)]
pub(super) struct CompareArgs {
    /// The older version, the template, the tender: a file or a folder
    pub(super) old: String,
    /// The newer version, the signed copy, the contract: a file or a folder
    #[arg(required_unless_present = "tracked", conflicts_with = "tracked")]
    pub(super) new: Option<String>,
    /// Compare one Word file with itself: without its tracked changes, and with them
    #[arg(long)]
    pub(super) tracked: bool,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    /// Form of the comparison [default: terminal, or as the name of the file says]
    #[arg(short, long, value_enum)]
    pub(super) format: Option<ComparisonFormat>,
    /// File to write the comparison to, instead of standard output
    #[arg(short, long)]
    pub(super) output: Option<PathBuf>,
    /// Language of the comparison [default: that of the documents; English at the terminal]
    #[arg(long, value_name = "LANG", value_parser = super::args::language)]
    pub(super) ui_lang: Option<Language>,
    /// Also say what is left of each demand: kept, weakened, lost, contradicted, never asked
    #[arg(long, value_enum)]
    pub(super) by: Option<By>,
    /// Least severity of lost and weakened demands that ends with exit code 1
    #[arg(long, value_enum, default_value_t = FailOn::High)]
    pub(super) fail_on: FailOn,
    /// End with exit code 0 whatever was found or not read
    #[arg(long)]
    pub(super) exit_zero: bool,
    /// Number of threads [default: one for each processor]
    #[arg(short, long, default_value_t = 0, hide_default_value = true)]
    pub(super) jobs: usize,
    /// Show no progress
    #[arg(long)]
    pub(super) no_progress: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum By {
    /// Requirement, such as those of a list that was imported, in a tender and its contract; what
    /// was never asked and what is contradicted ends with exit code 1 too
    Requirement,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ComparisonFormat {
    /// For people at a terminal
    Terminal,
    /// For a browser: one file, without network and scripts
    Html,
    /// A Word document
    Docx,
    /// For programs: clausecheck/comparison/v1
    Json,
}

impl ComparisonFormat {
    /// The form that a file name promises.
    fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_lowercase();
        match ending.as_str() {
            "html" | "htm" => Some(Self::Html),
            "docx" => Some(Self::Docx),
            "json" => Some(Self::Json),
            "txt" => Some(Self::Terminal),
            _ => None,
        }
    }
}

pub(super) fn run(args: &CompareArgs) -> Result<u8, Failure> {
    let ruleset = ruleset::load(&args.reading.ruleset).map_err(Failure::new)?;
    let settings = Settings { jobs: args.jobs, ..args.reading.settings()? };
    let paths: Vec<&String> = std::iter::once(&args.old).chain(&args.new).collect();
    let packs = packs(&paths)?;
    let documents: usize = packs.iter().map(|pack| pack.files.len()).sum();
    let bar = output::progress_bar(documents as u64, args.no_progress);
    let progress = |_: &str| bar.inc(1);
    let examined = match packs.as_slice() {
        [old, new] => app::examine(old, new, &ruleset, &settings, &progress),
        [only, ..] => app::examine_changes(only, &ruleset, &settings, &progress),
        [] => return Err(Failure::new("no path was given")),
    };
    bar.finish_and_clear();
    let mut examined = examined.map_err(Failure::new)?;
    let named = args.output.as_deref().and_then(ComparisonFormat::of);
    let format = args.format.or(named).unwrap_or(ComparisonFormat::Terminal);
    if format == ComparisonFormat::Docx && args.output.is_none() {
        return Err(Failure::new("a Word document needs a file\n  help: add `-o comparison.docx`"));
    }
    let words = words(args, format, &examined);
    if args.tracked {
        examined.old.report.name.push_str(&format!(" {}", words.say("compare-changes-not-made")));
        examined.new.report.name.push_str(&format!(" {}", words.say("compare-changes-accepted")));
    }
    let comparison = review::compare(examined.ruleset, &examined.old, &examined.new);
    let telling = Telling { words: &words, by_requirement: args.by.is_some() };
    write(&comparison, telling, format, args.output.as_deref())?;
    if let Some(path) = &args.output {
        output::tell(&format!("comparison written to {}", path.display()));
    }
    let outcome = match args.by {
        None => comparison.outcome(args.fail_on.severity()),
        Some(By::Requirement) => comparison.outcome_of_survival(args.fail_on.severity()),
    };
    Ok(if args.exit_zero { 0 } else { outcome.exit_code() })
}

/// The words of the comparison. A terminal speaks English unless asked, what programs read always
/// does, and what is kept speaks the language of the documents.
fn words(args: &CompareArgs, format: ComparisonFormat, examined: &Examined) -> Words {
    let language = match format {
        ComparisonFormat::Json => Language::English,
        ComparisonFormat::Terminal => args.ui_lang.unwrap_or(Language::English),
        ComparisonFormat::Html | ComparisonFormat::Docx => args
            .ui_lang
            .unwrap_or_else(|| view::language_of([&examined.old.report, &examined.new.report])),
    };
    Words::new(language, ruleset::translations(language))
}

fn write(
    comparison: &Comparison,
    telling: Telling<'_>,
    format: ComparisonFormat,
    path: Option<&Path>,
) -> Result<(), Failure> {
    use report::comparison::{docx, html, terminal, v1};
    let options = report::Options { width: output::width() };
    match format {
        ComparisonFormat::Terminal => {
            output::deliver(path, |out| terminal(comparison, telling, options, out))
        }
        ComparisonFormat::Html => output::deliver_plain(path, |out| html(comparison, telling, out)),
        ComparisonFormat::Docx => output::deliver_plain(path, |out| docx(comparison, telling, out)),
        ComparisonFormat::Json => output::deliver_plain(path, |out| v1::write(comparison, out)),
    }
}

/// Each path as one pack, whatever folders it holds.
fn packs(paths: &[&String]) -> Result<Vec<PackSource>, Failure> {
    let mut packs = Vec::new();
    let mut errors = Vec::new();
    for path in paths {
        match input::collect(&[(*path).clone()], false) {
            Ok(found) => {
                let files = found.into_iter().flat_map(|pack| pack.files).collect();
                let name = path.trim_end_matches(['/', '\\']);
                let name = name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned();
                packs.push(PackSource { name, files });
            }
            Err(found) => errors.extend(found),
        }
    }
    // Two folders of one name are told apart by their paths.
    if packs.len() == 2 && packs[0].name == packs[1].name {
        for (pack, path) in packs.iter_mut().zip(paths) {
            pack.name = path.trim_end_matches(['/', '\\']).to_owned();
        }
    }
    if errors.is_empty() { Ok(packs) } else { Err(Failure::new(AppError::Input(errors))) }
}

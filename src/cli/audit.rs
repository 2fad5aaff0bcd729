//! `clausecheck audit`: judges a corpus and writes a folder of tables, which a later run can go on
//! with.

mod inputs;
mod plan;

pub(super) use inputs::listed;

use super::Failure;
use super::args::Changes;
use super::args::ReadingArgs;
use super::output;
use crate::app;
use crate::app::Findings;
use crate::app::Settings;
use crate::corpus::duplicates;
use crate::corpus::study::Bootstrap;
use crate::input;
use crate::input::Corpus;
use crate::input::FileSource;
use crate::input::Unit;
use crate::model::Document;
use crate::model::RuleCard;
use crate::model::Verdict;
use crate::report::corpus::codebook;
use crate::report::corpus::figures;
use crate::report::corpus::html;
use crate::report::corpus::package;
use crate::report::corpus::rows::Derived;
use crate::report::corpus::rows::Record;
use crate::report::corpus::run;
use crate::report::corpus::table::Csv;
use crate::report::corpus::table::Sink;
use crate::report::words::count;
use crate::review;
use crate::ruleset;
use crate::ruleset::Ruleset;
use crate::store::Basis;
use crate::store::Folder;
use crate::store::Journal;
use crate::store::journal;
use crate::store::tables;
use clap::Args as ClapArgs;
use clap::ValueEnum;
use indicatif::ProgressStyle;
use inputs::Brought;
use inputs::canonical;
use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::time::SystemTime;
use std::time::UNIX_EPOCH;

/// Exit status when something in the corpus was not fully read.
const INCOMPLETE: u8 = 3;
/// Name of the file that says how an audit was made.
pub(super) const RUN: &str = "run.json";

/// Options of `audit`.
#[derive(Debug, ClapArgs)]
pub(super) struct AuditArgs {
    /// Folders and files of the corpus
    #[arg(required_unless_present = "preregister", value_name = "CORPUS")]
    pub(super) corpus: Vec<String>,
    /// Folder to write to; an audit that ended early goes on there
    #[arg(short, long, value_name = "FOLDER", required_unless_present = "preregister")]
    pub(super) output: Option<PathBuf>,
    /// What is judged together and counted as one pack
    #[arg(long, value_enum, default_value_t = UnitOf::Document)]
    pub(super) unit: UnitOf,
    /// Patterns of files that are not part of the corpus, such as `*.tsv` or `drafts/**`
    #[arg(long, value_name = "PATTERN")]
    pub(super) exclude: Vec<String>,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    #[command(flatten)]
    pub(super) statistics: StatisticsArgs,
    /// Write the tables as Parquet too
    #[arg(long)]
    pub(super) parquet: bool,
    /// Write down rules and options before the corpus is opened, and do nothing else
    #[arg(long, value_name = "PLAN.json", conflicts_with_all = ["corpus", "output", "plan"])]
    pub(super) preregister: Option<PathBuf>,
    /// Stop unless rules and options are those that `--preregister` wrote down
    #[arg(long, value_name = "PLAN.json")]
    pub(super) plan: Option<PathBuf>,
    /// Number of threads [default: one for each processor]
    #[arg(short, long, default_value_t = 0, hide_default_value = true)]
    pub(super) jobs: usize,
    /// Show no progress
    #[arg(long)]
    pub(super) no_progress: bool,
}

/// Options on which statistics depend.
#[derive(Debug, ClapArgs)]
pub(super) struct StatisticsArgs {
    /// Table (CSV) with a line of names and a line for each pack
    #[arg(long, value_name = "TABLE.csv")]
    pub(super) metadata: Option<PathBuf>,
    /// Column that names the pack by its path below the corpus [default: id, pack, path, file,
    /// document or doc]
    #[arg(long, value_name = "COLUMN", requires = "metadata")]
    pub(super) id: Option<String>,
    /// Columns by which packs are divided and compared, such as country,year
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',', requires = "metadata")]
    pub(super) by: Vec<String>,
    /// Column with the year, for trends
    #[arg(long, value_name = "COLUMN", requires = "metadata")]
    pub(super) trend: Option<String>,
    /// Column with the number of contracts that each pack stands for
    #[arg(long, value_name = "COLUMN", requires = "metadata")]
    pub(super) weight: Option<String>,
    /// Go on although packs and lines of the metadata do not match
    #[arg(long, requires = "metadata")]
    pub(super) allow_unmatched: bool,
    /// How well the rules recognise clauses: what `evaluate --format json` wrote, or a table with
    /// rule, sensitivity_hits, positives, specificity_hits, negatives
    #[arg(long, value_name = "FILE")]
    pub(super) detector: Option<PathBuf>,
    /// Seed of all that is drawn by chance
    #[arg(long, default_value_t = 1)]
    pub(super) seed: u64,
    /// Draws of each bootstrap
    #[arg(long, default_value_t = 2_000, value_parser = clap::value_parser!(u32).range(100..=1_000_000))]
    pub(super) draws: u32,
    /// Share of common wording from which on two packs come from one template
    #[arg(long, default_value_t = 0.8, value_parser = similarity)]
    pub(super) similarity: f64,
}

/// What is judged together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum UnitOf {
    /// Every file by itself
    Document,
    /// Every folder directly below CORPUS, with all that is in it
    Folder,
}

impl From<UnitOf> for Unit {
    fn from(unit: UnitOf) -> Self {
        match unit {
            UnitOf::Document => Self::Document,
            UnitOf::Folder => Self::Folder,
        }
    }
}

fn similarity(text: &str) -> Result<f64, String> {
    let number: f64 = text.parse().map_err(|_| "it is a number such as 0.8".to_owned())?;
    if (0.5..=1.0).contains(&number) { Ok(number) } else { Err("use 0.5 to 1".to_owned()) }
}

pub(super) fn run(args: &AuditArgs) -> Result<u8, Failure> {
    let audit = Audit::prepare(args)?;
    if let Some(path) = &args.preregister {
        return audit.preregister(path);
    }
    let Some(folder) = &args.output else { return Err(Failure::new("no folder to write to")) };
    let report = audit.perform(folder)?;
    let counts = &report.counts;
    output::deliver(None, |out| {
        writeln!(
            out,
            "{}: {} fully read, {} partly, {} not at all; only what was fully read enters shares",
            count(counts.packs as usize, "pack"),
            counts.fully_read,
            counts.partly_read,
            counts.unreadable
        )?;
        if !report.left_out.is_empty() {
            let files = count(report.left_out.len(), "file");
            writeln!(out, "{files} in the corpus left out; `{RUN}` says why")?;
        }
        if counts.templates > 0 {
            let templates = count(counts.templates as usize, "template");
            writeln!(out, "{templates} with more than one pack; see statistics/templates.csv")?;
        }
        writeln!(out, "written to {}: open report.html, or read CODEBOOK.md", folder.display())
    })?;
    Ok(if counts.fully_read == counts.packs { 0 } else { INCOMPLETE })
}

/// An audit with all that it needs beside the documents.
pub(super) struct Audit<'a> {
    args: &'a AuditArgs,
    ruleset: Ruleset,
    settings: Settings,
    brought: Brought,
    basis: Basis,
    plan: Option<String>,
}

impl<'a> Audit<'a> {
    /// Reads rules, metadata and what else is not the corpus.
    pub(super) fn prepare(args: &'a AuditArgs) -> Result<Self, Failure> {
        if args.reading.changes == Changes::Both {
            return Err(Failure::new(
                "an audit counts every pack once, in one state\n  help: use `--changes accepted` or `--changes original`",
            ));
        }
        if args.parquet && !cfg!(feature = "parquet") {
            return Err(Failure::new(
                "this clausecheck was built without Parquet\n  help: build it with `--features parquet`, or use the CSV files",
            ));
        }
        let ruleset = ruleset::load(&args.reading.ruleset).map_err(Failure::new)?;
        let settings = Settings { jobs: args.jobs, ..args.reading.settings()? };
        let brought = Brought::read(&args.statistics, &ruleset)?;
        let basis = Basis {
            schema: journal::SCHEMA.to_owned(),
            tool: env!("CARGO_PKG_VERSION").to_owned(),
            ruleset: ruleset.stamp.hash.clone(),
            options: inputs::options(args),
        };
        let mut audit = Self { args, ruleset, settings, brought, basis, plan: None };
        if let Some(path) = &args.plan {
            audit.plan = Some(audit.keep_to(path)?);
        }
        Ok(audit)
    }

    /// What findings depend on.
    pub(super) fn basis(&self) -> &Basis {
        &self.basis
    }

    /// Judges what the journal does not know yet, and writes everything that follows.
    pub(super) fn perform(&self, path: &Path) -> Result<run::Run, Failure> {
        let corpus = self.corpus(path)?;
        let names: Vec<String> = corpus.packs.iter().map(|pack| pack.name.clone()).collect();
        let unmatched = self.brought.unmatched(&names, &self.args.statistics)?;
        let weights = self.brought.weights(&names)?;
        self.brought.refuse_scattered(&names)?;
        let earlier = refuse_foreign(path)?;
        let folder = Folder::new(path, self.args.parquet).map_err(|e| unwritable(path, &e))?;
        let journal = Journal::open(path, &self.basis).map_err(Failure::new)?;
        folder.sweep().map_err(|error| unwritable(path, &error))?;
        if journal.found > 0 {
            let packs = count(journal.found, "pack");
            output::tell(&format!("going on with an audit that has judged {packs}"));
        }
        if journal.damaged > 0 {
            let records = count(journal.damaged, "record");
            output::tell(&format!("{records} in the journal damaged; judging these again"));
        }
        let started = now();
        let mut report = self.report(&corpus, unmatched, &earlier, &started);
        write_run(path, &report).map_err(|error| unwritable(path, &error))?;
        let judged = self.judge(&corpus, &journal)?;
        let plan = tables::Plan {
            packs: &names,
            rules: &self.cards(),
            factors: &ruleset::factors(),
            metadata: &self.brought.metadata,
            by: &self.brought.by,
            trend: self.brought.trend,
            weights: &weights,
            detectors: &self.brought.detectors.rules,
            bootstrap: self.bootstrap(),
            similarity: self.args.statistics.similarity,
        };
        let written = self.write(&journal, &plan, &folder, &mut report);
        written.map_err(|error| unwritable(path, &error))?;
        if let Some(session) = report.sessions.last_mut() {
            session.finished = Some(now());
            session.judged = judged;
            session.known = names.len() as u64 - judged;
        }
        write_run(path, &report).map_err(|error| unwritable(path, &error))?;
        remove_stale(path, &earlier, &report);
        Ok(report)
    }

    fn bootstrap(&self) -> Bootstrap {
        let statistics = &self.args.statistics;
        Bootstrap { draws: statistics.draws as usize, seed: statistics.seed }
    }

    fn cards(&self) -> Vec<&RuleCard> {
        self.ruleset.rules.iter().map(|rule| &rule.card).collect()
    }

    /// The documents of files, as they were judged.
    pub(super) fn read(&self, files: &[FileSource]) -> Result<Vec<Document>, Failure> {
        let read = |file: &FileSource| {
            app::read_documents(file, &self.ruleset, &self.settings).map_err(Failure::new)
        };
        let mut documents = Vec::new();
        for file in files {
            documents.extend(read(file)?.into_iter().map(|(document, _)| document));
        }
        Ok(documents)
    }

    /// The documents of the corpus. `folder` is where the audit is written.
    pub(super) fn corpus(&self, folder: &Path) -> Result<Corpus, Failure> {
        let statistics = &self.args.statistics;
        let files = [&statistics.metadata, &statistics.detector, &self.args.plan];
        let mut own: Vec<PathBuf> = files.into_iter().flatten().cloned().collect();
        own.push(folder.to_owned());
        let args = self.args;
        input::corpus(&args.corpus, args.unit.into(), &args.exclude, &own).map_err(|errors| {
            let all: Vec<String> = errors.iter().map(ToString::to_string).collect();
            Failure::new(all.join("\n"))
        })
    }

    /// Tells how many packs were judged.
    fn judge(&self, corpus: &Corpus, journal: &Journal) -> Result<u64, Failure> {
        let bar = output::progress_bar(corpus.packs.len() as u64, self.args.no_progress);
        if let Ok(style) =
            ProgressStyle::with_template("{pos}/{len} packs {wide_bar} {per_sec}, {eta} left")
        {
            bar.set_style(style);
        }
        let factors = ruleset::factors();
        let judged = std::sync::atomic::AtomicU64::new(0);
        let keep = |found: Findings| -> io::Result<()> {
            judged.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            journal.add(&record(found, &factors))
        };
        let result = app::audit(
            &corpus.packs,
            &self.ruleset,
            &self.settings,
            &|pack, input| journal.knows(pack, input),
            &keep,
            &|_| bar.inc(1),
        );
        bar.finish_and_clear();
        journal.sync()?;
        result.map_err(Failure::new)?;
        Ok(judged.into_inner())
    }

    fn write(
        &self,
        journal: &Journal,
        plan: &tables::Plan<'_>,
        folder: &Folder,
        report: &mut run::Run,
    ) -> io::Result<()> {
        let outcome = tables::write(journal, plan, folder)?;
        report.counts = outcome.counts.clone();
        folder.write("datapackage.json", |out| {
            package::write(&outcome.tables, &folder.written(), out)
        })?;
        let rules: Vec<String> = plan.rules.iter().map(|card| card.id.clone()).collect();
        let factors: Vec<(String, String)> =
            plan.factors.iter().map(|f| (f.code.clone(), f.name.clone())).collect();
        let measured = rules.iter().filter(|id| plan.detectors.contains_key(*id)).count();
        let mut results = html::Results {
            run: report,
            rules: &rules,
            factors: &factors,
            prevalence: &outcome.prevalence,
            differences: &outcome.differences,
            co_occurrence: &outcome.co_occurrence,
            trends: &outcome.trends,
            factor_coverage: &outcome.factor_coverage,
            wordings: &outcome.wordings,
            templates: &outcome.templates,
            figures: &[],
            tables: &outcome.tables,
            measured,
        };
        let figures = figures::figures(&results, &outcome.reading);
        for figure in &figures {
            let name = format!("figures/{}", figure.name);
            folder.write(&format!("{name}.svg"), |out| out.write_all(figure.svg.as_bytes()))?;
            folder.write(&format!("{name}.csv"), |out| {
                let mut csv = Box::new(Csv::new(&figure.table, out)?);
                figure.rows.iter().try_for_each(|row| csv.take(row.clone()))?;
                csv.finish()
            })?;
        }
        results.figures = &figures;
        folder.write("report.html", |out| html::write(&results, out))?;
        let codes = self.codes();
        folder.write("CODEBOOK.md", |out| codebook::write(&outcome.tables, &codes, out))?;
        report.files = folder.written();
        Ok(())
    }

    /// The rules with the examples that coders need: in English, where there are such.
    pub(super) fn codes(&self) -> Vec<codebook::Code<'_>> {
        let code = |rule: &'_ ruleset::Rule| -> Vec<(Verdict, usize)> {
            let english = |at: &usize| {
                rule.examples[*at].language.is_none_or(|language| language.code() == "en")
            };
            let mut order: Vec<usize> = (0..rule.examples.len()).collect();
            order.sort_by_key(|at| (!english(at), *at));
            order.into_iter().map(|at| (rule.examples[at].verdict, at)).collect()
        };
        self.ruleset
            .rules
            .iter()
            .map(|rule| codebook::Code {
                card: &rule.card,
                examples: code(rule)
                    .into_iter()
                    .map(|(verdict, at)| (verdict, rule.examples[at].text.as_str()))
                    .collect(),
            })
            .collect()
    }

    /// How the audit is made, as far as that is known before it is.
    fn report(
        &self,
        corpus: &Corpus,
        unmatched: (Vec<String>, Vec<String>),
        earlier: &Option<run::Run>,
        started: &str,
    ) -> run::Run {
        let mut sessions = earlier.as_ref().map(|run| run.sessions.clone()).unwrap_or_default();
        sessions.push(run::Session {
            started: started.to_owned(),
            finished: None,
            judged: 0,
            known: 0,
        });
        let stamp = &self.ruleset.stamp;
        run::Run {
            schema: run::SCHEMA.to_owned(),
            tool: run::Tool {
                name: env!("CARGO_PKG_NAME").to_owned(),
                version: env!("CARGO_PKG_VERSION").to_owned(),
            },
            ruleset: run::Ruleset {
                given: self.args.reading.ruleset.clone(),
                name: stamp.name.clone(),
                version: stamp.version.clone(),
                hash: stamp.hash.clone(),
            },
            corpus: self.args.corpus.clone(),
            arguments: canonical(self.args),
            options: self.basis.options.clone(),
            statistics: self.brought.described(self.args),
            plan: self.plan.clone(),
            counts: run::Counts { packs: corpus.packs.len() as u64, ..run::Counts::default() },
            left_out: corpus
                .left_out
                .iter()
                .map(|(path, reason)| run::LeftOut { path: path.clone(), reason: reason.clone() })
                .collect(),
            without_metadata: unmatched.0,
            metadata_without_pack: unmatched.1,
            host: run::Host {
                system: std::env::consts::OS.to_owned(),
                architecture: std::env::consts::ARCH.to_owned(),
                processors: std::thread::available_parallelism().map_or(1, usize::from),
            },
            sessions,
            // Until there are new ones, so that those can be told apart that no longer hold.
            files: earlier.as_ref().map(|run| run.files.clone()).unwrap_or_default(),
        }
    }
}

/// What the journal keeps of a pack.
fn record(found: Findings, factors: &[crate::model::Factor]) -> Record {
    let Findings { input, report } = found;
    let texts = || report.texts.iter().map(|document| document.text.as_str());
    let derived = Derived {
        input,
        characters: texts().map(|text| text.chars().count() as u64).collect(),
        sketch: duplicates::sketch(duplicates::TEXT, texts()),
    };
    let statuses = review::factors(&report, factors);
    Record::new(&report, &statuses, derived, duplicates::wording)
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    Failure::new(format!("`{}` could not be written: {error}", path.display()))
}

fn now() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    run::moment(since.map_or(0, |since| since.as_secs()))
}

/// How the audit in a folder was made, if there is one. A folder that holds something else is left
/// alone.
fn refuse_foreign(path: &Path) -> Result<Option<run::Run>, Failure> {
    let Ok(mut entries) = fs::read_dir(path) else { return Ok(None) };
    if path.join(journal::NAME).exists() {
        return Ok(read_run(path).ok());
    }
    match entries.next() {
        None => Ok(None),
        Some(_) => Err(Failure::new(format!(
            "`{}` is not empty, and holds no audit to go on with\n  help: name a new folder",
            path.display()
        ))),
    }
}

/// Reads how an audit was made.
pub(super) fn read_run(path: &Path) -> Result<run::Run, Failure> {
    let file = path.join(RUN);
    let shown = file.display();
    let text = fs::read_to_string(&file).map_err(|error| {
        Failure::new(format!(
            "`{shown}` cannot be read: {error}\n  help: name a folder that `clausecheck audit` wrote"
        ))
    })?;
    let run: run::Run = serde_json::from_str(&text)
        .map_err(|error| Failure::new(format!("`{shown}` says no audit: {error}")))?;
    if run.schema == run::SCHEMA {
        Ok(run)
    } else {
        Err(Failure::new(format!("`{shown}` has the format `{}`, not {}", run.schema, run::SCHEMA)))
    }
}

fn write_run(path: &Path, report: &run::Run) -> io::Result<()> {
    let folder = Folder::new(path, false)?;
    folder.write(RUN, |out| {
        serde_json::to_writer_pretty(&mut *out, report)?;
        writeln!(out)
    })
}

/// Removes tables that an earlier run with other options wrote and this one did not.
fn remove_stale(path: &Path, earlier: &Option<run::Run>, report: &run::Run) {
    let Some(earlier) = earlier else { return };
    let ours = |name: &str| {
        let plain = Path::new(name)
            .components()
            .all(|part| matches!(part, std::path::Component::Normal(_)));
        plain && !report.files.iter().any(|file| file.path == name)
    };
    for file in earlier.files.iter().filter(|file| ours(&file.path)) {
        // A file that cannot be removed is not listed any more, which is all that counts.
        let _ = fs::remove_file(path.join(&file.path));
    }
}

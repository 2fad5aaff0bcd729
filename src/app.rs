//! Wires the pipeline: paths to packs, bytes to documents (`reader`), documents to findings.
//!
//! Packs are judged one after the other on a pool of threads and only their reports are kept, so
//! that memory does not grow with the corpus. Order of threads never shows: every list is in the
//! order of its input. A document that makes a reader fail is a note, not an end.

mod audit;
mod copies;
mod evaluation;
mod examination;
mod import;
mod memory;
mod reader;
mod recognition;

pub use crate::cache::Cache;
pub use crate::cache::Usage;
pub use crate::engine::Assumptions;
pub use crate::extract::Changes;
pub use crate::extract::Limit;
pub use crate::extract::Limits;
pub use crate::extract::Options;
pub use crate::worker::Layer;
pub use crate::worker::Setup as Isolation;
pub use audit::Findings;
pub use audit::audit;
pub use copies::Annotator;
pub use evaluation::evaluate;
pub use examination::Examined;
pub use examination::examine;
pub use examination::examine_changes;
pub use import::ImportError;
pub use import::ImportResult;
pub use import::import;
pub use recognition::Ocr;

use crate::engine::Engine;
use crate::engine::MissingConcepts;
use crate::input::FileSource;
use crate::input::InputError;
use crate::input::PackSource;
use crate::model::Document;
use crate::model::DocumentEntry;
use crate::model::Duty;
use crate::model::Explanation;
use crate::model::Language;
use crate::model::NoteKind;
use crate::model::Pack;
use crate::model::PackReport;
use crate::model::ReadStatus;
use crate::model::Reason;
use crate::model::Report;
use crate::model::Verdict;
use crate::ocr::Tesseract;
use crate::ruleset::Problems;
use crate::ruleset::Rule;
use crate::ruleset::Ruleset;
use crate::worker;
use crate::worker::Failure;
use crate::worker::Pool;
use crate::worker::StartError;
use rayon::prelude::*;
use reader::Reader;
use std::sync::Arc;
use thiserror::Error;

/// Stack of a worker thread: readers of deeply nested documents need more than usual.
const STACK: usize = 64 << 20;

/// Why a run could not be made.
#[derive(Debug, Error)]
pub enum AppError {
    /// The ruleset is broken.
    #[error(transparent)]
    Ruleset(#[from] Problems),
    /// The lexicon lacks what every analysis needs.
    #[error("{0}")]
    Lexicon(#[from] MissingConcepts),
    /// Some paths lead nowhere.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Input(Vec<InputError>),
    /// Not one document had text.
    #[error("none of the {0} files could be read, so nothing was checked")]
    NothingReadable(usize, Box<Report>),
    /// Text is to be recognised in every page, and there is nothing to do it with.
    #[error(
        "`--ocr always` needs tesseract, which was not found\n  help: install tesseract-ocr with the data of your languages, or use `--ocr auto`"
    )]
    NoTesseract,
    /// Something was assumed that no rule depends on.
    #[error("nothing in this ruleset depends on `{unknown}`\n  help: it knows {known}")]
    Assumption {
        /// What was assumed.
        unknown: String,
        /// What can be assumed.
        known: String,
    },
    /// Threads could not be started.
    #[error("worker threads could not be started: {0}")]
    Threads(#[from] rayon::ThreadPoolBuildError),
    /// What was found could not be kept.
    #[error(
        "the journal could not be written: {0}\n  help: what it holds is kept; make room and start again"
    )]
    Journal(std::io::Error),
    /// The processes that open documents cannot be started as they must be.
    #[error(transparent)]
    Isolation(#[from] StartError),
}

/// How a run is made.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Number of threads; 0 leaves it to the machine.
    pub jobs: usize,
    /// Reads all text as this language instead of telling by the text.
    pub language: Option<Language>,
    /// How each document is read.
    pub reading: Options,
    /// When text is recognised in the pictures of pages.
    pub ocr: Ocr,
    /// Opens every document in a guarded process, unless there is none.
    pub isolation: Option<Isolation>,
    /// Judges packs with tracked changes twice: as accepted, and as if none had been made.
    pub both_states: bool,
    /// What is known about the packs beside what they say.
    pub assumptions: Assumptions,
    /// Where what was read is remembered, if it is.
    pub cache: Option<Arc<Cache>>,
    /// Keeps the text of each document in the report, for reports that show passages where they
    /// stand.
    pub keep_text: bool,
}

impl Settings {
    /// The same, reading documents with tracked changes in another state.
    fn in_state(&self, changes: Changes) -> Self {
        Self { reading: Options { changes, ..self.reading.clone() }, ..self.clone() }
    }
}

/// Called after each document: how many are done.
pub type Progress<'p> = &'p (dyn Fn(&str) + Sync);

/// The engine for a ruleset, with what is known about the packs.
fn engine<'r>(ruleset: &'r Ruleset, settings: &Settings) -> Result<Engine<'r>, AppError> {
    let known: Vec<&str> = ruleset.applicability.iter().map(|entry| entry.key.as_str()).collect();
    let assumed = settings.assumptions.applies.iter();
    let unknown: Vec<String> =
        assumed.filter(|key| !known.contains(&key.as_str())).cloned().collect();
    if !unknown.is_empty() {
        return Err(AppError::Assumption { unknown: unknown.join(", "), known: known.join(", ") });
    }
    Ok(Engine::new(ruleset)?.assuming(settings.assumptions.clone()))
}

/// Judges packs.
///
/// # Errors
/// If the lexicon is unusable, documents cannot be opened in a guarded process as the settings
/// ask, or not one file had any text.
pub fn check(
    packs: &[PackSource],
    ruleset: &Ruleset,
    settings: &Settings,
    progress: Progress<'_>,
) -> Result<Report, AppError> {
    let engine = engine(ruleset, settings)?;
    let reader = Reader::new(&engine, settings)?;
    let unchanged = settings.both_states.then(|| settings.in_state(Changes::Original));
    let unchanged = unchanged.as_ref().map(|state| Reader::new(&engine, state)).transpose()?;
    let pool =
        rayon::ThreadPoolBuilder::new().num_threads(settings.jobs).stack_size(STACK).build()?;
    let packs: Vec<PackReport> = pool.install(|| {
        let judge = |source| check_states(&reader, unchanged.as_ref(), source, progress);
        packs.par_iter().flat_map(judge).collect()
    });
    let report = Report { rulesets: vec![ruleset.stamp.clone()], packs, remarks: Vec::new() };
    let documents = || report.packs.iter().flat_map(|pack| &pack.documents);
    if documents()
        .all(|document| matches!(document.status, ReadStatus::Unreadable | ReadStatus::Skipped))
    {
        return Err(AppError::NothingReadable(documents().count(), Box::new(report)));
    }
    Ok(report)
}

/// Judges a pack and, if it has tracked changes and a reader for the state without them is given,
/// that state too.
fn check_states(
    reader: &Reader<'_>,
    unchanged: Option<&Reader<'_>>,
    source: &PackSource,
    progress: Progress<'_>,
) -> Vec<PackReport> {
    let mut report = reader.check_pack(source, progress);
    let notes = || report.documents.iter().flat_map(|document| &document.notes);
    let changed = notes().any(|note| note.kind == NoteKind::TrackedChanges);
    let Some(unchanged) = unchanged.filter(|_| changed) else { return vec![report] };
    let mut original = unchanged.check_pack(source, &|_| ());
    report.name.push_str(" (changes accepted)");
    original.name.push_str(" (changes not made)");
    vec![report, original]
}

/// Reads one file and cuts it up, with the duty of each provision. An archive gives a document
/// for each member, an e-mail one for each attachment.
///
/// # Errors
/// If the lexicon is unusable, or documents cannot be opened in a guarded process as the settings
/// ask.
pub fn read_documents(
    file: &FileSource,
    ruleset: &Ruleset,
    settings: &Settings,
) -> Result<Vec<(Document, Vec<Duty>)>, AppError> {
    let engine = engine(ruleset, settings)?;
    let reader = Reader::new(&engine, settings)?;
    let pack = Pack {
        name: String::new(),
        documents: reader.read_all(std::slice::from_ref(file), &|_| ()),
    };
    let duties = engine.duties(&pack);
    Ok(pack.documents.into_iter().zip(duties).collect())
}

/// A pack with its documents and why a rule made of it what it did.
#[derive(Debug, Clone, PartialEq)]
pub struct ExplainedPack {
    /// Name of the pack.
    pub name: String,
    /// Its documents.
    pub documents: Vec<DocumentEntry>,
    /// What the rule saw.
    pub explanation: Explanation,
}

/// Judges packs with one rule of the ruleset and says why.
///
/// # Errors
/// As [`check`], except that unreadable files are no error.
pub fn explain(
    packs: &[PackSource],
    ruleset: &Ruleset,
    rule: &Rule,
    settings: &Settings,
) -> Result<Vec<ExplainedPack>, AppError> {
    let engine = engine(ruleset, settings)?;
    let reader = Reader::new(&engine, settings)?;
    let explained = packs.iter().map(|source| {
        let pack = reader.read_pack(source, &|_| ());
        let (explanation, kinds) = engine.explain(&pack, rule);
        let documents = reader::entries(&pack, kinds);
        ExplainedPack { name: pack.name, documents, explanation }
    });
    Ok(explained.collect())
}

/// Opens documents for another clausecheck, which sends them on standard input. `memory` is what
/// one may take, in bytes.
///
/// # Errors
/// If the pipes fail.
pub fn open_for_parent(memory: u64) -> std::io::Result<()> {
    worker::serve(memory, reader::leave_out)
}

/// What recognises text in pictures: the version of tesseract, and the languages it has data for.
#[must_use]
pub fn recognition() -> Option<(String, Vec<Language>)> {
    let tesseract = Tesseract::find()?;
    Some((tesseract.version().to_owned(), tesseract.languages()))
}

/// What protects this machine from a hostile document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protection {
    /// The layers of the sandbox around the process that opens documents.
    pub layers: Vec<Layer>,
    /// What that process tried, and whether it was denied; why not, if it could not try.
    pub tried: Result<Vec<(String, bool)>, Failure>,
}

/// Starts a process as documents are opened in and lets it try what it must not be able to do.
///
/// # Errors
/// If the process cannot be started as asked.
pub fn try_protection(isolation: &Isolation, limits: &Limits) -> Result<Protection, AppError> {
    let pool = Pool::new(isolation.clone(), limits.clone())?;
    Ok(Protection { layers: pool.layers().to_vec(), tried: pool.try_sandbox() })
}

/// What became of one example of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExampleResult {
    /// Rule and number of the example, counted from 1; `model clause` for a model clause.
    pub name: String,
    /// The verdict that the author expects.
    pub expected: Verdict,
    /// The verdict that the rule gives.
    pub found: Verdict,
    /// The text.
    pub text: String,
    /// Why, in words.
    pub reasons: Vec<String>,
}

impl ExampleResult {
    /// Whether the rule does what its author expects.
    #[must_use]
    pub fn passed(&self) -> bool {
        self.expected == self.found
    }
}

/// Judges the examples and the model clauses of all rules, as documents of their own.
///
/// # Errors
/// If the lexicon is unusable.
pub fn test_rules(ruleset: &Ruleset) -> Result<Vec<ExampleResult>, AppError> {
    let engine = Engine::new(ruleset)?;
    let settings = Settings::default();
    let reader = Reader::new(&engine, &settings)?;
    let mut results = Vec::new();
    for rule in &ruleset.rules {
        let mut judge = |name: String,
                         expected: Verdict,
                         text: &str,
                         language: Option<Language>| {
            let document = reader.read_text(text, language);
            let pack = Pack { name: name.clone(), documents: vec![document] };
            let finding = engine.judge_rule(&pack, rule);
            let found = finding.verdict.in_examples();
            let outside =
                finding.reasons.iter().any(|reason| matches!(reason, Reason::NumberOutside { .. }));
            if rule.other_thresholds && expected == Verdict::Met && outside {
                return;
            }
            let reasons = finding.reasons.iter().map(crate::report::words::reason).collect();
            results.push(ExampleResult { name, expected, found, text: text.to_owned(), reasons });
        };
        for (number, example) in rule.examples.iter().enumerate() {
            if example.language.is_some_and(|language| !engine.supports(language)) {
                continue;
            }
            let code = example.language.map_or("", Language::code);
            judge(
                format!("{}::example {} {code}", rule.card.id, number + 1).trim_end().to_owned(),
                example.verdict,
                &example.text,
                example.language,
            );
        }
        for (code, clause) in &rule.card.model_clauses {
            let language = Language::from_code(code).filter(|language| engine.supports(*language));
            if language.is_some() {
                judge(
                    format!("{}::model clause {code}", rule.card.id),
                    Verdict::Met,
                    clause,
                    language,
                );
            }
        }
    }
    Ok(results)
}

//! Wires the pipeline: paths to packs, bytes to documents, documents to findings.
//!
//! Packs are judged one after the other on a pool of threads and only their reports are kept, so
//! that memory does not grow with the corpus. Order of threads never shows: every list is in the
//! order of its input. A document that makes a reader fail is a note, not an end.

pub use crate::extract::Changes;
pub use crate::extract::Options;

use crate::engine::Engine;
use crate::engine::MissingConcepts;
use crate::extract::extract;
use crate::input::FileSource;
use crate::input::InputError;
use crate::input::PackSource;
use crate::language::Detector;
use crate::model::Document;
use crate::model::DocumentEntry;
use crate::model::Duty;
use crate::model::Extraction;
use crate::model::Format;
use crate::model::Language;
use crate::model::Note;
use crate::model::NoteKind;
use crate::model::Pack;
use crate::model::PackReport;
use crate::model::ReadStatus;
use crate::model::Report;
use crate::model::Source;
use crate::model::Verdict;
use crate::ruleset::Problems;
use crate::ruleset::Ruleset;
use crate::structure::note_outside_pack;
use crate::structure::structure;
use rayon::prelude::*;
use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use thiserror::Error;

/// Stack of a worker thread: readers of deeply nested documents need more than usual.
const STACK: usize = 64 << 20;
/// Share of a document's text in languages without lexicon from which on it is not fully read.
const FOREIGN_SHARE: f64 = 0.2;
/// Fewest bytes of text in languages without lexicon that are worth a note.
const FOREIGN_BYTES: usize = 400;

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
    /// Threads could not be started.
    #[error("worker threads could not be started: {0}")]
    Threads(#[from] rayon::ThreadPoolBuildError),
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
}

/// Called after each document: how many are done.
pub type Progress<'p> = &'p (dyn Fn(&str) + Sync);

/// Judges packs.
///
/// # Errors
/// If the lexicon is unusable, or not one file had any text.
pub fn check(
    packs: &[PackSource],
    ruleset: &Ruleset,
    settings: &Settings,
    progress: Progress<'_>,
) -> Result<Report, AppError> {
    let engine = Engine::new(ruleset)?;
    let reader = Reader { detector: Detector::default(), engine: &engine, settings };
    let pool =
        rayon::ThreadPoolBuilder::new().num_threads(settings.jobs).stack_size(STACK).build()?;
    let packs: Vec<PackReport> = pool
        .install(|| packs.par_iter().map(|source| reader.check_pack(source, progress)).collect());
    let report = Report { rulesets: vec![ruleset.stamp.clone()], packs };
    let documents = || report.packs.iter().flat_map(|pack| &pack.documents);
    if documents()
        .all(|document| matches!(document.status, ReadStatus::Unreadable | ReadStatus::Skipped))
    {
        return Err(AppError::NothingReadable(documents().count(), Box::new(report)));
    }
    Ok(report)
}

/// Reads one file and cuts it up, with the duty of each provision.
///
/// # Errors
/// If the lexicon is unusable.
pub fn read_document(
    file: &FileSource,
    ruleset: &Ruleset,
    settings: &Settings,
) -> Result<(Document, Vec<Duty>), AppError> {
    let engine = Engine::new(ruleset)?;
    let reader = Reader { detector: Detector::default(), engine: &engine, settings };
    let pack = Pack { name: String::new(), documents: vec![reader.read(file)] };
    let duties = engine.duties(&pack).pop().unwrap_or_default();
    let document = pack
        .documents
        .into_iter()
        .next()
        .unwrap_or_else(|| unreadable(file, NoteKind::Empty, String::new()));
    Ok((document, duties))
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
    let reader = Reader { detector: Detector::default(), engine: &engine, settings: &settings };
    let mut results = Vec::new();
    for (index, rule) in ruleset.rules.iter().enumerate() {
        let mut judge = |name: String,
                         expected: Verdict,
                         text: &str,
                         language: Option<Language>| {
            let document = reader.read_text(text, language);
            let pack = Pack { name: name.clone(), documents: vec![document] };
            let finding = engine.judge_pack(&pack).swap_remove(index);
            let found = if finding.verdict == Verdict::NotApplicable {
                Verdict::Missing
            } else {
                finding.verdict
            };
            let reasons = finding.reasons.iter().map(crate::report::words::reason).collect();
            results.push(ExampleResult { name, expected, found, text: text.to_owned(), reasons });
        };
        for (number, example) in rule.examples.iter().enumerate() {
            judge(
                format!("{}::example {}", rule.card.id, number + 1),
                example.verdict,
                &example.text,
                None,
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

/// Reads documents with one detector and one engine.
struct Reader<'a> {
    detector: Detector,
    engine: &'a Engine<'a>,
    settings: &'a Settings,
}

impl Reader<'_> {
    fn check_pack(&self, source: &PackSource, progress: Progress<'_>) -> PackReport {
        let mut documents: Vec<Document> = source
            .files
            .par_iter()
            .map(|file| {
                let document = self.read(file);
                progress(&file.shown);
                document
            })
            .collect();
        note_outside_pack(&mut documents);
        let pack = Pack { name: source.name.clone(), documents };
        let findings = self.engine.judge_pack(&pack);
        let documents = pack.documents.iter().map(DocumentEntry::from).collect();
        PackReport { name: pack.name, documents, findings }
    }

    /// Reads one file. A panic in a reader becomes a note.
    fn read(&self, file: &FileSource) -> Document {
        if let Some(reason) = &file.left_out {
            let mut document =
                unreadable(file, NoteKind::LeftOut, format!("left out: it is {reason}"));
            document.status = ReadStatus::Skipped;
            return document;
        }
        let bytes = match file.read() {
            Ok(bytes) => bytes,
            Err((kind, message)) => return unreadable(file, kind, message),
        };
        let source =
            Source { path: file.shown.clone(), hash: blake3::hash(&bytes).to_hex().to_string() };
        let name = file.shown.rsplit('/').next().unwrap_or_default();
        let read = catch_unwind(AssertUnwindSafe(|| {
            let extraction = extract(&bytes, name, &self.settings.reading);
            self.finish(source.clone(), extraction, self.settings.language)
        }));
        read.unwrap_or_else(|_| {
            let message =
                "the reader failed on this document; please report it to the developers".to_owned();
            let mut document = unreadable(file, NoteKind::Panicked, message);
            document.source = source;
            document
        })
    }

    /// Reads text that stands in a rule.
    fn read_text(&self, text: &str, language: Option<Language>) -> Document {
        let extraction = extract(text.as_bytes(), "example.txt", &self.settings.reading);
        let source = Source { path: "example".to_owned(), hash: String::new() };
        self.finish(source, extraction, language)
    }

    fn finish(
        &self,
        source: Source,
        extraction: Extraction,
        language: Option<Language>,
    ) -> Document {
        let mut document = structure(source, extraction, &self.detector);
        if let Some(language) = language {
            document.language = language;
            document.provisions.iter_mut().for_each(|provision| provision.language = language);
        }
        self.note_foreign_text(&mut document);
        document
    }

    /// Text in a language without lexicon was read but cannot be judged: say so, and do not take
    /// it for proof of absence.
    fn note_foreign_text(&self, document: &mut Document) {
        let mut foreign: Vec<(Language, usize)> = Vec::new();
        let mut total = 0;
        for provision in &document.provisions {
            let length = provision.span.len();
            total += length;
            if !self.engine.supports(provision.language) {
                match foreign.iter_mut().find(|(language, _)| *language == provision.language) {
                    Some((_, sum)) => *sum += length,
                    None => foreign.push((provision.language, length)),
                }
            }
        }
        foreign.sort_by_key(|(language, length)| (std::cmp::Reverse(*length), *language));
        let sum: usize = foreign.iter().map(|(_, length)| length).sum();
        let Some((language, _)) = foreign.first() else { return };
        if sum < FOREIGN_BYTES && (sum as f64) < FOREIGN_SHARE * total as f64 || sum * 20 < total {
            return;
        }
        let message = format!(
            "{} % of the text is in {}, for which there are no rules yet; it was not judged",
            (sum * 100).div_ceil(total.max(1)),
            language.name()
        );
        document.notes.push(Note { kind: NoteKind::LanguageNotSupported, page: None, message });
        if document.status == ReadStatus::Read {
            document.status = ReadStatus::PartlyRead;
        }
    }
}

/// A document of which nothing was read.
fn unreadable(file: &FileSource, kind: NoteKind, message: String) -> Document {
    Document {
        source: Source { path: file.shown.clone(), hash: String::new() },
        format: Format::Unknown,
        text: String::new(),
        pages: Vec::new(),
        blocks: Vec::new(),
        clauses: Vec::new(),
        provisions: Vec::new(),
        parties: Vec::new(),
        language: Language::Unknown,
        notes: vec![Note { kind, page: None, message }],
        status: ReadStatus::Unreadable,
    }
}

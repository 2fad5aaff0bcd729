//! From files to documents: has archives, e-mails and documents opened, cuts up what comes back,
//! and notes what could not be judged. A reader that fails is a note on its document and nothing
//! more.

use super::AppError;
use super::Progress;
use super::Settings;
use super::memory::Memory;
use super::memory::Remembered;
use super::memory::Way;
use super::recognition;
use super::recognition::Recognition;
use crate::engine::Engine;
use crate::engine::Judged;
use crate::extract::Options;
use crate::extract::archive::Content;
use crate::extract::archive::Member;
use crate::extract::extract;
use crate::input::FileSource;
use crate::input::PackSource;
use crate::input::reason_to_leave_out;
use crate::language::Detector;
use crate::model::Conflict;
use crate::model::Document;
use crate::model::DocumentEntry;
use crate::model::DocumentKind;
use crate::model::DocumentText;
use crate::model::Extraction;
use crate::model::Format;
use crate::model::Language;
use crate::model::Note;
use crate::model::NoteKind;
use crate::model::Pack;
use crate::model::PackReading;
use crate::model::PackReport;
use crate::model::ReadStatus;
use crate::model::Source;
use crate::review;
use crate::structure::note_outside_pack;
use crate::structure::structure;
use crate::worker::Failure;
use crate::worker::Opened;
use crate::worker::Opener;
use crate::worker::Pool;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use std::path::Path;

/// Share of a document's text in languages without lexicon from which on it is not fully read.
const FOREIGN_SHARE: f64 = 0.2;
/// Fewest bytes of text in languages without lexicon that are worth a note.
const FOREIGN_BYTES: usize = 400;

/// What a report says of the documents of a pack, with the kinds of each.
pub(super) fn entries(pack: &Pack, kinds: Vec<BTreeSet<DocumentKind>>) -> Vec<DocumentEntry> {
    pack.documents.iter().zip(kinds).map(|(d, kinds)| DocumentEntry::new(d, kinds)).collect()
}

/// Numbers of a pack that do not agree, each with the passages that say what goes before what.
fn conflicts(judged: &Judged) -> Vec<Conflict> {
    let of_rules = judged.findings.iter().zip(&judged.numbers);
    let found = of_rules.flat_map(|(finding, parameters)| {
        let parameters = parameters.iter();
        parameters.filter_map(|(name, stated)| review::conflict(&finding.rule, name, stated))
    });
    found.map(|conflict| Conflict { precedence: judged.precedence.clone(), ..conflict }).collect()
}

/// Reads documents with one detector and one engine.
pub(super) struct Reader<'a> {
    detector: Detector,
    engine: &'a Engine<'a>,
    settings: &'a Settings,
    recognition: Recognition,
    opener: Opener,
    memory: Memory,
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        self.memory.tidy();
    }
}

/// A document as read from its bytes, and the bytes if pages of it wait for recognition.
struct Reading {
    document: Document,
    waiting: Option<Vec<u8>>,
}

impl From<Document> for Reading {
    fn from(document: Document) -> Self {
        Self { document, waiting: None }
    }
}

impl<'a> Reader<'a> {
    /// Gets ready to open documents as the settings say.
    ///
    /// # Errors
    /// If documents cannot be opened in a guarded process as the settings ask, or text is to be
    /// recognised in every page, and there is nothing to do it with.
    pub(super) fn new(engine: &'a Engine<'a>, settings: &'a Settings) -> Result<Self, AppError> {
        let recognition = Recognition::new(settings.ocr);
        if recognition.is_lacking() {
            return Err(AppError::NoTesseract);
        }
        let opener = match &settings.isolation {
            Some(setup) => {
                let pool = Pool::new(setup.clone(), settings.reading.limits.clone())?;
                Opener::guarded(pool, leave_out)
            }
            None => Opener::unguarded(leave_out),
        };
        let memory = Memory::new(settings.cache.clone());
        Ok(Self { detector: Detector::default(), engine, settings, recognition, opener, memory })
    }

    /// Reads and judges one pack.
    pub(super) fn check_pack(&self, source: &PackSource, progress: Progress<'_>) -> PackReport {
        let pack = self.read_pack(source, progress);
        let judged = self.engine.judge_pack(&pack);
        let conflicts = conflicts(&judged);
        let documents = entries(&pack, judged.kinds);
        let texts = if self.settings.keep_text {
            let texts = pack.documents.into_iter();
            texts.map(|Document { text, blocks, .. }| DocumentText { text, blocks }).collect()
        } else {
            Vec::new()
        };
        PackReport {
            name: pack.name,
            documents,
            findings: judged.findings,
            conflicts,
            storage: judged.storage,
            accountability: judged.accountability,
            texts,
        }
    }

    /// Reads and judges one pack, and keeps what each rule made of each passage.
    pub(super) fn examine_pack(&self, source: &PackSource, progress: Progress<'_>) -> PackReading {
        let pack = self.read_pack(source, progress);
        let judged = self.engine.judge_pack(&pack);
        let (passages, readings) = self.engine.read_pack(&pack);
        let report = PackReport {
            conflicts: conflicts(&judged),
            documents: entries(&pack, judged.kinds),
            name: pack.name,
            findings: judged.findings,
            storage: judged.storage,
            accountability: judged.accountability,
            texts: Vec::new(),
        };
        PackReading { report, passages, readings }
    }

    /// Reads one pack, and notes which annexes it refers to and lacks.
    pub(super) fn read_pack(&self, source: &PackSource, progress: Progress<'_>) -> Pack {
        let mut documents = self.read_all(&source.files, progress);
        note_outside_pack(&mut documents);
        Pack { name: source.name.clone(), documents }
    }

    /// Reads the files of a pack. What was read first tells in which languages text is recognised
    /// in the rest.
    pub(super) fn read_all(&self, files: &[FileSource], progress: Progress<'_>) -> Vec<Document> {
        let readings: Vec<Reading> = files
            .par_iter()
            .flat_map(|file| {
                let readings = self.read(file);
                progress(&file.shown);
                readings
            })
            .collect();
        let languages = self.languages(&readings);
        readings.into_par_iter().map(|reading| self.recognise(reading, &languages)).collect()
    }

    /// The languages in which text is recognised: those of the text that was read or, where that
    /// tells nothing, of the first page of each document that waits.
    fn languages(&self, readings: &[Reading]) -> Vec<Language> {
        if let Some(language) = self.settings.language {
            return vec![language];
        }
        let told = recognition::languages(readings.iter().map(|reading| &reading.document));
        if !told.is_empty() {
            return told;
        }
        let first: Vec<Document> = readings
            .par_iter()
            .filter_map(|reading| self.recognise_pages(reading, &[], 1).0)
            .collect();
        recognition::languages(first.iter())
    }

    /// Reads one file: a document, or those that an archive or an e-mail holds.
    fn read(&self, file: &FileSource) -> Vec<Reading> {
        if let Some(reason) = &file.left_out {
            return vec![left_out(&file.shown, reason).into()];
        }
        let options = &self.settings.reading;
        let bytes = match file.read(options.limits.bytes) {
            Ok(bytes) => bytes,
            Err((kind, message)) => return vec![unreadable(&file.shown, kind, message).into()],
        };
        let members = match self.open(&bytes, last_step(&file.shown), options) {
            Ok(Opened::Members(members)) => members,
            Ok(Opened::Document(extraction)) => {
                return vec![self.reading(&file.shown, bytes, Ok(extraction))];
            }
            Err(failure) => return vec![self.reading(&file.shown, bytes, Err(failure))],
        };
        drop(bytes);
        members.into_par_iter().map(|member| self.read_member(&file.shown, member)).collect()
    }

    /// Opens a file, unless it is a document that was read before.
    fn open(&self, bytes: &[u8], name: &str, options: &Options) -> Result<Opened, Failure> {
        if let Some(known) = self.memory.document(bytes, name, options, Way::Open) {
            return Ok(Opened::Document(known));
        }
        let opened = self.opener.open(bytes, name, options)?;
        if let Opened::Document(extraction) = &opened {
            self.memory.keep(bytes, name, options, Way::Open, extraction);
        }
        Ok(opened)
    }

    /// Reads a document, unless it was read before.
    fn read_document(
        &self,
        bytes: &[u8],
        name: &str,
        options: &Options,
    ) -> Result<Extraction, Failure> {
        if let Some(known) = self.memory.document(bytes, name, options, Way::Read) {
            return Ok(known);
        }
        let extraction = self.opener.read(bytes, name, options)?;
        self.memory.keep(bytes, name, options, Way::Read, &extraction);
        Ok(extraction)
    }

    fn read_member(&self, within: &str, member: Member) -> Reading {
        let shown = if member.path.is_empty() {
            within.to_owned()
        } else {
            format!("{within}/{}", member.path)
        };
        match member.content {
            Content::Bytes(bytes) => {
                let options = &self.settings.reading;
                let extraction = self.read_document(&bytes, last_step(&shown), options);
                self.reading(&shown, bytes, extraction)
            }
            Content::LeftOut(reason) => left_out(&shown, &reason).into(),
            Content::Unread(kind, message) => unreadable(&shown, kind, message).into(),
        }
    }

    /// The document that was made of `bytes`, which are kept if pages of it wait for recognition.
    fn reading(
        &self,
        shown: &str,
        bytes: Vec<u8>,
        extraction: Result<Extraction, Failure>,
    ) -> Reading {
        let document = self.judgeable(shown, &bytes, extraction);
        let waits = !self.recognition.pages(&document).is_empty();
        Reading { document, waiting: waits.then_some(bytes) }
    }

    /// The document that was made of `bytes`. Cutting it up may fail as well, and is no more than
    /// a note either.
    fn judgeable(
        &self,
        shown: &str,
        bytes: &[u8],
        extraction: Result<Extraction, Failure>,
    ) -> Document {
        let hash = blake3::hash(bytes).to_hex().to_string();
        let source = Source { path: shown.to_owned(), hash };
        let finished = extraction.and_then(|extraction| {
            let finish = || self.finish(source.clone(), extraction, self.settings.language);
            catch_unwind(AssertUnwindSafe(finish)).map_err(|_| Failure::Crashed)
        });
        finished.unwrap_or_else(|failure| {
            let mut document = unreadable(shown, failure.kind(), failure.message());
            document.source = source;
            document
        })
    }

    /// Recognises the pages that wait for it, and reads the document again with their text.
    fn recognise(&self, reading: Reading, languages: &[Language]) -> Document {
        let (recognised, notes) = self.recognise_pages(&reading, languages, usize::MAX);
        let mut document = recognised.unwrap_or(reading.document);
        document.notes.extend(notes);
        document
    }

    /// The document with the text of the first `most` pages that wait, and what there is to say of
    /// it; none if none was recognised.
    fn recognise_pages(
        &self,
        reading: &Reading,
        languages: &[Language],
        most: usize,
    ) -> (Option<Document>, Vec<Note>) {
        let Some(bytes) = &reading.waiting else { return (None, Vec::new()) };
        let shown = reading.document.source.path.as_str();
        let mut pages = self.recognition.pages(&reading.document);
        pages.truncate(most);
        let name = last_step(shown);
        let draw = |page| self.opener.picture(bytes, name, &self.settings.reading, page);
        let known = Remembered { memory: &self.memory, bytes, options: &self.settings.reading };
        let (recognised, notes) = self.recognition.recognise(&pages, languages, &draw, &known);
        let document = (!recognised.is_empty()).then(|| {
            let options = Options { recognised, ..self.settings.reading.clone() };
            self.judgeable(shown, bytes, self.read_document(bytes, name, &options))
        });
        (document, notes)
    }

    /// Reads text that stands in a rule.
    pub(super) fn read_text(&self, text: &str, language: Option<Language>) -> Document {
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

/// Why a member of an archive is left out, if it is.
pub(super) fn leave_out(path: &str) -> Option<String> {
    reason_to_leave_out(Path::new(path))
}

/// A document of which nothing was read.
fn unreadable(path: &str, kind: NoteKind, message: String) -> Document {
    Document {
        source: Source { path: path.to_owned(), hash: String::new() },
        format: Format::Unknown,
        text: String::new(),
        pages: Vec::new(),
        printed: Vec::new(),
        blocks: Vec::new(),
        clauses: Vec::new(),
        provisions: Vec::new(),
        parties: Vec::new(),
        language: Language::Unknown,
        notes: vec![Note { kind, page: None, message }],
        status: ReadStatus::Unreadable,
    }
}

/// A document that was left out on purpose.
fn left_out(path: &str, reason: &str) -> Document {
    let mut document = unreadable(path, NoteKind::LeftOut, format!("left out: it is {reason}"));
    document.status = ReadStatus::Skipped;
    document
}

/// The name of a file without its folders.
fn last_step(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

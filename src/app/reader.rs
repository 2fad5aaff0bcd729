//! From files to documents: has archives, e-mails and documents opened, cuts up what comes back,
//! and notes what could not be judged. A reader that fails is a note on its document and nothing
//! more.

use super::Progress;
use super::Settings;
use crate::engine::Engine;
use crate::extract::archive::Content;
use crate::extract::archive::Member;
use crate::extract::extract;
use crate::input::FileSource;
use crate::input::PackSource;
use crate::input::reason_to_leave_out;
use crate::language::Detector;
use crate::model::Document;
use crate::model::DocumentEntry;
use crate::model::Extraction;
use crate::model::Format;
use crate::model::Language;
use crate::model::Note;
use crate::model::NoteKind;
use crate::model::Pack;
use crate::model::PackReport;
use crate::model::ReadStatus;
use crate::model::Source;
use crate::structure::note_outside_pack;
use crate::structure::structure;
use crate::worker::Failure;
use crate::worker::Opened;
use crate::worker::Opener;
use crate::worker::Pool;
use crate::worker::StartError;
use rayon::prelude::*;
use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use std::path::Path;

/// Share of a document's text in languages without lexicon from which on it is not fully read.
const FOREIGN_SHARE: f64 = 0.2;
/// Fewest bytes of text in languages without lexicon that are worth a note.
const FOREIGN_BYTES: usize = 400;

/// Reads documents with one detector and one engine.
pub(super) struct Reader<'a> {
    detector: Detector,
    engine: &'a Engine<'a>,
    settings: &'a Settings,
    opener: Opener,
}

impl<'a> Reader<'a> {
    /// Gets ready to open documents as the settings say.
    pub(super) fn new(engine: &'a Engine<'a>, settings: &'a Settings) -> Result<Self, StartError> {
        let opener = match &settings.isolation {
            Some(setup) => {
                let pool = Pool::new(setup.clone(), settings.reading.limits.clone())?;
                Opener::guarded(pool, leave_out)
            }
            None => Opener::unguarded(leave_out),
        };
        Ok(Self { detector: Detector::default(), engine, settings, opener })
    }

    /// Reads and judges one pack.
    pub(super) fn check_pack(&self, source: &PackSource, progress: Progress<'_>) -> PackReport {
        let mut documents: Vec<Document> = source
            .files
            .par_iter()
            .flat_map(|file| {
                let documents = self.read(file);
                progress(&file.shown);
                documents
            })
            .collect();
        note_outside_pack(&mut documents);
        let pack = Pack { name: source.name.clone(), documents };
        let findings = self.engine.judge_pack(&pack);
        let documents = pack.documents.iter().map(DocumentEntry::from).collect();
        PackReport { name: pack.name, documents, findings }
    }

    /// Reads one file: a document, or those that an archive or an e-mail holds.
    pub(super) fn read(&self, file: &FileSource) -> Vec<Document> {
        if let Some(reason) = &file.left_out {
            return vec![left_out(&file.shown, reason)];
        }
        let options = &self.settings.reading;
        let bytes = match file.read(options.limits.bytes) {
            Ok(bytes) => bytes,
            Err((kind, message)) => return vec![unreadable(&file.shown, kind, message)],
        };
        let members = match self.opener.open(&bytes, last_step(&file.shown), options) {
            Ok(Opened::Members(members)) => members,
            Ok(Opened::Document(extraction)) => {
                return vec![self.judgeable(&file.shown, &bytes, Ok(extraction))];
            }
            Err(failure) => return vec![self.judgeable(&file.shown, &bytes, Err(failure))],
        };
        drop(bytes);
        members.into_par_iter().map(|member| self.read_member(&file.shown, member)).collect()
    }

    fn read_member(&self, within: &str, member: Member) -> Document {
        let shown = if member.path.is_empty() {
            within.to_owned()
        } else {
            format!("{within}/{}", member.path)
        };
        match member.content {
            Content::Bytes(bytes) => {
                let options = &self.settings.reading;
                let extraction = self.opener.read(&bytes, last_step(&shown), options);
                self.judgeable(&shown, &bytes, extraction)
            }
            Content::LeftOut(reason) => left_out(&shown, &reason),
            Content::Unread(kind, message) => unreadable(&shown, kind, message),
        }
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

//! Recognition of text in the pictures of pages (OCR): which pages are worth it, in which
//! languages, and what is said of it.

use super::memory::Remembered;
use crate::model::Document;
use crate::model::Format;
use crate::model::Language;
use crate::model::Note;
use crate::model::NoteKind;
use crate::model::Picture;
use crate::model::RecognisedPage;
use crate::ocr::OcrError;
use crate::ocr::Tesseract;
use crate::worker::Failure;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Fewest bytes of text in a further language that make it one of the pack.
const TELLING: usize = 400;

/// When text is recognised in the pictures of pages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Ocr {
    /// On pages whose text is not in the file, if tesseract is installed.
    #[default]
    Auto,
    /// On no page.
    Never,
    /// On every page of a PDF, whatever text the file says it has; tesseract must be installed.
    Always,
}

/// Recognises pages with one installation of tesseract, which is looked for when it is first
/// needed.
pub(super) struct Recognition {
    mode: Ocr,
    tesseract: OnceLock<Option<Tesseract>>,
}

impl Recognition {
    pub(super) fn new(mode: Ocr) -> Self {
        Self { mode, tesseract: OnceLock::new() }
    }

    fn tesseract(&self) -> Option<&Tesseract> {
        self.tesseract.get_or_init(Tesseract::find).as_ref()
    }

    /// Whether recognition is demanded and cannot be had.
    pub(super) fn is_lacking(&self) -> bool {
        self.mode == Ocr::Always && self.tesseract().is_none()
    }

    /// The pages of a document, as read so far, that are to be recognised.
    pub(super) fn pages(&self, document: &Document) -> Vec<u32> {
        if document.format != Format::Pdf || self.mode == Ocr::Never {
            return Vec::new();
        }
        if self.mode == Ocr::Always {
            return document.pages.iter().map(|page| page.number).collect();
        }
        let unread = |note: &&Note| matches!(note.kind, NoteKind::NoTextLayer | NoteKind::Garbled);
        let pages: BTreeSet<u32> =
            document.notes.iter().filter(unread).filter_map(|note| note.page).collect();
        pages.into_iter().collect()
    }

    /// Recognises `pages`, which `draw` makes pictures of, and says how it went.
    pub(super) fn recognise(
        &self,
        pages: &[u32],
        languages: &[Language],
        draw: &(dyn Fn(u32) -> Result<Option<Picture>, Failure> + Sync),
        known: &Remembered<'_>,
    ) -> (Vec<RecognisedPage>, Vec<Note>) {
        let Some(tesseract) = self.tesseract() else {
            return (Vec::new(), vec![not_installed(pages)]);
        };
        let results: Vec<Result<RecognisedPage, Note>> = pages
            .par_iter()
            .map(|page| {
                let failed = |reason: String| {
                    let message = format!("page {page} was not recognised: {reason}");
                    Note { kind: NoteKind::NotRecognised, page: Some(*page), message }
                };
                let version = tesseract.version();
                if let Some(page) = known.page(languages, version, *page) {
                    return Ok(page);
                }
                let picture = draw(*page)
                    .map_err(|failure| failed(failure.message()))?
                    .ok_or_else(|| failed("it could not be drawn".to_owned()))?;
                let page = tesseract
                    .recognise(&picture, languages)
                    .map_err(|error: OcrError| failed(error.to_string()))?;
                known.keep(languages, version, &page);
                Ok(page)
            })
            .collect();
        let (mut recognised, mut notes) = (Vec::new(), Vec::new());
        for result in results {
            match result {
                Ok(page) => recognised.push(page),
                Err(note) => notes.push(note),
            }
        }
        if !recognised.is_empty() {
            notes.insert(0, summary(&recognised, tesseract));
        }
        (recognised, notes)
    }
}

/// The languages that documents are written in, that of most text first. A language with little
/// text counts only where there is no other.
pub(super) fn languages<'d>(documents: impl Iterator<Item = &'d Document>) -> Vec<Language> {
    let mut amounts: BTreeMap<Language, usize> = BTreeMap::new();
    for document in documents.filter(|document| Language::NAMED.contains(&document.language)) {
        *amounts.entry(document.language).or_default() += document.text.len();
    }
    let mut languages: Vec<(Language, usize)> = amounts.into_iter().collect();
    languages.sort_by_key(|(_, amount)| Reverse(*amount));
    let enough =
        |(index, (_, amount)): &(usize, (Language, usize))| *index == 0 || *amount >= TELLING;
    languages.into_iter().enumerate().filter(enough).map(|(_, (language, _))| language).collect()
}

fn not_installed(pages: &[u32]) -> Note {
    let message = format!(
        "{} could be read by text recognition (OCR): install tesseract with the data of the \
         language (Debian and Ubuntu: tesseract-ocr tesseract-ocr-swe; macOS: brew install \
         tesseract tesseract-lang; Windows: the installer of UB Mannheim)",
        named(pages)
    );
    Note { kind: NoteKind::NotRecognised, page: None, message }
}

fn summary(recognised: &[RecognisedPage], tesseract: &Tesseract) -> Note {
    let pages: Vec<u32> = recognised.iter().map(|page| page.page).collect();
    let words = recognised.iter().flat_map(|page| &page.lines).flat_map(|line| &line.words);
    let (mut all, mut doubtful) = (0_usize, 0_usize);
    for word in words {
        all += 1;
        doubtful += usize::from(word.is_doubtful());
    }
    let message = format!(
        "the text of {} was recognised in pictures (OCR) by tesseract {}; {doubtful} of {all} \
         words are doubtful",
        named(&pages),
        tesseract.version(),
    );
    Note { kind: NoteKind::Recognised, page: None, message }
}

/// "page 3", "pages 1–3, 7".
fn named(pages: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for page in pages {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *page => *last = *page,
            _ => runs.push((*page, *page)),
        }
    }
    let runs: Vec<String> = runs
        .into_iter()
        .map(|(from, to)| if from == to { from.to_string() } else { format!("{from}–{to}") })
        .collect();
    format!("page{} {}", if pages.len() == 1 { "" } else { "s" }, runs.join(", "))
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn pages_are_named_in_runs() {
        assert_eq!(named(&[4]), "page 4");
        assert_eq!(named(&[1, 2, 3, 7, 9, 10]), "pages 1–3, 7, 9–10");
    }
}

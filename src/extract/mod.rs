//! Bytes of one file to blocks, pages and notes.
//!
//! One file per format, each with a function `read(bytes, …) -> Extraction`. Contract text is
//! judged, so nothing may be lost, invented or joined wrongly: a reader that cannot read
//! something says so in a note, and never fails with an error. What the blocks mean (clauses,
//! sentences, tables of requirements) is left to `structure`; which files there are to `input`.
//!
//! The content decides the format, not the file name; a name is only used to tell apart formats
//! that have no signature (Markdown, HTML fragments and plain text).

pub mod archive;
mod builder;
mod docx;
mod furniture;
mod html;
mod items;
mod limits;
mod lookalikes;
mod mail;
mod markdown;
mod normalize;
mod numerals;
mod opendocument;
mod options;
mod own;
mod package;
mod pdf;
mod pptx;
mod rtf;
mod sheets;
#[cfg(test)]
mod shown;
mod sniff;
mod text;
mod twofold;
mod xml;

pub use limits::Limit;
pub use limits::Limits;
pub use options::Changes;
pub use options::Options;

use crate::model::Extraction;
use crate::model::Format;
use crate::model::Note;
use crate::model::NoteKind;
use crate::model::Picture;
use crate::model::Span;
use builder::Builder;

/// Reads one document. `name` is its file name, used only where the content does not tell.
#[must_use]
pub fn extract(bytes: &[u8], name: &str, options: &Options) -> Extraction {
    let limits = &options.limits;
    let format = sniff::sniff(bytes, name);
    if bytes.len() > limits.bytes {
        return refused(
            format,
            NoteKind::TooLarge,
            format!("the file is larger than {} MB and was not read", limits.bytes / (1 << 20)),
        );
    }
    let mut extraction = match format {
        Format::Pdf => pdf::read(bytes, options),
        Format::Docx => docx::read(bytes, options),
        Format::Excel => sheets::read(bytes, limits),
        Format::Html => html::read(&text::decode(bytes).text, limits),
        Format::Markdown => markdown::read(bytes),
        Format::Text => text::read(bytes),
        Format::Zip => refused(
            format,
            NoteKind::UnsupportedFormat,
            "this is an archive; give it to `check`, which reads its members".to_owned(),
        ),
        Format::Rtf => rtf::read(bytes),
        Format::OpenDocument => opendocument::read(bytes, limits),
        Format::PowerPoint => pptx::read(bytes, limits),
        Format::Email | Format::OutlookMessage => mail::read(bytes, format, limits),
        Format::Unsupported(what) => refused(
            format,
            if what.starts_with("encrypted") {
                NoteKind::NeedsPassword
            } else {
                NoteKind::UnsupportedFormat
            },
            sniff::advice(what),
        ),
        Format::Unknown if bytes.is_empty() => {
            refused(format, NoteKind::Empty, "the file is empty (0 bytes)".to_owned())
        }
        Format::Unknown => refused(
            format,
            NoteKind::UnsupportedFormat,
            "the file format is not recognised; save it as PDF, DOCX or plain text".to_owned(),
        ),
    };
    if own::is_report(bytes, &extraction) {
        return refused(format, NoteKind::OwnReport, own::MESSAGE.to_owned());
    }
    if format == Format::Pdf && twofold::is_pdf_and_archive(bytes) {
        let message = "the file is a PDF and a ZIP archive at once, so that others may see another \
                       text than was read; ask for a file that is one thing";
        let message = message.to_owned();
        extraction.notes.push(Note { kind: NoteKind::Ambiguous, page: None, message });
    }
    shorten(&mut extraction, limits);
    if let Some(note) = sniff::extension_note(format, name) {
        extraction.notes.insert(0, note);
    }
    extraction
}

/// Draws a page, counted from 1, for the recognition of its text. Nothing for formats other than
/// PDF, and for pages that cannot be drawn.
#[must_use]
pub fn picture(bytes: &[u8], name: &str, options: &Options, page: u32) -> Option<Picture> {
    (sniff::sniff(bytes, name) == Format::Pdf).then(|| pdf::picture(bytes, options, page))?
}

/// The format that [`Format::Unsupported`] names with `name`.
#[must_use]
pub fn unsupported_format(name: &str) -> Option<Format> {
    sniff::UNSUPPORTED.into_iter().find(|known| *known == name).map(Format::Unsupported)
}

/// Keeps no more text and blocks than one document may have.
fn shorten(extraction: &mut Extraction, limits: &Limits) {
    extraction.printed.truncate(limits.words);
    let text_bytes = limits.text_bytes;
    let within = extraction.blocks.partition_point(|block| block.span.end() <= text_bytes);
    let kept = within.min(limits.blocks);
    if kept == extraction.blocks.len() {
        return;
    }
    extraction.blocks.truncate(kept);
    let end = extraction.blocks.last().map_or(0, |block| block.span.end());
    extraction.text.truncate(end);
    let words = extraction.printed.partition_point(|word| word.span.end() <= end);
    extraction.printed.truncate(words);
    for page in &mut extraction.pages {
        page.span = Span::new(page.span.start().min(end), page.span.end().min(end));
    }
    let message = format!(
        "the document has more than {} MB of text or {} paragraphs; the rest was not read",
        text_bytes >> 20,
        limits.blocks
    );
    extraction.notes.push(Note { kind: NoteKind::TooLarge, page: None, message });
}

/// A document of which nothing was read, with the reason.
fn refused(format: Format, kind: NoteKind, message: String) -> Extraction {
    let mut builder = Builder::new(format);
    builder.note(kind, None, message);
    builder.finish()
}

#[cfg(test)]
mod tests {
    use super::Limits;
    use super::Options;
    use super::extract;
    use crate::model::NoteKind;

    #[test]
    fn no_more_text_is_kept_than_a_document_may_have() {
        let text = "One.\n\nTwo.\n\nThree.\n";
        let read =
            |limits| extract(text.as_bytes(), "a.txt", &Options { limits, ..Options::default() });
        let whole = read(Limits::default());
        assert_eq!((whole.blocks.len(), whole.notes.len()), (3, 0));
        for limits in [
            Limits { blocks: 2, ..Limits::default() },
            Limits { text_bytes: 9, ..Limits::default() },
        ] {
            let part = read(limits);
            assert_eq!(part.text, "One.\nTwo.");
            assert_eq!(part.notes[0].kind, NoteKind::TooLarge);
        }
        // A form feed begins a page; the text of the second one is left out.
        let limits = Limits { blocks: 1, ..Limits::default() };
        let part = extract(b"One.\x0cTwo.", "a.txt", &Options { limits, ..Options::default() });
        assert_eq!(part.text, "One.");
        assert!(part.pages.iter().all(|page| page.span.end() <= part.text.len()));
    }
}

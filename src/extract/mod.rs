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
mod package;
mod pdf;
mod pptx;
mod rtf;
mod sheets;
mod sniff;
mod text;
mod xml;

pub use limits::Limits;
pub use options::Changes;
pub use options::Options;

use crate::model::Extraction;
use crate::model::Format;
use crate::model::NoteKind;
use crate::model::Picture;
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

/// A document of which nothing was read, with the reason.
fn refused(format: Format, kind: NoteKind, message: String) -> Extraction {
    let mut builder = Builder::new(format);
    builder.note(kind, None, message);
    builder.finish()
}

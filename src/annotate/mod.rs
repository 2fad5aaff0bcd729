//! Copies of a customer's own document with comments in it: Word and PDF.
//!
//! The copy is made by editing. In a Word file the one part that holds the text gets marks, the part that
//! holds comments gets comments, and every other byte is copied as it is; a PDF file gets an update
//! behind its last byte. Nothing is read
//! into objects and written again, because that loses whatever the objects do not know. What cannot be
//! commented without harm is refused, with a reason.
//!
//! Where comments belong and what they say is decided by others; this module opens a document of
//! a stranger and is therefore run in the guarded process.

mod package;
mod paragraphs;
mod pdf;
mod word;

use crate::model::Comment;

use thiserror::Error;

/// Why no copy was made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// A comment would break the signature.
    #[error(
        "it is signed, and a comment would break the signature; annotate a copy that was saved without it"
    )]
    Signed,
    /// It is of another format.
    #[error("it is no Word document of today's format (.docx) and no PDF")]
    OtherFormat,
    /// It is damaged, or made in a way that cannot be edited safely.
    #[error("it cannot be edited safely: {0}")]
    Unsafe(String),
}

/// The bytes of a copy with comments. `largest` is what one part of a Word document may unpack to, in
/// bytes.
///
/// # Errors
/// If a comment cannot be added without harm.
pub fn annotate(bytes: &[u8], comments: &[Comment], largest: u64) -> Result<Vec<u8>, Refusal> {
    if bytes.starts_with(b"%PDF-") {
        pdf::annotate(bytes, comments)
    } else {
        word::annotate(bytes, comments, largest)
    }
}

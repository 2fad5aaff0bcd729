//! Copies of a customer's own document with comments in it.
//!
//! The copy is made by editing: the one part that holds the text gets marks, the part that holds
//! comments gets comments, and every other byte of the file is copied as it is. Nothing is read
//! into objects and written again, because that loses whatever the objects do not know. What cannot be
//! commented without harm is refused, with a reason.
//!
//! Where comments belong and what they say is decided by others; this module opens a document of
//! a stranger and is therefore run in the guarded process.

mod package;
mod paragraphs;
mod word;

pub use word::annotate;

use thiserror::Error;

/// Why no copy was made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// A comment would break the signature.
    #[error(
        "it is signed, and a comment would break the signature; annotate a copy that was saved without it"
    )]
    Signed,
    /// It is no Word document.
    #[error("it is no Word document of today's format (.docx)")]
    NotWord,
    /// It is damaged, or made in a way that cannot be edited safely.
    #[error("it cannot be edited safely: {0}")]
    Unsafe(String),
}

//! The guarded child process that opens documents.
//!
//! Readers of foreign formats are the part of the program that a stranger can reach. They run in
//! a process of their own, `clausecheck worker`, which has no files, no network, no environment
//! and a bounded memory (`sandbox`), gets a document as bytes on a pipe, and answers in bounded
//! frames (`frame`, `wire`) that the parent checks before it believes them. A document that
//! crashes the process, takes too long or too much memory costs that process and is one note in
//! the report; the others come out as if it had not been there.
//!
//! The parent keeps one clock for each document, from sending it to the last byte of its answer.
//! One is enough, because a reader says nothing until it is done: silence is its normal state.
//!
//! A process that was used before may have been spoilt by an earlier document. If it ends without
//! the clock having run out, its document is therefore tried once more in a fresh one; a document
//! that fails in a fresh process, or runs out of time, has failed by itself and is not repeated.
//!
//! The wire is postcard, a stable and compact format on serde, so that `model` needs no format.
//! What the bytes mean is left to `extract`, what becomes of a failure to `app`.

mod child;
mod frame;
mod opener;
mod pool;
mod process;
mod sandbox;
mod store;
mod wire;

pub use child::serve;
pub use opener::Opened;
pub use opener::Opener;
pub use pool::Pool;
pub use pool::Setup;
pub use pool::StartError;
pub use pool::hear;
pub use pool::say;
pub use sandbox::Layer;
pub use store::pack;
pub use store::pack_options;
pub use store::pack_page;
pub use store::unpack;
pub use store::unpack_page;

use crate::model::NoteKind;

/// Why a file of this path is left out of an archive, if it is.
pub type LeaveOut = fn(&str) -> Option<String>;

/// Why nothing came back of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The reader ended, or answered what no reader answers.
    Crashed,
    /// The reader was stopped after this many seconds.
    Timeout(u64),
    /// The reader would have needed more than this many bytes.
    Memory(u64),
    /// No process could be started to read it.
    NotStarted(String),
}

impl Failure {
    /// The reason code of the document.
    #[must_use]
    pub fn kind(&self) -> NoteKind {
        match self {
            Self::Crashed => NoteKind::Crashed,
            Self::Timeout(_) => NoteKind::Timeout,
            Self::Memory(_) => NoteKind::Memory,
            Self::NotStarted(_) => NoteKind::NotReadable,
        }
    }

    /// What happened and what to do, in one sentence.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::Crashed => {
                "the reader failed on this document; please report it to the developers".to_owned()
            }
            Self::Timeout(seconds) => format!(
                "reading took longer than {seconds} s and was stopped; if you trust the document, \
                 try `--limits large`"
            ),
            Self::Memory(bytes) => format!(
                "reading needed more than {} MB of memory and was stopped; if you trust the \
                 document, try `--limits large`",
                bytes >> 20
            ),
            Self::NotStarted(why) => {
                format!("no process could be started to read it: {why}")
            }
        }
    }
}

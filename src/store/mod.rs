//! The folder of an audit on disk: the [`journal`] that is written while documents are judged, and
//! the [`folder`] of tables that are made from it ([`tables`]). What the files mean is told by
//! `report::corpus`, and what figures are by `corpus`; here they are only read and written, one
//! pack after the other, so that memory does not grow with the corpus.

pub mod folder;
pub mod journal;
pub mod tables;
mod wordings;

pub use folder::Folder;
pub use journal::Basis;
pub use journal::Journal;
pub use journal::JournalError;

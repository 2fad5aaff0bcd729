//! A finished report in one of its forms.
//!
//! One file per form. Reports never decide anything: verdicts, reasons and places come from the
//! model as they are and are only worded ([`words`]) and laid out here.

pub mod comments;
pub mod comparison;
pub mod corpus;
pub mod coverage;
pub mod csv;
pub mod docs;
pub mod document;
pub mod docx;
pub mod evaluation;
pub mod explanation;
pub mod factors;
pub mod findings_csv;
pub mod html;
pub mod json;
mod lines;
pub mod mail;
pub mod markdown;
pub mod moved;
pub mod pipeline;
pub mod policy;
mod rows;
pub mod rule;
mod terminal;
pub mod view;
pub mod words;
pub mod xlsx;

pub use terminal::Options;
pub use terminal::write as terminal;

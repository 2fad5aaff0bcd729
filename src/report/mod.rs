//! A finished report in one of its forms.
//!
//! One file per form. Reports never decide anything: verdicts, reasons and places come from the
//! model as they are and are only worded ([`words`]) and laid out here.

pub mod corpus;
pub mod coverage;
pub mod csv;
pub mod docs;
pub mod document;
pub mod evaluation;
pub mod explanation;
pub mod factors;
mod html;
pub mod json;
mod lines;
pub mod rule;
mod terminal;
pub mod words;

pub use terminal::Options;
pub use terminal::write as terminal;

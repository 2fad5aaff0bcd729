//! Rules and lexicon as data: YAML read, checked and compiled.
//!
//! [`schema`] is what an author writes, [`Ruleset`] is what the engine uses, and nothing invalid
//! passes between them: all problems of all files are collected, each with file, line, column and
//! what to do. The shipped rules are embedded; a user's own folder or file is read by [`load`],
//! the only place here that touches the disk. What a pattern means when it meets text is left to
//! `engine`.

mod base;
mod bounds;
mod compile;
mod compiled;
mod import;
mod like;
mod lint;
mod load;
mod names;
mod pattern;
mod problem;
mod reference;
pub mod schema;
mod tables;
mod translations;

pub use compiled::Concept;
pub use compiled::ConceptId;
pub use compiled::Example;
pub use compiled::Expectation;
pub use compiled::Lexicon;
pub use compiled::Near;
pub use compiled::Parameter;
pub use compiled::Pattern;
pub use compiled::Rule;
pub use compiled::Ruleset;
pub use compiled::Wording;
pub use import::Imported;
pub use import::ImportedRow;
pub use import::import;
pub use lint::lint;
pub use load::builtin_names;
pub use load::builtin_rules;
pub use load::load;
pub use load::load_sources;
pub use problem::Problem;
pub use problem::Problems;
pub use reference::factors;
pub use reference::standard_of;
pub use reference::standards;
pub use tables::Column;
pub use tables::Tables;
pub use translations::translatable;
pub use translations::translations;

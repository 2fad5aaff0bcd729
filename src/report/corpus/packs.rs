//! The table of packs, whose last columns are the metadata that the researcher brought.

use super::table::Cell;
use super::table::Column;
use super::table::Row;
use super::table::Table;
use super::table::Type;
use super::table::Value;
use super::table::row;

row! {
    /// One row for each pack: what is judged together and counted as one.
    pub struct Pack in "packs", key &["pack"], refers &[];
    /// Its name: the path below the corpus.
    pack: String,
    /// BLAKE3 of its file, or over those of its files, in hexadecimal; empty if it could not be read.
    input: String,
    /// Number of its documents.
    documents: u64,
    /// read: all text of all documents was read; partly-read: some was not; unreadable: none was.
    status: String,
    /// The template it comes from: the first pack with nearly the same text, which may be itself.
    template: String,
    /// Packs that come from this template.
    template_packs: u64,
    /// How many of the population it stands for, as the metadata say; 1 if they do not.
    weight: f64,
}

/// The table with columns for the metadata, each with its name after `meta_`.
#[must_use]
pub fn table(columns: &[String]) -> Table {
    let mut table = Pack::table();
    table.columns.extend(columns.iter().map(|name| Column {
        name: format!("meta_{name}"),
        meaning: format!("`{name}` in the metadata."),
        of: Type::String,
        optional: true,
    }));
    table
}

impl Pack {
    /// The cells with those of the metadata behind them.
    #[must_use]
    pub fn with(&self, metadata: &[String]) -> Vec<Value> {
        self.cells().into_iter().chain(metadata.iter().map(String::value)).collect()
    }
}

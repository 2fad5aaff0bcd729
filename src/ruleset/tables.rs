//! The part of a ruleset that describes tables about a pack as a whole: which passages make a row,
//! and which words fill a column.

use super::compiled::ConceptId;
use super::compiled::Pattern;
use super::pattern::PatternFile;
use crate::model::StorageColumn;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Tables about a pack as a whole.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TablesFile {
    /// Who keeps which data where.
    pub storage: StorageFile,
    /// Who answers for what.
    pub accountability: AccountabilityFile,
}

/// Who keeps which data where.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StorageFile {
    /// Passages that make a row.
    #[serde(rename = "match")]
    pub pattern: PatternFile,
    /// Words that fill each column.
    pub columns: BTreeMap<StorageColumnName, PatternFile>,
    /// Ids of rules that answer a column for the whole pack where they are found.
    #[serde(default)]
    pub answered_by: BTreeMap<StorageColumnName, Vec<String>>,
}

/// Who answers for what: how it is shown that a demand was met, and what follows if it was not.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountabilityFile {
    /// Words that speak of proof: reports, certificates, records.
    pub proof: PatternFile,
    /// Words that speak of consequences: penalties, termination.
    pub consequence: PatternFile,
}

/// Columns of the table of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum StorageColumnName {
    Data,
    Place,
    SubProcessors,
    Transfer,
    Return,
}

impl From<StorageColumn> for StorageColumnName {
    fn from(column: StorageColumn) -> Self {
        match column {
            StorageColumn::Data => Self::Data,
            StorageColumn::Place => Self::Place,
            StorageColumn::SubProcessors => Self::SubProcessors,
            StorageColumn::Transfer => Self::Transfer,
            StorageColumn::Return => Self::Return,
        }
    }
}

/// Tables that are ready to be filled.
#[derive(Debug)]
pub struct Tables {
    /// Passages that say where data is kept.
    pub storage: Pattern,
    /// One for each of [`StorageColumn::ALL`].
    pub columns: Vec<Column>,
    /// Concepts that speak of proof.
    pub proof: Vec<ConceptId>,
    /// Concepts that speak of consequences.
    pub consequence: Vec<ConceptId>,
}

/// What fills a column.
#[derive(Debug)]
pub struct Column {
    /// Concepts whose words are shown.
    pub concepts: Vec<ConceptId>,
    /// Ids of rules that answer it for the whole pack.
    pub answered_by: Vec<String>,
}

/// Makes tables of what was written, with patterns compiled by `pattern`.
pub(super) fn compile(
    source: &TablesFile,
    mut pattern: impl FnMut(&PatternFile) -> Pattern,
) -> Tables {
    let mut concepts = |source: &PatternFile| {
        let mut found = Vec::new();
        pattern(source).concepts(&mut found);
        found.sort_unstable();
        found.dedup();
        found
    };
    let storage = &source.storage;
    let columns = StorageColumn::ALL.map(|column| {
        let name = StorageColumnName::from(column);
        Column {
            concepts: storage.columns.get(&name).map(&mut concepts).unwrap_or_default(),
            answered_by: storage.answered_by.get(&name).cloned().unwrap_or_default(),
        }
    });
    let proof = concepts(&source.accountability.proof);
    let consequence = concepts(&source.accountability.consequence);
    Tables {
        storage: pattern(&storage.pattern),
        columns: columns.into_iter().collect(),
        proof,
        consequence,
    }
}

//! Two tables about a pack as a whole: who keeps which data where, and who answers for what.

use super::Bearer;
use super::Force;
use super::Place;
use super::Quantity;
use super::Span;

/// Words of a document, with where they stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// The words, as a person would quote them.
    pub words: String,
    /// Index of the document in the pack.
    pub document: usize,
    /// The passage in that document's text.
    pub span: Span,
    /// Where that is.
    pub place: Place,
}

/// What one should know of data that somebody keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StorageColumn {
    /// Which data.
    Data,
    /// In which place.
    Place,
    /// By which sub-processors or subcontractors.
    SubProcessors,
    /// On what basis it may leave the EU/EEA.
    Transfer,
    /// How it comes back, or is deleted, at the end.
    Return,
}

impl StorageColumn {
    /// All columns, in the order in which they are shown.
    pub const ALL: [Self; 5] =
        [Self::Data, Self::Place, Self::SubProcessors, Self::Transfer, Self::Return];

    /// Word used in rulesets and in machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Place => "place",
            Self::SubProcessors => "sub-processors",
            Self::Transfer => "transfer",
            Self::Return => "return",
        }
    }
}

/// What a pack says of one column for one passage.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StorageCell {
    /// The words of the passage that say it, as written.
    pub words: Vec<String>,
    /// Ids of rules for which the pack says it in general, elsewhere.
    pub elsewhere: Vec<String>,
}

impl StorageCell {
    /// Whether nothing says it: a gap.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.elsewhere.is_empty()
    }
}

/// A passage that says where data is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct StorageRow {
    /// Who keeps it.
    pub keeper: Bearer,
    /// The passage.
    pub passage: Mention,
    /// One for each of [`StorageColumn::ALL`].
    pub cells: Vec<StorageCell>,
}

/// What stands behind one demand: who must do it, until when, how it is shown, and what follows if
/// it is not done.
#[derive(Debug, Clone, PartialEq)]
pub struct Accountability {
    /// Id of the rule that is the topic.
    pub rule: String,
    /// The passage that makes the demand.
    pub passage: Mention,
    /// Who is obliged.
    pub bearer: Bearer,
    /// How strongly.
    pub force: Force,
    /// Until when, or how often.
    pub deadline: Option<Quantity>,
    /// How it is shown that it was done.
    pub proof: Option<Mention>,
    /// What follows if it is not done.
    pub consequence: Option<Mention>,
}

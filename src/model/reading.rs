//! Everything that rules saw in a pack, passage by passage, for whoever compares two packs or looks
//! for passages that do not agree.

use super::Duty;
use super::PackReport;
use super::ParameterResult;
use super::Place;
use super::ProvisionKind;
use super::Reason;
use super::Worth;

/// A pack with what each rule made of each of its passages.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PackReading {
    /// Name, documents and findings.
    pub report: PackReport,
    /// The passages of all documents, in order.
    pub passages: Vec<ReadPassage>,
    /// For each finding of the report: the passages that its rule takes for something, in order.
    pub readings: Vec<Vec<RuleReading>>,
}

/// A passage of a pack.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadPassage {
    /// Index of the document in the pack.
    pub document: usize,
    /// What it is.
    pub kind: ProvisionKind,
    /// Where it stands.
    pub place: Place,
    /// The passage with its lead-in.
    pub quote: String,
    /// The passage without its lead-in.
    pub words: String,
    /// Who is bound, and how strongly.
    pub duty: Duty,
    /// Its words that leave open how much is demanded, whether or not a rule puts up with them.
    pub qualifiers: Vec<String>,
}

/// What a rule makes of one passage.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleReading {
    /// Index of the passage in [`PackReading::passages`].
    pub passage: usize,
    /// What it is worth.
    pub worth: Worth,
    /// Why it is not worth more.
    pub reasons: Vec<Reason>,
    /// The numbers of the rule, as stated here; empty if none were looked for.
    pub parameters: Vec<ParameterResult>,
}

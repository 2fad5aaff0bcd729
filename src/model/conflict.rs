//! Passages of one pack that do not agree with each other.

use super::Evidence;
use super::Quantity;
use super::RuleCard;

/// A number that a passage states for a parameter of a rule.
#[derive(Debug, Clone, PartialEq)]
pub struct StatedNumber {
    /// The number.
    pub quantity: Quantity,
    /// The passage.
    pub evidence: Evidence,
    /// Ids of the rules of the same family that find a number of theirs in the passage: what it
    /// speaks of.
    pub topics: Vec<String>,
}

/// Different numbers for one parameter of one rule. Whether the pack means them so (for different
/// services, or incidents of different kinds) is for people to say.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The rule.
    pub rule: RuleCard,
    /// Name of the parameter, in plain words.
    pub parameter: String,
    /// The numbers with their passages, each number once, in the order of the text.
    pub numbers: Vec<StatedNumber>,
    /// Passages of the pack that say which document or clause goes before which.
    pub precedence: Vec<Evidence>,
}

//! How a rule was judged, condition by condition, for whoever asks why.

use super::Duty;
use super::Finding;
use super::Place;
use super::Reason;

/// What one rule makes of one pack.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// The finding that is explained.
    pub finding: Finding,
    /// What makes the rule applicable, in words; `None` if it always applies.
    pub applies_to: Option<String>,
    /// How many provisions were searched.
    pub searched: usize,
    /// The passages that decided, or came nearest; best first.
    pub passages: Vec<ExplainedPassage>,
    /// How many more passages were looked at and are not shown.
    pub left_out: usize,
}

/// What the rule sees in one passage.
#[derive(Debug, Clone, PartialEq)]
pub struct ExplainedPassage {
    /// Index of the document in the pack.
    pub document: usize,
    /// Where the passage stands.
    pub place: Place,
    /// The passage with its lead-in.
    pub quote: String,
    /// Who is bound, how strongly, and to what end, at the place the rule looks at.
    pub duty: Duty,
    /// What it is worth.
    pub worth: Worth,
    /// Why it is not worth more.
    pub reasons: Vec<Reason>,
    /// Words of the passage that mean something to the rule, each with its concept; in order.
    pub concepts: Vec<(String, String)>,
    /// The patterns of the rule, each with what holds of it.
    pub patterns: Vec<ExplainedPattern>,
}

/// What a passage is worth to a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Worth {
    /// It does the opposite.
    Contradicts,
    /// It demands what the rule asks for.
    Supports,
    /// It demands it, but falls short.
    FallsShort,
    /// It has all the words, and demands nothing of the supplier.
    Misses,
    /// It has only some of the words.
    Near,
}

/// One pattern of a rule at one passage.
#[derive(Debug, Clone, PartialEq)]
pub struct ExplainedPattern {
    /// What the rule uses it for.
    pub purpose: Purpose,
    /// The condition, with its parts.
    pub condition: Condition,
}

/// What a rule uses a pattern for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// It shows that the clause is there.
    Expects,
    /// It makes the clause weak: the rule's words for it.
    Weakens(String),
    /// It does the opposite: the rule's words for it.
    Contradicts(String),
}

/// A condition on a passage, and whether it holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// What is asked.
    pub asks: Asks,
    /// Name of the idea or kind of number that is asked for; empty for conditions that only join others.
    pub name: String,
    /// Whether it holds.
    pub holds: bool,
    /// The words that make it hold, where there are any in the passage.
    pub found: Option<String>,
    /// Its parts.
    pub parts: Vec<Condition>,
}

impl Condition {
    /// How many of the parts of a condition hold, and how many it has; itself if it has no parts.
    #[must_use]
    pub fn score(&self) -> (usize, usize) {
        match (self.asks, self.parts.len()) {
            (Asks::All | Asks::Near { .. }, parts) => {
                (self.parts.iter().filter(|part| part.holds).count(), parts)
            }
            _ => (usize::from(self.holds), 1),
        }
    }
}

/// What a condition asks of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// An idea in the passage or its lead-in.
    Concept,
    /// An idea in the passage, its lead-in or a heading above.
    Topic,
    /// All parts, close to each other.
    All,
    /// All parts, within so many words; and nothing among them that rules it out, if there is such.
    Near {
        /// How many words.
        within: usize,
        /// Whether something rules it out.
        without: bool,
    },
    /// One of the parts.
    Any,
    /// That its part does not hold.
    Not,
    /// Its part, somewhere in the same clause.
    Clause,
    /// A number with a unit.
    Quantity,
}

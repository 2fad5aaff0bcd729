//! What every user of a finding needs to know about its rule.

/// How much a gap matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Severity {
    Low,
    Medium,
    High,
    Critical,
}

impl Severity {
    /// Word used in rules and in machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Critical => "critical",
        }
    }
}

/// How far a reference to a standard or law was checked. Shown to the user with the reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// The provision was looked up in public text when the rule was written.
    LookedUp,
    /// Cited from knowledge; not opened.
    Knowledge,
    /// Paragraph, number or validity should be checked before relying on it.
    Uncertain,
}

impl Basis {
    /// Words to put behind a reference; empty for one that was looked up.
    #[must_use]
    pub fn mark(self) -> &'static str {
        match self {
            Self::LookedUp => "",
            Self::Knowledge => "from knowledge, not looked up",
            Self::Uncertain => "uncertain, check before use",
        }
    }
}

/// A law, standard or study that a rule rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRef {
    /// Instrument with article or section.
    pub reference: String,
    /// How far it was checked.
    pub basis: Basis,
}

/// The part of a rule that reports show. The rest (patterns) stays in the ruleset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleCard {
    /// Stable id, such as `inc-notification`.
    pub id: String,
    /// Reads well after "This pack does not ensure …".
    pub title: String,
    /// Family of rules, such as `incident`.
    pub family: String,
    /// How much a gap matters.
    pub severity: Severity,
    /// What the contract shall say.
    pub requirement: String,
    /// Why it matters.
    pub why: String,
    /// What it rests on.
    pub sources: Vec<SourceRef>,
    /// Model clause per language code, in order of code.
    pub model_clauses: Vec<(String, String)>,
    /// Codes of the study's factors that it answers.
    pub factors: Vec<String>,
}

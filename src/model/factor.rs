//! The factors of the study on which this project rests: why cyber security is no primary concern
//! of those who buy, and which clauses show that a factor was dealt with.

/// One factor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Factor {
    /// Code in the study, such as `K&A-RA`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What fails where the factor is at work.
    pub fails: String,
    /// What a tender or contract shows where it was dealt with.
    pub shown_by: String,
    /// Ids of the rules that weigh most.
    pub primary: Vec<String>,
    /// Ids of further rules.
    pub supporting: Vec<String>,
}

/// A law or standard that references of rules belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standard {
    /// Short id, such as `nis2`.
    pub id: String,
    /// Head of its column in the coverage matrix.
    pub short: String,
    /// Full name.
    pub name: String,
    /// How references to it begin.
    pub begins: Vec<String>,
}

//! What is wrong with a file of the user's policy, and where. Told as problems of rulesets are.

use crate::ruleset::Problem;
use std::fmt;

/// Everything that is wrong with one file, in the order of its text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problems(pub Vec<Problem>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.0 {
            writeln!(f, "{problem}\n")?;
        }
        let plural = if self.0.len() == 1 { "" } else { "s" };
        write!(f, "{} problem{plural}; nothing was checked", self.0.len())
    }
}

impl std::error::Error for Problems {}

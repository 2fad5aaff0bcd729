//! What follows from a report: whether it stops a pipeline.
//!
//! The gate turns findings and reading into an exit status; `factors` tells which factors of the study
//! a pack deals with. Waivers, baselines and comparisons
//! belong here too. How a verdict came about is the engine's affair.

mod factors;
mod fingerprint;
#[cfg(test)]
pub(crate) mod fixtures;

pub use factors::FactorStatus;
pub use factors::Handled;
pub use factors::factors;
pub use fingerprint::fingerprint;

use crate::model::Disposition;
use crate::model::Finding;
use crate::model::Report;
use crate::model::Severity;

/// How a run ends, by what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// No gap at or above the threshold, and everything was read.
    Clean,
    /// Gaps at or above the threshold.
    Gaps,
    /// Some input could not be fully read. Stands above gaps: an incomplete check must not look
    /// like a mere gap.
    Incomplete,
}

impl Outcome {
    /// Exit status of the process.
    #[must_use]
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Gaps => 1,
            Self::Incomplete => 3,
        }
    }
}

/// The outcome of a report. `fail_on` is the least severity of gaps that counts; `None` counts
/// none. A gap that is waived does not count.
#[must_use]
pub fn gate(report: &Report, fail_on: Option<Severity>) -> Outcome {
    let documents = report.packs.iter().flat_map(|pack| &pack.documents);
    if documents.into_iter().any(|document| !document.status.is_complete()) {
        return Outcome::Incomplete;
    }
    let mut findings = report.packs.iter().flat_map(|pack| &pack.findings);
    let counts = |severity| fail_on.is_some_and(|least| severity >= least);
    let stops = |finding: &Finding| {
        finding.verdict.is_gap()
            && counts(finding.rule.severity)
            && !matches!(finding.disposition, Disposition::Waived(_))
    };
    if findings.any(stops) { Outcome::Gaps } else { Outcome::Clean }
}

//! What follows from a report: whether it stops a pipeline.
//!
//! The gate turns findings and reading into an exit status; `factors` tells which factors of the study
//! a pack deals with; `waivers` and `baseline` mark findings with what people decided before. None of
//! them changes a verdict: how that came about is the engine's affair.

mod align;
mod baseline;
mod compare;
mod consistency;
mod decisions;
mod factors;
mod fingerprint;
#[cfg(test)]
pub(crate) mod fixtures;
mod lock;
mod moved;
mod survival;
mod waivers;

pub use baseline::KnownGap;
pub use baseline::baseline;
pub use baseline::recognise;
pub use compare::Change;
pub use compare::Comparison;
pub use compare::PassageChange;
pub use compare::RuleChange;
pub use compare::Side;
pub use compare::Why;
pub use compare::compare;
pub use consistency::conflict;
pub use decisions::Choice;
pub use decisions::Decided;
pub use decisions::Decision;
pub use decisions::decide;
pub use factors::FactorStatus;
pub use factors::Handled;
pub use factors::factors;
pub use fingerprint::fingerprint;
pub use fingerprint::fingerprints;
pub use lock::compare_with_lock;
pub use moved::Moved;
pub use moved::RulesDiff;
pub use moved::moved_verdicts;
pub use survival::Survival;
pub use waivers::WaiverEntry;
pub use waivers::waive;

use crate::model::Disposition;
use crate::model::Finding;
use crate::model::Remark;
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

/// Which gaps count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Threshold {
    /// The least severity; none counts no gap, and nothing of the policy either.
    pub fail_on: Option<Severity>,
    /// Only gaps that no baseline knows and nobody has confirmed.
    pub only_new: bool,
}

/// The outcome of a report, counting gaps of some severity. A gap that is waived does not count; an
/// exception that has ended or leads nowhere does.
#[must_use]
pub fn gate(report: &Report, fail_on: Option<Severity>) -> Outcome {
    gate_with(report, Threshold { fail_on, only_new: false })
}

/// The same, with a choice of which gaps count.
#[must_use]
pub fn gate_with(report: &Report, threshold: Threshold) -> Outcome {
    let documents = report.packs.iter().flat_map(|pack| &pack.documents);
    if documents.into_iter().any(|document| !document.status.is_complete()) {
        return Outcome::Incomplete;
    }
    let Some(least) = threshold.fail_on else { return Outcome::Clean };
    let mut findings = report.packs.iter().flat_map(|pack| &pack.findings);
    let counts = |disposition: &Disposition| match disposition {
        Disposition::Open => true,
        Disposition::Waived(_) => false,
        Disposition::Known { .. } | Disposition::Confirmed { .. } => !threshold.only_new,
    };
    let stops = |finding: &Finding| {
        finding.verdict.is_gap() && finding.rule.severity >= least && counts(&finding.disposition)
    };
    let stopped = findings.any(stops) || report.remarks.iter().any(Remark::is_problem);
    if stopped { Outcome::Gaps } else { Outcome::Clean }
}

#[cfg(test)]
mod tests {
    use super::Outcome;
    use super::Threshold;
    use super::fixtures;
    use super::gate;
    use super::gate_with;
    use crate::model::Disposition;
    use crate::model::PackReport;
    use crate::model::Remark;
    use crate::model::RemarkKind;
    use crate::model::Report;
    use crate::model::Severity;
    use crate::model::Verdict;

    fn report(disposition: Disposition) -> Report {
        let mut finding = fixtures::finding("a-rule", Verdict::Weak);
        finding.disposition = disposition;
        let pack = PackReport { findings: vec![finding], ..PackReport::default() };
        Report { rulesets: Vec::new(), packs: vec![pack], remarks: Vec::new() }
    }

    #[test]
    fn known_gaps_count_unless_only_new_ones_do() {
        let fail_on = Some(Severity::High);
        let known = report(Disposition::Known { since: "2026-01-01".to_owned() });
        assert_eq!(gate(&known, fail_on), Outcome::Gaps);
        let only_new = Threshold { fail_on, only_new: true };
        assert_eq!(gate_with(&known, only_new), Outcome::Clean);
        assert_eq!(gate_with(&report(Disposition::Open), only_new), Outcome::Gaps);
        assert_eq!(gate(&known, Some(Severity::Critical)), Outcome::Clean);
    }

    #[test]
    fn an_exception_that_leads_nowhere_stops_a_pipeline() {
        let mut report = Report { rulesets: Vec::new(), packs: Vec::new(), remarks: Vec::new() };
        let (rule, scope, source) = (String::new(), String::new(), String::new());
        report.remarks = vec![Remark { kind: RemarkKind::RulesetNotLocked, rule, scope, source }];
        assert_eq!(gate(&report, Some(Severity::Critical)), Outcome::Gaps);
        assert_eq!(gate(&report, None), Outcome::Clean);
        report.remarks[0].kind = RemarkKind::WaiverElsewhere;
        assert_eq!(gate(&report, Some(Severity::Low)), Outcome::Clean);
    }
}

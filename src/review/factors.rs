//! Which factors of the study a pack deals with.

use crate::model::Factor;
use crate::model::PackReport;
use crate::model::Verdict;

/// What a pack shows of one factor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactorStatus<'f> {
    /// The factor.
    pub factor: &'f Factor,
    /// How far it is dealt with.
    pub handled: Handled,
    /// Primary clauses that were found in full.
    pub met: Vec<&'f str>,
    /// Primary clauses that are gaps.
    pub gaps: Vec<&'f str>,
    /// Primary clauses that could not be assessed.
    pub open: Vec<&'f str>,
}

/// How far a factor is dealt with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Handled {
    /// At least half of the primary clauses that apply were found in full, and none is contradicted.
    Yes,
    /// Less than that, or one is contradicted.
    No,
    /// What could not be assessed decides.
    Open,
    /// None of its primary clauses applies, or none was looked for.
    NotApplicable,
}

/// The factors with what the findings of a pack show of them.
#[must_use]
pub fn factors<'f>(pack: &PackReport, factors: &'f [Factor]) -> Vec<FactorStatus<'f>> {
    factors.iter().map(|factor| status(pack, factor)).collect()
}

fn status<'f>(pack: &PackReport, factor: &'f Factor) -> FactorStatus<'f> {
    let verdict = |id: &str| {
        pack.findings.iter().find(|finding| finding.rule.id == id).map(|finding| finding.verdict)
    };
    let with = |wanted: fn(Verdict) -> bool| -> Vec<&'f str> {
        let ids = factor.primary.iter().map(String::as_str);
        ids.filter(|id| verdict(id).is_some_and(wanted)).collect()
    };
    let met = with(|verdict| verdict == Verdict::Met);
    let gaps = with(Verdict::is_gap);
    let open = with(|verdict| verdict == Verdict::Undetermined);
    let contradicted = !with(|verdict| verdict == Verdict::Contradicted).is_empty();
    let applying = met.len() + gaps.len() + open.len();
    let handled = if applying == 0 {
        Handled::NotApplicable
    } else if !contradicted && 2 * met.len() >= applying {
        Handled::Yes
    } else if !contradicted && 2 * (met.len() + open.len()) >= applying && !open.is_empty() {
        Handled::Open
    } else {
        Handled::No
    };
    FactorStatus { factor, handled, met, gaps, open }
}

#[cfg(test)]
mod tests {
    use super::Handled;
    use super::factors;
    use crate::model::Factor;
    use crate::model::PackReport;
    use crate::model::Verdict;
    use crate::review::fixtures::finding;

    fn handled(verdicts: &[Verdict]) -> Handled {
        let ids: Vec<String> = (0..verdicts.len()).map(|n| format!("rule-{n}")).collect();
        let findings = ids.iter().zip(verdicts).map(|(id, verdict)| finding(id, *verdict));
        let pack = PackReport { findings: findings.collect(), ..PackReport::default() };
        let factor = Factor {
            code: "X".to_owned(),
            name: String::new(),
            fails: String::new(),
            shown_by: String::new(),
            primary: ids,
            supporting: Vec::new(),
        };
        factors(&pack, &[factor])[0].handled
    }

    #[test]
    fn half_of_the_primary_clauses_without_contradiction() {
        use Verdict::{Contradicted, Met, Missing, NotApplicable, Undetermined, Weak};
        assert_eq!(handled(&[Met, Missing]), Handled::Yes);
        assert_eq!(handled(&[Met, Weak, Missing]), Handled::No);
        assert_eq!(handled(&[Met, Met, Contradicted]), Handled::No);
        assert_eq!(handled(&[Met, Missing, NotApplicable]), Handled::Yes);
        assert_eq!(handled(&[Met, Missing, Undetermined]), Handled::Open);
        assert_eq!(handled(&[NotApplicable]), Handled::NotApplicable);
    }
}

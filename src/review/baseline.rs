//! Gaps that were there before, told from new ones by their words, wherever these stand now.

use super::fingerprints;
use crate::model::Disposition;
use crate::model::Finding;
use crate::model::PackReport;
use crate::model::Remark;
use crate::model::RemarkKind;
use crate::model::Report;
use crate::model::Verdict;
use jiff::civil::Date;

/// A gap of a baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownGap {
    /// Name of the pack.
    pub pack: String,
    /// The rule.
    pub rule: String,
    /// The verdict.
    pub verdict: Verdict,
    /// Of the passages that it rests on; none for what was not found.
    pub fingerprints: Vec<String>,
    /// Day on which it was first seen.
    pub since: Date,
    /// What a person wrote who looked at it and confirmed it.
    pub confirmed: Option<String>,
    /// Where it is written: "baseline.toml:12".
    pub source: String,
}

impl KnownGap {
    /// Whether a finding of the same rule and pack is this gap: the same verdict, resting on words
    /// that are known. One known weak passage is enough; every contradiction must be known, so that
    /// a new one does not hide behind an old one.
    fn is(&self, finding: &Finding) -> bool {
        let prints = fingerprints(finding);
        let known = |print: &String| self.fingerprints.contains(print);
        finding.verdict == self.verdict
            && match self.verdict {
                Verdict::Missing => true,
                Verdict::Weak => prints.iter().any(known),
                _ => prints.iter().all(known),
            }
    }
}

/// Marks the gaps that the baseline knows, and remarks on those of it that are closed.
///
/// Packs are the same if they have the same name, or if there is only one on either side: a new
/// version of a document may have another name.
pub fn recognise(report: &mut Report, baseline: &[KnownGap]) {
    let only = only_name(baseline.iter().map(|gap| gap.pack.as_str())).map(str::to_owned);
    let single = report.packs.len() == 1;
    let mut closed = Vec::new();
    for pack in &mut report.packs {
        let name = match &only {
            Some(only) if single => only.clone(),
            _ => pack.name.clone(),
        };
        for gap in baseline.iter().filter(|gap| gap.pack == name) {
            closed.extend(mark(pack, gap));
        }
    }
    report.remarks.extend(closed);
}

/// The name that all have, if they have one.
fn only_name<'n>(mut names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let first = names.next()?;
    names.all(|name| name == first).then_some(first)
}

/// Marks the finding that is this gap, and says if the gap is closed.
fn mark(pack: &mut PackReport, gap: &KnownGap) -> Option<Remark> {
    let finding = pack.findings.iter_mut().find(|finding| finding.rule.id == gap.rule)?;
    if gap.is(finding) {
        finding.disposition = match &gap.confirmed {
            Some(comment) => Disposition::Confirmed { comment: comment.clone() },
            None => Disposition::Known { since: gap.since.to_string() },
        };
        return None;
    }
    let closed = matches!(finding.verdict, Verdict::Met | Verdict::NotApplicable);
    closed.then(|| Remark {
        kind: RemarkKind::GapClosed { since: gap.since.to_string() },
        rule: gap.rule.clone(),
        scope: pack.name.clone(),
        source: gap.source.clone(),
    })
}

/// The baseline of a report: its gaps, with the day on which each was first seen. Gaps of packs
/// that the report does not have are kept, and so is what people wrote.
#[must_use]
pub fn baseline(report: &Report, before: &[KnownGap], today: Date) -> Vec<KnownGap> {
    let here = |name: &str| report.packs.iter().any(|pack| pack.name == name);
    let mut gaps: Vec<KnownGap> = before.iter().filter(|gap| !here(&gap.pack)).cloned().collect();
    for pack in &report.packs {
        for finding in pack.findings.iter().filter(|finding| finding.verdict.is_gap()) {
            let old = before.iter().find(|gap| {
                gap.pack == pack.name && gap.rule == finding.rule.id && gap.is(finding)
            });
            gaps.push(KnownGap {
                pack: pack.name.clone(),
                rule: finding.rule.id.clone(),
                verdict: finding.verdict,
                fingerprints: fingerprints(finding),
                since: old.map_or(today, |gap| gap.since),
                confirmed: old.and_then(|gap| gap.confirmed.clone()),
                source: String::new(),
            });
        }
    }
    gaps
}

#[cfg(test)]
mod tests {
    use super::KnownGap;
    use super::baseline;
    use super::recognise;
    use crate::model::Disposition;
    use crate::model::Finding;
    use crate::model::PackReport;
    use crate::model::Report;
    use crate::model::Role;
    use crate::model::Verdict;
    use crate::review::fixtures;
    use jiff::civil::Date;

    fn finding(verdict: Verdict, role: Role, passages: &[&str]) -> Finding {
        let mut finding = fixtures::finding("a-rule", verdict);
        finding.evidence = passages.iter().map(|words| fixtures::evidence(role, words)).collect();
        finding
    }

    fn report(name: &str, finding: Finding) -> Report {
        let pack =
            PackReport { name: name.to_owned(), findings: vec![finding], ..PackReport::default() };
        Report { rulesets: Vec::new(), packs: vec![pack], remarks: Vec::new() }
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn is_known(before: Finding, after: Finding) -> bool {
        let known = baseline(&report("v1", before), &[], day("2026-01-01"));
        let mut now = report("v2", after);
        recognise(&mut now, &known);
        matches!(now.packs[0].findings[0].disposition, Disposition::Known { .. })
    }

    #[test]
    fn a_gap_is_known_by_its_words_wherever_they_stand() {
        use Role::{Contradicts, Weakens};
        use Verdict::{Contradicted, Missing, Weak};
        let weak = || finding(Weak, Weakens, &["should x", "may x"]);
        assert!(is_known(weak(), finding(Weak, Weakens, &["May  x."])));
        assert!(!is_known(weak(), finding(Weak, Weakens, &["could x"])));
        assert!(!is_known(weak(), finding(Contradicted, Contradicts, &["should x"])));
        let against = || finding(Contradicted, Contradicts, &["no x"]);
        assert!(is_known(against(), against()));
        assert!(!is_known(against(), finding(Contradicted, Contradicts, &["no x", "never x"])));
        let missing = || finding(Missing, Role::Nearest, &["y"]);
        assert!(is_known(missing(), finding(Missing, Role::Nearest, &["z"])));
        assert!(!is_known(weak(), missing()));
    }

    #[test]
    fn the_first_day_and_other_packs_are_kept() {
        let missing = || fixtures::finding("a-rule", Verdict::Missing);
        let first = baseline(&report("v1", missing()), &[], day("2026-01-01"));
        let again = baseline(&report("v1", missing()), &first, day("2026-02-01"));
        assert_eq!(again[0].since, day("2026-01-01"));
        let other = baseline(&report("v2", missing()), &again, day("2026-03-01"));
        assert_eq!(other.len(), 2);
        let closed = report("v1", fixtures::finding("a-rule", Verdict::Met));
        assert_eq!(baseline(&closed, &other, day("2026-04-01")).len(), 1);
    }

    #[test]
    fn a_closed_gap_is_told() {
        let known: Vec<KnownGap> = baseline(
            &report("v1", fixtures::finding("a-rule", Verdict::Missing)),
            &[],
            day("2026-01-01"),
        );
        let mut now = report("v1", fixtures::finding("a-rule", Verdict::Met));
        recognise(&mut now, &known);
        assert_eq!(now.remarks.len(), 1);
        assert_eq!(now.remarks[0].code(), "gap-closed");
        assert!(!now.remarks[0].is_problem());
    }
}

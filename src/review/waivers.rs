//! Accepted gaps: which findings they concern, and which of them concern none any more.

use super::fingerprint;
use super::fingerprints;
use crate::model::Disposition;
use crate::model::Evidence;
use crate::model::Finding;
use crate::model::PackReport;
use crate::model::Remark;
use crate::model::RemarkKind;
use crate::model::Report;
use crate::model::Role;
use crate::model::Unused;
use crate::model::Verdict;
use crate::model::Waiver;
use jiff::civil::Date;

/// A waiver as written by those who answer for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaiverEntry {
    /// The rule whose gap is accepted.
    pub rule: String,
    /// Name of the pack in which; `*` is any.
    pub pack: Option<String>,
    /// Path of the document in which, or the end of it.
    pub document: Option<String>,
    /// The words for which, as reports give their fingerprint; none is whatever they are.
    pub fingerprint: Option<String>,
    /// Why the gap is accepted.
    pub reason: String,
    /// Who answers for that.
    pub approver: String,
    /// Last day on which it holds.
    pub expires: Date,
    /// What protects instead, if anything does.
    pub control: Option<String>,
    /// Where it is written: "waivers.toml:12".
    pub source: String,
}

impl WaiverEntry {
    fn waiver(&self) -> Waiver {
        Waiver {
            reason: self.reason.clone(),
            approver: self.approver.clone(),
            expires: self.expires.to_string(),
            control: self.control.clone(),
        }
    }

    /// Whether the pack is one that the waiver speaks of.
    fn concerns(&self, pack: &PackReport) -> bool {
        let named = self.pack.as_ref().is_none_or(|name| name == "*" || *name == pack.name);
        let holds = self.document.as_ref().is_none_or(|name| {
            pack.documents.iter().any(|document| is_named(&document.path, name))
        });
        named && holds
    }

    /// Why the waiver does not waive a finding of its rule in a pack that it speaks of.
    fn misses(&self, finding: &Finding, pack: &PackReport) -> Option<Unused> {
        if !finding.verdict.is_gap() {
            return Some(Unused::NoGap(finding.verdict));
        }
        if self.fingerprint.as_ref().is_some_and(|print| !recognises(finding, print)) {
            return Some(Unused::OtherWords);
        }
        let name = self.document.as_ref()?;
        let elsewhere = deciding(finding).is_some_and(|evidence| {
            let document = pack.documents.get(evidence.document);
            document.is_some_and(|document| !is_named(&document.path, name))
        });
        elsewhere.then_some(Unused::OtherDocument)
    }
}

/// Whether a path is the one meant, or ends with it.
fn is_named(path: &str, name: &str) -> bool {
    path.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
}

/// Whether a gap rests on words with this fingerprint. Of several contradictions the first must
/// have it, so that a new one is not waived with the old; of weak passages any may.
fn recognises(finding: &Finding, print: &str) -> bool {
    fingerprint(finding) == print
        || finding.verdict == Verdict::Weak && fingerprints(finding).iter().any(|one| one == print)
}

/// The passage that decided.
fn deciding(finding: &Finding) -> Option<&Evidence> {
    let decides = |role| matches!(role, Role::Contradicts | Role::Weakens);
    finding.evidence.iter().find(|evidence| decides(evidence.role))
}

/// Marks the gaps that are waived as of `today`, and remarks on waivers that have expired or waive
/// nothing. No verdict changes.
pub fn waive(report: &mut Report, waivers: &[WaiverEntry], today: Date) {
    for entry in waivers {
        let remark = apply(report, entry, today);
        report.remarks.extend(remark.map(|kind| Remark {
            kind,
            rule: entry.rule.clone(),
            scope: entry.document.clone().or_else(|| entry.pack.clone()).unwrap_or_default(),
            source: entry.source.clone(),
        }));
    }
}

/// Applies one waiver, and says what is wrong with it.
fn apply(report: &mut Report, entry: &WaiverEntry, today: Date) -> Option<RemarkKind> {
    let expired = entry.expires < today;
    let mut concerned = false;
    let mut used = false;
    let mut why_not = None;
    let mut open = false;
    for pack in report.packs.iter_mut().filter(|pack| entry.concerns(pack)) {
        let Some(at) = pack.findings.iter().position(|finding| finding.rule.id == entry.rule)
        else {
            continue;
        };
        concerned = true;
        match entry.misses(&pack.findings[at], pack) {
            // What was not read may hold what would tell.
            Some(Unused::NoGap(Verdict::Undetermined)) => open = true,
            Some(reason) => why_not = why_not.or(Some(reason)),
            None => {
                used = true;
                let disposition = &mut pack.findings[at].disposition;
                if !expired && !matches!(disposition, Disposition::Waived(_)) {
                    *disposition = Disposition::Waived(entry.waiver());
                }
            }
        }
    }
    match why_not {
        _ if used && expired => Some(RemarkKind::WaiverExpired {
            expires: entry.expires.to_string(),
            approver: entry.approver.clone(),
        }),
        _ if used || open => None,
        Some(reason) if concerned => Some(RemarkKind::WaiverUnused(reason)),
        _ => Some(RemarkKind::WaiverElsewhere),
    }
}

#[cfg(test)]
mod tests {
    use super::WaiverEntry;
    use super::waive;
    use crate::model::Disposition;
    use crate::model::Finding;
    use crate::model::PackReport;
    use crate::model::RemarkKind;
    use crate::model::Report;
    use crate::model::Role;
    use crate::model::Unused;
    use crate::model::Verdict;
    use crate::review::fingerprint;
    use crate::review::fixtures;

    fn weak(words: &str) -> Finding {
        let mut finding = fixtures::finding("a-rule", Verdict::Weak);
        finding.evidence = vec![fixtures::evidence(Role::Weakens, words)];
        finding
    }

    fn report(finding: Finding) -> Report {
        let name = "tender".to_owned();
        let pack = PackReport { name, findings: vec![finding], ..PackReport::default() };
        Report { rulesets: Vec::new(), packs: vec![pack], remarks: Vec::new() }
    }

    fn waiver() -> WaiverEntry {
        WaiverEntry {
            rule: "a-rule".to_owned(),
            pack: Some("tender".to_owned()),
            document: None,
            fingerprint: None,
            reason: "because".to_owned(),
            approver: "A. Berg".to_owned(),
            expires: "2027-03-31".parse().unwrap(),
            control: None,
            source: "w.toml:1".to_owned(),
        }
    }

    fn remark(finding: Finding, waiver: WaiverEntry, today: &str) -> (bool, Option<RemarkKind>) {
        let mut report = report(finding);
        waive(&mut report, &[waiver], today.parse().unwrap());
        let waived = matches!(report.packs[0].findings[0].disposition, Disposition::Waived(_));
        (waived, report.remarks.pop().map(|remark| remark.kind))
    }

    #[test]
    fn a_waiver_holds_to_its_last_day() {
        assert_eq!(remark(weak("x"), waiver(), "2027-03-31"), (true, None));
        let (waived, kind) = remark(weak("x"), waiver(), "2027-04-01");
        assert!(!waived && matches!(kind, Some(RemarkKind::WaiverExpired { .. })), "{kind:?}");
    }

    #[test]
    fn a_waiver_that_waives_nothing_is_told() {
        let met = fixtures::finding("a-rule", Verdict::Met);
        let unused = Some(RemarkKind::WaiverUnused(Unused::NoGap(Verdict::Met)));
        assert_eq!(remark(met, waiver(), "2027-01-01"), (false, unused));
        let unread = fixtures::finding("a-rule", Verdict::Undetermined);
        assert_eq!(remark(unread, waiver(), "2027-01-01"), (false, None));
        let elsewhere = WaiverEntry { pack: Some("other".to_owned()), ..waiver() };
        let kind = Some(RemarkKind::WaiverElsewhere);
        assert_eq!(remark(weak("x"), elsewhere, "2027-01-01"), (false, kind));
        let any = WaiverEntry { pack: Some("*".to_owned()), ..waiver() };
        assert_eq!(remark(weak("x"), any, "2027-01-01"), (true, None));
    }

    #[test]
    fn a_waiver_for_words_does_not_hold_for_others() {
        let print = Some(fingerprint(&weak("should encrypt")));
        let waiver = WaiverEntry { fingerprint: print, ..waiver() };
        assert_eq!(remark(weak("Should  encrypt."), waiver.clone(), "2027-01-01"), (true, None));
        let unused = Some(RemarkKind::WaiverUnused(Unused::OtherWords));
        assert_eq!(remark(weak("may encrypt"), waiver, "2027-01-01"), (false, unused));
    }
}

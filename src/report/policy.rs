//! The words in which waivers, baseline and locked rules are told to people.

use crate::model::Remark;
use crate::model::RemarkKind;
use crate::model::Report;
use crate::model::Unused;
use crate::model::Verdict;

/// A remark in one plain sentence, without its final stop.
#[must_use]
pub fn remark(remark: &Remark) -> String {
    let rule = &remark.rule;
    let scope = if remark.scope == "*" { "any pack" } else { remark.scope.as_str() };
    match &remark.kind {
        RemarkKind::WaiverExpired { expires, approver } => format!(
            "the waiver of {rule} in {scope} by {approver} expired on {expires}, so the gap counts \
             again; close the gap, or have the waiver renewed"
        ),
        RemarkKind::WaiverUnused(unused) => {
            format!("the waiver of {rule} in {scope} waives nothing: {}", self::unused(*unused))
        }
        RemarkKind::WaiverElsewhere => {
            format!("the waiver of {rule} in {scope} concerns nothing that was checked here")
        }
        RemarkKind::GapClosed { since } => {
            format!("the gap of {rule} in {scope}, known since {since}, is closed")
        }
        RemarkKind::RulesetChanged { locked, applied } => {
            let short = |(version, hash): &(String, String)| {
                format!("{version} ({})", hash.get(..12).unwrap_or(hash))
            };
            format!(
                "the ruleset {scope} is {}, and was locked as {}; look at what changed, then lock it \
                 again: clausecheck rules lock",
                short(applied),
                short(locked)
            )
        }
        RemarkKind::RulesetNotLocked => {
            format!("the ruleset {scope} is not locked; lock it: clausecheck rules lock")
        }
    }
}

fn unused(unused: Unused) -> &'static str {
    match unused {
        Unused::NoGap(Verdict::Met) => "the clause was found; delete the waiver",
        Unused::NoGap(Verdict::NotApplicable) => "the clause does not apply; delete the waiver",
        Unused::NoGap(_) => "there is no gap; delete the waiver",
        Unused::OtherWords => {
            "the gap rests on other words than those it was given for; have it decided anew"
        }
        Unused::OtherDocument => {
            "the gap rests on a passage in another document; have it decided anew"
        }
    }
}

/// A remark with where the policy says so.
#[must_use]
pub fn remark_with_source(remark: &Remark) -> String {
    match remark.source.as_str() {
        "" => self::remark(remark),
        source => format!("{} ({source})", self::remark(remark)),
    }
}

/// All remarks of a run as sentences, those first that somebody must put right.
#[must_use]
pub fn sentences(report: &Report) -> Vec<String> {
    let mut remarks: Vec<&Remark> = report.remarks.iter().collect();
    remarks.sort_by_key(|remark| !remark.is_problem());
    remarks.into_iter().map(|remark| super::words::sentence(&remark_with_source(remark))).collect()
}

//! Findings and passages as rows, for whatever shows tables.

use super::view;
use super::words;
use super::words::Words;
use crate::model::Evidence;
use crate::model::Finding;
use crate::model::PackReport;
use crate::model::Role;
use crate::review;

/// A demand in a pack, in words.
pub(super) struct Requirement<'r> {
    pub(super) pack: &'r str,
    pub(super) finding: &'r Finding,
    pub(super) title: String,
    pub(super) family: String,
    pub(super) severity: String,
    pub(super) verdict: String,
    pub(super) reasons: String,
    /// The passage that says most: the one that decided, or else what comes nearest.
    pub(super) passage: Option<Passage<'r>>,
    pub(super) wording: &'r str,
    pub(super) fingerprint: String,
    /// That and those of the other passages on which a gap rests.
    pub(super) fingerprints: String,
    pub(super) disposition: String,
}

/// A passage with where it stands, in words.
pub(super) struct Passage<'r> {
    pub(super) evidence: &'r Evidence,
    pub(super) document: &'r str,
    pub(super) page: Option<u32>,
    pub(super) clause: &'r str,
    pub(super) role: String,
    pub(super) quote: &'r str,
    pub(super) reasons: String,
}

/// The demands of a pack, in the order of its findings.
pub(super) fn requirements<'r>(pack: &'r PackReport, w: &'r Words) -> Vec<Requirement<'r>> {
    let language = view::pack_language(pack).code();
    let row = |finding: &'r Finding| Requirement {
        pack: &pack.name,
        finding,
        title: words::capitalised(w.rule_text(&finding.rule.title)),
        family: w.family(&finding.rule.family),
        severity: w.severity(finding.rule.severity),
        verdict: w.verdict(finding.verdict),
        reasons: w.reasons(finding).join(" "),
        passage: passages(pack, finding, w).into_iter().next(),
        wording: view::model_clause(finding, language).map_or("", |(_, clause)| clause),
        fingerprint: review::fingerprint(finding),
        fingerprints: fingerprints(finding),
        disposition: w.disposition(&finding.disposition),
    };
    pack.findings.iter().map(row).collect()
}

/// The fingerprint of what decided, then those of the other passages.
fn fingerprints(finding: &Finding) -> String {
    let first = review::fingerprint(finding);
    let others = review::fingerprints(finding).into_iter().filter(|one| *one != first);
    std::iter::once(first.clone()).chain(others).collect::<Vec<_>>().join(" ")
}

/// The passages of a finding, what decided first; what only makes it apply is left out.
pub(super) fn passages<'r>(
    pack: &'r PackReport,
    finding: &'r Finding,
    w: &Words,
) -> Vec<Passage<'r>> {
    let paths = view::paths(pack);
    let evidence = finding.evidence.iter().filter(|evidence| evidence.role != Role::Triggers);
    evidence
        .map(|evidence| Passage {
            evidence,
            document: paths.get(evidence.document).copied().unwrap_or_default(),
            page: evidence.place.page,
            clause: &evidence.place.clause,
            role: w.role(evidence.role),
            quote: &evidence.quote,
            reasons: sentences(&evidence.reasons, w),
        })
        .collect()
}

fn sentences(reasons: &[crate::model::Reason], w: &Words) -> String {
    let sentences: Vec<String> =
        reasons.iter().map(|reason| words::sentence(&w.reason(reason))).collect();
    sentences.join(" ")
}

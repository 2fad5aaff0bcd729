//! Figures and differences in words, for every form of an evaluation.

use crate::evaluation::Class;
use crate::evaluation::Counts;
use crate::evaluation::Disagreement;
use crate::evaluation::Evaluation;
use crate::evaluation::GoldVerdict;
use crate::evaluation::Kind;
use crate::evaluation::Proportion;
use crate::model::Evidence;
use crate::model::Role;

/// How many passages of a side are shown.
pub(super) const SHOWN: usize = 3;

/// In what people and clausecheck differ.
pub(super) fn differ(disagreement: &Disagreement) -> String {
    let Disagreement { kind, gold, found, stratum, .. } = disagreement;
    let differ = match kind {
        Kind::Passage => format!("both {}, other passages", gold.code()),
        _ => format!("people: {}, found: {}", gold.code(), found.code()),
    };
    format!("{differ} ({})", stratum.code())
}

/// The passages of clausecheck's side that are shown.
pub(super) fn shown_evidence(disagreement: &Disagreement) -> impl Iterator<Item = &Evidence> {
    disagreement.evidence.iter().filter(|evidence| evidence.role != Role::Triggers).take(SHOWN)
}

/// What figures are given for.
pub(super) fn classes(graded: bool) -> Vec<(&'static str, Class)> {
    let mut classes = vec![("present", Class::Present), ("missing", Class::Missing)];
    if graded {
        let verdicts = [GoldVerdict::Met, GoldVerdict::Weak, GoldVerdict::Contradicted];
        let named = verdicts.map(|verdict| (verdict.code(), Class::Exactly(verdict)));
        classes.extend(named);
    }
    classes
}

/// How often both sides agree, by what they agree on.
pub(super) fn agreement(counts: &Counts, graded: bool) -> Vec<(&'static str, Proportion)> {
    let mut agreement = vec![("same on present or missing", counts.presence_accuracy())];
    if graded {
        agreement.push(("same verdict", counts.verdict_accuracy()));
        agreement.push(("same verdict, both present", counts.verdict_accuracy_among_present()));
    }
    agreement.push(("same passage, both present", counts.evidence));
    agreement
}

/// The decisions that the headline leaves out, where there are any, each with its title.
pub(super) fn apart(evaluation: &Evaluation) -> Vec<(&'static str, Counts)> {
    let overall = evaluation.overall();
    let mut apart = Vec::new();
    if !evaluation.all_labels && overall.unsure.total() > 0 {
        apart.push(("Decisions on which people may differ", overall.unsure));
    }
    if overall.unread.total() > 0 {
        apart.push(("Decisions on documents that were not fully read", overall.unread));
    }
    apart
}

/// Three digits behind the point, or a dash for what is undefined.
pub(super) fn number(value: Option<f64>) -> String {
    match value {
        None => "–".to_owned(),
        Some(value) => format!("{value:.3}"),
    }
}

/// A share with its interval and its counts.
pub(super) fn share(proportion: Proportion) -> String {
    let Proportion { hits, total } = proportion;
    match (proportion.value(), proportion.wilson()) {
        (Some(value), Some(interval)) => {
            format!("{value:.3} [{:.3}–{:.3}] ({hits}/{total})", interval.low, interval.high)
        }
        _ => "–".to_owned(),
    }
}

//! The words in which changes are told to people. The sentences stand in the files of the languages.

use super::super::words::Words;
use crate::model::Note;
use crate::model::Reason;
use crate::model::Severity;
use crate::model::Verdict;
use crate::model::Worth;
use crate::review::Change;
use crate::review::Comparison;
use crate::review::PassageChange;
use crate::review::RuleChange;
use crate::review::Survival;
use crate::review::Why;

/// A change of a demand for people.
pub(super) fn change(w: &Words, change: Change) -> String {
    w.say(&format!("compare-change-{}", change.code()))
}

/// What each change means, for whoever reads the word for the first time.
pub(super) fn meaning(w: &Words, change: Change) -> String {
    w.say(&format!("compare-meaning-{}", change.code()))
}

/// What is left of a demand.
pub(super) fn survival(w: &Words, survival: Survival) -> String {
    w.say(&format!("compare-survival-{}", survival.code()))
}

/// A verdict within a sentence.
pub(super) fn verdict(w: &Words, verdict: Verdict) -> String {
    w.verdict(verdict).to_lowercase()
}

/// How much a gap matters, within a sentence.
pub(super) fn severity(w: &Words, severity: Severity) -> String {
    w.severity(severity).to_lowercase()
}

/// The verdicts on both sides: "found → not found", or the one of both.
pub(super) fn verdicts(w: &Words, rule: &RuleChange) -> String {
    let (old, new) = rule.verdicts;
    if old == new {
        return w.say_of("compare-both", &verdict(w, old));
    }
    format!("{} → {}", verdict(w, old), verdict(w, new))
}

/// What must be known of how a document was read, without its page.
pub(super) fn note(w: &Words, note: &Note) -> String {
    w.note(&Note { page: None, ..note.clone() })
}

/// What makes a passage demand less or more, in one plain sentence without its final stop.
pub(super) fn why(w: &Words, why: &Why) -> String {
    match why {
        Why::Now(reason) => match changed(reason) {
            Some(what) => w.say(&format!("compare-now-{what}")),
            None => w.say_of("compare-now", &w.reason(reason)),
        },
        Why::NoLonger(reason) => match changed(reason) {
            Some(what) => w.say(&format!("compare-no-longer-{what}")),
            None => w.say_of("compare-no-longer", &w.reason(reason)),
        },
        Why::Number { parameter, old, new, looser } => {
            let said = |side: &Option<crate::model::Quantity>| match side {
                Some(quantity) => w.quantity(quantity),
                None => w.say("compare-no-number"),
            };
            let word = if *looser { "weaker" } else { "stricter" };
            w.say_with(
                &format!("compare-number-{word}"),
                &[
                    ("parameter", w.rule_text(parameter).into()),
                    ("old", said(old).into()),
                    ("new", said(new).into()),
                ],
            )
        }
        Why::NoLongerDemanded => w.say("compare-not-demanded"),
        Why::NewlyDemanded => w.say("compare-newly-demanded"),
    }
}

/// Reasons whose coming and going has a sentence of its own.
fn changed(reason: &Reason) -> Option<&'static str> {
    match reason {
        Reason::OnlyRecommended => Some("recommended"),
        Reason::OnlyPermitted => Some("permitted"),
        Reason::DutyDenied => Some("denied"),
        Reason::NotBinding => Some("not-binding"),
        _ => None,
    }
}

/// What there is to say of a passage that stands on one side only.
pub(super) fn one_sided(w: &Words, passage: &PassageChange) -> Option<String> {
    let contradicts = |side: &Option<crate::review::Side>| {
        side.as_ref().is_some_and(|side| side.worth == Some(Worth::Contradicts))
    };
    let key = match passage.change {
        Change::Lost if contradicts(&passage.old) => "compare-gone-contradiction",
        Change::Lost => "compare-gone",
        Change::Gained if contradicts(&passage.new) => "compare-came-contradiction",
        Change::Gained => "compare-came",
        _ => return None,
    };
    Some(w.say(key))
}

/// Why the newer side has less of a demand than was demanded, each a sentence; none where it has
/// nothing or all of it.
pub(super) fn shortcomings(w: &Words, rule: &RuleChange, comparison: &Comparison) -> Vec<String> {
    if !matches!(rule.verdicts.1, Verdict::Weak | Verdict::Contradicted) {
        return Vec::new();
    }
    let finding = comparison.new.findings.iter().find(|finding| finding.rule.id == rule.rule.id);
    finding.map(|finding| w.reasons(finding)).unwrap_or_default()
}

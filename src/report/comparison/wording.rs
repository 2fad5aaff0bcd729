//! The words in which changes are told to people.

use super::super::words;
use crate::model::Reason;
use crate::model::Worth;
use crate::review::Change;
use crate::review::PassageChange;
use crate::review::RuleChange;
use crate::review::Why;

/// Title of the passages that no rule takes for anything.
pub(super) const OTHERS: &str = "Other duties of the supplier that bind less than before";

/// A change of a demand for people.
pub(super) fn change(change: Change) -> &'static str {
    match change {
        Change::Lost => "Lost",
        Change::Weakened => "Weakened",
        Change::Mixed => "Weakened in part",
        Change::Unclear => "Could not be compared",
        Change::Gained => "Gained",
        Change::Strengthened => "Strengthened",
        Change::Reworded => "Reworded",
        Change::Moved => "Moved",
        Change::Same => "Unchanged",
    }
}

/// What each change means, for whoever reads the word for the first time.
pub(super) fn meaning(change: Change) -> &'static str {
    match change {
        Change::Lost => "was demanded and is not any more",
        Change::Weakened => "demands less than before, or is contradicted now",
        Change::Mixed => "demands less in one respect and more in another",
        Change::Unclear => "could not be assessed on one side",
        Change::Gained => "is demanded now and was not before",
        Change::Strengthened => "demands more than before, or is not contradicted any more",
        Change::Reworded => "is said in other words, or in other places, and demands as much",
        Change::Moved => "stands elsewhere in the same words",
        Change::Same => "did not change",
    }
}

/// The verdicts on both sides: "Found → Not found", or the one of both.
pub(super) fn verdicts(rule: &RuleChange) -> String {
    let (old, new) = rule.verdicts;
    if old == new {
        return format!("{} in both", words::verdict(old).to_lowercase());
    }
    format!("{} → {}", words::verdict(old).to_lowercase(), words::verdict(new).to_lowercase())
}

/// What makes a passage demand less or more, in one plain sentence without its final stop.
pub(super) fn why(why: &Why) -> String {
    match why {
        Why::Now(reason) => match now(reason) {
            Some(words) => words.to_owned(),
            None => format!("now {}", words::reason(reason)),
        },
        Why::NoLonger(reason) => match no_longer(reason) {
            Some(words) => words.to_owned(),
            None => format!("no longer: {}", words::reason(reason)),
        },
        Why::Number { parameter, old, new, looser } => {
            let said = |side: &Option<crate::model::Quantity>| match side {
                Some(quantity) => quantity.to_string(),
                None => "no number".to_owned(),
            };
            let word = if *looser { "weaker" } else { "stricter" };
            format!("the {parameter} was {} and is {}, which is {word}", said(old), said(new))
        }
        Why::NoLongerDemanded => "it no longer demands this".to_owned(),
        Why::NewlyDemanded => "it did not demand this before".to_owned(),
    }
}

fn now(reason: &Reason) -> Option<&'static str> {
    match reason {
        Reason::OnlyRecommended => Some("it was required, and is only recommended (“should”) now"),
        Reason::OnlyPermitted => Some("it was required, and is only allowed (“may”) now"),
        Reason::DutyDenied => Some("the duty is expressly denied now"),
        Reason::NotBinding => Some("it only describes now, and binds nobody"),
        _ => None,
    }
}

fn no_longer(reason: &Reason) -> Option<&'static str> {
    match reason {
        Reason::OnlyRecommended => Some("it was only recommended (“should”), and is required now"),
        Reason::OnlyPermitted => Some("it was only allowed (“may”), and is required now"),
        Reason::DutyDenied => Some("the duty is no longer denied"),
        Reason::NotBinding => Some("it only described before, and binds now"),
        _ => None,
    }
}

/// What there is to say of a passage that stands on one side only.
pub(super) fn one_sided(passage: &PassageChange) -> Option<&'static str> {
    let contradicts = |side: &Option<crate::review::Side>| {
        side.as_ref().is_some_and(|side| side.worth == Some(Worth::Contradicts))
    };
    match passage.change {
        Change::Lost if contradicts(&passage.old) => {
            Some("this contradicted the demand and is gone")
        }
        Change::Lost => Some("this is gone"),
        Change::Gained if contradicts(&passage.new) => {
            Some("this is new, and contradicts the demand")
        }
        Change::Gained => Some("this is new"),
        _ => None,
    }
}

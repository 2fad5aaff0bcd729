//! Numbers of one pack that do not agree: 99.5 % in one document and 99.9 % in another.

use crate::model::Comparator;
use crate::model::Conflict;
use crate::model::Evidence;
use crate::model::Quantity;
use crate::model::RuleCard;
use crate::model::StatedNumber;
use crate::model::Unit;
use std::collections::BTreeSet;

/// How many letters of a word tell what it is about.
const STEM: usize = 5;
/// Fewest words that two passages on the same thing have in common.
const LEAST_COMMON: usize = 4;
/// Least share of the words of the shorter passage that stand in the longer.
const SHARE_OF_SHORTER: f64 = 0.5;
/// Least share of the words of the longer passage that stand in the shorter.
const SHARE_OF_LONGER: f64 = 0.25;
/// Least percentage that is a level of service and no discount or share.
const LEAST_LEVEL: f64 = 90.0;
/// Share by which numbers in different units may differ and still be the same.
const ROUNDING: f64 = 1e-9;

/// How many passages are compared with each other for one parameter; a longer list is of something
/// else than single demands.
const MAX_STATED: usize = 120;

/// The conflict between the numbers that a pack states for a parameter, if there is one. Numbers in
/// one chapter or one table do not conflict: they are stated beside each other for different things.
/// Nor do those of passages that have little in common but the rule.
#[must_use]
pub fn conflict(rule: &RuleCard, parameter: &str, stated: &[StatedNumber]) -> Option<Conflict> {
    let stated: Vec<(&StatedNumber, BTreeSet<String>)> =
        stated.iter().take(MAX_STATED).map(|one| (one, stems(&one.evidence.quote))).collect();
    let conflicts = |one: &(&StatedNumber, BTreeSet<String>)| {
        stated.iter().any(|other| {
            !is_same(&one.0.quantity, &other.0.quantity)
                && one.0.quantity.compare(&other.0.quantity).is_some()
                && are_apart(&one.0.evidence, &other.0.evidence)
                && speak_alike(one, other)
        })
    };
    let mut numbers: Vec<StatedNumber> = Vec::new();
    for one in stated.iter().filter(|one| conflicts(one)) {
        if !numbers.iter().any(|other| is_same(&other.quantity, &one.0.quantity)) {
            numbers.push(one.0.clone());
        }
    }
    (numbers.len() > 1).then(|| Conflict {
        rule: rule.clone(),
        parameter: parameter.to_owned(),
        numbers,
        precedence: Vec::new(),
    })
}

/// Whether two numbers are the same, be it in other units: 24 hours and a day, a month and 30 days.
fn is_same(one: &Quantity, other: &Quantity) -> bool {
    let within = |comparator: Comparator| comparator.accepts(one, other) == Some(true);
    one.unit == other.unit && (one.value - other.value).abs() <= ROUNDING
        || one.unit != other.unit && within(Comparator::AtMost) && within(Comparator::AtLeast)
}

/// Whether two passages stand in different documents, or in different chapters of one.
fn are_apart(one: &Evidence, other: &Evidence) -> bool {
    one.document != other.document || one.place.path.first() != other.place.path.first()
}

/// Whether two passages say a number of the same thing: no rule tells them apart, and most of what
/// the shorter speaks of stands in the longer too. A level in per cent needs no more than the words
/// that its rule found.
fn speak_alike(
    (one, its): &(&StatedNumber, BTreeSet<String>),
    (other, others): &(&StatedNumber, BTreeSet<String>),
) -> bool {
    let level = |number: &StatedNumber| (LEAST_LEVEL..100.0).contains(&number.quantity.value);
    if one.topics != other.topics {
        return false;
    }
    if one.quantity.unit == Unit::Percent {
        return level(one) && level(other);
    }
    let common = its.intersection(others).count();
    let (shorter, longer) = (its.len().min(others.len()), its.len().max(others.len()));
    common >= LEAST_COMMON
        && common as f64 >= SHARE_OF_SHORTER * shorter as f64
        && common as f64 >= SHARE_OF_LONGER * longer as f64
}

/// The beginnings of the longer words of a text: "reported" and "reports" are as good as one.
fn stems(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphabetic());
    let words = words.filter(|word| word.chars().count() >= STEM - 1);
    words.map(|word| word.to_lowercase().chars().take(STEM).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::conflict;
    use crate::model::Quantity;
    use crate::model::Role;
    use crate::model::StatedNumber;
    use crate::model::Unit;
    use crate::model::Verdict;
    use crate::review::fixtures;

    const QUOTE: &str = "The supplier shall notify the customer of every security incident within";

    fn number(document: usize, clause: &str, value: f64, unit: Unit) -> StatedNumber {
        let mut evidence = fixtures::evidence(Role::Supports, QUOTE);
        evidence.document = document;
        evidence.place.path = vec![clause.to_owned()];
        let topics = vec!["a-rule".to_owned()];
        StatedNumber { quantity: Quantity { value, unit }, evidence, topics }
    }

    fn conflicts(numbers: &[StatedNumber]) -> usize {
        let rule = fixtures::finding("a-rule", Verdict::Met).rule;
        conflict(&rule, "time to notify", numbers).map_or(0, |conflict| conflict.numbers.len())
    }

    #[test]
    fn different_numbers_in_different_places_conflict() {
        let day = || number(0, "1", 24.0, Unit::Hours);
        assert_eq!(conflicts(&[day(), number(1, "1", 72.0, Unit::Hours)]), 2);
        assert_eq!(conflicts(&[day(), number(0, "2", 72.0, Unit::Hours)]), 2);
        assert_eq!(conflicts(&[day(), number(0, "1", 72.0, Unit::Hours)]), 0);
        assert_eq!(conflicts(&[day(), number(1, "1", 1.0, Unit::Days)]), 0);
        assert_eq!(conflicts(&[day()]), 0);
        let money = |unit| number(1, "1", 5.0, unit);
        assert_eq!(conflicts(&[money(Unit::Eur), number(0, "1", 5.0, Unit::Sek)]), 0);
    }
}

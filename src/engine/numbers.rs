//! Every number that a pack states for a parameter of a rule, and every passage that says which of
//! its documents goes before which.

use super::Engine;
use super::assess::Assessor;
use super::findings;
use super::index::PackIndex;
use super::index::Passage;
use super::readings;
use crate::language::quantities;
use crate::model::Evidence;
use crate::model::ProvisionKind;
use crate::model::Quantity;
use crate::model::Role;
use crate::model::RuleReading;
use crate::model::StatedNumber;
use crate::model::Worth;
use crate::ruleset::Rule;
use std::collections::BTreeMap;

/// Concept of the passages that say what goes before what.
const PRECEDENCE: &str = "precedence";
/// Concept of the documents that go before or behind others.
const ANNEX: &str = "annex";
/// How many of these are kept.
const SHOWN: usize = 3;

/// For each passage the rules that find a number of theirs in it, by family and id.
type Topics = BTreeMap<usize, Vec<(String, String)>>;

/// For each rule and each of its parameters the numbers that the pack states, in the order of the
/// text. Numbers that a passage takes from elsewhere are left to the passage that they stand in.
pub(super) fn of_rules(
    engine: &Engine<'_>,
    index: &PackIndex<'_>,
) -> Vec<Vec<(String, Vec<StatedNumber>)>> {
    let readings: Vec<Vec<RuleReading>> = engine
        .ruleset
        .rules
        .iter()
        .map(|rule| match rule.parameters.is_empty() {
            true => Vec::new(),
            false => readings::of_rule(engine, index, rule),
        })
        .collect();
    let mut topics: Topics = BTreeMap::new();
    for (rule, readings) in engine.ruleset.rules.iter().zip(&readings) {
        let numbered = |reading: &&RuleReading| {
            let found = reading.parameters.iter().any(|parameter| parameter.found.is_some());
            found && role(reading).is_some()
        };
        for reading in readings.iter().filter(numbered) {
            let topic = (rule.card.family.clone(), rule.card.id.clone());
            topics.entry(reading.passage).or_default().push(topic);
        }
    }
    let rules = engine.ruleset.rules.iter().zip(&readings);
    rules.map(|(rule, readings)| of_rule(engine, index, rule, readings, &topics)).collect()
}

fn of_rule(
    engine: &Engine<'_>,
    index: &PackIndex<'_>,
    rule: &Rule,
    readings: &[RuleReading],
    topics: &Topics,
) -> Vec<(String, Vec<StatedNumber>)> {
    let assessor = Assessor { ruleset: engine.ruleset, vocabulary: &engine.vocabulary, index };
    let mut numbers: Vec<(String, Vec<StatedNumber>)> =
        rule.parameters.iter().map(|parameter| (parameter.name.clone(), Vec::new())).collect();
    for reading in readings {
        let Some(role) = role(reading) else { continue };
        let passage = index.passage(u32::try_from(reading.passage).unwrap_or(u32::MAX));
        for (at, parameter) in reading.parameters.iter().enumerate() {
            let Some(quantity) = parameter.found else { continue };
            if states(&passage, &quantity) {
                let evidence = findings::passage_evidence(role, &passage, Vec::new(), &assessor);
                let topics = topics.get(&reading.passage).into_iter().flatten();
                let topics = topics.filter(|(family, _)| *family == rule.card.family);
                let topics = topics.map(|(_, id)| id.clone()).collect();
                numbers[at].1.push(StatedNumber { quantity, evidence, topics });
            }
        }
    }
    numbers
}

/// What a passage does for its rule, if it demands what the rule is about.
fn role(reading: &RuleReading) -> Option<Role> {
    match reading.worth {
        Worth::Supports => Some(Role::Supports),
        Worth::FallsShort => Some(Role::Weakens),
        _ => None,
    }
}

/// Whether the number stands in the passage itself, and no other of its kind: a passage with several
/// grades them, by severity or by service.
fn states(passage: &Passage<'_>, quantity: &Quantity) -> bool {
    let text = passage.provision.span.of(passage.folded);
    let found = quantities(text, passage.provision.language, quantity.unit.kind());
    !found.is_empty() && found.iter().all(|(_, other)| other == quantity)
}

/// Passages that say which document or clause goes before which: they speak of precedence, and of an
/// annex or of a conflict.
pub(super) fn precedence(engine: &Engine<'_>, index: &PackIndex<'_>) -> Vec<Evidence> {
    let lexicon = &engine.ruleset.lexicon;
    let Some(concept) = lexicon.find(PRECEDENCE) else { return Vec::new() };
    let annex = lexicon.find(ANNEX);
    let assessor = Assessor { ruleset: engine.ruleset, vocabulary: &engine.vocabulary, index };
    let says = |kind| {
        matches!(kind, ProvisionKind::Sentence | ProvisionKind::ListItem | ProvisionKind::TableRow)
    };
    let passages = index.with(concept).iter().map(|id| index.passage(*id));
    passages
        .filter(|passage| says(passage.provision.kind))
        .filter(|passage| {
            let hits = passage.own.iter().filter(|hit| hit.concept == concept).count();
            let annexes = passage.own.iter().any(|hit| Some(hit.concept) == annex);
            hits > 1 || hits == 1 && annexes
        })
        .take(SHOWN)
        .map(|passage| findings::passage_evidence(Role::Triggers, &passage, Vec::new(), &assessor))
        .collect()
}

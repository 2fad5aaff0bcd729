//! Numbers that a clause states, against those that its rule needs.

use super::elsewhere;
use super::index::PackIndex;
use super::index::Passage;
use crate::language::quantities;
use crate::model::ParameterResult;
use crate::model::ProvisionKind;
use crate::model::Quantity;
use crate::model::Reason;
use crate::model::Span;
use crate::ruleset::Parameter;
use crate::ruleset::Rule;

/// How many provisions before and after a passage may hold the number that belongs to it.
const REACH: u32 = 3;
/// How far a number may stand from the words that it belongs to, in bytes.
const MAX_DISTANCE: usize = 260;

/// Reads the parameters of a rule at a place in a passage, and says what is wrong with them.
pub(super) fn read(
    rule: &Rule,
    passage: &Passage<'_>,
    at: Span,
    index: &PackIndex<'_>,
) -> (Vec<ParameterResult>, Vec<Reason>) {
    let mut results = Vec::new();
    let mut reasons = Vec::new();
    for parameter in &rule.parameters {
        let found = find(parameter, passage, at, index);
        let ok = match found {
            Some(quantity) => {
                parameter.comparator.accepts(&quantity, &parameter.threshold) == Some(true)
            }
            None => !parameter.required,
        };
        if !ok {
            reasons.push(shortfall(parameter, found));
        }
        results.push(result(parameter, found, ok));
    }
    (results, reasons)
}

/// The parameters of a rule for which nothing was found.
pub(super) fn unread(rule: &Rule) -> Vec<ParameterResult> {
    rule.parameters.iter().map(|parameter| result(parameter, None, false)).collect()
}

fn result(parameter: &Parameter, found: Option<Quantity>, ok: bool) -> ParameterResult {
    ParameterResult {
        name: parameter.name.clone(),
        found,
        comparator: parameter.comparator,
        required: parameter.threshold,
        ok,
    }
}

fn shortfall(parameter: &Parameter, found: Option<Quantity>) -> Reason {
    let (name, comparator, required) =
        (parameter.name.clone(), parameter.comparator, parameter.threshold);
    match found {
        Some(found) => Reason::NumberOutside { parameter: name, found, comparator, required },
        None => Reason::NumberMissing { parameter: name, instead: None, comparator, required },
    }
}

/// The number that belongs to the parameter: in the passage, else in its lead-in, else in a
/// neighbouring sentence of the same clause that speaks of the same things, else where the
/// passage refers to.
fn find(
    parameter: &Parameter,
    passage: &Passage<'_>,
    at: Span,
    index: &PackIndex<'_>,
) -> Option<Quantity> {
    let here = in_passage(parameter, passage, Some(at));
    here.or_else(|| in_lead_in(parameter, passage))
        .or_else(|| {
            if parameter.near.is_empty() {
                return None;
            }
            index.clause_mates(passage, REACH).find_map(|mate| in_passage(parameter, &mate, None))
        })
        .or_else(|| elsewhere(parameter, passage, index))
}

/// The number where the passage sends its reader: beside the parameter's own concepts, or in the
/// definition of a term that it uses.
fn elsewhere(
    parameter: &Parameter,
    passage: &Passage<'_>,
    index: &PackIndex<'_>,
) -> Option<Quantity> {
    elsewhere::passages(passage, index).into_iter().find_map(|id| {
        let there = index.passage(id);
        let whole = Some(there.provision.span);
        let defines = there.provision.kind == ProvisionKind::Definition;
        in_passage(parameter, &there, None).or_else(|| {
            // A definition of a time says a time, and need not repeat what it is for.
            let anywhere = Parameter { near: Vec::new(), ..parameter.clone() };
            defines.then(|| in_passage(&anywhere, &there, whole))?
        })
    })
}

/// The number nearest to the parameter's own concepts, or to the matched words if it has none.
fn in_passage(parameter: &Parameter, passage: &Passage<'_>, at: Option<Span>) -> Option<Quantity> {
    let span = passage.provision.span;
    let kind = parameter.threshold.unit.kind();
    let anchors: Vec<usize> = passage
        .own
        .iter()
        .filter(|hit| parameter.near.contains(&hit.concept))
        .map(|hit| hit.start as usize)
        .collect();
    if anchors.is_empty() && (at.is_none() || !parameter.near.is_empty()) {
        return None;
    }
    let distance = |start: usize, end: usize| match at {
        _ if !anchors.is_empty() => anchors.iter().map(|anchor| gap(start, end, *anchor)).min(),
        Some(at) => Some(if start < at.start() {
            at.start() - start
        } else {
            start.saturating_sub(at.end())
        }),
        None => None,
    };
    let folded = span.of(passage.folded);
    quantities(folded, passage.provision.language, kind)
        .into_iter()
        .filter(|(range, quantity)| {
            parameter.comparator.accepts(quantity, &parameter.threshold).is_some()
                && !is_to_be_filled_in(folded, range.start)
        })
        .filter_map(|(range, quantity)| {
            let distance = distance(span.start() + range.start, span.start() + range.end)?;
            (distance <= MAX_DISTANCE).then_some((distance, range.start, quantity))
        })
        .min_by_key(|(distance, start, _)| (*distance, *start))
        .map(|(_, _, quantity)| quantity)
}

/// Whether what stands at `at` is an example for whoever fills in a template: "[e.g. 99.5 %]".
fn is_to_be_filled_in(text: &str, at: usize) -> bool {
    let opened = text[..at].rfind('[').is_some_and(|open| !text[open..at].contains(']'));
    opened && text[at..].contains(']')
}

fn gap(start: usize, end: usize, anchor: usize) -> usize {
    if anchor < start { start - anchor } else { anchor.saturating_sub(end) }
}

fn in_lead_in(parameter: &Parameter, passage: &Passage<'_>) -> Option<Quantity> {
    let kind = parameter.threshold.unit.kind();
    passage.provision.lead_in.iter().rev().find_map(|span| {
        let near = parameter.near.is_empty()
            || passage.lead_in().any(|hit| parameter.near.contains(&hit.concept));
        let found = quantities(span.of(passage.folded), passage.provision.language, kind);
        let (_, quantity) = found.into_iter().next().filter(|_| near)?;
        Some(quantity)
    })
}

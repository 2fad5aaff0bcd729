//! Agreement with people as a page for a browser.

use super::figures::agreement;
use super::figures::apart;
use super::figures::classes;
use super::figures::differ;
use super::figures::number;
use super::figures::share;
use super::figures::shown_evidence;
use crate::evaluation::Class;
use crate::evaluation::Counts;
use crate::evaluation::Disagreement;
use crate::evaluation::Evaluation;
use crate::evaluation::FOUND;
use crate::evaluation::GOLD;
use crate::evaluation::RuleCounts;
use crate::model::Evidence;
use crate::report::html::Page;
use crate::report::words;
use askama::Template;
use std::io;
use std::io::Write;

#[derive(Template)]
#[template(path = "evaluation.html", config = ".askama.toml")]
struct EvaluationPage<'e> {
    page: Page,
    scope: String,
    not_fully_read: &'e [String],
    groups: Vec<Group>,
    rules: Vec<RuleRow<'e>>,
    found_names: Vec<&'static str>,
    confusion: Vec<(&'static str, Vec<usize>)>,
    disagreements: Vec<Shown<'e>>,
    stamp: String,
}

/// Figures over a set of decisions.
struct Group {
    title: &'static str,
    rates: Vec<RateRow>,
    agreement: Vec<(String, String)>,
}

struct RateRow {
    name: &'static str,
    precision: String,
    recall: String,
    f1: String,
    f2: String,
}

struct RuleRow<'e> {
    id: &'e str,
    cells: Vec<String>,
}

struct Shown<'e> {
    rule: &'e str,
    doc: &'e str,
    differ: String,
    people: &'e [String],
    passages: Vec<Passage<'e>>,
}

struct Passage<'e> {
    role: String,
    place: String,
    quote: &'e str,
    reasons: Vec<String>,
}

/// Writes the evaluation as one self-contained HTML file.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(evaluation: &Evaluation, out: &mut dyn Write) -> io::Result<()> {
    let overall = evaluation.overall();
    let headline = overall.headline(evaluation.all_labels);
    let mut groups = vec![group("All decisions together", &headline, evaluation.graded)];
    let others = apart(evaluation);
    groups.extend(others.iter().map(|(title, counts)| group(title, counts, evaluation.graded)));
    let stamp = &evaluation.ruleset;
    let page = EvaluationPage {
        page: Page { title: format!("How well {} agrees with people", stamp.name), lang: "en" },
        scope: format!(
            "{}, {}, {} with {} labels",
            words::count(evaluation.documents, "document"),
            words::count(evaluation.rules.len(), "rule"),
            words::count(headline.total(), "decision"),
            if evaluation.all_labels { "all" } else { "sure" },
        ),
        not_fully_read: &evaluation.not_fully_read,
        groups,
        rules: evaluation.rules.iter().map(|rule| rule_row(rule, evaluation.all_labels)).collect(),
        found_names: FOUND.iter().map(|found| found.code()).collect(),
        confusion: confusion(&headline),
        disagreements: evaluation.disagreements.iter().map(shown).collect(),
        stamp: format!("clausecheck, ruleset {} {} ({})", stamp.name, stamp.version, stamp.hash),
    };
    out.write_all(page.render().map_err(io::Error::other)?.as_bytes())
}

fn group(title: &'static str, counts: &Counts, graded: bool) -> Group {
    let rates = classes(graded)
        .into_iter()
        .map(|(name, class)| {
            let rates = counts.rates(class);
            RateRow {
                name,
                precision: share(rates.precision()),
                recall: share(rates.recall()),
                f1: number(rates.f1()),
                f2: number(rates.f2()),
            }
        })
        .collect();
    let agreement = agreement(counts, graded)
        .into_iter()
        .map(|(name, proportion)| (words::capitalised(name), share(proportion)))
        .collect();
    Group { title, rates, agreement }
}

fn rule_row(rule: &RuleCounts, all_labels: bool) -> RuleRow<'_> {
    let counts = rule.strata.headline(all_labels);
    let (present, missing) = (counts.rates(Class::Present), counts.rates(Class::Missing));
    let cells = vec![
        present.hits.to_string(),
        present.wrongly.to_string(),
        present.overlooked.to_string(),
        missing.hits.to_string(),
        number(present.f1()),
        number(missing.f1()),
        number(counts.verdict_accuracy().value()),
        number(counts.evidence.value()),
    ];
    RuleRow { id: &rule.id, cells }
}

fn confusion(counts: &Counts) -> Vec<(&'static str, Vec<usize>)> {
    GOLD.iter()
        .zip(&counts.table)
        .filter(|(_, row)| row.iter().any(|count| *count > 0))
        .map(|(gold, row)| (gold.code(), row.to_vec()))
        .collect()
}

fn shown(disagreement: &Disagreement) -> Shown<'_> {
    Shown {
        rule: &disagreement.rule,
        doc: &disagreement.doc,
        differ: differ(disagreement),
        people: &disagreement.quotes,
        passages: shown_evidence(disagreement).map(passage).collect(),
    }
}

fn passage(evidence: &Evidence) -> Passage<'_> {
    Passage {
        role: words::role(evidence.role),
        place: words::place("", &evidence.place).trim_start_matches(", ").to_owned(),
        quote: &evidence.quote,
        reasons: evidence.reasons.iter().map(words::reason).collect(),
    }
}

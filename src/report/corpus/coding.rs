//! The tables of human coding: the sheet that coders fill in, the key to it, and agreement.

use super::table::Column;
use super::table::Row;
use super::table::Table;
use super::table::Type;
use super::table::Value;
use super::table::row;
use crate::corpus::agreement;
use crate::corpus::coding::Compared;
use crate::corpus::coding::Level;
use crate::evaluation::GoldVerdict;
use crate::evaluation::Interval;
use std::collections::BTreeMap;

row! {
    /// One row for each question put to a coder. It does not say what was found.
    pub struct Question in "coding", key &["item"], refers &[];
    /// Name of the question.
    item: String,
    /// Path of the document below the corpus.
    document: String,
    /// The rule.
    rule: String,
    /// The clause that is looked for.
    clause: String,
    /// What the contract shall say.
    definition: String,
    /// Where the passage stands; empty if the whole document is asked about.
    place: String,
    /// The passage; empty if the whole document is asked about.
    passage: String,
    /// What the coder says: met, weak, contradicted, missing or unclear.
    code: String,
    /// What the coder wants to add.
    comment: String,
}

row! {
    /// One row for each question: what was found. Not for coders.
    pub struct Key in "key", key &["item"], refers &[];
    /// Name of the question.
    item: String,
    /// The pack.
    document: String,
    /// The rule.
    rule: String,
    /// What was found.
    verdict: String,
    /// The stratum from which it was drawn.
    stratum: String,
    /// Probability with which each case of the stratum was drawn.
    probability: f64,
    /// How many cases of the stratum it stands for: the inverse.
    weight: f64,
}

row! {
    /// One row for each set of coders, level and rule: how far they agree.
    pub struct Agreement in "agreement", key &["coders", "level", "rule"], refers &[];
    /// Names of the coders.
    coders: String,
    /// presence: whether the clause is there; verdict: met, weak, contradicted or missing.
    level: String,
    /// The rule; empty for all together.
    rule: String,
    /// Items that at least two have coded.
    items: u64,
    /// Documents that these come from.
    documents: u64,
    /// Share of pairs of codes that are the same.
    raw: Option<f64>,
    /// Lower end of its 95 % bootstrap interval over documents.
    raw_low: Option<f64>,
    /// Upper end of its interval.
    raw_high: Option<f64>,
    /// Cohen's kappa; empty unless there are two coders who used more than one code.
    cohen: Option<f64>,
    /// Lower end of its 95 % bootstrap interval.
    cohen_low: Option<f64>,
    /// Upper end of its interval.
    cohen_high: Option<f64>,
    /// Fleiss' kappa of the items that all have coded.
    fleiss: Option<f64>,
    /// Lower end of its 95 % bootstrap interval.
    fleiss_low: Option<f64>,
    /// Upper end of its interval.
    fleiss_high: Option<f64>,
    /// Krippendorff's alpha, nominal.
    alpha: Option<f64>,
    /// Lower end of its 95 % bootstrap interval.
    alpha_low: Option<f64>,
    /// Upper end of its interval.
    alpha_high: Option<f64>,
}

row! {
    /// One row for each rule: how often it was right about documents that people judged. What
    /// `clausecheck audit --detector` reads.
    pub struct Measured in "detector", key &["rule"], refers &[];
    /// The rule.
    rule: String,
    /// Of the documents that have the clause: those in which it was found.
    sensitivity_hits: u64,
    /// Documents that have the clause, as all coders say.
    positives: u64,
    /// Of the documents that lack the clause: those in which it was not found.
    specificity_hits: u64,
    /// Documents that lack the clause, as all coders say.
    negatives: u64,
}

/// Counts how often what was found, the last of the codes, is what all coders say. Items on which
/// coders differ, or that somebody left open, do not count.
#[must_use]
pub fn measured(items: &[Compared]) -> Vec<Measured> {
    let mut rules: BTreeMap<&str, Measured> = BTreeMap::new();
    for item in items {
        let codes: Option<Vec<bool>> =
            item.codes.iter().map(|code| code.map(|code| code != GoldVerdict::Missing)).collect();
        let Some((found, people)) = codes.as_ref().and_then(|codes| codes.split_last()) else {
            continue;
        };
        let Some(first) = people.first().filter(|first| people.iter().all(|code| code == *first))
        else {
            continue;
        };
        let row = rules.entry(&item.line.rule).or_insert_with(|| Measured {
            rule: item.line.rule.clone(),
            sensitivity_hits: 0,
            positives: 0,
            specificity_hits: 0,
            negatives: 0,
        });
        let right = u64::from(found == first);
        if *first {
            row.positives += 1;
            row.sensitivity_hits += right;
        } else {
            row.negatives += 1;
            row.specificity_hits += right;
        }
    }
    rules.into_values().collect()
}

impl Agreement {
    /// The row for a result.
    #[must_use]
    pub fn new(coders: &str, level: Level, rule: &str, found: &agreement::Agreement) -> Self {
        let low = |interval: Option<Interval>| interval.map(|interval| interval.low);
        let high = |interval: Option<Interval>| interval.map(|interval| interval.high);
        Self {
            coders: coders.to_owned(),
            level: level.code().to_owned(),
            rule: rule.to_owned(),
            items: found.items as u64,
            documents: found.groups as u64,
            raw: found.of_all.raw,
            raw_low: low(found.raw),
            raw_high: high(found.raw),
            cohen: found.of_all.cohen,
            cohen_low: low(found.cohen),
            cohen_high: high(found.cohen),
            fleiss: found.of_all.fleiss,
            fleiss_low: low(found.fleiss),
            fleiss_high: high(found.fleiss),
            alpha: found.of_all.alpha,
            alpha_low: low(found.alpha),
            alpha_high: high(found.alpha),
        }
    }
}

/// The table of items on which coders differ, with a column for each of them.
#[must_use]
pub fn disagreements(coders: &[String], items: &[&Compared]) -> (Table, Vec<Vec<Value>>) {
    let column = |name: &str, meaning: &str| Column {
        name: name.to_owned(),
        meaning: meaning.to_owned(),
        of: Type::String,
        optional: true,
    };
    let mut columns = vec![
        column("item", "Name of the question; empty in sheets without."),
        column("document", "The document."),
        column("rule", "The rule."),
        column("passage", "The passage; empty if the whole document was asked about."),
    ];
    columns.extend(coders.iter().map(|coder| column(coder, "What this coder says.")));
    let table = Table {
        name: "disagreements",
        meaning: "One row for each item on which coders differ.".to_owned(),
        columns,
        key: &[],
        refers: &[],
    };
    let text = |text: &str| match text {
        "" => Value::Null,
        text => Value::Text(text.to_owned()),
    };
    let rows = items.iter().map(|item| {
        let line = &item.line;
        let first = [&line.item, &line.document, &line.rule, &line.passage].map(|cell| text(cell));
        let codes = item.codes.iter().map(|code| text(code.map_or("", |code| code.code())));
        first.into_iter().chain(codes).collect()
    });
    (table, rows.collect())
}

/// The cells of rows.
#[must_use]
pub fn cells<R: Row>(rows: &[R]) -> Vec<Vec<Value>> {
    rows.iter().map(Row::cells).collect()
}

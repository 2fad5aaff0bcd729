//! The format `clausecheck/evaluation/v1`. Frozen: a change of meaning needs a `v2` beside it.

use crate::evaluation;
use crate::evaluation::Class;
use crate::evaluation::GoldVerdict;
use crate::evaluation::statistics::mean;
use crate::model;
use crate::report::json::inert;
use crate::report::words;
use schemars::JsonSchema;
use serde::Serialize;
use std::io;

/// Name of the format.
pub const SCHEMA: &str = "clausecheck/evaluation/v1";

/// Agreement of findings with what people decided about the same documents.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "clausecheck evaluation, version 1")]
pub struct Evaluation {
    /// Always `clausecheck/evaluation/v1`.
    pub schema: String,
    /// Version of clausecheck that made it.
    pub tool_version: String,
    /// The rules.
    pub ruleset: Ruleset,
    /// How many documents were compared.
    pub documents: usize,
    /// Documents that were not fully read; all their decisions stand under `not_fully_read`.
    pub documents_not_fully_read: Vec<String>,
    /// Whether labels that are not sure enter `headline`.
    pub all_labels: bool,
    /// Whether people graded the clauses that are there (met, weak, contradicted).
    pub graded: bool,
    /// All rules together.
    pub overall: Figures,
    /// Means over rules.
    pub mean_over_rules: Vec<Mean>,
    /// Each rule.
    pub rules: Vec<Rule>,
    /// Where the two sides differ.
    pub disagreements: Vec<Disagreement>,
}

/// The rules that were applied.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Ruleset {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// BLAKE3 of its rules and its lexicon, in hexadecimal.
    pub hash: String,
}

/// One rule.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Rule {
    /// Its id.
    pub id: String,
    /// Its figures.
    pub figures: Figures,
}

/// Figures kept apart by how far labels can be relied on.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Figures {
    /// Sure labels, or all labels, of fully read documents.
    pub headline: Counts,
    /// Labels on which people may differ, of fully read documents; they are in `headline` too if
    /// `all_labels` is set.
    pub unsure: Counts,
    /// All labels of documents that were not fully read.
    pub not_fully_read: Counts,
}

/// Decisions counted, and what follows.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Counts {
    /// Number of decisions.
    pub decisions: usize,
    /// Of these, left open; they enter no rate.
    pub undetermined: usize,
    /// The cells above zero of the table of what people decided by what was found.
    pub table: Vec<Cell>,
    /// How each class was recognised.
    pub classes: Vec<Recognition>,
    /// Same on present or missing.
    pub presence_accuracy: Proportion,
    /// Same verdict, of what people graded; null where they did not grade.
    pub verdict_accuracy: Option<Proportion>,
    /// Same verdict, where both say present; null where people did not grade.
    pub verdict_accuracy_among_present: Option<Proportion>,
    /// Where both say present and people quoted: those whose evidence overlaps a quote.
    pub evidence_hits: Proportion,
}

/// Decisions with the same pair of verdicts.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Cell {
    /// What people decided: met, weak, contradicted, present, missing.
    pub gold: String,
    /// What was found: met, weak, contradicted, missing, not-applicable, undetermined.
    pub found: String,
    /// How many.
    pub count: usize,
}

/// How one class was recognised.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Recognition {
    /// `present`, `missing`, or one verdict against all others.
    pub class: String,
    /// Rightly said.
    pub hits: usize,
    /// Said, but not so.
    pub wrongly: usize,
    /// So, but not said.
    pub overlooked: usize,
    /// Of what was said, what is so.
    pub precision: Proportion,
    /// Of what is so, what was said.
    pub recall: Proportion,
    /// Harmonic mean of precision and recall; null if undefined.
    pub f1: Option<f64>,
    /// F measure with β = 2; null if undefined.
    pub f2: Option<f64>,
}

/// How many of how many.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Proportion {
    /// How many.
    pub hits: usize,
    /// Of how many.
    pub total: usize,
    /// The share; null of nothing.
    pub value: Option<f64>,
    /// Lower end of Wilson's 95 % interval.
    pub low: Option<f64>,
    /// Upper end of Wilson's 95 % interval.
    pub high: Option<f64>,
}

/// Means over the rules for which a figure is defined.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Mean {
    /// `present`, `missing`, or one verdict against all others.
    pub class: String,
    /// Mean precision.
    pub precision: Option<f64>,
    /// Mean recall.
    pub recall: Option<f64>,
    /// Mean F1.
    pub f1: Option<f64>,
    /// Mean F2.
    pub f2: Option<f64>,
    /// Number of rules with an F1.
    pub rules: usize,
}

/// A decision on which the two sides differ.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Disagreement {
    /// The document, as the gold names it.
    pub document: String,
    /// Id of the rule.
    pub rule: String,
    /// `presence`, `verdict` or `passage`.
    pub kind: String,
    /// What people decided.
    pub gold: String,
    /// What was found.
    pub found: String,
    /// `sure`, `unsure` or `not-fully-read`.
    pub labels: String,
    /// Passages that people quoted.
    pub quotes: Vec<String>,
    /// Why the verdict is what it is.
    pub reasons: Vec<String>,
    /// Passages of the finding.
    pub evidence: Vec<Evidence>,
}

/// A passage of the finding.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Evidence {
    /// What it does: supports, weakens, contradicts, triggers, nearest.
    pub role: String,
    /// Page, counted from 1; null where the format has no pages.
    pub page: Option<u32>,
    /// Clause with its heading; empty if it stands in none.
    pub clause: String,
    /// The passage with its lead-in.
    pub quote: String,
    /// Why it is not enough.
    pub reasons: Vec<String>,
}

/// Writes an evaluation, with a line feed at its end.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(evaluation: &evaluation::Evaluation, out: &mut dyn io::Write) -> io::Result<()> {
    inert::write_pretty(&Evaluation::from(evaluation), out)
}

/// JSON Schema of the format.
#[must_use]
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Evaluation)
}

impl From<&evaluation::Evaluation> for Evaluation {
    fn from(evaluation: &evaluation::Evaluation) -> Self {
        let (all, graded) = (evaluation.all_labels, evaluation.graded);
        Self {
            schema: SCHEMA.to_owned(),
            tool_version: env!("CARGO_PKG_VERSION").to_owned(),
            ruleset: Ruleset {
                name: evaluation.ruleset.name.clone(),
                version: evaluation.ruleset.version.clone(),
                hash: evaluation.ruleset.hash.clone(),
            },
            documents: evaluation.documents,
            documents_not_fully_read: evaluation.not_fully_read.clone(),
            all_labels: all,
            graded,
            overall: figures(&evaluation.overall(), all, graded),
            mean_over_rules: classes(graded)
                .into_iter()
                .map(|(name, class)| mean_of(evaluation, name, class))
                .collect(),
            rules: evaluation
                .rules
                .iter()
                .map(|rule| Rule {
                    id: rule.id.clone(),
                    figures: figures(&rule.strata, all, graded),
                })
                .collect(),
            disagreements: evaluation.disagreements.iter().map(disagreement).collect(),
        }
    }
}

fn classes(graded: bool) -> Vec<(&'static str, Class)> {
    let mut classes = vec![("present", Class::Present), ("missing", Class::Missing)];
    if graded {
        let verdicts = [GoldVerdict::Met, GoldVerdict::Weak, GoldVerdict::Contradicted];
        classes.extend(verdicts.map(|verdict| (verdict.code(), Class::Exactly(verdict))));
    }
    classes
}

fn figures(strata: &evaluation::Strata, all_labels: bool, graded: bool) -> Figures {
    Figures {
        headline: counts(&strata.headline(all_labels), graded),
        unsure: counts(&strata.unsure, graded),
        not_fully_read: counts(&strata.unread, graded),
    }
}

fn counts(counts: &evaluation::Counts, graded: bool) -> Counts {
    let rows = evaluation::GOLD.iter().zip(&counts.table);
    let cells = rows.flat_map(|(gold, row)| {
        evaluation::FOUND.iter().zip(row).map(|(found, count)| Cell {
            gold: gold.code().to_owned(),
            found: found.code().to_owned(),
            count: *count,
        })
    });
    Counts {
        decisions: counts.total(),
        undetermined: counts.undetermined(),
        table: cells.filter(|cell| cell.count > 0).collect(),
        classes: classes(graded)
            .into_iter()
            .map(|(name, class)| recognition(name, counts.rates(class)))
            .collect(),
        presence_accuracy: proportion(counts.presence_accuracy()),
        verdict_accuracy: graded.then(|| proportion(counts.verdict_accuracy())),
        verdict_accuracy_among_present: graded
            .then(|| proportion(counts.verdict_accuracy_among_present())),
        evidence_hits: proportion(counts.evidence),
    }
}

fn recognition(name: &str, rates: evaluation::Rates) -> Recognition {
    Recognition {
        class: name.to_owned(),
        hits: rates.hits,
        wrongly: rates.wrongly,
        overlooked: rates.overlooked,
        precision: proportion(rates.precision()),
        recall: proportion(rates.recall()),
        f1: rates.f1(),
        f2: rates.f2(),
    }
}

fn proportion(proportion: evaluation::Proportion) -> Proportion {
    let interval = proportion.wilson();
    Proportion {
        hits: proportion.hits,
        total: proportion.total,
        value: proportion.value(),
        low: interval.map(|interval| interval.low),
        high: interval.map(|interval| interval.high),
    }
}

fn mean_of(evaluation: &evaluation::Evaluation, name: &str, class: Class) -> Mean {
    let rates = || {
        let rules = evaluation.rules.iter();
        rules.map(|rule| rule.strata.headline(evaluation.all_labels).rates(class))
    };
    let (f1, rules) = mean(rates().map(evaluation::Rates::f1));
    Mean {
        class: name.to_owned(),
        precision: mean(rates().map(|rates| rates.precision().value())).0,
        recall: mean(rates().map(|rates| rates.recall().value())).0,
        f1,
        f2: mean(rates().map(evaluation::Rates::f2)).0,
        rules,
    }
}

fn disagreement(disagreement: &evaluation::Disagreement) -> Disagreement {
    Disagreement {
        document: disagreement.doc.clone(),
        rule: disagreement.rule.clone(),
        kind: disagreement.kind.code().to_owned(),
        gold: disagreement.gold.code().to_owned(),
        found: disagreement.found.code().to_owned(),
        labels: disagreement.stratum.code().to_owned(),
        quotes: disagreement.quotes.clone(),
        reasons: disagreement.reasons.iter().map(words::reason).collect(),
        evidence: disagreement.evidence.iter().map(evidence).collect(),
    }
}

fn evidence(evidence: &model::Evidence) -> Evidence {
    Evidence {
        role: evidence.role.code().to_owned(),
        page: evidence.place.page,
        clause: evidence.place.clause.clone(),
        quote: evidence.quote.clone(),
        reasons: evidence.reasons.iter().map(words::reason).collect(),
    }
}

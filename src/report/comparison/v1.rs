//! The format `clausecheck/comparison/v1`. Frozen: a change of meaning needs a `v2` beside it.

use super::super::json::inert;
use super::super::words;
use super::super::words::Words;
use super::wording;
use crate::model;
use crate::review;
use schemars::JsonSchema;
use serde::Serialize;
use std::io;

/// Name of the format.
pub const SCHEMA: &str = "clausecheck/comparison/v1";

/// Two packs, and what became of each demand between them.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "clausecheck comparison, version 1")]
pub struct Comparison {
    /// Always `clausecheck/comparison/v1`.
    pub schema: String,
    /// Version of clausecheck.
    pub version: String,
    /// The rules that were applied.
    pub ruleset: Ruleset,
    /// The older pack, or the one that was asked for.
    pub old: Pack,
    /// The newer pack, or the one that was given.
    pub new: Pack,
    /// How many demands became what, by the words of `change`.
    pub counts: std::collections::BTreeMap<String, usize>,
    /// Of how many demands what is left, by the words of `survival`.
    pub survival: std::collections::BTreeMap<String, usize>,
    /// What became of each demand, in the order of the rules.
    pub rules: Vec<Rule>,
    /// Duties of the supplier that bind less than before, in passages that no rule takes for
    /// anything.
    pub others: Vec<PassageChange>,
}

/// The rules that were applied.
#[derive(Debug, Serialize, JsonSchema)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Ruleset {
    pub name: String,
    pub version: String,
    /// BLAKE3 of its rules and its lexicon, in hexadecimal.
    pub hash: String,
}

/// One side.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Pack {
    /// Name of the folder or file.
    pub name: String,
    /// Its documents.
    pub documents: Vec<Document>,
}

/// A file.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Document {
    /// Path as given or found.
    pub path: String,
    /// BLAKE3 of its bytes, in hexadecimal; empty if they could not be read.
    pub hash: String,
    /// How far it was read: `read`, `partly-read`, `unreadable`, `skipped`.
    pub status: String,
}

/// What became of one demand.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Rule {
    /// Id of the rule.
    pub rule: String,
    /// What is demanded.
    pub title: String,
    /// The same in a sentence, or the text of a requirement that was imported.
    pub requirement: String,
    /// `low`, `medium`, `high` or `critical`.
    pub severity: String,
    /// `lost`, `weakened`, `mixed`, `unclear`, `gained`, `strengthened`, `reworded`, `moved` or
    /// `same`.
    pub change: String,
    /// What is left of it, if the old side is a tender and the new one its contract: `kept`, `added`
    /// (the contract has it, and the tender did not), `weakened`, `lost`, `contradicted`,
    /// `never-asked`, `not-applicable` or `not-assessed`. Measured by the demand itself: what is weak
    /// in both is weakened.
    pub survival: String,
    /// Verdict on the old side.
    pub old_verdict: String,
    /// Verdict on the new side.
    pub new_verdict: String,
    /// What became of its passages; those that stayed as they were are left out.
    pub passages: Vec<PassageChange>,
}

/// What became of one passage.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PassageChange {
    /// As for rules; `lost` is gone, `gained` is new.
    pub change: String,
    /// The passage on the old side; null if it is new.
    pub old: Option<Passage>,
    /// The passage on the new side; null if it is gone.
    pub new: Option<Passage>,
    /// What makes it demand less or more.
    pub whys: Vec<Why>,
}

/// What makes a passage demand less or more.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Why {
    /// Whether it makes the new passage demand less.
    pub weaker: bool,
    /// In one plain sentence.
    pub text: String,
}

/// A passage on one side.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Passage {
    /// Path of its document.
    pub document: String,
    /// Page on which it begins, counted from 1; null where the format has no pages.
    pub page: Option<u32>,
    /// Clause with its heading; empty if it stands in none.
    pub clause: String,
    /// The passage with its lead-in.
    pub quote: String,
    /// What it is worth to the rule: `supports`, `falls-short`, `contradicts` or `nothing`.
    pub worth: String,
    /// `must`, `should`, `may` or `statement`.
    pub force: String,
    /// `affirmed`, `prohibited` or `denied`.
    pub polarity: String,
    /// Whom it binds.
    pub bearer: String,
}

/// Writes a comparison, with a line feed at its end.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(comparison: &review::Comparison, out: &mut dyn io::Write) -> io::Result<()> {
    inert::write_pretty(&Comparison::from(comparison), out)
}

/// JSON Schema of the format.
#[must_use]
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Comparison)
}

impl From<&review::Comparison> for Comparison {
    fn from(comparison: &review::Comparison) -> Self {
        let w = &Words::english();
        let counts = review::Change::ALL.into_iter();
        let counts = counts.map(|change| (change.code().to_owned(), comparison.count(change)));
        let survived = review::Survival::ALL.into_iter();
        let survived = survived.map(|one| (one.code().to_owned(), comparison.survived(one)));
        Self {
            schema: SCHEMA.to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            ruleset: Ruleset {
                name: comparison.ruleset.name.clone(),
                version: comparison.ruleset.version.clone(),
                hash: comparison.ruleset.hash.clone(),
            },
            old: pack(&comparison.old),
            new: pack(&comparison.new),
            counts: counts.collect(),
            survival: survived.collect(),
            rules: comparison.rules.iter().map(|change| rule(w, change, comparison)).collect(),
            others: comparison
                .others
                .iter()
                .map(|one| passage_change(w, one, comparison))
                .collect(),
        }
    }
}

fn pack(pack: &model::PackReport) -> Pack {
    let documents = pack.documents.iter();
    Pack {
        name: pack.name.clone(),
        documents: documents
            .map(|entry| Document {
                path: entry.path.clone(),
                hash: entry.hash.clone(),
                status: entry.status.code().to_owned(),
            })
            .collect(),
    }
}

fn rule(w: &Words, change: &review::RuleChange, comparison: &review::Comparison) -> Rule {
    Rule {
        rule: change.rule.id.clone(),
        title: change.rule.title.clone(),
        requirement: change.rule.requirement.clone(),
        severity: change.rule.severity.code().to_owned(),
        change: change.change.code().to_owned(),
        survival: change.survival().code().to_owned(),
        old_verdict: change.verdicts.0.code().to_owned(),
        new_verdict: change.verdicts.1.code().to_owned(),
        passages: change.passages.iter().map(|one| passage_change(w, one, comparison)).collect(),
    }
}

fn passage_change(
    w: &Words,
    change: &review::PassageChange,
    comparison: &review::Comparison,
) -> PassageChange {
    let why = |why: &review::Why| Why {
        weaker: why.is_weaker(),
        text: words::sentence(&wording::why(w, why)),
    };
    PassageChange {
        change: change.change.code().to_owned(),
        old: change.old.as_ref().map(|side| passage(side, &comparison.old)),
        new: change.new.as_ref().map(|side| passage(side, &comparison.new)),
        whys: change.whys.iter().map(why).collect(),
    }
}

fn passage(side: &review::Side, pack: &model::PackReport) -> Passage {
    let passage = &side.passage;
    let worth = match side.worth {
        Some(model::Worth::Supports) => "supports",
        Some(model::Worth::FallsShort) => "falls-short",
        Some(model::Worth::Contradicts) => "contradicts",
        Some(model::Worth::Misses | model::Worth::Near) | None => "nothing",
    };
    let entry = pack.documents.get(passage.document);
    Passage {
        document: entry.map(|entry| entry.path.clone()).unwrap_or_default(),
        page: passage.place.page,
        clause: passage.place.clause.clone(),
        quote: passage.quote.clone(),
        worth: worth.to_owned(),
        force: passage.duty.force.code().to_owned(),
        polarity: passage.duty.polarity.code().to_owned(),
        bearer: passage.duty.bearer.code().to_owned(),
    }
}

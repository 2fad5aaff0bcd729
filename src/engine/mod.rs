//! Compiled rules on a pack of documents: findings.
//!
//! All terms are found in one pass over each text. A rule then looks only at the passages that
//! hold the concepts it cannot do without, asks what each demands of whom and how strongly
//! (`duty`, `bearer`), collects evidence (`assess`) and lets the pure function [`judge`] decide. The
//! cost of a run grows with the text, and hardly with the number of rules. The engine sees no
//! file format, and no rule has a line of code here.

mod assess;
mod bearer;
mod duty;
mod elsewhere;
mod explain;
mod findings;
mod index;
mod judge;
mod kinds;
mod matching;
mod near;
mod nearest;
mod numbers;
mod parameters;
mod parties;
mod place;
mod readings;
mod tables;
mod vague;
mod vocabulary;
mod word_order;

pub use judge::Tally;
pub use judge::judge;
pub use vocabulary::MissingConcepts;

use crate::model::Accountability;
use crate::model::DocumentKind;
use crate::model::Duty;
use crate::model::Evidence;
use crate::model::Explanation;
use crate::model::Finding;
use crate::model::Language;
use crate::model::Pack;
use crate::model::ReadPassage;
use crate::model::RuleReading;
use crate::model::Span;
use crate::model::StatedNumber;
use crate::model::StorageRow;
use crate::ruleset::Rule;
use crate::ruleset::Ruleset;
use index::PackIndex;
use std::collections::BTreeSet;
use vocabulary::Vocabulary;

/// Judges packs with one ruleset.
pub struct Engine<'r> {
    ruleset: &'r Ruleset,
    vocabulary: Vocabulary,
    assumptions: Assumptions,
}

/// What is known about packs beside what they say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assumptions {
    /// Keys of applicability that hold whatever a pack says: "personal-data".
    pub applies: BTreeSet<String>,
    /// The kinds of documents in every pack, instead of what their titles say.
    pub kinds: Option<BTreeSet<DocumentKind>>,
}

/// What the engine makes of a pack.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// One finding for each rule, in the order of the ruleset.
    pub findings: Vec<Finding>,
    /// Who keeps which data where.
    pub storage: Vec<StorageRow>,
    /// What stands behind each demand that was found.
    pub accountability: Vec<Accountability>,
    /// For each rule and each of its parameters, by name: the numbers that the pack states.
    pub numbers: Vec<Vec<(String, Vec<StatedNumber>)>>,
    /// Passages that say which document or clause goes before which.
    pub precedence: Vec<Evidence>,
    /// The kinds of each document.
    pub kinds: Vec<BTreeSet<DocumentKind>>,
}

impl<'r> Engine<'r> {
    /// An engine for a ruleset.
    ///
    /// # Errors
    /// If the lexicon lacks concepts that the analysis of duties rests on.
    pub fn new(ruleset: &'r Ruleset) -> Result<Self, MissingConcepts> {
        let vocabulary = Vocabulary::new(ruleset)?;
        Ok(Self { ruleset, vocabulary, assumptions: Assumptions::default() })
    }

    /// The same, knowing more about the packs.
    #[must_use]
    pub fn assuming(self, assumptions: Assumptions) -> Self {
        Self { assumptions, ..self }
    }

    /// Whether text in this language can be judged.
    #[must_use]
    pub fn supports(&self, language: Language) -> bool {
        self.ruleset.lexicon.matchers.contains_key(&language)
    }

    /// Judges a pack by all rules of the ruleset.
    #[must_use]
    pub fn judge_pack(&self, pack: &Pack) -> Judged {
        let index = PackIndex::new(pack, self.ruleset, &self.vocabulary);
        let rules = self.ruleset.rules.iter();
        let findings: Vec<Finding> = rules.map(|rule| findings::find(self, &index, rule)).collect();
        let tables = self.ruleset.tables.as_ref();
        let storage = tables
            .map(|tables| tables::storage(tables, &index, &self.vocabulary, &findings))
            .unwrap_or_default();
        let accountability = tables
            .map(|tables| tables::accountability(tables, &index, &findings))
            .unwrap_or_default();
        let numbers = numbers::of_rules(self, &index);
        let precedence = numbers::precedence(self, &index);
        Judged { findings, numbers, precedence, storage, accountability, kinds: index.kinds }
    }

    /// What each rule made of each passage: all passages, and for each rule those that speak of what
    /// it is about.
    #[must_use]
    pub fn read_pack(&self, pack: &Pack) -> (Vec<ReadPassage>, Vec<Vec<RuleReading>>) {
        let index = PackIndex::new(pack, self.ruleset, &self.vocabulary);
        let rules = self.ruleset.rules.iter();
        let of_rules = rules.map(|rule| readings::of_rule(self, &index, rule)).collect();
        (readings::passages(self, &index), of_rules)
    }

    /// The finding for one rule of the ruleset.
    #[must_use]
    pub fn judge_rule(&self, pack: &Pack, rule: &Rule) -> Finding {
        findings::find(self, &PackIndex::new(pack, self.ruleset, &self.vocabulary), rule)
    }

    /// Why a rule of the ruleset made of a pack what it did, condition by condition, and the kinds
    /// of each document.
    #[must_use]
    pub fn explain(&self, pack: &Pack, rule: &Rule) -> (Explanation, Vec<BTreeSet<DocumentKind>>) {
        let index = PackIndex::new(pack, self.ruleset, &self.vocabulary);
        (explain::explain(self, &index, rule), index.kinds)
    }

    /// The duty of each provision of each document, as the engine sees it.
    #[must_use]
    pub fn duties(&self, pack: &Pack) -> Vec<Vec<Duty>> {
        let index = PackIndex::new(pack, self.ruleset, &self.vocabulary);
        let mut duties: Vec<Vec<Duty>> = pack.documents.iter().map(|_| Vec::new()).collect();
        for passage in index.passages() {
            let whole = Span::new(passage.provision.span.start(), passage.provision.span.end());
            duties[passage.document].push(duty::duty(&passage, whole, &self.vocabulary).duty);
        }
        duties
    }
}

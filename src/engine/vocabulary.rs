//! The concepts that the analysis of duties itself rests on, whatever the rules are.

use crate::model::DocumentKind;
use crate::ruleset::ConceptId;
use crate::ruleset::Ruleset;
use thiserror::Error;

/// The lexicon lacks concepts that every analysis needs.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the lexicon lacks the concepts {}; extend a shipped ruleset instead of starting from nothing", .0.join(", "))]
pub struct MissingConcepts(pub Vec<String>);

/// Ids of concepts with a grammatical meaning.
#[derive(Debug)]
pub(super) struct Vocabulary {
    pub(super) must: ConceptId,
    pub(super) should: ConceptId,
    pub(super) may: ConceptId,
    pub(super) must_not: ConceptId,
    pub(super) only_if: ConceptId,
    pub(super) not_required: ConceptId,
    pub(super) negation: ConceptId,
    pub(super) right_to: ConceptId,
    pub(super) offer: ConceptId,
    pub(super) states_rule: ConceptId,
    pub(super) exception: ConceptId,
    pub(super) supplier: ConceptId,
    pub(super) customer: ConceptId,
    pub(super) both: ConceptId,
    pub(super) controller: ConceptId,
    pub(super) subcontractor: ConceptId,
    pub(super) third_party: ConceptId,
    pub(super) phase_out: ConceptId,
    pub(super) skill: ConceptId,
    pub(super) measures: ConceptId,
    pub(super) boilerplate: ConceptId,
    pub(super) compelled: ConceptId,
    pub(super) describes: ConceptId,
    pub(super) duties: ConceptId,
    pub(super) deliverable: ConceptId,
    pub(super) staff: ConceptId,
    pub(super) best_practice: ConceptId,
    kinds: [(ConceptId, DocumentKind); 4],
    /// For each concept: whether a party's name inside one of its terms is no party.
    swallows_parties: Vec<bool>,
    promptly: ConceptId,
    without_delay: ConceptId,
    regularly: ConceptId,
}

impl Vocabulary {
    pub(super) fn new(ruleset: &Ruleset) -> Result<Self, MissingConcepts> {
        let mut missing = Vec::new();
        let mut find = |id: &str| {
            ruleset.lexicon.find(id).unwrap_or_else(|| {
                missing.push(id.to_owned());
                0
            })
        };
        let mut vocabulary = Self {
            swallows_parties: Vec::new(),
            must: find("must"),
            should: find("should"),
            may: find("may"),
            must_not: find("must-not"),
            only_if: find("only-if"),
            not_required: find("not-required"),
            negation: find("negation"),
            right_to: find("right-to"),
            offer: find("offer"),
            states_rule: find("states-rule"),
            exception: find("exception"),
            supplier: find("supplier"),
            customer: find("customer"),
            both: find("both-parties"),
            controller: find("controller"),
            subcontractor: find("subcontractor"),
            third_party: find("third-party"),
            phase_out: find("phase-out"),
            skill: find("skill"),
            measures: find("measures"),
            boilerplate: find("boilerplate"),
            compelled: find("compelled"),
            describes: find("describes"),
            duties: find("duties"),
            deliverable: find("deliverable"),
            staff: find("staff"),
            best_practice: find("vague-best-practice"),
            kinds: [
                (find("kind-tender"), DocumentKind::Tender),
                (find("kind-contract"), DocumentKind::Contract),
                (find("kind-sla"), DocumentKind::Sla),
                (find("kind-dpa"), DocumentKind::Dpa),
            ],
            promptly: find("vague-promptly"),
            without_delay: find("without-undue-delay"),
            regularly: find("vague-regularly"),
        };
        let concepts = ruleset.lexicon.concepts.iter();
        vocabulary.swallows_parties = (0..)
            .zip(concepts)
            .map(|(id, concept)| !vocabulary.is_grammatical(id) && !concept.is_local())
            .collect();
        if missing.is_empty() { Ok(vocabulary) } else { Err(MissingConcepts(missing)) }
    }

    /// The kind of document that a concept names.
    pub(super) fn kind(&self, concept: ConceptId) -> Option<DocumentKind> {
        self.kinds.iter().find(|(named, _)| *named == concept).map(|(_, kind)| *kind)
    }

    /// Whether a party's name inside a term of this concept is no party: "Customer Data". Words that a
    /// rule brings along for itself do not count, for they are often whole phrases.
    pub(super) fn swallows_parties(&self, concept: ConceptId) -> bool {
        self.swallows_parties[concept as usize]
    }

    /// Whether a concept says how strongly a sentence binds.
    pub(super) fn is_modal(&self, concept: ConceptId) -> bool {
        [
            self.must,
            self.should,
            self.may,
            self.must_not,
            self.only_if,
            self.not_required,
            self.right_to,
        ]
        .contains(&concept)
    }

    /// Whether a concept only says how a sentence binds, denies or limits.
    pub(super) fn is_grammatical(&self, concept: ConceptId) -> bool {
        self.is_modal(concept) || [self.negation, self.exception, self.offer].contains(&concept)
    }

    /// Whether a vague concept stands in place of a number of hours, days or months.
    pub(super) fn is_of_time(&self, concept: ConceptId) -> bool {
        [self.promptly, self.without_delay, self.regularly].contains(&concept)
    }

    /// Whether a concept names a party.
    pub(super) fn is_party(&self, concept: ConceptId) -> bool {
        [self.supplier, self.customer, self.both, self.subcontractor, self.third_party]
            .contains(&concept)
    }
}

//! What the engine uses: rules and lexicon after all checks.

use super::tables::Tables;
use crate::language::Matcher;
use crate::model::Comparator;
use crate::model::DocumentKind;
use crate::model::Form;
use crate::model::Language;
use crate::model::Polarity;
use crate::model::Quantity;
use crate::model::RuleCard;
use crate::model::RulesetStamp;
use crate::model::UnitKind;
use crate::model::Verdict;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// Index of a concept in [`Lexicon::concepts`].
pub type ConceptId = u32;

/// A ruleset that is ready to judge.
#[derive(Debug)]
pub struct Ruleset {
    /// Name, version and hash.
    pub stamp: RulesetStamp,
    /// One sentence about what it is for.
    pub description: String,
    /// The ruleset that it builds on: a shipped name, or a path.
    pub extends: Option<String>,
    /// Ids of the laws and standards that it rests on.
    pub standards: Vec<String>,
    /// In order of family and id.
    pub rules: Vec<Rule>,
    /// What rules may depend on, in order of key.
    pub applicability: Vec<Applicability>,
    /// Concepts and their terms.
    pub lexicon: Lexicon,
    /// Concepts that make a demand vague wherever they qualify it.
    pub vague: Vec<ConceptId>,
    /// Tables about a pack as a whole.
    pub tables: Option<Tables>,
}

/// Concepts, and how to find them in each language.
#[derive(Debug)]
pub struct Lexicon {
    /// All concepts, those of single rules included.
    pub concepts: Vec<Concept>,
    /// One matcher per language that has terms.
    pub matchers: BTreeMap<Language, Matcher>,
}

impl Lexicon {
    /// The concept with this id in the lexicon files.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<ConceptId> {
        self.concepts
            .iter()
            .position(|concept| concept.id == id)
            .and_then(|index| u32::try_from(index).ok())
    }

    /// The concept behind an index.
    #[must_use]
    pub fn concept(&self, id: ConceptId) -> &Concept {
        &self.concepts[id as usize]
    }
}

/// An idea.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concept {
    /// Id in the lexicon files.
    pub id: String,
    /// Name for reports.
    pub name: String,
    /// For obsolete technology: what to use instead.
    pub replace_by: Option<String>,
    /// Languages in which it has terms.
    pub languages: BTreeSet<Language>,
}

impl Concept {
    /// Whether the concept belongs to a single rule rather than to the lexicon.
    #[must_use]
    pub fn is_local(&self) -> bool {
        self.id.contains('#')
    }
}

/// A rule that is ready to judge.
#[derive(Debug)]
pub struct Rule {
    /// What reports show.
    pub card: RuleCard,
    /// What makes the rule applicable; `None` means always.
    pub applies_when: Option<Applicability>,
    /// Kinds of documents in which the clause is not expected.
    pub not_in: Vec<DocumentKind>,
    /// Patterns, any of which shows that the clause is there.
    pub expects: Vec<Expectation>,
    /// Wordings that make the clause weak.
    pub weakened_by: Vec<Wording>,
    /// Wordings that do the opposite.
    pub contradicted_by: Vec<Wording>,
    /// Vague concepts that do not make this clause weak.
    pub tolerates: Vec<ConceptId>,
    /// Numbers that the clause must state.
    pub parameters: Vec<Parameter>,
    /// Obsolete technology that contradicts the clause unless it is forbidden.
    pub obsolete: Vec<ConceptId>,
    /// Sentences with their verdicts.
    pub examples: Vec<Example>,
    /// Whether the ruleset asks for other numbers than the author of the rule, so that his examples
    /// may state a number that is not enough any more.
    pub other_thresholds: bool,
}

/// What makes rules applicable.
#[derive(Debug, Clone)]
pub struct Applicability {
    /// Key in the ruleset, such as `personal-data`.
    pub key: String,
    /// What it is about, in words.
    pub about: String,
    /// What must be said somewhere in the pack.
    pub pattern: Pattern,
}

/// A pattern with the duty it needs.
#[derive(Debug)]
pub struct Expectation {
    /// What must be said.
    pub pattern: Pattern,
    /// Form in which it must bind.
    pub form: Form,
    /// Whether the customer or a third party may be bound as well.
    pub any_bearer: bool,
    /// Polarity it must have; `None` accepts any.
    pub polarity: Option<Polarity>,
    /// Why this alone leaves the clause weak; `None` if it is what the rule asks for.
    pub falls_short: Option<String>,
}

/// A wording that weakens or contradicts.
#[derive(Debug)]
pub struct Wording {
    /// What it does, in words.
    pub wording: String,
    /// What must be said for it to apply.
    pub pattern: Pattern,
    /// Polarity it must have; `None` accepts any.
    pub polarity: Option<Polarity>,
    /// Whether, as a contradiction, it gives way where the rule is fully met elsewhere.
    pub unless_met: bool,
}

/// A number that the clause must state.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// Name for reports.
    pub name: String,
    /// How the number must stand to the threshold.
    pub comparator: Comparator,
    /// The threshold.
    pub threshold: Quantity,
    /// Whether the clause is weak without a number.
    pub required: bool,
    /// Concepts near which the number must stand; none means near what was matched.
    pub near: Vec<ConceptId>,
}

/// A sentence with the verdict that its rule must give.
#[derive(Debug, Clone)]
pub struct Example {
    /// Expected verdict.
    pub verdict: Verdict,
    /// The text.
    pub text: String,
    /// Its language, where the author says.
    pub language: Option<Language>,
}

/// A condition on a passage.
#[derive(Debug, Clone, PartialEq)]
pub enum Pattern {
    /// The concept stands in the passage or its lead-in.
    Concept(ConceptId),
    /// The concept stands in the passage, its lead-in, or a heading above.
    Topic(ConceptId),
    /// All hold, near each other.
    All(Vec<Pattern>),
    /// At least one holds.
    Any(Vec<Pattern>),
    /// All hold within some words of one another.
    Near(Box<Near>),
    /// It does not hold in the passage.
    Not(Box<Pattern>),
    /// It holds somewhere in the same clause.
    Clause(Box<Pattern>),
    /// A number with a unit of this kind stands in the passage.
    Quantity(UnitKind),
}

/// Patterns that must stand within some words of one another.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// Words that may stand between one and the next, or between the first and each other.
    pub within: usize,
    /// What must stand there.
    pub of: Vec<Pattern>,
    /// Whether it must stand there in this order.
    pub in_order: bool,
    /// What must not stand among them.
    pub without: Option<Pattern>,
    /// Words before them in which it must not stand either.
    pub before: usize,
    /// Words after them in which it must not stand either.
    pub after: usize,
}

impl Pattern {
    /// All concepts named anywhere in the pattern outside of `not`, in order.
    pub fn concepts(&self, found: &mut Vec<ConceptId>) {
        match self {
            Self::Concept(id) | Self::Topic(id) => found.push(*id),
            Self::All(list) | Self::Any(list) => {
                list.iter().for_each(|pattern| pattern.concepts(found))
            }
            Self::Near(near) => near.of.iter().for_each(|pattern| pattern.concepts(found)),
            Self::Clause(inner) => inner.concepts(found),
            Self::Not(_) | Self::Quantity(_) => {}
        }
    }

    /// Whether the pattern holds at places in the passage itself, so that words can be counted
    /// from there.
    #[must_use]
    pub fn has_places(&self) -> bool {
        match self {
            Self::Concept(_) | Self::Quantity(_) | Self::Near(_) => true,
            Self::Any(list) => list.iter().all(Self::has_places),
            Self::Topic(_) | Self::All(_) | Self::Not(_) | Self::Clause(_) => false,
        }
    }

    /// Sets of concepts, of each of which a passage must hold at least one for the pattern to
    /// hold. Used to find the few passages that are worth a closer look.
    #[must_use]
    pub fn needs(&self) -> Vec<Vec<ConceptId>> {
        match self {
            Self::Concept(id) => vec![vec![*id]],
            Self::All(list) => list.iter().flat_map(Self::needs).collect(),
            Self::Near(near) => near.of.iter().flat_map(Self::needs).collect(),
            Self::Any(list) => {
                let choices: Option<Vec<Vec<ConceptId>>> = list
                    .iter()
                    .map(|pattern| pattern.needs().into_iter().min_by_key(Vec::len))
                    .collect();
                choices.map_or_else(Vec::new, |choices| vec![choices.concat()])
            }
            Self::Topic(_) | Self::Not(_) | Self::Clause(_) | Self::Quantity(_) => Vec::new(),
        }
    }
}

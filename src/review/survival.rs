//! Whether a demand survived: what a tender made of it, and what its contract did. The demand itself is
//! the yardstick, so that one which was weak in both is weakened, though nothing changed.

use super::Change;
use super::Comparison;
use super::Outcome;
use super::RuleChange;
use crate::model::Severity;
use crate::model::Verdict;

/// What is left of a demand in the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Survival {
    /// The contract says the opposite.
    Contradicted,
    /// It was asked for, and the contract does not have it.
    Lost,
    /// Neither has it.
    NeverAsked,
    /// The contract has less of it than was demanded, or than the tender had.
    Weakened,
    /// Not everything was read, and what was read does not tell.
    NotAssessed,
    /// Nothing in either makes it necessary.
    NotApplicable,
    /// The contract has it, and the tender did not.
    Added,
    /// The contract has all of it.
    Kept,
}

impl Survival {
    /// All, the most serious first.
    pub const ALL: [Self; 8] = [
        Self::Contradicted,
        Self::Lost,
        Self::NeverAsked,
        Self::Weakened,
        Self::NotAssessed,
        Self::NotApplicable,
        Self::Added,
        Self::Kept,
    ];

    /// Word used in machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Contradicted => "contradicted",
            Self::Lost => "lost",
            Self::NeverAsked => "never-asked",
            Self::Weakened => "weakened",
            Self::NotAssessed => "not-assessed",
            Self::NotApplicable => "not-applicable",
            Self::Added => "added",
            Self::Kept => "kept",
        }
    }

    /// Whether the contract lacks some of the demand.
    #[must_use]
    pub fn is_worse(self) -> bool {
        matches!(self, Self::Contradicted | Self::Lost | Self::NeverAsked | Self::Weakened)
    }
}

impl RuleChange {
    /// Whether the demand survived.
    #[must_use]
    pub fn survival(&self) -> Survival {
        survival(self.verdicts, self.change)
    }
}

impl Comparison {
    /// How many demands this is left of.
    #[must_use]
    pub fn survived(&self, survival: Survival) -> usize {
        self.rules.iter().filter(|rule| rule.survival() == survival).count()
    }

    /// The demands in the order of their ids, numbers in them as numbers: `req-2` before `req-10`.
    #[must_use]
    pub fn by_requirement(&self) -> Vec<&RuleChange> {
        let mut rules: Vec<&RuleChange> = self.rules.iter().collect();
        rules.sort_by_cached_key(|rule| parts(&rule.rule.id));
        rules
    }

    /// How a run that asks for survival ends: demands of at least some severity of which the contract
    /// lacks some count as gaps.
    #[must_use]
    pub fn outcome_of_survival(&self, fail_on: Option<Severity>) -> Outcome {
        self.outcome_by(fail_on, |rule| rule.survival().is_worse())
    }
}

/// A part of an id; a number goes before words.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Number(u64),
    Words(String),
}

fn parts(id: &str) -> Vec<Part> {
    let same = |a: &u8, b: &u8| a.is_ascii_digit() == b.is_ascii_digit();
    let runs = id.as_bytes().chunk_by(same).map(String::from_utf8_lossy);
    runs.map(|run| run.parse().map_or_else(|_| Part::Words(run.into_owned()), Part::Number))
        .collect()
}

/// What the verdicts of tender and contract leave of a demand; `change` knows the passages too.
fn survival((tender, contract): (Verdict, Verdict), change: Change) -> Survival {
    use Verdict::{Contradicted, Met, Missing, NotApplicable, Undetermined, Weak};
    match (tender, contract) {
        (_, Contradicted) => Survival::Contradicted,
        (_, Undetermined) => Survival::NotAssessed,
        (_, Weak) => Survival::Weakened,
        // The verdict holds on to another passage than the one that was weakened.
        (Met, Met) if change.is_worse() => Survival::Weakened,
        (Missing | NotApplicable, Met) => Survival::Added,
        (_, Met) => Survival::Kept,
        // A tender that contradicts a demand may ask for it elsewhere.
        (Met | Weak | Contradicted, Missing | NotApplicable) => Survival::Lost,
        (NotApplicable, NotApplicable) => Survival::NotApplicable,
        (Missing | NotApplicable, Missing | NotApplicable) => Survival::NeverAsked,
        (Undetermined, Missing | NotApplicable) => Survival::NotAssessed,
    }
}

#[cfg(test)]
mod tests {
    use super::Change;
    use super::Survival;
    use super::parts;
    use super::survival;
    use crate::model::Verdict;

    #[test]
    fn every_pair_of_verdicts_has_its_word() {
        use Survival::{
            Added, Contradicted, Kept, Lost, NeverAsked, NotApplicable, NotAssessed, Weakened,
        };
        // Columns: what the contract says, in the order of the verdicts above.
        let table = [
            (Verdict::Met, [Kept, Weakened, Contradicted, Lost, Lost, NotAssessed]),
            (Verdict::Weak, [Kept, Weakened, Contradicted, Lost, Lost, NotAssessed]),
            (Verdict::Contradicted, [Kept, Weakened, Contradicted, Lost, Lost, NotAssessed]),
            (
                Verdict::Missing,
                [Added, Weakened, Contradicted, NeverAsked, NeverAsked, NotAssessed],
            ),
            (
                Verdict::NotApplicable,
                [Added, Weakened, Contradicted, NeverAsked, NotApplicable, NotAssessed],
            ),
            (
                Verdict::Undetermined,
                [Kept, Weakened, Contradicted, NotAssessed, NotAssessed, NotAssessed],
            ),
        ];
        for (tender, expected) in table {
            for (contract, expected) in Verdict::ALL.into_iter().zip(expected) {
                let said = survival((tender, contract), Change::Same);
                assert_eq!(said, expected, "{tender:?}, {contract:?}");
            }
        }
    }

    #[test]
    fn passages_matter_only_where_both_have_the_demand() {
        for change in Change::ALL {
            let both = survival((Verdict::Met, Verdict::Met), change);
            let expected = if change.is_worse() { Survival::Weakened } else { Survival::Kept };
            assert_eq!(both, expected, "{change:?}");
            for tender in Verdict::ALL {
                for contract in Verdict::ALL {
                    if (tender, contract) != (Verdict::Met, Verdict::Met) {
                        let pair = (tender, contract);
                        assert_eq!(
                            survival(pair, change),
                            survival(pair, Change::Same),
                            "{pair:?}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn numbers_in_ids_are_ordered_as_numbers() {
        let mut ids = ["req-10", "req-2-1", "req-2", "req-a", "req-2-b", "req-1"];
        ids.sort_by_cached_key(|id| parts(id));
        assert_eq!(ids, ["req-1", "req-2", "req-2-1", "req-2-b", "req-10", "req-a"]);
    }

    #[test]
    fn a_better_contract_never_leaves_less() {
        let rising = [Verdict::Contradicted, Verdict::Weak, Verdict::Met];
        for tender in Verdict::ALL {
            for pair in rising.windows(2) {
                let (less, more) = (
                    survival((tender, pair[0]), Change::Same),
                    survival((tender, pair[1]), Change::Same),
                );
                assert!(less < more, "{tender:?}: {less:?}, {more:?}");
            }
        }
    }
}

//! Confusion counts, and everything that follows from them alone.

use super::gold::GoldVerdict;
use super::statistics::Proportion;
use super::statistics::f_measure;
use crate::model::Verdict;

/// Rows of the table: what people decided.
pub const GOLD: [GoldVerdict; 5] = [
    GoldVerdict::Met,
    GoldVerdict::Weak,
    GoldVerdict::Contradicted,
    GoldVerdict::Present,
    GoldVerdict::Missing,
];

/// Columns of the table: what was found.
pub const FOUND: [Verdict; 6] = Verdict::ALL;

/// What is to be recognised. *Not applicable* counts as missing: the clause is not there. What is
/// undetermined is no decision and enters no rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// The clause is there: met, weak or contradicted.
    Present,
    /// The clause is not there.
    Missing,
    /// One verdict against all others, among the decisions that people graded.
    Exactly(GoldVerdict),
}

impl Class {
    /// Whether people decided so; `None` if their decision says nothing about it.
    fn of_gold(self, gold: GoldVerdict) -> Option<bool> {
        match self {
            Self::Present => Some(gold != GoldVerdict::Missing),
            Self::Missing => Some(gold == GoldVerdict::Missing),
            Self::Exactly(_) if gold == GoldVerdict::Present => None,
            Self::Exactly(wanted) => Some(gold == wanted),
        }
    }

    /// Whether it was found so; `None` if nothing was decided.
    fn of_found(self, found: Verdict) -> Option<bool> {
        let found = graded(found)?;
        self.of_gold(found)
    }
}

/// A verdict in the words of the gold; `None` if it decides nothing.
pub(super) fn graded(verdict: Verdict) -> Option<GoldVerdict> {
    match verdict {
        Verdict::Met => Some(GoldVerdict::Met),
        Verdict::Weak => Some(GoldVerdict::Weak),
        Verdict::Contradicted => Some(GoldVerdict::Contradicted),
        Verdict::Missing | Verdict::NotApplicable => Some(GoldVerdict::Missing),
        Verdict::Undetermined => None,
    }
}

/// How one class was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rates {
    /// Rightly said.
    pub hits: usize,
    /// Said, but not so.
    pub wrongly: usize,
    /// So, but not said.
    pub overlooked: usize,
}

impl Rates {
    /// Of what was said, what is so.
    #[must_use]
    pub fn precision(self) -> Proportion {
        Proportion { hits: self.hits, total: self.hits + self.wrongly }
    }

    /// Of what is so, what was said.
    #[must_use]
    pub fn recall(self) -> Proportion {
        Proportion { hits: self.hits, total: self.hits + self.overlooked }
    }

    /// Harmonic mean of precision and recall ([`f_measure`] with β = 1).
    #[must_use]
    pub fn f1(self) -> Option<f64> {
        f_measure(1.0, self.hits, self.wrongly, self.overlooked)
    }

    /// [`f_measure`] with β = 2, for where overlooking is worse than a false alarm.
    #[must_use]
    pub fn f2(self) -> Option<f64> {
        f_measure(2.0, self.hits, self.wrongly, self.overlooked)
    }
}

/// Decisions counted by what people decided and what was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    /// Rows as [`GOLD`], columns as [`FOUND`].
    pub table: [[usize; FOUND.len()]; GOLD.len()],
    /// Of the decisions on which both sides say present and people quoted a passage: those whose
    /// evidence overlaps a quote.
    pub evidence: Proportion,
}

impl Counts {
    /// Counts one decision.
    pub(super) fn add(&mut self, gold: GoldVerdict, found: Verdict) {
        let row = GOLD.iter().position(|entry| *entry == gold);
        let column = FOUND.iter().position(|entry| *entry == found);
        if let (Some(row), Some(column)) = (row, column) {
            self.table[row][column] += 1;
        }
    }

    /// Adds other counts to these.
    pub(super) fn merge(&mut self, other: &Self) {
        for (row, others) in self.table.iter_mut().zip(&other.table) {
            for (cell, more) in row.iter_mut().zip(others) {
                *cell += more;
            }
        }
        self.evidence.hits += other.evidence.hits;
        self.evidence.total += other.evidence.total;
    }

    fn cells(&self) -> impl Iterator<Item = (GoldVerdict, Verdict, usize)> {
        GOLD.iter().zip(&self.table).flat_map(|(gold, row)| {
            FOUND.iter().zip(row).map(|(found, count)| (*gold, *found, *count))
        })
    }

    fn sum(&self, holds: impl Fn(GoldVerdict, Verdict) -> bool) -> usize {
        self.cells().filter(|(gold, found, _)| holds(*gold, *found)).map(|(_, _, n)| n).sum()
    }

    /// All decisions, the undetermined ones included.
    #[must_use]
    pub fn total(&self) -> usize {
        self.sum(|_, _| true)
    }

    /// Decisions that were left open.
    #[must_use]
    pub fn undetermined(&self) -> usize {
        self.sum(|_, found| found == Verdict::Undetermined)
    }

    /// How a class was recognised.
    #[must_use]
    pub fn rates(&self, class: Class) -> Rates {
        let count = |is: bool, said: bool| {
            self.sum(|gold, found| {
                class.of_gold(gold) == Some(is) && class.of_found(found) == Some(said)
            })
        };
        Rates {
            hits: count(true, true),
            wrongly: count(false, true),
            overlooked: count(true, false),
        }
    }

    /// Decisions that agree on present or missing.
    #[must_use]
    pub fn presence_accuracy(&self) -> Proportion {
        let Rates { hits, wrongly, overlooked } = self.rates(Class::Present);
        let both_missing = self.rates(Class::Missing).hits;
        Proportion { hits: hits + both_missing, total: hits + both_missing + wrongly + overlooked }
    }

    /// Decisions with the very verdict that people gave, of those that people graded.
    #[must_use]
    pub fn verdict_accuracy(&self) -> Proportion {
        let decided = |gold, found| gold != GoldVerdict::Present && graded(found).is_some();
        Proportion {
            hits: self.sum(|gold, found| decided(gold, found) && graded(found) == Some(gold)),
            total: self.sum(decided),
        }
    }

    /// The same, of the decisions on which both sides say present.
    #[must_use]
    pub fn verdict_accuracy_among_present(&self) -> Proportion {
        let both = |gold, found| {
            !matches!(gold, GoldVerdict::Present | GoldVerdict::Missing)
                && graded(found).is_some_and(|found| found != GoldVerdict::Missing)
        };
        Proportion {
            hits: self.sum(|gold, found| both(gold, found) && graded(found) == Some(gold)),
            total: self.sum(both),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Class;
    use super::Counts;
    use super::FOUND;
    use super::GOLD;
    use super::Rates;
    use crate::evaluation::GoldVerdict;
    use crate::evaluation::Proportion;
    use crate::model::Verdict;
    use proptest::prelude::prop_assert_eq;
    use proptest::prelude::proptest;

    fn counts(decisions: &[(GoldVerdict, Verdict, usize)]) -> Counts {
        let mut counts = Counts::default();
        for (gold, found, times) in decisions {
            (0..*times).for_each(|_| counts.add(*gold, *found));
        }
        counts
    }

    fn share(hits: usize, total: usize) -> Proportion {
        Proportion { hits, total }
    }

    #[test]
    fn figures_as_counted_by_hand() {
        let counts = counts(&[
            (GoldVerdict::Met, Verdict::Met, 5),
            (GoldVerdict::Met, Verdict::Weak, 2),
            (GoldVerdict::Met, Verdict::Missing, 1),
            (GoldVerdict::Weak, Verdict::Met, 3),
            (GoldVerdict::Contradicted, Verdict::Contradicted, 1),
            (GoldVerdict::Contradicted, Verdict::NotApplicable, 1),
            (GoldVerdict::Missing, Verdict::Missing, 4),
            (GoldVerdict::Missing, Verdict::NotApplicable, 2),
            (GoldVerdict::Missing, Verdict::Met, 1),
            (GoldVerdict::Missing, Verdict::Undetermined, 7),
        ]);
        assert_eq!(counts.total(), 27);
        assert_eq!(counts.undetermined(), 7);
        let present = counts.rates(Class::Present);
        assert_eq!(present, Rates { hits: 11, wrongly: 1, overlooked: 2 });
        assert_eq!(present.precision(), share(11, 12));
        assert_eq!(present.recall(), share(11, 13));
        let missing = counts.rates(Class::Missing);
        assert_eq!(missing, Rates { hits: 6, wrongly: 2, overlooked: 1 });
        let met = counts.rates(Class::Exactly(GoldVerdict::Met));
        assert_eq!(met, Rates { hits: 5, wrongly: 4, overlooked: 3 });
        assert_eq!(counts.presence_accuracy(), share(17, 20));
        assert_eq!(counts.verdict_accuracy(), share(12, 20));
        assert_eq!(counts.verdict_accuracy_among_present(), share(6, 11));
    }

    #[test]
    fn a_bare_present_is_not_graded() {
        let counts = counts(&[(GoldVerdict::Present, Verdict::Weak, 3)]);
        assert_eq!(counts.rates(Class::Present).hits, 3);
        assert_eq!(counts.verdict_accuracy(), share(0, 0));
        assert_eq!(counts.verdict_accuracy_among_present(), share(0, 0));
        assert_eq!(counts.rates(Class::Exactly(GoldVerdict::Weak)), Rates::default());
    }

    proptest! {
        #[test]
        fn counts_add_up(decisions in proptest::collection::vec((0_usize..5, 0_usize..6), 0..60)) {
            let (mut one, mut other) = (Counts::default(), Counts::default());
            for (number, (gold, found)) in decisions.iter().enumerate() {
                let part = if number % 2 == 0 { &mut one } else { &mut other };
                part.add(GOLD[*gold], FOUND[*found]);
            }
            one.merge(&other);
            prop_assert_eq!(one.total(), decisions.len());
            let (present, missing) = (one.rates(Class::Present), one.rates(Class::Missing));
            prop_assert_eq!(present.wrongly, missing.overlooked);
            prop_assert_eq!(present.overlooked, missing.wrongly);
            let decided = present.hits + present.wrongly + present.overlooked + missing.hits;
            prop_assert_eq!(decided + one.undetermined(), decisions.len());
            prop_assert_eq!(one.presence_accuracy().total, decided);
        }
    }
}

//! The packs of a corpus as statistics see them, and how often each clause is there.
//!
//! Shares rest on packs that were read completely. A pack that was partly read can only say that a
//! clause is there or that nobody knows, so counting it would make every clause look more frequent.
//! What such packs could change is told by the bounds of each share: if none, or all, of the
//! undecided ones had the clause.

use super::Random;
use super::correction::Corrected;
use super::correction::Detector;
use super::correction::correct;
use super::estimate::Case;
use super::estimate::Counting;
use super::estimate::Share;
use super::estimate::difference;
use crate::evaluation::Interval;
use crate::model::Verdict;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// A pack.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    /// Whether everything in it was read.
    pub fully_read: bool,
    /// The verdict on each rule, in the order of [`Study::rules`].
    pub verdicts: Vec<Verdict>,
    /// Whether each factor is dealt with, in the order of [`Study::factors`]; none if that is open
    /// or does not apply.
    pub factors: Vec<Option<bool>>,
    /// How many of the population it stands for, in any unit.
    pub weight: f64,
    /// The template it comes from, as a number.
    pub template: u32,
}

/// A division of the packs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stratum {
    /// Name of the column of the metadata.
    pub column: String,
    /// The category of each pack; empty where it is not known.
    pub categories: Vec<String>,
}

/// A corpus.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Study {
    /// Ids of the rules.
    pub rules: Vec<String>,
    /// Codes of the factors.
    pub factors: Vec<String>,
    /// The packs, in order of name.
    pub packs: Vec<Observation>,
    /// Divisions of the packs.
    pub strata: Vec<Stratum>,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// The clause is there (met, weak or contradicted), of all packs.
    Present,
    /// The clause is there as the rule asks, of the packs to which the rule applies.
    Met,
}

impl Measure {
    /// All measures.
    pub const ALL: [Self; 2] = [Self::Present, Self::Met];

    /// Word used in tables.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Met => "met",
        }
    }

    /// Whether a verdict counts as a hit; none if it does not count at all.
    #[must_use]
    pub fn of(self, verdict: Verdict) -> Option<bool> {
        match (self, verdict) {
            (_, Verdict::Undetermined) | (Self::Met, Verdict::NotApplicable) => None,
            (Self::Present, verdict) => Some(verdict.is_present()),
            (Self::Met, verdict) => Some(verdict == Verdict::Met),
        }
    }
}

/// How often a clause is there in a category.
#[derive(Debug, Clone, PartialEq)]
pub struct Prevalence {
    /// Column of the metadata; empty for the whole corpus.
    pub column: String,
    /// The category.
    pub category: String,
    /// Index of the rule.
    pub rule: usize,
    /// What is counted.
    pub measure: Measure,
    /// What counts as a case.
    pub counting: Counting,
    /// Packs of the category.
    pub packs: usize,
    /// Of these, not fully read, and so not counted.
    pub not_fully_read: usize,
    /// The share.
    pub share: Share,
    /// The share of all packs if none, and if all, of the undecided ones had the clause.
    pub bounds: Option<Interval>,
    /// Corrected for the mistakes of the detector; none if these are not known.
    pub corrected: Option<Corrected>,
}

/// How chance is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bootstrap {
    /// Number of draws.
    pub draws: usize,
    /// Seed.
    pub seed: u64,
}

/// The packs of one category, as a filter.
struct Group<'s> {
    column: &'s str,
    category: &'s str,
    members: Vec<usize>,
}

impl Study {
    fn whole(&self) -> Group<'_> {
        Group { column: "", category: "all", members: (0..self.packs.len()).collect() }
    }

    fn groups_of<'s>(&'s self, stratum: &'s Stratum) -> Vec<Group<'s>> {
        let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (pack, category) in stratum.categories.iter().enumerate() {
            groups.entry(category).or_default().push(pack);
        }
        let group = |(category, members)| Group { column: &stratum.column, category, members };
        groups.into_iter().map(group).collect()
    }

    fn cases(&self, members: &[usize], hit: impl Fn(&Observation) -> Option<bool>) -> Vec<Case> {
        let packs = members.iter().filter_map(|pack| self.packs.get(*pack));
        packs
            .filter(|pack| pack.fully_read)
            .filter_map(|pack| {
                let (weight, cluster) = (pack.weight, pack.template);
                Some(Case { hit: hit(pack)?, weight, cluster })
            })
            .collect()
    }

    fn share(&self, members: &[usize], rule: usize, measure: Measure, counting: Counting) -> Share {
        let hit = |pack: &Observation| pack.verdicts.get(rule).and_then(|v| measure.of(*v));
        Share::of(&self.cases(members, hit), counting)
    }

    /// The bounds of a share of all packs, whether fully read or not.
    fn bounds(&self, members: &[usize], rule: usize, measure: Measure) -> Option<Interval> {
        let (mut hits, mut open, mut all) = (0.0, 0.0, 0.0);
        for pack in members.iter().filter_map(|pack| self.packs.get(*pack)) {
            let verdict = *pack.verdicts.get(rule)?;
            match measure.of(verdict) {
                Some(true) => hits += pack.weight,
                Some(false) => {}
                None if verdict == Verdict::Undetermined => open += pack.weight,
                None => continue,
            }
            all += pack.weight;
        }
        (all > 0.0).then(|| Interval { low: hits / all, high: (hits + open) / all })
    }

    /// Whether any two packs come from one template.
    #[must_use]
    pub fn has_templates(&self) -> bool {
        let templates: BTreeSet<u32> = self.packs.iter().map(|pack| pack.template).collect();
        templates.len() < self.packs.len()
    }

    fn countings(&self) -> &'static [Counting] {
        const BOTH: [Counting; 2] = [Counting::Packs, Counting::Templates];
        if self.has_templates() { &BOTH } else { &BOTH[..1] }
    }

    /// How often each clause is there: in the whole corpus, then by each column.
    #[must_use]
    pub fn prevalence(
        &self,
        detectors: &BTreeMap<String, Detector>,
        bootstrap: Bootstrap,
    ) -> Vec<Prevalence> {
        let strata = self.strata.iter().flat_map(|stratum| self.groups_of(stratum));
        let groups: Vec<Group<'_>> = std::iter::once(self.whole()).chain(strata).collect();
        let mut found = Vec::new();
        for group in &groups {
            let unread = |pack: &&usize| !self.packs.get(**pack).is_some_and(|p| p.fully_read);
            let not_fully_read = group.members.iter().filter(unread).count();
            for (rule, id) in self.rules.iter().enumerate() {
                for measure in Measure::ALL {
                    let bounds = self.bounds(&group.members, rule, measure);
                    for counting in self.countings() {
                        let share = self.share(&group.members, rule, measure, *counting);
                        let detector = detectors.get(id).filter(|_| measure == Measure::Present);
                        let purpose =
                            ["correction", group.column, group.category, id, counting.code()];
                        let corrected = detector.map(|detector| {
                            let mut random = Random::named(bootstrap.seed, &purpose);
                            correct(&share, detector, bootstrap.draws, &mut random)
                        });
                        found.push(Prevalence {
                            column: group.column.to_owned(),
                            category: group.category.to_owned(),
                            rule,
                            measure,
                            counting: *counting,
                            packs: group.members.len(),
                            not_fully_read,
                            share,
                            bounds,
                            corrected,
                        });
                    }
                }
            }
        }
        found
    }

    /// Differences between each category and all others of its column. Of two categories only the
    /// first is compared.
    #[must_use]
    pub fn differences(&self) -> Vec<Difference> {
        let mut found = Vec::new();
        for stratum in &self.strata {
            let known = |group: &Group<'_>| !group.category.is_empty();
            let groups: Vec<Group<'_>> =
                self.groups_of(stratum).into_iter().filter(known).collect();
            let compared = if groups.len() == 2 { 1 } else { groups.len() };
            if groups.len() < 2 {
                continue;
            }
            for (at, group) in groups.iter().enumerate().take(compared) {
                let others: Vec<usize> = groups
                    .iter()
                    .enumerate()
                    .filter(|(other, _)| *other != at)
                    .flat_map(|(_, group)| group.members.iter().copied())
                    .collect();
                for rule in 0..self.rules.len() {
                    for measure in Measure::ALL {
                        for counting in self.countings() {
                            let of = |members| self.share(members, rule, measure, *counting);
                            let (share, rest) = (of(&group.members), of(&others));
                            found.push(Difference {
                                column: stratum.column.clone(),
                                category: group.category.to_owned(),
                                rule,
                                measure,
                                counting: *counting,
                                share,
                                rest,
                                difference: difference(&share, &rest),
                            });
                        }
                    }
                }
            }
        }
        found
    }

    /// How often each factor is dealt with, in the whole corpus and by each column.
    #[must_use]
    pub fn factor_coverage(&self) -> Vec<FactorCoverage> {
        let strata = self.strata.iter().flat_map(|stratum| self.groups_of(stratum));
        let mut found = Vec::new();
        for group in std::iter::once(self.whole()).chain(strata) {
            for factor in 0..self.factors.len() {
                let dealt = |pack: &Observation| pack.factors.get(factor).copied().flatten();
                found.push(FactorCoverage {
                    column: group.column.to_owned(),
                    category: group.category.to_owned(),
                    factor,
                    share: Share::of(&self.cases(&group.members, dealt), Counting::Packs),
                });
            }
        }
        found
    }

    /// How often two clauses are there together, for each pair of rules. Fully read packs only;
    /// weights do not enter.
    #[must_use]
    pub fn co_occurrence(&self) -> Vec<CoOccurrence> {
        let packs: Vec<Vec<bool>> = self
            .packs
            .iter()
            .filter(|pack| pack.fully_read)
            .map(|pack| pack.verdicts.iter().map(|verdict| verdict.is_present()).collect())
            .collect();
        let mut found = Vec::new();
        for first in 0..self.rules.len() {
            for second in first + 1..self.rules.len() {
                let mut table = [0_usize; 4];
                for present in &packs {
                    table[usize::from(!present[first]) * 2 + usize::from(!present[second])] += 1;
                }
                let [both, only_first, only_second, neither] = table;
                found.push(CoOccurrence { first, second, both, only_first, only_second, neither });
            }
        }
        found
    }
}

/// How a category differs from all others of its column.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "as in `Prevalence`")]
pub struct Difference {
    pub column: String,
    pub category: String,
    pub rule: usize,
    pub measure: Measure,
    pub counting: Counting,
    /// The share in the category.
    pub share: Share,
    /// The share in all others.
    pub rest: Share,
    /// The first minus the second.
    pub difference: Option<(f64, Interval)>,
}

/// How often a factor is dealt with.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "as in `Prevalence`")]
pub struct FactorCoverage {
    pub column: String,
    pub category: String,
    /// Index of the factor.
    pub factor: usize,
    /// Of the packs to which it applies and of which it is known.
    pub share: Share,
}

/// How often two clauses are there together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CoOccurrence {
    pub first: usize,
    pub second: usize,
    pub both: usize,
    pub only_first: usize,
    pub only_second: usize,
    pub neither: usize,
}

impl CoOccurrence {
    /// The phi coefficient (Pearson's correlation of two yes-or-no variables), none if either
    /// clause is everywhere or nowhere.
    #[must_use]
    pub fn phi(&self) -> Option<f64> {
        let [a, b, c, d] =
            [self.both, self.only_first, self.only_second, self.neither].map(|n| n as f64);
        let scale = (a + b) * (c + d) * (a + c) * (b + d);
        (scale > 0.0).then(|| (a * d - b * c) / scale.sqrt())
    }

    /// Jaccard's index: of the packs with either, those with both.
    #[must_use]
    pub fn jaccard(&self) -> Option<f64> {
        let either = self.both + self.only_first + self.only_second;
        (either > 0).then(|| self.both as f64 / either as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::Bootstrap;
    use super::CoOccurrence;
    use super::Measure;
    use super::Observation;
    use super::Stratum;
    use super::Study;
    use crate::corpus::Counting;
    use crate::model::Verdict;
    use std::collections::BTreeMap;

    fn pack(n: u32, verdict: Verdict, fully_read: bool) -> Observation {
        Observation {
            fully_read,
            verdicts: vec![verdict],
            factors: vec![Some(verdict == Verdict::Met)],
            weight: 1.0,
            template: n,
        }
    }

    fn study(packs: Vec<Observation>, categories: Vec<&str>) -> Study {
        let categories = categories.into_iter().map(str::to_owned).collect();
        Study {
            rules: vec!["r".to_owned()],
            factors: vec!["f".to_owned()],
            packs,
            strata: vec![Stratum { column: "country".to_owned(), categories }],
        }
    }

    const BOOTSTRAP: Bootstrap = Bootstrap { draws: 100, seed: 1 };

    /// Ten packs that were read, half of them with the clause, and ten of which a page is missing,
    /// all of those that say anything with it.
    #[test]
    fn unread_packs_make_no_clause_frequent() {
        use Verdict::{Met, Missing, Undetermined};
        let mut packs: Vec<Observation> =
            (0..10).map(|n| pack(n, if n < 5 { Met } else { Missing }, true)).collect();
        packs.extend((10..20).map(|n| pack(n, if n < 14 { Met } else { Undetermined }, false)));
        let study = study(packs, vec!["SE"; 20]);
        let found = study.prevalence(&BTreeMap::new(), BOOTSTRAP);
        let all = &found[0];
        assert_eq!((all.packs, all.not_fully_read), (20, 10));
        assert_eq!((all.share.hits, all.share.total, all.share.value), (5, 10, Some(0.5)));
        let bounds = all.bounds.unwrap();
        assert_eq!((bounds.low, bounds.high), (9.0 / 20.0, 15.0 / 20.0));
        // One category tells no difference.
        assert!(study.differences().is_empty());
    }

    #[test]
    fn what_does_not_apply_is_absent_but_not_unmet() {
        assert_eq!(Measure::Present.of(Verdict::NotApplicable), Some(false));
        assert_eq!(Measure::Met.of(Verdict::NotApplicable), None);
        assert_eq!(Measure::Present.of(Verdict::Contradicted), Some(true));
        assert_eq!(Measure::Met.of(Verdict::Weak), Some(false));
    }

    #[test]
    fn a_category_of_one_is_counted_and_not_compared() {
        let packs = (0..11).map(|n| pack(n, Verdict::Met, true)).collect();
        let mut categories = vec!["SE"; 10];
        categories.push("MT");
        let study = study(packs, categories);
        let found = study.prevalence(&BTreeMap::new(), BOOTSTRAP);
        let malta = found.iter().find(|row| row.category == "MT").unwrap();
        assert_eq!((malta.share.hits, malta.share.total), (1, 1));
        assert!(malta.share.interval().is_none());
        let differences = study.differences();
        assert_eq!(differences.len(), 2, "two measures of the first of two categories");
        assert!(differences.iter().all(|row| row.difference.is_none()));
        assert_eq!(study.factor_coverage()[0].share.value, Some(1.0));
    }

    #[test]
    fn templates_are_counted_both_ways_if_there_are_any() {
        let mut packs: Vec<Observation> = (0..8).map(|n| pack(n, Verdict::Missing, true)).collect();
        packs.extend(vec![pack(9, Verdict::Met, true); 8]);
        let study = study(packs, vec![""; 16]);
        let found = study.prevalence(&BTreeMap::new(), BOOTSTRAP);
        let share = |counting| {
            found.iter().find(|row| row.counting == counting).and_then(|row| row.share.value)
        };
        assert_eq!(share(Counting::Packs), Some(0.5));
        assert_eq!(share(Counting::Templates), Some(1.0 / 9.0));
    }

    #[test]
    fn co_occurrence_by_hand() {
        let pair = CoOccurrence {
            first: 0,
            second: 1,
            both: 30,
            only_first: 10,
            only_second: 20,
            neither: 40,
        };
        // (30·40 − 10·20) / √(40·60·50·50)
        assert!((pair.phi().unwrap() - 1000.0 / 6_000_000_f64.sqrt()).abs() < 1e-12);
        assert_eq!(pair.jaccard(), Some(0.5));
        let never = CoOccurrence { both: 0, only_first: 0, ..pair };
        assert_eq!(never.phi(), None);
    }
}

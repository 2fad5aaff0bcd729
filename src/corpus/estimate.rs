//! Shares of weighted cases with intervals, and differences of shares.

use crate::evaluation::Interval;
use crate::evaluation::statistics::wilson;

/// Fewest cases of which a share is said. Below, only counts are: an interval of three contracts
/// covers nearly everything and reads like a result.
pub const FEWEST: usize = 5;

/// A case: whether it has what is counted, how much it counts, and the template it comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Case {
    /// Whether it has it.
    pub hit: bool,
    /// How many of the population it stands for, in any unit.
    pub weight: f64,
    /// Cases of one cluster come from one template.
    pub cluster: u32,
}

/// What stands for one case in a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counting {
    /// Each pack.
    Packs,
    /// Each cluster of packs that come from one template, with the mean of its packs.
    Templates,
}

impl Counting {
    /// Word used in tables.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Packs => "packs",
            Self::Templates => "templates",
        }
    }
}

/// A share, and what it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Share {
    /// Cases with it.
    pub hits: usize,
    /// Cases.
    pub total: usize,
    /// The effective number of cases (Kish 1965, *Survey Sampling*, § 11.7): (Σw)² / Σw². With
    /// equal weights their number; of templates, as if each were one case.
    pub effective: f64,
    /// The weighted share; none of nothing.
    pub value: Option<f64>,
}

impl Share {
    /// The share among cases.
    #[must_use]
    pub fn of(cases: &[Case], counting: Counting) -> Self {
        match counting {
            Counting::Packs => Self::of_cases(cases),
            Counting::Templates => Self::of_templates(cases),
        }
    }

    fn of_cases(cases: &[Case]) -> Self {
        let sum = |of: &dyn Fn(&Case) -> f64| cases.iter().map(of).sum::<f64>();
        let weight = sum(&|case| case.weight);
        let squares = sum(&|case| case.weight * case.weight);
        let hits = sum(&|case| if case.hit { case.weight } else { 0.0 });
        Self {
            hits: cases.iter().filter(|case| case.hit).count(),
            total: cases.len(),
            effective: if squares > 0.0 { weight * weight / squares } else { 0.0 },
            value: (weight > 0.0).then(|| hits / weight),
        }
    }

    /// Every template counts as one case, with the share and the mean weight of its packs.
    fn of_templates(cases: &[Case]) -> Self {
        let mut sorted = cases.to_vec();
        sorted.sort_by_key(|case| case.cluster);
        let (mut hits, mut weight, mut squares, mut total) = (0.0, 0.0, 0.0, 0);
        for cluster in sorted.chunk_by(|a, b| a.cluster == b.cluster) {
            let size = cluster.len() as f64;
            let sum: f64 = cluster.iter().map(|case| case.weight).sum();
            let having: f64 = cluster.iter().filter(|case| case.hit).map(|case| case.weight).sum();
            let mean = sum / size;
            if sum > 0.0 {
                hits += mean * having / sum;
                weight += mean;
                squares += mean * mean;
                total += 1;
            }
        }
        Self {
            hits: cases.iter().filter(|case| case.hit).count(),
            total,
            effective: if squares > 0.0 { weight * weight / squares } else { 0.0 },
            value: (weight > 0.0).then(|| hits / weight),
        }
    }

    /// The share, if it is of at least [`FEWEST`] cases.
    #[must_use]
    pub fn stated(&self) -> Option<f64> {
        self.value.filter(|_| self.total >= FEWEST)
    }

    /// Wilson's interval with the effective number of cases; none of fewer than [`FEWEST`].
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        let value = self.stated()?;
        Some(wilson(value.clamp(0.0, 1.0), self.effective))
    }
}

/// The difference of two independent shares, the first minus the second, with the 95 % interval of
/// Newcombe (1998, *Statistics in Medicine* 17, 873–890, method 10): with Wilson's bounds l and u of
/// each, d − √((p₁−l₁)² + (u₂−p₂)²) to d + √((u₁−p₁)² + (p₂−l₂)²). None if either has fewer than
/// [`FEWEST`] cases.
#[must_use]
pub fn difference(first: &Share, second: &Share) -> Option<(f64, Interval)> {
    let (p1, p2) = (first.value?, second.value?);
    let (one, two) = (first.interval()?, second.interval()?);
    let d = p1 - p2;
    let low = d - (p1 - one.low).hypot(two.high - p2);
    let high = d + (one.high - p1).hypot(p2 - two.low);
    Some((d, Interval { low: low.max(-1.0), high: high.min(1.0) }))
}

#[cfg(test)]
mod tests {
    use super::Case;
    use super::Counting;
    use super::Share;
    use super::difference;

    fn share(hits: usize, total: usize) -> Share {
        let cases: Vec<Case> =
            (0..total).map(|n| Case { hit: n < hits, weight: 1.0, cluster: n as u32 }).collect();
        Share::of(&cases, Counting::Packs)
    }

    /// Table II of Newcombe (1998), method 10.
    #[test]
    fn differences_as_published() {
        for (one, two, low, high) in [
            ((56, 70), (48, 80), 0.0524, 0.3339),
            ((9, 10), (3, 10), 0.1705, 0.8090),
            ((6, 7), (2, 7), 0.0582, 0.8062),
            ((5, 56), (0, 29), -0.0381, 0.1926),
            ((0, 10), (0, 20), -0.1611, 0.2775),
            ((0, 10), (0, 10), -0.2775, 0.2775),
            ((10, 10), (0, 20), 0.6791, 1.0),
            ((10, 10), (0, 10), 0.6075, 1.0),
        ] {
            let (_, found) = difference(&share(one.0, one.1), &share(two.0, two.1)).unwrap();
            assert!((found.low - low).abs() < 1e-4, "{one:?} {two:?}: {found:?}");
            assert!((found.high - high).abs() < 1e-4, "{one:?} {two:?}: {found:?}");
        }
    }

    #[test]
    fn nothing_is_said_of_a_few() {
        assert!(share(1, 1).interval().is_none());
        assert!(share(4, 4).interval().is_none() && share(4, 4).stated().is_none());
        assert!(share(0, 5).interval().is_some());
        assert!(difference(&share(1, 1), &share(5, 10)).is_none());
        assert_eq!(share(0, 0).value, None);
    }

    #[test]
    fn weights_shift_the_share_and_cost_cases() {
        let case = |hit, weight, cluster| Case { hit, weight, cluster };
        let cases: Vec<Case> = (0..10).map(|n| case(n < 5, [3.0, 1.0][n / 5], n as u32)).collect();
        let share = Share::of(&cases, Counting::Packs);
        assert_eq!(share.value, Some(0.75));
        // (15 + 5)² / (45 + 5)
        assert!((share.effective - 8.0).abs() < 1e-12);
    }

    #[test]
    fn a_template_counts_once() {
        let case = |hit, cluster| Case { hit, weight: 1.0, cluster };
        let mut cases = vec![case(true, 0); 38];
        cases.extend((1..=14).map(|cluster| case(false, cluster)));
        assert_eq!(Share::of(&cases, Counting::Packs).value, Some(38.0 / 52.0));
        let once = Share::of(&cases, Counting::Templates);
        assert_eq!((once.value, once.total, once.effective), (Some(1.0 / 15.0), 15, 15.0));
    }
}

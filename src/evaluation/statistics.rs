//! The formulas: proportions with intervals, F measures, means. What is undefined is `None`,
//! never 0 and never NaN.

/// The 97.5 % quantile of the standard normal distribution, for two-sided intervals of 95 %.
pub const Z: f64 = 1.959_963_984_540_054;

/// Bounds of an interval, both between 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

/// How many of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Proportion {
    pub hits: usize,
    pub total: usize,
}

impl Proportion {
    /// The share, between 0 and 1; none of nothing.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        (self.total > 0).then(|| self.hits as f64 / self.total as f64)
    }

    /// The 95 % score interval ([`wilson`]); none of nothing.
    #[must_use]
    pub fn wilson(self) -> Option<Interval> {
        Some(wilson(self.value()?, self.total as f64))
    }
}

/// The 95 % score interval of Wilson (1927, *Journal of the American Statistical Association*
/// 22, 209–212): with p the share, n the total and z the quantile, the centre is
/// (p + z²/2n) / (1 + z²/n) and the half width z/(1 + z²/n) · √(p(1−p)/n + z²/4n²). It stays
/// within 0 and 1 and is honest at shares of 0 and 1, unlike p ± z·√(p(1−p)/n). Where cases are
/// weighted, n is their effective number and need not be whole.
#[must_use]
pub fn wilson(p: f64, n: f64) -> Interval {
    let scale = 1.0 + Z * Z / n;
    let centre = (p + Z * Z / (2.0 * n)) / scale;
    let half = Z / scale * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    let low = if p <= 0.0 { 0.0 } else { (centre - half).max(0.0) };
    let high = if p >= 1.0 { 1.0 } else { (centre + half).min(1.0) };
    Interval { low, high }
}

/// F measure (van Rijsbergen 1979, *Information Retrieval*, ch. 7) from counts:
/// (1+β²)·tp / ((1+β²)·tp + β²·fn + fp). β = 2 weighs recall four times as much as precision.
/// None if there is nothing to find and nothing was found.
#[must_use]
pub fn f_measure(beta: f64, hits: usize, wrongly: usize, overlooked: usize) -> Option<f64> {
    let weight = beta * beta;
    let gained = (1.0 + weight) * hits as f64;
    let whole = gained + weight * overlooked as f64 + wrongly as f64;
    (whole > 0.0).then(|| gained / whole)
}

/// The mean of the values that are defined, and how many these are.
#[must_use]
pub fn mean(values: impl Iterator<Item = Option<f64>>) -> (Option<f64>, usize) {
    let (sum, count) =
        values.flatten().fold((0.0, 0_usize), |(sum, count), value| (sum + value, count + 1));
    ((count > 0).then(|| sum / count as f64), count)
}

#[cfg(test)]
mod tests {
    use super::Proportion;
    use super::f_measure;
    use super::mean;
    use proptest::prelude::prop_assert;
    use proptest::prelude::prop_assert_eq;
    use proptest::prelude::proptest;

    fn wilson(hits: usize, total: usize) -> (f64, f64) {
        let interval = Proportion { hits, total }.wilson().expect("a total");
        (interval.low, interval.high)
    }

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() < 5e-5, "{found} is not {expected}");
    }

    /// Computed by hand: for 8 of 10, z²/n = 0.384146, so the centre is
    /// (0.8 + 0.192073)/1.384146 = 0.716740 and the half width
    /// 1.416017·√(0.016 + 0.009604) = 0.226577.
    #[test]
    fn wilson_as_computed_by_hand() {
        let (low, high) = wilson(8, 10);
        close(low, 0.49016);
        close(high, 0.94332);
        // 0 of 10: high = (z²/n) / (1 + z²/n) = 0.384146 / 1.384146.
        let (low, high) = wilson(0, 10);
        close(low, 0.0);
        close(high, 0.27753);
        let (low, high) = wilson(10, 10);
        close(low, 0.72247);
        close(high, 1.0);
        // 1 of 1: low = 1 / (1 + z²) = 1 / 4.841459.
        close(wilson(1, 1).0, 0.20655);
    }

    #[test]
    fn nothing_of_nothing_is_undefined() {
        assert_eq!(Proportion::default().value(), None);
        assert_eq!(Proportion::default().wilson(), None);
        assert_eq!(f_measure(1.0, 0, 0, 0), None);
        assert_eq!(mean([None, None].into_iter()), (None, 0));
    }

    /// tp 6, fp 2, fn 4: F1 = 12/(12+4+2), F2 = 30/(30+16+2).
    #[test]
    fn f_measures_as_computed_by_hand() {
        assert_eq!(f_measure(1.0, 6, 2, 4), Some(12.0 / 18.0));
        assert_eq!(f_measure(2.0, 6, 2, 4), Some(30.0 / 48.0));
        assert_eq!(f_measure(2.0, 0, 3, 0), Some(0.0));
        assert_eq!(f_measure(2.0, 0, 0, 3), Some(0.0));
        assert_eq!(mean([Some(0.5), None, Some(1.0)].into_iter()), (Some(0.75), 2));
    }

    proptest! {
        #[test]
        fn an_interval_holds_its_share(hits in 0_usize..500, misses in 0_usize..500) {
            let share = Proportion { hits, total: hits + misses };
            prop_assert_eq!(share.wilson().is_some(), share.total > 0);
            if let (Some(value), Some(interval)) = (share.value(), share.wilson()) {
                prop_assert!(0.0 <= interval.low && interval.low <= value);
                prop_assert!(value <= interval.high && interval.high <= 1.0);
            }
        }

        #[test]
        fn f1_is_the_harmonic_mean(tp in 1_usize..200, fp in 0_usize..200, lost in 0_usize..200) {
            let (p, r) = (tp as f64 / (tp + fp) as f64, tp as f64 / (tp + lost) as f64);
            let found = f_measure(1.0, tp, fp, lost).unwrap_or_default();
            prop_assert!((found - 2.0 * p * r / (p + r)).abs() < 1e-12);
        }
    }
}

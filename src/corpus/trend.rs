//! Whether a clause becomes more frequent over the years.

use super::estimate::FEWEST;
use crate::evaluation::Interval;
use crate::evaluation::statistics::Z;

/// A year and whether the clause was there.
pub type Point = (i32, bool);

/// A trend.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trend {
    /// Packs with a year.
    pub packs: usize,
    /// Different years.
    pub years: usize,
    /// Earliest year.
    pub first: i32,
    /// Latest year.
    pub last: i32,
    /// Change of the share in a year, by least squares.
    pub slope: f64,
    /// Its interval, from standard errors that allow for unequal variances (White 1980,
    /// *Econometrica* 48, 817–838, HC0).
    pub interval: Interval,
    /// Statistic of the test for trend of Cochran (1954, *Biometrics* 10, 417–451) and Armitage
    /// (1955, *Biometrics* 11, 375–386).
    pub z: f64,
    /// Its two-sided p value.
    pub p: f64,
}

/// The trend; none with fewer than three years or five packs, or if the clause is everywhere or
/// nowhere.
#[must_use]
pub fn trend(points: &[Point]) -> Option<Trend> {
    let n = points.len() as f64;
    let mut years: Vec<i32> = points.iter().map(|(year, _)| *year).collect();
    years.sort_unstable();
    years.dedup();
    let (first, last) = (*years.first()?, *years.last()?);
    let hits = points.iter().filter(|(_, hit)| *hit).count() as f64;
    if points.len() < FEWEST || years.len() < 3 || hits == 0.0 || hits == n {
        return None;
    }
    let y = |hit: bool| if hit { 1.0 } else { 0.0 };
    let centre = points.iter().map(|(year, _)| f64::from(*year)).sum::<f64>() / n;
    let share = hits / n;
    let (mut spread, mut product) = (0.0, 0.0);
    for (year, hit) in points {
        let t = f64::from(*year) - centre;
        spread += t * t;
        product += t * (y(*hit) - share);
    }
    let slope = product / spread;
    let squares: f64 = points
        .iter()
        .map(|(year, hit)| {
            let t = f64::from(*year) - centre;
            let rest = y(*hit) - share - slope * t;
            (t * rest).powi(2)
        })
        .sum();
    let half = Z * squares.sqrt() / spread;
    // Σ t(x − n·p̄) over the years is the product above, and its variance p̄(1−p̄)·Σ(t − t̄)².
    let z = product / (share * (1.0 - share) * spread).sqrt();
    Some(Trend {
        packs: points.len(),
        years: years.len(),
        first,
        last,
        slope,
        interval: Interval { low: slope - half, high: slope + half },
        z,
        p: two_sided(z),
    })
}

/// The probability that a standard normal variable is at least as far from 0, by the Chebyshev fit
/// of Press et al. (*Numerical Recipes*, erfc, error below 1.2·10⁻⁷).
fn two_sided(z: f64) -> f64 {
    const FIT: [f64; 10] = [
        -1.265_512_23,
        1.000_023_68,
        0.374_091_96,
        0.096_784_18,
        -0.186_288_06,
        0.278_868_07,
        -1.135_203_98,
        1.488_515_87,
        -0.822_152_23,
        0.170_872_77,
    ];
    let x = z.abs() / std::f64::consts::SQRT_2;
    let t = 1.0 / (1.0 + 0.5 * x);
    let fit = FIT.iter().rev().fold(0.0, |sum, term| sum * t + term);
    t * (-x * x + fit).exp()
}

#[cfg(test)]
mod tests {
    use super::Point;
    use super::trend;
    use super::two_sided;

    /// The smokers of Fleiss (1981), as in the documentation of R's `prop.trend.test`:
    /// X² = 8.2249, p = 0.004132. The slope and its interval are those of statsmodels (OLS, HC0).
    #[test]
    fn a_trend_as_published() {
        let counts = [(1, 83, 86), (2, 90, 93), (3, 129, 136), (4, 70, 82)];
        let points: Vec<Point> = counts
            .iter()
            .flat_map(|(year, hits, total)| (0..*total).map(move |n| (*year, n < *hits)))
            .collect();
        let found = trend(&points).unwrap();
        assert!((found.z * found.z - 8.2249).abs() < 1e-4, "{}", found.z);
        assert!((found.p - 0.004132).abs() < 1e-6, "{}", found.p);
        assert!((found.slope + 0.033_415_63).abs() < 1e-7, "{}", found.slope);
        assert!((found.interval.low + 0.058_652_73).abs() < 1e-6, "{:?}", found.interval);
        assert!((found.interval.high + 0.008_178_52).abs() < 1e-6, "{:?}", found.interval);
    }

    #[test]
    fn no_trend_of_two_years_or_of_nothing() {
        let two: Vec<Point> = (0..20).map(|n| (2020 + n % 2, n % 3 == 0)).collect();
        assert_eq!(trend(&two), None);
        let never: Vec<Point> = (0..20).map(|n| (2020 + n % 4, false)).collect();
        assert_eq!(trend(&never), None);
        assert_eq!(trend(&[]), None);
    }

    #[test]
    fn the_normal_distribution() {
        assert!((two_sided(1.959_963_985) - 0.05).abs() < 1e-6);
        assert!((two_sided(0.0) - 1.0).abs() < 1e-6);
        assert!((two_sided(-3.0) - 0.002_699_796).abs() < 1e-7);
    }
}

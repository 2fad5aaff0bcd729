//! How far coders agree: raw agreement, Cohen's and Fleiss' kappa, Krippendorff's alpha.
//!
//! Codes are names without order (nominal). A coefficient is none where it is undefined: nothing was
//! coded by two, or everybody gave every item the same code, so that there is nothing that chance
//! could have got wrong.

use super::Random;
use super::correction::quantile;
use crate::evaluation::Interval;
use std::collections::BTreeMap;

/// What every coder said of one item; none where a coder said nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Items of one group are drawn together by the bootstrap, since they depend on one another:
    /// the document.
    pub group: String,
    /// A code for each coder, in the order of the coders.
    pub codes: Vec<Option<u32>>,
}

/// The coefficients of a set of items.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Coefficients {
    /// Share of pairs of codes for one item that are the same.
    pub raw: Option<f64>,
    /// Cohen (1960, *Educational and Psychological Measurement* 20, 37–46), of exactly two coders.
    pub cohen: Option<f64>,
    /// Fleiss (1971, *Psychological Bulletin* 76, 378–382), of the items that all have coded.
    pub fleiss: Option<f64>,
    /// Krippendorff (2011, *Computing Krippendorff's Alpha-Reliability*), of the items that at
    /// least two have coded.
    pub alpha: Option<f64>,
}

/// Coefficients with intervals of 95 %.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Agreement {
    /// Items that at least two have coded.
    pub items: usize,
    /// Groups that these come from.
    pub groups: usize,
    /// The coefficients.
    pub of_all: Coefficients,
    /// Bounds of raw agreement.
    pub raw: Option<Interval>,
    /// Bounds of Cohen's kappa.
    pub cohen: Option<Interval>,
    /// Bounds of Fleiss' kappa.
    pub fleiss: Option<Interval>,
    /// Bounds of Krippendorff's alpha.
    pub alpha: Option<Interval>,
}

/// Fewest groups from which a bootstrap draws.
const FEWEST_GROUPS: usize = 5;

/// The coefficients, with intervals by a percentile bootstrap (Efron and Tibshirani 1993, ch. 13)
/// over groups. There is no interval if there are fewer than five groups, or if a
/// coefficient is undefined in more than a tenth of the draws.
#[must_use]
pub fn agreement(items: &[Item], draws: usize, random: &mut Random) -> Agreement {
    let coded: Vec<&Item> =
        items.iter().filter(|item| item.codes.iter().flatten().count() > 1).collect();
    let mut groups: BTreeMap<&str, Vec<&Item>> = BTreeMap::new();
    for item in &coded {
        groups.entry(&item.group).or_default().push(item);
    }
    let groups: Vec<Vec<&Item>> = groups.into_values().collect();
    let of_all = coefficients(&coded);
    let mut found: [Vec<f64>; 4] = std::array::from_fn(|_| Vec::new());
    if groups.len() >= FEWEST_GROUPS {
        for _ in 0..draws {
            let drawn: Vec<&Item> = (0..groups.len())
                .flat_map(|_| groups[random.below(groups.len())].iter().copied())
                .collect();
            let Coefficients { raw, cohen, fleiss, alpha } = coefficients(&drawn);
            for (values, value) in found.iter_mut().zip([raw, cohen, fleiss, alpha]) {
                values.extend(value);
            }
        }
    }
    let [raw, cohen, fleiss, alpha] = found.map(|mut values| {
        values.sort_by(f64::total_cmp);
        (!values.is_empty() && values.len() * 10 >= draws * 9)
            .then(|| Interval { low: quantile(&values, 0.025), high: quantile(&values, 0.975) })
    });
    Agreement { items: coded.len(), groups: groups.len(), of_all, raw, cohen, fleiss, alpha }
}

/// The coefficients of items.
#[must_use]
pub fn coefficients(items: &[&Item]) -> Coefficients {
    let coders = items.first().map_or(0, |item| item.codes.len());
    Coefficients {
        raw: raw(items),
        cohen: if coders == 2 { cohen(items) } else { None },
        fleiss: fleiss(items),
        alpha: alpha(items),
    }
}

/// How often each code was given to an item.
fn counts(item: &Item) -> BTreeMap<u32, f64> {
    let mut counts = BTreeMap::new();
    for code in item.codes.iter().flatten() {
        *counts.entry(*code).or_insert(0.0) += 1.0;
    }
    counts
}

fn raw(items: &[&Item]) -> Option<f64> {
    let (mut same, mut pairs) = (0.0, 0.0);
    for item in items {
        let counts = counts(item);
        let given: f64 = counts.values().sum();
        same += counts.values().map(|n| n * (n - 1.0)).sum::<f64>();
        pairs += given * (given - 1.0);
    }
    (pairs > 0.0).then(|| same / pairs)
}

/// κ = (pₒ − pₑ) / (1 − pₑ).
fn kappa(observed: f64, expected: f64) -> Option<f64> {
    (1.0 - expected > 1e-12).then(|| (observed - expected) / (1.0 - expected))
}

/// pₑ is the sum over codes of the product of both coders' shares.
fn cohen(items: &[&Item]) -> Option<f64> {
    let both: Vec<(u32, u32)> = items
        .iter()
        .filter_map(|item| Some(((*item.codes.first()?)?, (*item.codes.get(1)?)?)))
        .collect();
    let total = both.len() as f64;
    let mut shares: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
    for (one, two) in &both {
        shares.entry(*one).or_default().0 += 1.0 / total;
        shares.entry(*two).or_default().1 += 1.0 / total;
    }
    let observed = both.iter().filter(|(one, two)| one == two).count() as f64 / total;
    let expected = shares.values().map(|(one, two)| one * two).sum();
    if both.is_empty() { None } else { kappa(observed, expected) }
}

/// pₒ is the mean share of agreeing pairs of an item, pₑ the sum over codes of their squared shares.
fn fleiss(items: &[&Item]) -> Option<f64> {
    let all = |item: &&&Item| item.codes.len() > 1 && item.codes.iter().all(Option::is_some);
    let complete: Vec<&&Item> = items.iter().filter(all).collect();
    let coders = complete.first()?.codes.len() as f64;
    let total = complete.len() as f64;
    let mut shares: BTreeMap<u32, f64> = BTreeMap::new();
    let mut observed = 0.0;
    for item in &complete {
        for (code, count) in counts(item) {
            observed += count * (count - 1.0) / (coders * (coders - 1.0) * total);
            *shares.entry(code).or_insert(0.0) += count / (coders * total);
        }
    }
    kappa(observed, shares.values().map(|share| share * share).sum())
}

/// α = 1 − Dₒ/Dₑ from the coincidences of codes: with n_c how often code c stands in an item
/// of at least two codes, and n their sum, α = 1 − (n − 1)(n − Σ o_cc) / (n² − Σ n_c²).
fn alpha(items: &[&Item]) -> Option<f64> {
    let (mut total, mut same) = (0.0, 0.0);
    let mut of_code: BTreeMap<u32, f64> = BTreeMap::new();
    for item in items {
        let counts = counts(item);
        let given: f64 = counts.values().sum();
        if given < 2.0 {
            continue;
        }
        total += given;
        for (code, count) in counts {
            same += count * (count - 1.0) / (given - 1.0);
            *of_code.entry(code).or_insert(0.0) += count;
        }
    }
    let chance = total * total - of_code.values().map(|n| n * n).sum::<f64>();
    (chance > 1e-9).then(|| 1.0 - (total - 1.0) * (total - same) / chance)
}

#[cfg(test)]
mod tests {
    use super::Item;
    use super::agreement;
    use super::coefficients;
    use crate::corpus::Random;

    fn items(rows: &[Vec<Option<u32>>]) -> Vec<Item> {
        let item = |(n, codes): (usize, &Vec<Option<u32>>)| Item {
            group: n.to_string(),
            codes: codes.clone(),
        };
        rows.iter().enumerate().map(item).collect()
    }

    fn close(found: Option<f64>, expected: f64) {
        let found = found.expect("a coefficient");
        assert!((found - expected).abs() < 5e-4, "{found} is not {expected}");
    }

    /// 50 grant proposals: both yes 20, both no 15, one yes 5 and 10. κ = (0.7 − 0.5) / 0.5.
    #[test]
    fn cohen_as_published() {
        let mut rows = Vec::new();
        for (one, two, times) in [(1, 1, 20), (1, 0, 5), (0, 1, 10), (0, 0, 15)] {
            rows.extend(vec![vec![Some(one), Some(two)]; times]);
        }
        let rows = items(&rows);
        let found = coefficients(&rows.iter().collect::<Vec<_>>());
        close(found.raw, 0.7);
        close(found.cohen, 0.4);
    }

    /// The widely published table of 10 subjects and 14 raters: κ = 0.210.
    #[test]
    fn fleiss_as_published() {
        let table = [
            [0, 0, 0, 0, 14],
            [0, 2, 6, 4, 2],
            [0, 0, 3, 5, 6],
            [0, 3, 9, 2, 0],
            [2, 2, 8, 1, 1],
            [7, 7, 0, 0, 0],
            [3, 2, 6, 3, 0],
            [2, 5, 3, 2, 2],
            [6, 5, 2, 1, 0],
            [0, 2, 2, 3, 7],
        ];
        let rows: Vec<Vec<Option<u32>>> = table
            .iter()
            .map(|counts| {
                let codes = (0_u32..).zip(counts);
                codes.flat_map(|(code, n)| vec![Some(code); *n]).collect()
            })
            .collect();
        let rows = items(&rows);
        let found = coefficients(&rows.iter().collect::<Vec<_>>());
        close(found.fleiss, 0.2099);
        assert_eq!(found.cohen, None);
    }

    /// Section C of Krippendorff (2011): four observers, twelve units, values missing: α = 0.743.
    #[test]
    fn krippendorff_as_published() {
        let observers = ["123321412...", "1233224125.3", ".3332342251.", "1233244125 1."];
        let observers = observers.map(|line| line.replace(' ', ""));
        let rows: Vec<Vec<Option<u32>>> = (0..12)
            .map(|unit| {
                let code = |line: &String| line.chars().nth(unit).and_then(|c| c.to_digit(10));
                observers.iter().map(code).collect()
            })
            .collect();
        let rows = items(&rows);
        close(coefficients(&rows.iter().collect::<Vec<_>>()).alpha, 0.743);
    }

    #[test]
    fn nothing_is_said_where_nothing_can_be_wrong() {
        let same = items(&vec![vec![Some(1), Some(1)]; 20]);
        let found = agreement(&same, 200, &mut Random::new(1));
        assert_eq!(found.of_all.raw, Some(1.0));
        assert_eq!(
            (found.of_all.cohen, found.of_all.fleiss, found.of_all.alpha),
            (None, None, None)
        );
        assert_eq!(found.alpha, None);
        let apart = items(&[vec![Some(1), None], vec![None, Some(1)]]);
        let found = agreement(&apart, 200, &mut Random::new(1));
        assert_eq!((found.items, found.of_all.raw), (0, None));
    }

    #[test]
    fn intervals_hold_the_coefficient_and_repeat() {
        let rows: Vec<Vec<Option<u32>>> = (0..100)
            .map(|n| vec![Some(n % 2), Some(if n % 10 == 0 { 1 - n % 2 } else { n % 2 })])
            .collect();
        let rows = items(&rows);
        let found = agreement(&rows, 500, &mut Random::new(7));
        assert_eq!(found, agreement(&rows, 500, &mut Random::new(7)));
        let (alpha, interval) = (found.of_all.alpha.unwrap(), found.alpha.unwrap());
        assert!(interval.low < alpha && alpha < interval.high, "{alpha} {interval:?}");
        assert!(interval.high - interval.low < 0.3);
    }
}

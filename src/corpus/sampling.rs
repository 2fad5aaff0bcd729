//! Which cases people are asked about: stratified random samples that can be drawn again.

use super::Random;
use std::collections::BTreeMap;

/// A case that was drawn, and how likely that was.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// Index of the case in the list.
    pub case: usize,
    /// Probability with which each case of its stratum was drawn; its inverse is the weight of the
    /// case in estimates.
    pub probability: f64,
}

/// Draws `n` cases, or all if there are fewer. `strata` names the stratum of each case. Every stratum
/// gets its share of `n` by largest remainders, and at least one case as long as `n` allows;
/// within it all cases are equally likely. The result is in random order.
#[must_use]
pub fn draw(strata: &[String], n: usize, seed: u64) -> Vec<Drawn> {
    let mut members: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (case, stratum) in strata.iter().enumerate() {
        members.entry(stratum).or_default().push(case);
    }
    let sizes: Vec<usize> = members.values().map(Vec::len).collect();
    let mut drawn = Vec::new();
    for ((stratum, mut cases), take) in members.into_iter().zip(allocate(&sizes, n)) {
        let probability = take as f64 / cases.len() as f64;
        Random::named(seed, &["sample", stratum]).shuffle(&mut cases);
        drawn.extend(cases.into_iter().take(take).map(|case| Drawn { case, probability }));
    }
    Random::named(seed, &["order"]).shuffle(&mut drawn);
    drawn
}

/// How many of each stratum.
fn allocate(sizes: &[usize], n: usize) -> Vec<usize> {
    let total: usize = sizes.iter().sum();
    let n = n.min(total);
    let least = usize::from(n >= sizes.len());
    let exact = |size: usize| size as f64 * n as f64 / total.max(1) as f64;
    let mut taken: Vec<usize> =
        sizes.iter().map(|size| (exact(*size) as usize).max(least).min(*size)).collect();
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by(|a, b| {
        let rest = |at: usize| exact(sizes[at]) - taken[at] as f64;
        rest(*b).total_cmp(&rest(*a)).then(a.cmp(b))
    });
    // What rounding left over goes to the largest remainders; what the small strata got beyond
    // their share comes from the strata that are most above theirs.
    while taken.iter().sum::<usize>() < n {
        let before = taken.iter().sum::<usize>();
        for at in &order {
            if taken.iter().sum::<usize>() < n && taken[*at] < sizes[*at] {
                taken[*at] += 1;
            }
        }
        if taken.iter().sum::<usize>() == before {
            break;
        }
    }
    while taken.iter().sum::<usize>() > n {
        let above = |at: usize| taken[at] as f64 - exact(sizes[at]);
        let most = (0..taken.len())
            .filter(|at| taken[*at] > least)
            .max_by(|a, b| above(*a).total_cmp(&above(*b)).then(b.cmp(a)));
        let Some(most) = most else { break };
        taken[most] -= 1;
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::allocate;
    use super::draw;
    use proptest::prelude::prop_assert;
    use proptest::prelude::prop_assert_eq;
    use proptest::prelude::proptest;
    use std::collections::BTreeSet;

    #[test]
    fn strata_get_their_share() {
        assert_eq!(allocate(&[50, 30, 20], 10), [5, 3, 2]);
        assert_eq!(allocate(&[98, 1, 1], 10), [8, 1, 1]);
        assert_eq!(allocate(&[5, 5], 100), [5, 5]);
        assert_eq!(allocate(&[1, 1, 1], 2).iter().sum::<usize>(), 2);
        assert_eq!(allocate(&[], 5), Vec::<usize>::new());
    }

    #[test]
    fn a_seed_draws_the_same_again() {
        let strata: Vec<String> = (0..300).map(|n| ["se", "de", "fi"][n % 3].to_owned()).collect();
        let first = draw(&strata, 30, 7);
        assert_eq!(first, draw(&strata, 30, 7));
        assert_ne!(first, draw(&strata, 30, 8));
        assert!(first.iter().all(|drawn| (drawn.probability - 0.1).abs() < 1e-12));
        // The promise of `Random`, kept by its first draws.
        let cases: Vec<usize> = first.iter().take(5).map(|drawn| drawn.case).collect();
        assert_eq!(cases, FIRST_DRAWS);
    }

    const FIRST_DRAWS: [usize; 5] = [25, 269, 214, 146, 22];

    proptest! {
        #[test]
        fn every_allocation_adds_up(
            sizes in proptest::collection::vec(1_usize..60, 1..12),
            n in 0_usize..200,
        ) {
            let taken = allocate(&sizes, n);
            let total: usize = sizes.iter().sum();
            prop_assert_eq!(taken.iter().sum::<usize>(), n.min(total));
            prop_assert!(taken.iter().zip(&sizes).all(|(taken, size)| taken <= size));
            prop_assert!(n < sizes.len() || taken.iter().all(|taken| *taken > 0));
            let strata: Vec<String> =
                sizes.iter().enumerate().flat_map(|(at, size)| vec![at.to_string(); *size]).collect();
            let drawn = draw(&strata, n, 1);
            let cases: BTreeSet<usize> = drawn.iter().map(|drawn| drawn.case).collect();
            prop_assert_eq!(cases.len(), drawn.len());
        }
    }
}

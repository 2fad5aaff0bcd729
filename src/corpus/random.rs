//! Random numbers whose stream is a promise: the same seed gives the same draws in every version and
//! on every machine, so that a sample can be drawn again years later.
//!
//! The generator is xoshiro256** of Blackman and Vigna (2021, *ACM Transactions on Mathematical
//! Software* 47, 36), seeded through SplitMix64 as they advise. It is written out here, and not
//! taken from a crate, because a crate may change its stream with a major version.

/// A stream of random numbers.
#[derive(Debug, Clone)]
pub struct Random {
    state: [u64; 4],
}

impl Random {
    /// The stream of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mut mix = seed;
        Self { state: std::array::from_fn(|_| split_mix(&mut mix)) }
    }

    /// The stream of a seed for one purpose, independent of those for others, so that no draw
    /// depends on what was drawn before it.
    #[must_use]
    pub fn named(seed: u64, purpose: &[&str]) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&seed.to_le_bytes());
        for part in purpose {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
        let mut first = [0; 8];
        first.copy_from_slice(&hasher.finalize().as_bytes()[..8]);
        Self::new(u64::from_le_bytes(first))
    }

    /// 64 random bits.
    pub fn bits(&mut self) -> u64 {
        let [a, b, c, d] = &mut self.state;
        let result = b.wrapping_mul(5).rotate_left(7).wrapping_mul(9);
        let shifted = *b << 17;
        *c ^= *a;
        *d ^= *b;
        *b ^= *c;
        *a ^= *d;
        *c ^= shifted;
        *d = d.rotate_left(45);
        result
    }

    /// A number from 0 up to but not 1.
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A whole number below `bound`, each equally likely (Lemire 2019, *ACM Transactions on
    /// Modeling and Computer Simulation* 29, 3); 0 if there is none.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = bound as u64;
        if bound == 0 {
            return 0;
        }
        let threshold = bound.wrapping_neg() % bound;
        loop {
            let product = u128::from(self.bits()) * u128::from(bound);
            if product as u64 >= threshold {
                return usize::try_from(product >> 64).unwrap_or(0);
            }
        }
    }

    /// Puts items in a random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }

    /// From the standard normal distribution (Marsaglia's polar method).
    fn normal(&mut self) -> f64 {
        loop {
            let (x, y) = (2.0 * self.unit() - 1.0, 2.0 * self.unit() - 1.0);
            let square = x * x + y * y;
            if square > 0.0 && square < 1.0 {
                return x * (-2.0 * square.ln() / square).sqrt();
            }
        }
    }

    /// From the gamma distribution with this shape and scale 1 (Marsaglia and Tsang 2000, *ACM
    /// Transactions on Mathematical Software* 26, 363–372).
    fn gamma(&mut self, shape: f64) -> f64 {
        if shape < 1.0 {
            let lifted = self.gamma(shape + 1.0);
            return lifted * (1.0 - self.unit()).powf(1.0 / shape);
        }
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / (9.0 * d).sqrt();
        loop {
            let x = self.normal();
            let v = (1.0 + c * x).powi(3);
            if v > 0.0 && (1.0 - self.unit()).ln() < 0.5 * x * x + d - d * v + d * v.ln() {
                return d * v;
            }
        }
    }

    /// From the beta distribution.
    pub fn beta(&mut self, a: f64, b: f64) -> f64 {
        let (x, y) = (self.gamma(a), self.gamma(b));
        if x + y > 0.0 { x / (x + y) } else { 0.5 }
    }
}

fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::Random;
    use super::split_mix;

    /// First values of the authors' reference programs: SplitMix64 from 1234567, and xoshiro256**
    /// from the state 1, 2, 3, 4.
    #[test]
    fn the_streams_are_those_of_their_authors() {
        let mut state = 1_234_567;
        assert_eq!(split_mix(&mut state), 6_457_827_717_110_365_317);
        assert_eq!(split_mix(&mut state), 3_203_168_211_198_807_973);
        let mut random = Random { state: [1, 2, 3, 4] };
        let found: Vec<u64> = (0..6).map(|_| random.bits()).collect();
        let expected =
            [11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360];
        assert_eq!(found[..5], expected);
    }

    #[test]
    fn draws_have_the_moments_of_their_distributions() {
        let mut random = Random::new(1);
        let (a, b) = (3.5, 1.5);
        let draws: Vec<f64> = (0..40_000).map(|_| random.beta(a, b)).collect();
        let mean = draws.iter().sum::<f64>() / 40_000.0;
        let variance = draws.iter().map(|draw| (draw - mean).powi(2)).sum::<f64>() / 40_000.0;
        assert!((mean - a / (a + b)).abs() < 0.005, "{mean}");
        let expected = a * b / ((a + b) * (a + b) * (a + b + 1.0));
        assert!((variance - expected).abs() < 0.001, "{variance} {expected}");
        // A shape below 1, as of 0 of 10.
        let low: f64 = (0..40_000).map(|_| random.beta(0.5, 10.5)).sum::<f64>() / 40_000.0;
        assert!((low - 0.5 / 11.0).abs() < 0.002, "{low}");
    }

    #[test]
    fn purposes_have_streams_of_their_own() {
        let first = |purpose: &[&str]| Random::named(7, purpose).bits();
        assert_eq!(first(&["a", "b"]), first(&["a", "b"]));
        assert_ne!(first(&["a", "b"]), first(&["ab"]));
        let mut counts = [0; 3];
        let mut random = Random::new(3);
        (0..3000).for_each(|_| counts[random.below(3)] += 1);
        assert!(counts.iter().all(|count| (900..1100).contains(count)), "{counts:?}");
    }
}

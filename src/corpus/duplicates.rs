//! Texts and passages that come from one template.
//!
//! A text is the set of its shingles: every few words in a row, without case, numbers and
//! punctuation. Two texts are near-duplicates if the Jaccard similarity of their sets is high enough
//! (Broder 1997, *On the resemblance and containment of documents*). It is estimated from MinHash
//! sketches, and pairs worth comparing are found by bands of equal numbers (Leskovec, Rajaraman and
//! Ullman, *Mining of Massive Datasets*, ch. 3). Near-duplicates of near-duplicates are one
//! cluster.
//!
//! The crates for this are made for similarity search over billions of sets or have not been touched for
//! years; what is needed here is a page of code whose numbers must never change.

use std::collections::HashMap;

/// How a kind of text is sketched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// Words in a shingle.
    words: usize,
    /// Numbers in a sketch; the standard error of an estimated similarity is at most ½/√size.
    size: usize,
    /// Numbers that two texts must share, at one place, to be compared. The larger, the fewer pairs,
    /// and the more are overlooked: a pair of similarity s with (1 − s^band)^(size / band).
    band: usize,
    /// Fewest shingles of a text that is compared with others.
    fewest: usize,
}

/// The text of a pack. A pair of similarity 0.8 is overlooked once in ten million.
pub const TEXT: Kind = Kind { words: 5, size: 128, band: 4, fewest: 20 };
/// A passage. A pair of similarity 0.8 is overlooked once in ten million.
pub const PASSAGE: Kind = Kind { words: 3, size: 32, band: 2, fewest: 5 };

/// Most clusters in one band with which a text is compared, so that time stays linear.
const MOST_COMPARED: usize = 32;

/// Lower-case words without numbers and punctuation.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let split = text.split(|c: char| !c.is_alphabetic());
    split.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// A number for a text, well mixed and the same in every version (FNV-1a, then the finish of
/// MurmurHash3).
fn hash(seed: u64, text: &str) -> u64 {
    let mut hash = seed ^ 0xcbf2_9ce4_8422_2325;
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    mix(hash)
}

fn mix(mut hash: u64) -> u64 {
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

/// The same for passages with the same wording, whatever numbers, case, space and punctuation
/// they have.
#[must_use]
pub fn wording(text: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    for word in words(text) {
        hasher.update(word.as_bytes());
        hasher.update(b" ");
    }
    hasher.finalize().to_hex()[..16].to_owned()
}

/// The sketch of texts taken together; empty if there is too little to compare.
#[must_use]
pub fn sketch<'t>(kind: Kind, texts: impl Iterator<Item = &'t str>) -> Vec<u32> {
    let mut least = vec![u32::MAX; kind.size];
    let mut shingles = 0_usize;
    let mut window = vec![0_u64; kind.words];
    for text in texts {
        for (count, word) in words(text).enumerate() {
            window[count % kind.words] = hash(0, &word);
            if count + 1 < kind.words {
                continue;
            }
            shingles += 1;
            let in_order = (1..=kind.words).map(|step| window[(count + step) % kind.words]);
            let shingle = in_order.fold(0_u64, |sum, word| mix(sum.rotate_left(5) ^ word));
            lower(&mut least, shingle);
        }
    }
    if shingles < kind.fewest { Vec::new() } else { least }
}

/// Lowers each number of a sketch to the value that its hash function has for a shingle: the upper
/// half of a·x + b with odd a (Dietzfelbinger's multiply and shift).
fn lower(least: &mut [u32], shingle: u64) {
    let (mut a, mut b) = (0x9e37_79b9_7f4a_7c15_u64, 0xd1b5_4a32_d192_ed03_u64);
    for number in least {
        a = a.wrapping_mul(0xd134_2543_de82_ef95).wrapping_add(2);
        b = b.wrapping_mul(0xaf25_1af3_b0f0_25b5).wrapping_add(1);
        let value = ((a | 1).wrapping_mul(shingle).wrapping_add(b) >> 32) as u32;
        *number = (*number).min(value);
    }
}

/// The estimated similarity of two sketches: the share of equal numbers.
#[must_use]
pub fn similarity(one: &[u32], two: &[u32]) -> f64 {
    if one.is_empty() || one.len() != two.len() {
        return 0.0;
    }
    one.iter().zip(two).filter(|(a, b)| a == b).count() as f64 / one.len() as f64
}

/// A cluster for each sketch, counted from 0 in order of its first member. Texts with at least this
/// similarity, or that are linked by such, share one. A text without a sketch is alone.
#[must_use]
pub fn clusters<S: AsRef<[u32]>>(kind: Kind, sketches: &[S], at_least: f64) -> Vec<u32> {
    let mut parents: Vec<usize> = (0..sketches.len()).collect();
    for band in 0..kind.size / kind.band {
        let place = band * kind.band..(band + 1) * kind.band;
        let mut buckets: HashMap<&[u32], Vec<usize>> = HashMap::new();
        for (text, sketch) in sketches.iter().enumerate() {
            let Some(key) = sketch.as_ref().get(place.clone()) else { continue };
            let compared = buckets.entry(key).or_default();
            let root = find(&mut parents, text);
            let mut is_new = true;
            for other in compared.iter() {
                let other_root = find(&mut parents, *other);
                if root == other_root {
                    is_new = false;
                } else if similarity(sketches[*other].as_ref(), sketch.as_ref()) >= at_least {
                    unite(&mut parents, *other, text);
                    is_new = false;
                }
            }
            if is_new && compared.len() < MOST_COMPARED {
                compared.push(text);
            }
        }
    }
    let mut names: HashMap<usize, u32> = HashMap::new();
    (0..sketches.len())
        .map(|text| {
            let next = u32::try_from(names.len()).unwrap_or(u32::MAX);
            *names.entry(find(&mut parents, text)).or_insert(next)
        })
        .collect()
}

fn find(parents: &mut [usize], mut at: usize) -> usize {
    while parents[at] != at {
        parents[at] = parents[parents[at]];
        at = parents[at];
    }
    at
}

/// The earlier of both roots stays, so that the result does not depend on the order of unions.
fn unite(parents: &mut [usize], one: usize, two: usize) {
    let (one, two) = (find(parents, one), find(parents, two));
    parents[one.max(two)] = one.min(two);
}

#[cfg(test)]
mod tests {
    use super::PASSAGE;
    use super::TEXT;
    use super::clusters;
    use super::similarity;
    use super::sketch;
    use super::wording;
    use std::collections::BTreeSet;

    /// A text of numbered sentences whose words follow from `seed`.
    fn text(seed: u32, words: u32) -> String {
        let letter = |n: u32| char::from(b'a' + (n % 26) as u8);
        (0..words)
            .map(|n| {
                let x =
                    (n + 1).wrapping_mul(2_654_435_761).wrapping_add(seed.wrapping_mul(97)) >> 7;
                [letter(x), letter(x / 26), letter(x / 676), ' '].iter().collect::<String>()
            })
            .collect()
    }

    fn jaccard(one: &str, two: &str) -> f64 {
        let set = |text: &str| -> BTreeSet<Vec<String>> {
            let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
            words.windows(5).map(<[String]>::to_vec).collect()
        };
        let (one, two) = (set(one), set(two));
        one.intersection(&two).count() as f64 / one.union(&two).count() as f64
    }

    #[test]
    fn sketches_estimate_similarity() {
        for (same, other) in [(900, 100), (700, 300), (300, 700)] {
            let shared = text(1, same);
            let one = format!("{shared} {}", text(2, other));
            let two = format!("{shared} {}", text(3, other));
            let found = similarity(
                &sketch(TEXT, [one.as_str()].into_iter()),
                &sketch(TEXT, [two.as_str()].into_iter()),
            );
            let truth = jaccard(&one, &two);
            assert!((found - truth).abs() < 0.12, "{found} for {truth}");
        }
    }

    #[test]
    fn filled_in_templates_are_one_cluster() {
        let template = text(5, 800);
        let mut texts: Vec<String> = (0..40)
            .map(|n| format!("{} between {} and {}", template, text(100 + n, 6), text(200 + n, 6)))
            .collect();
        texts.extend((0..20).map(|n| text(1000 + n, 800)));
        texts.push("too short".to_owned());
        texts.push("too short".to_owned());
        let sketches: Vec<_> =
            texts.iter().map(|text| sketch(TEXT, [text.as_str()].into_iter())).collect();
        let found = clusters(TEXT, &sketches, 0.8);
        assert!(found[..40].iter().all(|cluster| *cluster == 0), "{found:?}");
        let others: BTreeSet<_> = found[40..].iter().collect();
        assert_eq!(others.len(), 22);
    }

    #[test]
    fn passages_of_one_template_are_one_cluster() {
        let sentence = |customer: &str, hours: u32| {
            format!(
                "The Supplier shall notify {customer} of any security incident that affects the data or the systems of the contracting authority without undue delay and at the latest within {hours} hours after it became aware of the incident, and shall describe its nature and the measures taken."
            )
        };
        let passages = [
            sentence("the Customer", 24),
            sentence("the City", 48),
            "The Customer may audit the Supplier once a year, on its premises and at any other place where data of the Customer are processed.".to_owned(),
            "Too short.".to_owned(),
        ];
        let sketches: Vec<_> =
            passages.iter().map(|text| sketch(PASSAGE, [text.as_str()].into_iter())).collect();
        assert_eq!(clusters(PASSAGE, &sketches, 0.8), [0, 0, 1, 2]);
    }

    #[test]
    fn wordings_ignore_what_is_filled_in() {
        let one = wording("The Supplier shall notify within 24 hours.");
        assert_eq!(one, wording("the supplier shall  notify within 72 hours"));
        assert_ne!(one, wording("The Supplier should notify within 24 hours."));
        assert_eq!(one.len(), 16);
    }
}

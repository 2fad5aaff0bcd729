//! Whether two quotations are of the same passage.
//!
//! People quote a passage cut short, joined from two sentences, or with other white space and
//! punctuation, so texts are compared as sequences of lower-case words. Two overlap if the words
//! of one stand together in the other, or if at least 60 % of the neighbouring word pairs of the
//! shorter one stand in the other. Pairs instead of words, because any long sentence holds most of
//! the single words of a short one.

use std::collections::HashMap;

/// Least share of the shorter text's word pairs that the other must hold.
const LEAST_SHARE: f64 = 0.6;

/// Whether two quotations overlap. An empty one overlaps nothing.
#[must_use]
pub fn overlap(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.is_empty() {
        return false;
    }
    long.windows(short.len()).any(|window| window == short) || share_of_pairs(&short, &long)
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn share_of_pairs(short: &[String], long: &[String]) -> bool {
    let mut left: HashMap<&[String], usize> = HashMap::new();
    for pair in long.windows(2) {
        *left.entry(pair).or_default() += 1;
    }
    let mut common = 0_usize;
    for pair in short.windows(2) {
        if let Some(count) = left.get_mut(pair).filter(|count| **count > 0) {
            *count -= 1;
            common += 1;
        }
    }
    let pairs = short.len() - 1;
    pairs > 0 && common as f64 >= LEAST_SHARE * pairs as f64
}

#[cfg(test)]
mod tests {
    use super::overlap;
    use proptest::prelude::prop_assert_eq;
    use proptest::prelude::proptest;

    #[test]
    fn cut_joined_and_differently_spaced_quotes_overlap() {
        let passage = "The Supplier shall notify the Buyer of any incident within 24 hours.";
        assert!(overlap(passage, "shall  notify\nthe buyer of any incident"));
        assert!(overlap(passage, &format!("{passage} It shall also keep a log of all of them.")));
        // Six of eight pairs.
        assert!(overlap(passage, "shall promptly notify the Buyer of any incident within"));
    }

    #[test]
    fn other_passages_with_the_same_words_do_not_overlap() {
        let passage = "The Supplier shall notify the Buyer of any incident within 24 hours.";
        assert!(!overlap(passage, "The Buyer of the shall any notify hours"));
        assert!(!overlap(passage, "The Buyer shall pay the Supplier within 30 days."));
        assert!(!overlap(passage, ""));
        assert!(!overlap("", ""));
        assert!(!overlap("notify", "inform"));
    }

    proptest! {
        #[test]
        fn overlap_has_no_direction(a in "[ab ]{0,20}", b in "[abc ]{0,20}") {
            prop_assert_eq!(overlap(&a, &b), overlap(&b, &a));
        }

        #[test]
        fn a_text_overlaps_itself(a in "[abc ]{0,20}") {
            prop_assert_eq!(overlap(&a, &a), !a.trim().is_empty());
        }
    }
}

//! What a finding is recognised by in another run: its rule and the words it rests on, never a
//! page, a line or an order.

use crate::model::Finding;
use crate::model::Role;
use crate::model::Verdict;

/// How many hexadecimal digits of the hash are kept: 128 bits.
const DIGITS: usize = 32;

/// A hash of the rule and of the passage that decided: the first that contradicts, weakens or
/// supports. A finding that rests on no passage (nothing was found) is recognised by its rule alone.
///
/// White space, case and punctuation do not count, so that a passage that was moved, wrapped or
/// renumbered stays the same. Findings of different packs can have the same fingerprint; whoever
/// compares packs adds what tells them apart.
#[must_use]
pub fn fingerprint(finding: &Finding) -> String {
    let decided = |role| matches!(role, Role::Contradicts | Role::Weakens | Role::Supports);
    let passage = finding.evidence.iter().find(|evidence| decided(evidence.role));
    of_passage(&finding.rule.id, passage.map_or("", |passage| &passage.quote))
}

/// The same for every passage on which a gap rests: those that contradict, or those that fall
/// short. Sorted; empty for what was not found.
#[must_use]
pub fn fingerprints(finding: &Finding) -> Vec<String> {
    let role = match finding.verdict {
        Verdict::Contradicted => Role::Contradicts,
        _ => Role::Weakens,
    };
    let passages = finding.evidence.iter().filter(|evidence| evidence.role == role);
    let mut prints: Vec<String> =
        passages.map(|evidence| of_passage(&finding.rule.id, &evidence.quote)).collect();
    prints.sort();
    prints.dedup();
    prints
}

fn of_passage(rule: &str, quote: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(rule.as_bytes());
    hasher.update(b"\0");
    for word in quote.split(|c: char| !c.is_alphanumeric()) {
        if !word.is_empty() {
            hasher.update(word.to_lowercase().as_bytes());
            hasher.update(b" ");
        }
    }
    hasher.finalize().to_hex()[..DIGITS].to_owned()
}

#[cfg(test)]
mod tests {
    use super::fingerprint;
    use crate::model::Role;
    use crate::model::Verdict;
    use crate::review::fixtures;

    #[test]
    fn a_moved_and_wrapped_passage_is_the_same() {
        let mut finding = fixtures::finding("a-rule", Verdict::Weak);
        finding.evidence = vec![fixtures::evidence(Role::Weakens, "Data should be encrypted.")];
        let first = fingerprint(&finding);
        finding.evidence[0].place.page = Some(9);
        finding.evidence[0].quote = "data should\nbe  encrypted".to_owned();
        assert_eq!(fingerprint(&finding), first);
        finding.evidence[0].quote = "data shall be encrypted".to_owned();
        assert_ne!(fingerprint(&finding), first);
    }

    #[test]
    fn what_only_comes_near_does_not_count() {
        let mut finding = fixtures::finding("a-rule", Verdict::Missing);
        let first = fingerprint(&finding);
        finding.evidence = vec![fixtures::evidence(Role::Nearest, "Something else.")];
        assert_eq!(fingerprint(&finding), first);
        finding.rule.id = "another-rule".to_owned();
        assert_ne!(fingerprint(&finding), first);
    }
}

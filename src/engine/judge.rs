//! From evidence to verdict: a pure, total function, tested exhaustively.

use crate::model::Verdict;

/// What was found for a rule in a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Whether something makes the rule applicable (always true of rules that always apply).
    pub triggered: bool,
    /// Whether everything in the pack was read.
    pub complete: bool,
    /// Passages that demand what the rule asks for.
    pub full: usize,
    /// Passages that demand it but fall short.
    pub weakened: usize,
    /// Passages that do the opposite.
    pub contradicting: usize,
}

/// The verdict. A contradiction is the finding even beside a full clause, because the conflict is
/// what must be settled before signing. Absence is only said of a pack that was read completely.
#[must_use]
pub fn judge(tally: Tally) -> Verdict {
    let Tally { triggered, complete, full, weakened, contradicting } = tally;
    let found = full + weakened + contradicting > 0;
    if !triggered && !found {
        return if complete { Verdict::NotApplicable } else { Verdict::Undetermined };
    }
    if contradicting > 0 {
        Verdict::Contradicted
    } else if full > 0 {
        Verdict::Met
    } else if weakened > 0 {
        Verdict::Weak
    } else if complete {
        Verdict::Missing
    } else {
        Verdict::Undetermined
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;
    use super::judge;
    use crate::model::Verdict;

    fn all() -> impl Iterator<Item = Tally> {
        (0..4 * 27).map(|n| Tally {
            triggered: n & 1 == 1,
            complete: n >> 1 & 1 == 1,
            full: n / 4 % 3,
            weakened: n / 12 % 3,
            contradicting: n / 36 % 3,
        })
    }

    /// Better verdicts have smaller ranks.
    fn rank(verdict: Verdict) -> u8 {
        match verdict {
            Verdict::Met => 0,
            Verdict::Weak => 1,
            Verdict::NotApplicable | Verdict::Undetermined | Verdict::Missing => 2,
            Verdict::Contradicted => 3,
        }
    }

    #[test]
    fn more_support_never_worsens_and_more_contradiction_never_improves() {
        for tally in all() {
            let before = rank(judge(tally));
            assert!(rank(judge(Tally { full: tally.full + 1, ..tally })) <= before, "{tally:?}");
            assert!(
                rank(judge(Tally { weakened: tally.weakened + 1, ..tally })) <= before,
                "{tally:?}"
            );
            assert!(
                rank(judge(Tally { contradicting: tally.contradicting + 1, ..tally })) >= before,
                "{tally:?}"
            );
        }
    }

    #[test]
    fn absence_is_never_said_of_a_pack_that_was_not_fully_read() {
        for tally in all().filter(|tally| !tally.complete) {
            assert!(
                !matches!(judge(tally), Verdict::Missing | Verdict::NotApplicable),
                "{tally:?}"
            );
        }
    }

    #[test]
    fn the_six_verdicts() {
        let none =
            Tally { triggered: true, complete: true, full: 0, weakened: 0, contradicting: 0 };
        assert_eq!(judge(none), Verdict::Missing);
        assert_eq!(judge(Tally { triggered: false, ..none }), Verdict::NotApplicable);
        assert_eq!(judge(Tally { complete: false, ..none }), Verdict::Undetermined);
        assert_eq!(judge(Tally { weakened: 1, ..none }), Verdict::Weak);
        assert_eq!(judge(Tally { full: 1, weakened: 1, ..none }), Verdict::Met);
        assert_eq!(judge(Tally { full: 1, contradicting: 1, ..none }), Verdict::Contradicted);
    }
}

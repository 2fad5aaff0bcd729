//! Which words of two versions of a passage are not in the other.

/// Most pairs of words that are compared; of longer passages all words count as changed.
const MAX_PAIRS: usize = 1_000_000;

/// Some words of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// The words, with the spaces behind them.
    pub(super) text: String,
    /// Whether the other passage lacks them at this place.
    pub(super) changed: bool,
}

/// Both passages in pieces that the other has, and has not.
pub(super) fn pieces(old: &str, new: &str) -> (Vec<Piece>, Vec<Piece>) {
    let words = |text: &'_ str| -> Vec<String> {
        text.split_inclusive(char::is_whitespace).map(str::to_owned).collect()
    };
    let (old, new) = (words(old), words(new));
    let (kept_old, kept_new) = common(&old, &new);
    (joined(&old, &kept_old), joined(&new, &kept_new))
}

/// For each word of either side whether it belongs to the longest common run of words.
fn common(old: &[String], new: &[String]) -> (Vec<bool>, Vec<bool>) {
    let (mut kept_old, mut kept_new) = (vec![false; old.len()], vec![false; new.len()]);
    if old.len().saturating_mul(new.len()) > MAX_PAIRS {
        return (kept_old, kept_new);
    }
    let same = |a: &str, b: &str| a.trim_end() == b.trim_end();
    let wide = new.len() + 1;
    let mut longest = vec![0_u32; (old.len() + 1) * wide];
    for at in (0..old.len()).rev() {
        for other in (0..new.len()).rev() {
            longest[at * wide + other] = if same(&old[at], &new[other]) {
                longest[(at + 1) * wide + other + 1] + 1
            } else {
                longest[(at + 1) * wide + other].max(longest[at * wide + other + 1])
            };
        }
    }
    let (mut at, mut other) = (0, 0);
    while at < old.len() && other < new.len() {
        if same(&old[at], &new[other]) {
            (kept_old[at], kept_new[other]) = (true, true);
            at += 1;
            other += 1;
        } else if longest[(at + 1) * wide + other] >= longest[at * wide + other + 1] {
            at += 1;
        } else {
            other += 1;
        }
    }
    (kept_old, kept_new)
}

fn joined(words: &[String], kept: &[bool]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (word, kept) in words.iter().zip(kept) {
        match pieces.last_mut().filter(|last| last.changed != *kept) {
            Some(last) => last.text.push_str(word),
            None => pieces.push(Piece { text: word.clone(), changed: !kept }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::pieces;
    use proptest::prelude::proptest;

    fn shown(old: &str, new: &str) -> (String, String) {
        let (old, new) = pieces(old, new);
        let mark = |pieces: Vec<super::Piece>| -> String {
            let one = |piece: super::Piece| match piece.changed {
                true => format!("[{}]", piece.text),
                false => piece.text,
            };
            pieces.into_iter().map(one).collect()
        };
        (mark(old), mark(new))
    }

    #[test]
    fn changed_words_are_marked_on_their_side() {
        let (old, new) =
            shown("It shall notify within 24 hours.", "It should notify within 72 hours.");
        assert_eq!(old, "It [shall ]notify within [24 ]hours.");
        assert_eq!(new, "It [should ]notify within [72 ]hours.");
        assert_eq!(shown("a b", "a b c").1, "a b [c]");
    }

    proptest! {
        #[test]
        fn no_word_is_lost(old in "[a-c ]{0,30}", new in "[a-c ]{0,30}") {
            let (a, b) = pieces(&old, &new);
            let text = |pieces: Vec<super::Piece>| -> String { pieces.into_iter().map(|p| p.text).collect() };
            assert_eq!(text(a), old);
            assert_eq!(text(b), new);
        }
    }
}

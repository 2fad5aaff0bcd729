//! Words that mix alphabets: Latin words in which some letters are Cyrillic or Greek ones of the
//! same shape.
//!
//! People see the same word, a search does not find it. Such letters are read as the Latin ones
//! they look like, and the words are counted so that the reader of a report learns of them. Words
//! with foreign letters of a shape of their own ("kΩ", "β2a") are what they are, and words of one
//! alphabet are left alone.

/// Cyrillic and Greek letters, each followed by the Latin one of the same shape.
const PAIRS: &str = "\
    аaеeоoрpсcуyхxіiјjѕsԁdһhӏlԛqԝwкk\
    АAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSԚQԜW\
    οoνvρpιiαaυuχxκk\
    ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";

/// The Latin letter that looks like `letter`.
fn twin(letter: char) -> Option<char> {
    let mut letters = PAIRS.chars();
    while let (Some(other), Some(latin)) = (letters.next(), letters.next()) {
        if other == letter {
            return Some(latin);
        }
    }
    None
}

/// Whether a letter is Greek or Cyrillic.
fn is_foreign(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}') && c.is_alphabetic()
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || (matches!(c, '\u{c0}'..='\u{24f}') && c.is_alphabetic())
}

/// Reads look-alikes in Latin words as Latin letters; gives back the words as they were.
pub(super) fn unmask(text: &mut String) -> Vec<String> {
    if !text.chars().any(is_foreign) {
        return Vec::new();
    }
    let mut masked = Vec::new();
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(|c: char| !c.is_alphabetic()) {
        let word = piece.trim_end_matches(|c: char| !c.is_alphabetic());
        if is_masked(word) {
            masked.push(word.to_owned());
            out.extend(piece.chars().map(|c| twin(c).unwrap_or(c)));
        } else {
            out.push_str(piece);
        }
    }
    *text = out;
    masked
}

/// Whether a word has Latin letters, and foreign ones that all look Latin.
fn is_masked(word: &str) -> bool {
    let mut foreign = word.chars().filter(|c| is_foreign(*c)).peekable();
    foreign.peek().is_some()
        && word.chars().any(is_latin)
        && foreign.all(|letter| twin(letter).is_some())
}

#[cfg(test)]
mod tests {
    use super::unmask;

    #[test]
    fn latin_words_with_letters_of_the_same_shape_are_read_as_latin() {
        let mut text = "We enсrурt data with ТLS (åtkοmst).".to_owned();
        assert_eq!(unmask(&mut text), ["enсrурt", "ТLS", "åtkοmst"]);
        assert_eq!(text, "We encrypt data with TLS (åtkomst).");
    }

    #[test]
    fn words_of_one_alphabet_and_signs_are_left_alone() {
        let plain = "Москва, ΑΒΓ, 4 kΩ, Δt, β, 5 µm, naïve";
        let mut text = plain.to_owned();
        assert!(unmask(&mut text).is_empty());
        assert_eq!(text, plain);
    }
}

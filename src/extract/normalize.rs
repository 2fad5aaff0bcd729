//! One normal form for text, whatever format it came from.
//!
//! NFC; ligatures spelled out; full-width and mathematical letters as plain ones; every run of
//! white space one space; soft hyphens, zero-width and bidirectional control characters removed
//! (the latter two counted, because they can hide or disguise words); no-break and figure hyphens
//! as `-`. Letters, digits and punctuation are otherwise left as they are, so that a quote is what
//! the reader of the document sees.

use unicode_normalization::IsNormalized;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::is_nfc_quick;

/// The normal form, and how many invisible characters were removed.
pub(super) fn normalize(raw: &str) -> (String, usize) {
    let mut out = String::with_capacity(raw.len());
    let mut invisible = 0;
    let mut space = false;
    let mut push = |c: char| {
        if is_invisible(c) {
            invisible += 1;
        } else if c == '\u{ad}' {
            // A soft hyphen only says where a word may be broken.
        } else if c.is_whitespace() || c.is_control() {
            space = true;
        } else {
            if space && !out.is_empty() {
                out.push(' ');
            }
            space = false;
            match ligature(c) {
                Some(letters) => out.push_str(letters),
                None if is_styled(c) => out.extend(std::iter::once(c).nfkc()),
                None => out.push(plain_hyphen(c)),
            }
        }
    };
    if is_nfc_quick(raw.chars()) == IsNormalized::Yes {
        raw.chars().for_each(&mut push);
    } else {
        raw.nfc().for_each(&mut push);
    }
    (out, invisible)
}

/// Letters that carry their style with them, full-width or as in formulas.
fn is_styled(c: char) -> bool {
    matches!(c, '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}'
        | '\u{1d400}'..='\u{1d7ff}')
}

fn plain_hyphen(c: char) -> char {
    match c {
        '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{fe63}' | '\u{ff0d}' => '-',
        c => c,
    }
}

fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        '\u{fb05}' | '\u{fb06}' => "st",
        _ => return None,
    })
}

/// Characters that take no room and can split or disguise a word.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{180e}'
    )
}

#[cfg(test)]
mod tests {
    use super::normalize;

    #[test]
    fn white_space_hyphens_and_ligatures() {
        assert_eq!(normalize("  two\u{a0}\n factor\t").0, "two factor");
        assert_eq!(
            normalize("24\u{2011}hour e\u{fb03}cient sys\u{ad}tem").0,
            "24-hour efficient system"
        );
    }

    #[test]
    fn styled_letters_are_plain() {
        assert_eq!(normalize("𝐞𝑛𝓬𝗿𝚢pt ＴＬＳ １．２").0, "encrypt TLS 1．2");
    }

    #[test]
    fn decomposed_letters_are_composed() {
        assert_eq!(normalize("a\u{30a}terla\u{308}sning").0, "återläsning");
    }

    #[test]
    fn invisible_characters_are_removed_and_counted() {
        assert_eq!(normalize("enc\u{200b}rypt\u{202e}").0, "encrypt");
        assert_eq!(normalize("enc\u{200b}rypt\u{202e}").1, 2);
    }
}

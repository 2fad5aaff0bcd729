//! How far the text of a page can be trusted.
//!
//! A page may be a scan, its letters may have no meaning, or a wrong one: fonts without a map to
//! characters give text that looks like `7KH 6XSSOLHU`. The score needs no language: words have
//! vowels, and more letters than signs. What is doubtful is noted and counts as not read.

use super::super::Builder;
use super::device::PageText;
use super::segment::Segment;
use crate::model::NoteKind;
use crate::model::RecognisedPage;

/// Share of implausible words from which on a page is not trusted.
const DOUBTFUL: f32 = 0.35;
/// Mean confidence below which a recognised page is not trusted.
const SURE: f32 = 70.0;
/// Fewest characters by which a page is judged.
const MIN_CHARACTERS: usize = 100;

/// Says what is wrong with a page that was read to its end: a scan, or letters without meaning.
pub(super) fn note(builder: &mut Builder, number: u32, text: &PageText) {
    if text.looks_scanned() {
        let message =
            format!("page {number} shows something but has no text layer; it is probably a scan");
        builder.note(NoteKind::NoTextLayer, Some(number), message);
    } else if text.unmapped > 2 && text.unmapped * 100 > text.visible {
        let message = format!(
            "{} of {} characters on page {number} cannot be turned into text, because the PDF \
             does not say which letters they are",
            text.unmapped, text.visible
        );
        builder.note(NoteKind::Garbled, Some(number), message);
    } else if let Some(share) = doubt(&text.segments).filter(|share| *share > DOUBTFUL) {
        let message = format!(
            "{:.0} % of the text on page {number} is no text in any language, because the PDF \
             says wrongly which letters it shows; read this page by eye",
            share * 100.0
        );
        builder.note(NoteKind::Garbled, Some(number), message);
    }
    if text.hidden > 0 {
        let message = format!(
            "page {number} has {} characters that a reader cannot see (white, invisible or \
             outside the page); they are kept apart and not judged",
            text.hidden
        );
        builder.note(NoteKind::HiddenText, Some(number), message);
    }
}

/// Says that a page was recognised too badly to be judged.
pub(super) fn note_recognised(builder: &mut Builder, number: u32, page: &RecognisedPage) {
    let message = match page.confidence() {
        Some(confidence) if confidence >= SURE => return,
        Some(confidence) => format!(
            "the text of page {number} was recognised with only {confidence:.0} % confidence; read \
             this page by eye"
        ),
        None => format!("no text was recognised on page {number}; read this page by eye"),
    };
    let kind = if page.lines.is_empty() { NoteKind::NoTextLayer } else { NoteKind::Garbled };
    builder.note(kind, Some(number), message);
}

/// Share of the characters of a page in words that cannot be words; `None` if there are too few
/// to tell.
fn doubt(segments: &[Segment]) -> Option<f32> {
    let seen = segments.iter().filter(|segment| !segment.style.hidden && segment.angle == 0);
    let words = seen.flat_map(|segment| segment.text.split(' '));
    let (mut all, mut doubtful) = (0_usize, 0_usize);
    for word in words {
        let length = word.chars().count();
        all += length;
        doubtful += if is_plausible(word, length) { 0 } else { length };
    }
    (all >= MIN_CHARACTERS).then(|| doubtful as f32 / all as f32)
}

/// Whether something may be a word, a number, an address or a line of dots.
fn is_plausible(word: &str, length: usize) -> bool {
    if length < 3 || word.contains("://") || word.contains('@') || is_even(word, length) {
        return true;
    }
    let is_vowel = |c: char| "aeiouyAEIOUY".contains(c) || (!c.is_ascii() && c.is_alphabetic());
    // Nearly all words.
    if word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return length < 5 || word.contains(is_vowel);
    }
    let core = word.trim_matches(|c: char| !c.is_alphanumeric());
    let inner = core.chars().count();
    let letters = core.chars().filter(|c| c.is_alphabetic()).count();
    let signs = core.chars().filter(|c| !c.is_alphanumeric()).count();
    let is_usual = |c: char| c.is_alphanumeric() || ".,:/-–'’_()+".contains(c);
    inner > 0
        && length - inner <= inner.max(4)
        && signs * 10 <= inner * 4
        && core.chars().all(is_usual)
        && (letters < 5 || core.contains(is_vowel))
}

/// Whether a word is mostly one sign, as leaders, rules and blacked-out words are.
fn is_even(word: &str, length: usize) -> bool {
    let middle = word.chars().nth(length / 2);
    word.chars().filter(|c| Some(*c) == middle).count() * 2 > length
}

#[cfg(test)]
mod tests {
    use super::is_plausible;

    fn check(words: &str, plausible: bool) {
        for word in words.split(' ') {
            assert_eq!(is_plausible(word, word.chars().count()), plausible, "{word}");
        }
    }

    #[test]
    fn words_numbers_and_leaders_are_plausible() {
        check(
            "Supplier (b) §12.3 1,000.00 2024-11-22 ..... ISO27001 don't åäö TLS1.2 and/or",
            true,
        );
        check("https://example.org/x?id=1 договор .......12 [*****] ISO/IEC-27001:2013", true);
    }

    #[test]
    fn shifted_letters_are_not() {
        check("!\"#$!%$& VKDSK /--’*01230# 2334.%#7 .,%(HIG,).J,3.4R&%H)).1M/M1", false);
    }
}

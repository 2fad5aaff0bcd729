//! What the beginning or the whole of a line says about it: clause numbers, bullets, page numbers.

/// Whether a whole text is the number of a clause or item, or a bullet: "2.1", "(a)", "•", "§ 4".
pub(super) fn is_label(text: &str) -> bool {
    is_bullet(text)
        || is_number(text)
        || text.strip_prefix('§').is_some_and(|rest| is_plain_number(rest.trim()))
        || (text.len() <= 2 && is_plain_number(text))
}

/// The marker with which a line begins, if it begins with one and goes on after it.
pub(super) fn leading(text: &str) -> Option<&str> {
    let (first, rest) = text.split_once(' ')?;
    if is_bullet(first) || is_number(first) {
        return Some(first);
    }
    let second = rest.split(' ').next().unwrap_or_default();
    let word = is_clause_word(first) && is_ordinal(second.trim_end_matches(['.', ':', ',']));
    let section = first == "§" && second.starts_with(|c: char| c.is_ascii_digit());
    (word || section).then(|| &text[..first.len() + 1 + second.len()])
}

/// Whether a line begins something of its own: it opens with a marker, or is one.
pub(super) fn begins_item(text: &str) -> bool {
    leading(text).is_some() || (is_label(text) && !is_plain_number(text))
}

pub(super) fn is_bullet(text: &str) -> bool {
    matches!(
        text,
        "•" | "▪"
            | "◦"
            | "●"
            | "○"
            | "■"
            | "□"
            | "‣"
            | "–"
            | "—"
            | "-"
            | "*"
            | "o"
            | "·"
            | "➢"
            | "►"
            | "→"
            | "✓"
            | "\u{2610}"
            | "\u{2611}"
            | "\u{2612}"
            | "\u{fffd}"
    )
}

/// "1.", "1.1", "1.1.", "(a)", "a)", "(iv)", "A.", "A.1", "1.2(b)".
fn is_number(text: &str) -> bool {
    if text.len() > 16 {
        return false;
    }
    let open = text.starts_with('(');
    let marked = open || text.ends_with([')', '.', ':']) || text.contains('.');
    let bare = text.trim_matches(['(', ')', '.', ':']);
    marked && !bare.is_empty() && bare.split(['.', '(']).all(|part| is_part(part, open))
}

fn is_part(part: &str, in_brackets: bool) -> bool {
    let part = part.trim_end_matches(')');
    let longest = if in_brackets { 5 } else { 4 };
    is_ordinal(part) && part.chars().count() <= longest
}

/// Digits (at most three), one letter, a roman number, or digits with a letter ("4a").
fn is_ordinal(text: &str) -> bool {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_lowercase());
    (is_plain_number(digits) && digits.len() <= 3 && text.len() <= digits.len() + 1)
        || (text.chars().count() == 1 && text.chars().all(char::is_alphabetic))
        || is_roman(text)
}

fn is_plain_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_roman(text: &str) -> bool {
    let lower = text.bytes().all(|byte| b"ivxl".contains(&byte));
    let upper = text.bytes().all(|byte| b"IVXL".contains(&byte));
    !text.is_empty() && (lower || upper)
}

/// Length of a clause number that is glued to the text after it ("10.Price", "2.1.1monitor",
/// "(a)The"), as happens where a file leaves a gap too narrow to be a space.
pub(super) fn glued(text: &str) -> Option<usize> {
    let end = if text.starts_with('(') {
        text.find(')').filter(|end| is_number(&text[..=*end]))? + 1
    } else {
        let end = text.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let number = &text[..end];
        let dotted = number.contains('.') && !number.starts_with('.');
        (dotted && number.split('.').all(|part| part.len() <= 3)).then_some(end)?
    };
    let mut rest = text[end..].chars();
    let word = rest.next().is_some_and(char::is_alphabetic)
        && rest.next().is_some_and(char::is_alphabetic);
    word.then_some(end)
}

/// Whether a line ends so that a number on the next line belongs to it: "pursuant to section".
pub(super) fn awaits_number(text: &str) -> bool {
    const WORDS: [&str; 16] = [
        "§", "§§", "no", "nr", "nro", "to", "the", "of", "under", "in", "with", "and/or", "i",
        "enligt", "til", "jf",
    ];
    let word = text.rsplit(' ').next().unwrap_or_default().trim_end_matches('.');
    let lower = word.to_lowercase();
    WORDS.contains(&lower.as_str())
        || is_clause_word(word)
        || is_clause_word(lower.trim_end_matches('s'))
}

/// "Definitions ........ 3"
pub(super) fn is_dotted_entry(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
        && (text.contains(".....") || text.contains(". . . ."))
}

/// Words that stand before the number of a part of a document.
pub(super) fn is_clause_word(word: &str) -> bool {
    const WORDS: [&str; 37] = [
        "article",
        "section",
        "clause",
        "schedule",
        "annex",
        "appendix",
        "exhibit",
        "attachment",
        "part",
        "chapter",
        "bilaga",
        "bilag",
        "liite",
        "kapitel",
        "kapittel",
        "luku",
        "avsnitt",
        "afsnit",
        "artikel",
        "artikkel",
        "artikla",
        "vedlegg",
        "anlage",
        "anhang",
        "abschnitt",
        "bijlage",
        "hoofdstuk",
        "annexe",
        "titre",
        "chapitre",
        "punkt",
        "pkt",
        "del",
        "kap",
        "recital",
        "step",
        "kohta",
    ];
    let word = word.trim_end_matches('.').to_lowercase();
    WORDS.contains(&word.as_str())
}

/// "3", "- 3 -", "Page 3 of 10", "Sida 3 (10)", "3 (10)", "3/10", "iv".
pub(super) fn is_page_number(text: &str) -> bool {
    const WORDS: [&str; 17] = [
        "page", "pages", "of", "sida", "sid", "av", "side", "af", "sivu", "seite", "von", "pagina",
        "van", "pag", "p", "sur", "s",
    ];
    if text.chars().count() > 24 || is_number(text) {
        return false;
    }
    let mut numbers = 0;
    let lower = text.to_lowercase();
    let small = text.chars().all(|c| !c.is_uppercase());
    let parts = lower.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    for part in parts {
        let number = part.len() <= 4 && is_plain_number(part);
        if number || (small && is_roman(part) && numbers == 0) {
            numbers += 1;
        } else if !WORDS.contains(&part) {
            return false;
        }
    }
    let decimal = lower.contains('.') && !lower.contains(char::is_alphabetic);
    let item = lower.starts_with('(') && lower.ends_with(')');
    let amount = lower.contains([',', '%', '$', '€']);
    (1..=2).contains(&numbers) && !decimal && !item && !amount
}

/// Whether a text ends as a sentence, item or lead-in ends.
pub(super) fn is_ended(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']);
    text.ends_with(['.', ';', ':', '!', '?'])
}

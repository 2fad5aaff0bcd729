//! A copy of the text in which matching is easy and every byte keeps its place.

/// Lower-cases `text` and writes hyphens as spaces, keeping the length in bytes, so that a span
/// of the folded text is a span of the original. The few letters whose lower-case form has
/// another length in UTF-8 stay as they are.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    // Most text is ASCII, which is folded by the run.
    while !rest.is_empty() {
        let ascii = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        let (run, behind) = rest.split_at(ascii);
        out.extend(run.chars().map(|c| if c == '-' { ' ' } else { c.to_ascii_lowercase() }));
        let mut chars = behind.chars();
        out.extend(chars.next().map(fold_char));
        rest = chars.as_str();
    }
    out
}

/// Folds a character beyond ASCII.
fn fold_char(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) if one.len_utf8() == c.len_utf8() => one,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn length_is_kept() {
        for text in ["ÅTERLÄSNING", "Two-Factor", "İstanbul", "ẞ", "naïve – “quoted”"] {
            assert_eq!(fold(text).len(), text.len(), "{text}");
        }
        assert_eq!(fold("Två-Faktor"), "två faktor");
    }
}

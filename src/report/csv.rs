//! Cells of CSV files whose text a stranger wrote.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, also when it is
//! quoted, and some drop a leading tab or carriage return before they look. Such a cell gets a
//! leading apostrophe, which spreadsheets hide and programs can strip again. Numbers that
//! clausecheck computed itself are written without it.

use std::borrow::Cow;

/// What makes a spreadsheet look for a formula.
const BEGINNINGS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Text that no spreadsheet takes for a formula and no terminal for a command.
#[must_use]
pub fn quote_safe(text: &str) -> Cow<'_, str> {
    let harmless = |c: char| !c.is_control() || c == '\n';
    let text = if text.chars().all(harmless) {
        Cow::Borrowed(text)
    } else {
        let begins = text.starts_with(BEGINNINGS);
        let spaced: String = text.chars().map(|c| if harmless(c) { c } else { ' ' }).collect();
        return Cow::Owned(if begins { format!("'{spaced}") } else { spaced });
    };
    if text.starts_with(BEGINNINGS) { Cow::Owned(format!("'{text}")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::quote_safe;

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert!(quote_safe(cell).starts_with('\''), "{cell:?}");
        }
        assert_eq!(quote_safe("9.2 Incidents = reported"), "9.2 Incidents = reported");
        assert_eq!(quote_safe("a\u{1b}[31mb\tc"), "a [31mb c");
        assert_eq!(quote_safe("one\ntwo"), "one\ntwo");
        assert_eq!(quote_safe(""), "");
    }
}

//! Text of strangers, made safe to show where something would obey it.

/// A text of a stranger (from a document, or a file name) as it may be shown at a terminal: on one
/// line, with nothing in it that moves the cursor, colours, links, hides or turns words round, and
/// nothing that a system for continuous integration takes for a command. What is dangerous is shown
/// as its number, so that nothing disappears in silence.
#[must_use]
pub fn display_safe(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut rest = text.chars();
    // A line can be broken at any white space, and what follows can come to stand at its start.
    let mut may_start = true;
    while let Some(c) = rest.next() {
        let after = rest.as_str();
        let command = may_start && c == ':' && after.starts_with(':')
            || c == '#' && (after.starts_with("#[") || after.starts_with("#vso["));
        may_start = c.is_whitespace() || (may_start && (c.is_control() || is_invisible(c)));
        match c {
            '\n' | '\t' | '\r' => safe.push(' '),
            _ if command || c.is_control() || is_invisible(c) => {
                safe.extend(c.escape_unicode());
            }
            _ => safe.push(c),
        }
    }
    safe
}

/// Characters without a shape of their own that change how others are shown.
pub(in crate::report) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// A message of several lines, of which each is [`display_safe`].
#[must_use]
pub fn display_safe_lines(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(display_safe).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::display_safe;
    use super::display_safe_lines;
    use proptest::prelude::proptest;

    #[test]
    fn what_a_terminal_obeys_is_shown_as_its_number() {
        assert_eq!(display_safe("\u{1b}[31mred\u{7}"), "\\u{1b}[31mred\\u{7}");
        assert_eq!(display_safe("a\u{9b}2J"), "a\\u{9b}2J");
        assert_eq!(display_safe("exe\u{202e}txt.pdf"), "exe\\u{202e}txt.pdf");
        assert_eq!(display_safe("one\r\ntwo\tthree"), "one  two three");
        assert_eq!(display_safe("Å “quote” … ≤ 24 h"), "Å “quote” … ≤ 24 h");
    }

    #[test]
    fn nothing_becomes_a_command_of_continuous_integration() {
        assert_eq!(display_safe("::error::x"), "\\u{3a}:error::x");
        assert_eq!(display_safe("a\n::set-env::b"), "a \\u{3a}:set-env::b");
        assert_eq!(display_safe("a\u{a0}::b"), "a\u{a0}\\u{3a}:b");
        assert_eq!(display_safe("std::fs"), "std::fs");
        assert_eq!(display_safe("x##vso[task]"), "x\\u{23}#vso[task]");
        assert_eq!(display_safe("##[group]"), "\\u{23}#[group]");
        assert_eq!(display_safe_lines("one\n::two"), "one\n\\u{3a}:two");
    }

    proptest! {
        #[test]
        fn no_text_commands_a_terminal_however_it_is_wrapped(text in "[\\PC\\x00-\\x1f:# \u{202a}-\u{202e}]{0,60}") {
            let safe = display_safe(&text);
            assert!(!safe.chars().any(|c| c.is_control() || super::is_invisible(c)), "{safe:?}");
            let mut words = safe.split(char::is_whitespace);
            assert!(!words.any(|word| word.starts_with("::")), "{safe:?}");
            assert!(!safe.contains("##["), "{safe:?}");
        }
    }
}

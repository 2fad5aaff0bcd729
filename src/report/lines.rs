//! Text in lines of a width, for reports that are read at a terminal.

use super::words;
use std::io;
use std::io::Write;

/// Wraps `text` under an indent, the first line after `first`. Words are never broken.
pub(super) fn wrap(
    out: &mut dyn Write,
    width: usize,
    first: &str,
    indent: usize,
    text: &str,
) -> io::Result<()> {
    let rest = " ".repeat(indent);
    let options = textwrap::Options::new(width)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .initial_indent(first)
        .subsequent_indent(&rest)
        .break_words(false);
    for line in textwrap::wrap(&words::display_safe(text), options) {
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

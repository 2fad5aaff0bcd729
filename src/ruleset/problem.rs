//! What is wrong with a ruleset, and where.

use super::bounds;
use std::fmt;

/// One problem in one file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// File, as given or below `rulesets/`.
    pub file: String,
    /// Counted from 1; 0 if the problem concerns the whole file.
    pub line: usize,
    /// Counted from 1; 0 if the problem concerns the whole file.
    pub column: usize,
    /// The line it stands in.
    pub excerpt: String,
    /// What is wrong.
    pub message: String,
    /// What to do about it. May be empty.
    pub help: String,
}

impl Problem {
    /// A problem at the first place where `needle` stands in `source` as a word; at the whole
    /// file if it does not.
    pub(super) fn at(
        file: &str,
        source: &str,
        needle: &str,
        message: String,
        help: String,
    ) -> Self {
        let (line, column) = locate(source, needle).unwrap_or((0, 0));
        Self::on_line(file, source, line, column, message, help)
    }

    /// A problem at a known place.
    pub(super) fn on_line(
        file: &str,
        source: &str,
        line: usize,
        column: usize,
        message: String,
        help: String,
    ) -> Self {
        let excerpt = line
            .checked_sub(1)
            .and_then(|index| source.lines().nth(index))
            .map(|line| shortened(line, column))
            .unwrap_or_default();
        Self { file: file.to_owned(), line, column, excerpt, message, help }
    }
}

/// Longest line that is shown as it is, in characters.
const WIDTH: usize = 200;

/// A line, as far as it is worth showing: up to some way behind the place.
fn shortened(line: &str, column: usize) -> String {
    let end = column.max(1).saturating_add(WIDTH / 2).clamp(WIDTH, WIDTH * 10);
    match line.char_indices().nth(end) {
        Some((at, _)) => format!("{} …", &line[..at]),
        None => line.to_owned(),
    }
}

/// Line and column of the first occurrence of `needle` that is not part of a longer word and not
/// in a comment.
fn locate(source: &str, needle: &str) -> Option<(usize, usize)> {
    let word = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    for (index, line) in source.lines().enumerate() {
        if line.trim_start().starts_with('#') {
            continue;
        }
        for (at, _) in line.match_indices(needle) {
            let before = line[..at].chars().next_back().is_some_and(word);
            let after = line[at + needle.len()..].chars().next().is_some_and(word);
            if !before && !after {
                return Some((index + 1, line[..at].chars().count() + 1));
            }
        }
    }
    None
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}", self.message)?;
        if self.line == 0 {
            write!(f, "\n  --> {}", self.file)?;
        } else {
            let gutter = self.line.to_string().len();
            write!(f, "\n{:gutter$}--> {}:{}:{}", "", self.file, self.line, self.column)?;
            write!(f, "\n{:gutter$} |", "")?;
            write!(f, "\n{} | {}", self.line, self.excerpt)?;
            if self.column <= self.excerpt.chars().count() + 1 {
                write!(f, "\n{:gutter$} | {:>column$}", "", "^", column = self.column.max(1))?;
            }
        }
        if !self.help.is_empty() {
            let gutter = if self.line == 0 { 1 } else { self.line.to_string().len() };
            write!(f, "\n{:gutter$} = help: {}", "", self.help)?;
        }
        Ok(())
    }
}

/// Everything that is wrong with a ruleset, in order of file and place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// `value` if there is no problem.
    pub(super) fn or<T>(mut self, value: T) -> Result<T, Self> {
        if self.0.is_empty() {
            return Ok(value);
        }
        self.0.sort();
        self.0.dedup();
        Err(self)
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.0 {
            writeln!(f, "{problem}\n")?;
        }
        let count = self.0.len();
        let at_least = if count >= bounds::PROBLEMS { "at least " } else { "" };
        write!(
            f,
            "{at_least}{count} problem{} in the ruleset; nothing was checked",
            if count == 1 { "" } else { "s" }
        )
    }
}

impl std::error::Error for Problems {}

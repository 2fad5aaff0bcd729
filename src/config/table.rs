//! Reads TOML key by key, so that everything wrong with a file is told at once, each with its place
//! and with what was probably meant.

use super::problem::Problems;
use crate::ruleset::Problem;
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::DeTable;
use toml::de::DeValue;

/// Largest file of ours that is read, in bytes.
const MAX_BYTES: usize = 16 << 20;
/// Most problems that are told.
const MAX_PROBLEMS: usize = 50;
/// Longest line that is shown with a problem, in characters.
const WIDTH: usize = 200;

/// A file that is being read, with what is wrong with it so far.
pub(super) struct File<'s> {
    path: &'s str,
    source: &'s str,
    problems: Vec<Problem>,
}

/// A table of a file, from which keys are taken one by one.
pub(super) struct Table<'s> {
    /// Where it stands in the file.
    pub(super) span: Range<usize>,
    entries: BTreeMap<String, (Range<usize>, Spanned<DeValue<'s>>)>,
    asked: Vec<&'static str>,
}

/// A value with its place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed<T> {
    pub(super) value: T,
    pub(super) span: Range<usize>,
}

impl<'s> File<'s> {
    /// Reads a text; what is no TOML is a problem, and the rest is there all the same.
    pub(super) fn read(path: &'s str, source: &'s str) -> (Self, Table<'s>) {
        let mut file = Self { path, source, problems: Vec::new() };
        if source.len() > MAX_BYTES {
            let message = format!("the file is larger than {} MB", MAX_BYTES >> 20);
            file.whole(message, "split it into several");
            let entries = BTreeMap::new();
            return (file, Table { span: 0..0, entries, asked: Vec::new() });
        }
        let (root, errors) = DeTable::parse_recoverable(source);
        for error in errors {
            let message = format!("this is no TOML: {}", error.message().replace('\n', "; "));
            file.at(
                error.span().unwrap_or(0..0),
                message,
                "strings stand in quotes: key = \"value\"",
            );
        }
        let span = root.span();
        (file, Table::new(span, root.into_inner()))
    }

    /// Something wrong at a place.
    pub(super) fn at(&mut self, span: Range<usize>, message: String, help: &str) {
        if self.problems.len() >= MAX_PROBLEMS {
            return;
        }
        let (line, column) = self.place(span.start);
        let text = self.source.lines().nth(line - 1).unwrap_or_default();
        let excerpt = text.chars().take(WIDTH).collect();
        let (file, help) = (self.path.to_owned(), help.to_owned());
        self.problems.push(Problem { file, line, column, excerpt, message, help });
    }

    /// Something wrong with the file as a whole.
    pub(super) fn whole(&mut self, message: String, help: &str) {
        let (file, help) = (self.path.to_owned(), help.to_owned());
        let excerpt = String::new();
        self.problems.push(Problem { file, line: 0, column: 0, excerpt, message, help });
    }

    /// Line and column of a place, counted from 1.
    fn place(&self, at: usize) -> (usize, usize) {
        let before = self.source.get(..at).unwrap_or(self.source);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }

    /// The file with the line of a place: "waivers.toml:12".
    pub(super) fn source_of(&self, span: &Range<usize>) -> String {
        format!("{}:{}", self.path, self.place(span.start).0)
    }

    /// `value` if nothing was wrong.
    pub(super) fn finish<T>(mut self, value: T) -> Result<T, Problems> {
        if self.problems.is_empty() {
            return Ok(value);
        }
        self.problems.sort();
        self.problems.dedup();
        Err(Problems(self.problems))
    }
}

impl<'s> Table<'s> {
    fn new(span: Range<usize>, table: DeTable<'s>) -> Self {
        let entries = table.into_iter();
        let entries = entries
            .map(|(key, value)| {
                let span = key.span();
                (key.into_inner().into_owned(), (span, value))
            })
            .collect();
        Self { span, entries, asked: Vec::new() }
    }

    /// The value of a key, whatever it is.
    pub(super) fn take(&mut self, key: &'static str) -> Option<Spanned<DeValue<'s>>> {
        self.asked.push(key);
        self.entries.remove(key).map(|(_, value)| value)
    }

    /// Whether the key is there and was not taken yet.
    pub(super) fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// A text that is not blank.
    pub(super) fn text(
        &mut self,
        key: &'static str,
        file: &mut File<'s>,
    ) -> Option<Placed<String>> {
        let value = self.take(key)?;
        let span = value.span();
        match value.into_inner() {
            DeValue::String(text) if text.trim().is_empty() => {
                file.at(span, format!("`{key}` is empty"), "write it, or leave the line out");
                None
            }
            DeValue::String(text) => Some(Placed { value: text.trim().to_owned(), span }),
            other => {
                let message = format!("`{key}` is {}, and must be a text", kind(&other));
                file.at(span, message, &format!("write {key} = \"…\""));
                None
            }
        }
    }

    /// A text that must be there.
    pub(super) fn needed_text(
        &mut self,
        key: &'static str,
        why: &str,
        file: &mut File<'s>,
    ) -> Option<Placed<String>> {
        if !self.has(key) {
            self.asked.push(key);
            file.at(self.span.clone(), format!("`{key}` is missing"), why);
            return None;
        }
        self.text(key, file)
    }

    /// A day, as a date or as a text of the form `YYYY-MM-DD`.
    pub(super) fn date(
        &mut self,
        key: &'static str,
        file: &mut File<'s>,
    ) -> Option<Placed<jiff::civil::Date>> {
        let value = self.take(key)?;
        let span = value.span();
        let text = match value.into_inner() {
            DeValue::String(text) => text.into_owned(),
            DeValue::Datetime(date) => date.to_string(),
            other => format!("{} ({key})", kind(&other)),
        };
        let plain = text.len() == "YYYY-MM-DD".len();
        match text.parse().ok().filter(|_| plain) {
            Some(value) => Some(Placed { value, span }),
            None => {
                file.at(span, format!("`{text}` is no day"), "write it as 2027-03-31");
                None
            }
        }
    }

    /// A list of texts.
    pub(super) fn texts(
        &mut self,
        key: &'static str,
        file: &mut File<'s>,
    ) -> Option<Vec<Placed<String>>> {
        let value = self.take(key)?;
        let span = value.span();
        let DeValue::Array(list) = value.into_inner() else {
            file.at(
                span,
                format!("`{key}` must be a list"),
                &format!("write {key} = [\"…\", \"…\"]"),
            );
            return None;
        };
        let mut texts = Vec::new();
        for item in list {
            let span = item.span();
            match item.into_inner() {
                DeValue::String(text) => texts.push(Placed { value: text.into_owned(), span }),
                other => {
                    let message =
                        format!("{} stands in `{key}` where a text must be", kind(&other));
                    file.at(span, message, "put it in quotes");
                }
            }
        }
        Some(texts)
    }

    /// The tables of a list: `[[key]]`.
    pub(super) fn tables(&mut self, key: &'static str, file: &mut File<'s>) -> Vec<Table<'s>> {
        let Some(value) = self.take(key) else { return Vec::new() };
        let span = value.span();
        let DeValue::Array(list) = value.into_inner() else {
            file.at(
                span,
                format!("`{key}` must be a list of tables"),
                &format!("begin each with [[{key}]]"),
            );
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in list {
            let span = item.span();
            match item.into_inner() {
                DeValue::Table(table) => tables.push(Table::new(span, table)),
                other => {
                    let message =
                        format!("{} stands in `{key}` where a table must be", kind(&other));
                    file.at(span, message, &format!("begin each with [[{key}]]"));
                }
            }
        }
        tables
    }

    /// Tells of every key that nobody asked for. `known` are those that would be understood beside
    /// the ones asked for.
    pub(super) fn finish(self, file: &mut File<'s>) {
        for (key, (span, _)) in &self.entries {
            let known = self.asked.iter().copied();
            let help = match nearest(key, known.clone()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("known are: {}", known.collect::<Vec<_>>().join(", ")),
            };
            file.at(span.clone(), format!("there is no key `{key}` here"), &help);
        }
    }
}

/// What a value is, with its article.
pub(super) fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// The candidate that was probably meant, if one is near enough.
pub(super) fn nearest<'c>(
    word: &str,
    candidates: impl Iterator<Item = &'c str>,
) -> Option<&'c str> {
    let near = candidates.map(|c| (strsim::damerau_levenshtein(word, c), c));
    let most = (word.chars().count() / 3).max(1);
    near.filter(|(distance, _)| *distance <= most).min().map(|(_, candidate)| candidate)
}

/// A text as TOML writes it, on one line.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

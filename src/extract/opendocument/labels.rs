//! Counts list items and headings: which label is shown before a paragraph.
//!
//! Lists of the same style go on counting where a list says that it continues; other lists begin
//! anew. An item counts when its first paragraph comes, because items that only hold an inner
//! list show no number.

use super::styles::LEVELS;
use super::styles::Level;
use super::styles::Levels;
use super::styles::Styles;
use std::collections::HashMap;

/// A list that is open.
#[derive(Debug)]
struct Open {
    style: Option<String>,
    /// Start value of the item that is open; `None` where it has been counted, or in a header.
    pending: Option<Option<i64>>,
}

/// Counters of a document.
#[derive(Debug)]
pub(super) struct Labels<'s> {
    styles: &'s Styles,
    counters: HashMap<String, [Option<i64>; LEVELS]>,
    outline: [Option<i64>; LEVELS],
    open: Vec<Open>,
}

impl<'s> Labels<'s> {
    pub(super) fn new(styles: &'s Styles) -> Self {
        Self { styles, counters: HashMap::new(), outline: [None; LEVELS], open: Vec::new() }
    }

    /// A list begins, within an item of another or on its own.
    pub(super) fn open_list(&mut self, style: Option<String>, continues: bool) {
        let root = self.open.is_empty();
        let style = style.or_else(|| self.open.last().and_then(|list| list.style.clone()));
        if root
            && !continues
            && let Some(style) = &style
        {
            self.counters.remove(style);
        }
        self.open.push(Open { style, pending: None });
    }

    pub(super) fn close_list(&mut self) {
        self.open.pop();
    }

    pub(super) fn open_item(&mut self, start: Option<i64>) {
        if let Some(list) = self.open.last_mut() {
            list.pending = Some(start);
        }
    }

    pub(super) fn close_item(&mut self) {
        if let Some(list) = self.open.last_mut() {
            list.pending = None;
        }
    }

    /// Label and level (from 0) of a paragraph, if it is the first of a list item.
    pub(super) fn item(&mut self, paragraph_style: Option<&str>) -> Option<(String, u8)> {
        let depth = self.open.len().checked_sub(1)?.min(LEVELS - 1);
        let list = self.open.last_mut()?;
        let start = list.pending.take()?;
        let by_paragraph =
            || paragraph_style.and_then(|style| self.styles.list_of(style)).map(str::to_owned);
        let name = list.style.clone().or_else(by_paragraph)?;
        let levels = self.styles.list(&name)?;
        let counters = self.counters.entry(name).or_default();
        let label = count(counters, levels, depth, start)?;
        Some((label, u8::try_from(depth).unwrap_or(u8::MAX)))
    }

    /// Label of a heading that stands in no list.
    pub(super) fn heading(&mut self, level: usize, restart: Option<i64>) -> Option<String> {
        let depth = level.checked_sub(1)?.min(LEVELS - 1);
        count(&mut self.outline, &self.styles.outline, depth, restart)
    }

    /// Whether a list is open.
    pub(super) fn in_list(&self) -> bool {
        !self.open.is_empty()
    }
}

fn count(
    counters: &mut [Option<i64>; LEVELS],
    levels: &Levels,
    depth: usize,
    start: Option<i64>,
) -> Option<String> {
    let level = levels[depth].as_ref()?;
    let next = counters[depth].map_or(level.start, |last| last.saturating_add(1));
    counters[depth] = Some(start.unwrap_or(next));
    counters[depth + 1..].fill(None);
    if level.bullet {
        return Some("•".to_owned());
    }
    let number = |at: usize| {
        levels[at].as_ref().map_or_else(String::new, |shown| {
            shown.numeral.format(counters[at].unwrap_or(shown.start))
        })
    };
    Some(match &level.pattern {
        Some(pattern) => fill(pattern, number),
        None => plain(level, depth, number),
    })
}

/// Puts the numbers into a pattern such as `%1%.%2%)`.
fn fill(pattern: &str, number: impl Fn(usize) -> String) -> String {
    let mut label = pattern.to_owned();
    for at in 0..LEVELS {
        let place = format!("%{}%", at + 1);
        if label.contains(&place) {
            label = label.replace(&place, &number(at));
        }
    }
    label
}

/// Prefix, numbers of the shown levels and suffix.
fn plain(level: &Level, depth: usize, number: impl Fn(usize) -> String) -> String {
    let first = (depth + 1).saturating_sub(level.shown);
    let numbers: Vec<String> =
        (first..=depth).map(number).filter(|number| !number.is_empty()).collect();
    if numbers.is_empty() {
        return String::new();
    }
    format!("{}{}{}", level.prefix, numbers.join("."), level.suffix)
}

//! Counts automatic numbers: which label Word shows before a paragraph.
//!
//! Clause references ("as set out in 7.2(b)") only make sense with these labels, and the file
//! does not store them. The rules below were found by comparing with other programs on real
//! contracts; the level of a paragraph that is numbered by its style was the hardest of them.

use super::numbering::Instance;
use super::numbering::LEVELS;
use super::numbering::Level;
use super::numbering::Numbering;
use super::styles::Style;
use crate::extract::numerals::Numeral;
use std::collections::HashMap;
use std::collections::HashSet;

/// Numbering that a paragraph itself asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct OwnNumber {
    pub(super) number: Option<String>,
    pub(super) level: Option<usize>,
}

/// The label of a numbered paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) text: String,
    pub(super) level: u8,
    pub(super) bullet: bool,
}

/// Counters of one story (the body, one header, all footnotes).
#[derive(Debug)]
pub(super) struct Labels<'a> {
    numbering: &'a Numbering,
    /// Last number given, by definition and level.
    counters: HashMap<usize, [Option<i64>; LEVELS]>,
    /// Instances and levels whose start value has been taken.
    begun: HashSet<(usize, usize)>,
}

impl<'a> Labels<'a> {
    pub(super) fn new(numbering: &'a Numbering) -> Self {
        Self { numbering, counters: HashMap::new(), begun: HashSet::new() }
    }

    /// Counts a paragraph and gives its label, if it is numbered.
    pub(super) fn count(&mut self, style: &Style, own: &OwnNumber) -> Option<Label> {
        let id = own.number.as_deref().or(style.number.as_deref())?;
        let (index, instance) = self.numbering.get(id)?;
        let level = level_of(instance, style, own);
        let definition = instance.levels[level].as_ref()?;
        let counters = self.counters.entry(instance.definition).or_default();
        // Only the level that is used starts anew; higher levels that have begun go on.
        if let Some(start) = instance.starts[level]
            && self.begun.insert((index, level))
        {
            counters[level] = Some(start - 1);
        }
        counters[level] = Some(counters[level].map_or(definition.start, |last| last + 1));
        for (k, counter) in counters.iter_mut().enumerate().skip(level + 1) {
            let restart = instance.levels[k].as_ref().and_then(|deeper| deeper.restart);
            if restart.is_none_or(|after| level < after) {
                *counter = None;
            }
        }
        for (k, counter) in counters.iter_mut().enumerate().take(level) {
            let start = || instance.levels[k].as_ref().map(|higher| higher.start);
            *counter = counter.or(instance.starts[k]).or_else(start);
        }
        let text = if definition.bullet {
            if definition.text.is_empty() { String::new() } else { "•".to_owned() }
        } else {
            label_text(definition, instance, counters)
        };
        let bullet = definition.bullet;
        Some(Label { text, level: u8::try_from(level).unwrap_or(u8::MAX), bullet })
    }
}

/// Level at which a paragraph is numbered. By style: the level bound to the very style; else the
/// level named along the chain of styles; else the level bound to the style that asks for the
/// numbering.
fn level_of(instance: &Instance, style: &Style, own: &OwnNumber) -> usize {
    let bound_to = |id: &str| {
        instance
            .levels
            .iter()
            .position(|level| level.as_ref().is_some_and(|l| l.style.as_deref() == Some(id)))
    };
    let by_style = || bound_to(&style.id).or(style.level).or_else(|| bound_to(&style.number_from));
    let level = match (own.level, &own.number) {
        (Some(level), _) => Some(level),
        (None, Some(_)) => None,
        (None, None) => by_style(),
    };
    level.unwrap_or(0).min(LEVELS - 1)
}

/// Puts the numbers into the text of the level.
fn label_text(definition: &Level, instance: &Instance, counters: &[Option<i64>; LEVELS]) -> String {
    let mut out = String::new();
    let mut chars = definition.text.chars().peekable();
    while let Some(c) = chars.next() {
        let digit = if c == '%' { chars.peek().and_then(|d| d.to_digit(10)) } else { None };
        let Some(k) = digit.and_then(|d| (d as usize).checked_sub(1)) else {
            out.push(c);
            continue;
        };
        chars.next();
        let Some(number) = counters.get(k).copied().flatten() else { continue };
        let numeral = instance.levels[k].as_ref().map(|level| level.numeral).unwrap_or_default();
        let numeral = if definition.legal { Numeral::Decimal } else { numeral };
        out.push_str(&numeral.format(number));
    }
    out
}

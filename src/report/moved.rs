//! Which verdicts a change of rules moves, for people at a terminal.

use super::Options;
use super::lines;
use super::words;
use crate::model::RuleCard;
use crate::review::RulesDiff;
use std::io;
use std::io::Write;

/// How many packs are named for one rule.
const MAX_PACKS: usize = 12;

/// Writes the differences.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(diff: &RulesDiff, options: Options, out: &mut dyn Write) -> io::Result<()> {
    let width = options.width.clamp(40, 110);
    let (old, new) = &diff.rulesets;
    let stamp = |stamp: &crate::model::RulesetStamp| {
        let hash = stamp.hash.get(..12).unwrap_or_default();
        words::display_safe(&format!("{} {} ({hash})", stamp.name, stamp.version))
    };
    writeln!(out, "− {}\n+ {}\n", stamp(old), stamp(new))?;
    let title = |card: &RuleCard| format!("{}: {}", card.id, card.title);
    for (what, cards) in [("No longer applied", &diff.removed), ("Newly applied", &diff.added)] {
        if !cards.is_empty() {
            writeln!(out, "{what}")?;
            for card in cards {
                lines::wrap(out, width, "  ", 4, &title(card))?;
            }
            writeln!(out)?;
        }
    }
    if !diff.severities.is_empty() {
        writeln!(out, "Severity")?;
        for (card, was) in &diff.severities {
            let text = format!("{}: {} → {}", card.id, was.code(), card.severity.code());
            lines::wrap(out, width, "  ", 4, &text)?;
        }
        writeln!(out)?;
    }
    let mut rest = diff.moved.as_slice();
    while let Some(first) = rest.first() {
        let same = rest.iter().take_while(|moved| moved.rule.id == first.rule.id).count();
        let (moved, others) = rest.split_at(same);
        rest = others;
        lines::wrap(out, width, "", 2, &title(&first.rule))?;
        for one in moved.iter().take(MAX_PACKS) {
            let verdict = |verdict| words::verdict(verdict).to_lowercase();
            let (old, new) = (verdict(one.verdicts.0), verdict(one.verdicts.1));
            lines::wrap(out, width, "  ", 4, &format!("{}: {old} → {new}", one.pack))?;
        }
        if moved.len() > MAX_PACKS {
            writeln!(out, "  … and {} more packs", moved.len() - MAX_PACKS)?;
        }
        writeln!(out)?;
    }
    let text = format!(
        "{} moved and {} stayed in {}.",
        words::count(diff.moved.len(), "verdict"),
        diff.kept,
        words::count(diff.packs, "pack")
    );
    lines::wrap(out, width, "", 0, &text)
}

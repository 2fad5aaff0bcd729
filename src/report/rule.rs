//! One rule for people: what is expected, why, on what grounds, and wording to paste.

use super::words;
use crate::model::RuleCard;
use std::io;
use std::io::Write;

/// Writes what a rule asks for. `language` chooses the model clause; all are written if there is
/// none in it.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(
    card: &RuleCard,
    language: Option<&str>,
    width: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{} · {} · {}\n", card.id, card.family, card.severity.code())?;
    section(out, width, "This pack should ensure", &card.title)?;
    section(out, width, "What the contract shall say", &card.requirement)?;
    section(out, width, "Why it matters", &card.why)?;
    if !card.sources.is_empty() {
        writeln!(out, "Sources")?;
        for source in &card.sources {
            let mark = source.basis.mark();
            let text = if mark.is_empty() {
                source.reference.clone()
            } else {
                format!("{} [{mark}]", source.reference)
            };
            wrap(out, width, "  - ", &text)?;
        }
        writeln!(out)?;
    }
    let chosen = |code: &str| language.is_none_or(|language| language == code);
    let any = card.model_clauses.iter().any(|(code, _)| chosen(code));
    for (code, clause) in card.model_clauses.iter().filter(|(code, _)| !any || chosen(code)) {
        section(out, width, &format!("Model clause ({code})"), clause)?;
    }
    if !card.factors.is_empty() {
        writeln!(out, "Factors of the study: {}", card.factors.join(", "))?;
    }
    Ok(())
}

fn section(out: &mut dyn Write, width: usize, title: &str, text: &str) -> io::Result<()> {
    writeln!(out, "{title}")?;
    wrap(out, width, "  ", text)?;
    writeln!(out)
}

fn wrap(out: &mut dyn Write, width: usize, first: &str, text: &str) -> io::Result<()> {
    let rest = " ".repeat(first.len());
    let options = textwrap::Options::new(width).initial_indent(first).subsequent_indent(&rest);
    for line in textwrap::wrap(&words::display_safe(text), options) {
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

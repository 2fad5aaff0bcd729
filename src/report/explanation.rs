//! An explanation for people at a terminal: what a rule looked at, what held and what did not.

use super::Options;
use super::lines;
use super::words;
use crate::model::Asks;
use crate::model::Condition;
use crate::model::DocumentEntry;
use crate::model::ExplainedPassage;
use crate::model::ExplainedPattern;
use crate::model::Explanation;
use crate::model::Purpose;
use crate::model::Worth;
use std::io;
use std::io::Write;

/// Writes why a rule made of a pack what it did.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(
    pack: &str,
    documents: &[DocumentEntry],
    explanation: &Explanation,
    options: Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let finding = &explanation.finding;
    let line = |out: &mut dyn Write, first: &str, text: &str| {
        lines::wrap(out, options.width, first, first.chars().count(), text)
    };
    line(out, "", &format!("{pack} · {} · {}", finding.rule.id, words::verdict(finding.verdict)))?;
    line(out, "  ", &format!("Demand: {}", finding.rule.title))?;
    for reason in &finding.reasons {
        line(out, "  → ", &words::sentence(&words::reason(reason)))?;
    }
    let applies = match &explanation.applies_to {
        Some(about) => format!("applies where the pack is about {about}"),
        None => "always applies".to_owned(),
    };
    let searched = words::count(explanation.searched, "passage");
    line(out, "  ", &format!("The rule {applies}; {searched} searched."))?;
    for passage in &explanation.passages {
        writeln!(out)?;
        write_passage(documents, passage, options, out)?;
    }
    if explanation.left_out > 0 {
        let more = words::count(explanation.left_out, "more passage");
        line(out, "", &format!("… and {more} like these."))?;
    }
    writeln!(out)
}

fn write_passage(
    documents: &[DocumentEntry],
    passage: &ExplainedPassage,
    options: Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut line = |first: &str, text: &str| {
        lines::wrap(&mut *out, options.width, first, first.chars().count(), text)
    };
    let document = documents.get(passage.document).map_or("", |entry| entry.path.as_str());
    let name = document.rsplit(['/', '\\']).next().unwrap_or(document);
    line("▸ ", &format!("{} — {}", words::place(name, &passage.place), worth(passage.worth)))?;
    line("    ", &format!("“{}”", passage.quote))?;
    for reason in &passage.reasons {
        line("    → ", &words::sentence(&words::reason(reason)))?;
    }
    let duty = passage.duty;
    line(
        "    ",
        &format!(
            "read as: bearer {}, force {}, {}",
            duty.bearer.code(),
            duty.force.code(),
            duty.polarity.code()
        ),
    )?;
    if !passage.concepts.is_empty() {
        let concepts: Vec<String> =
            passage.concepts.iter().map(|(text, name)| format!("“{text}” = {name}")).collect();
        line("    words: ", &concepts.join("; "))?;
    }
    for pattern in &passage.patterns {
        write_pattern(pattern, options, out)?;
    }
    Ok(())
}

fn worth(worth: Worth) -> &'static str {
    match worth {
        Worth::Contradicts => "says the opposite",
        Worth::Supports => "says so",
        Worth::FallsShort => "falls short",
        Worth::Misses => "has the words, but does not demand it",
        Worth::Near => "has only some of the words",
    }
}

fn write_pattern(
    pattern: &ExplainedPattern,
    options: Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (held, of) = pattern.condition.score();
    let title = match &pattern.purpose {
        Purpose::Expects if pattern.condition.holds => "expected: all conditions hold".to_owned(),
        Purpose::Expects if held == of => {
            "expected: all conditions hold, but too far from each other".to_owned()
        }
        Purpose::Expects => format!("expected: {held} of {of} conditions hold"),
        Purpose::Weakens(wording) => format!("makes it weak: {wording}"),
        Purpose::Contradicts(wording) => format!("says the opposite: {wording}"),
    };
    lines::wrap(out, options.width, "    ", 4, &title)?;
    let tops = match pattern.condition.asks {
        Asks::All => pattern.condition.parts.as_slice(),
        _ => std::slice::from_ref(&pattern.condition),
    };
    tops.iter().try_for_each(|condition| write_condition(condition, 6, options, out))
}

/// A condition on one line; the parts of one that joins several below it, unless it is a choice
/// that is settled.
fn write_condition(
    condition: &Condition,
    indent: usize,
    options: Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mark = if condition.holds { "✓" } else { "✗" };
    let found = condition.found.as_ref().map(|text| format!(" (“{}”)", words::shorten(text, 80)));
    let text = format!("{}{}", asks(condition), found.unwrap_or_default());
    let first = format!("{}{mark} ", " ".repeat(indent));
    lines::wrap(out, options.width, &first, indent + 2, &text)?;
    let open = match condition.asks {
        Asks::All | Asks::Near { .. } => true,
        Asks::Any => condition.parts.iter().any(|part| !part.parts.is_empty()),
        _ => false,
    };
    for part in condition.parts.iter().filter(|_| open) {
        write_condition(part, indent + 2, options, out)?;
    }
    Ok(())
}

fn asks(condition: &Condition) -> String {
    let names = || -> Vec<String> {
        condition
            .parts
            .iter()
            .map(|part| if part.name.is_empty() { asks(part) } else { part.name.clone() })
            .collect()
    };
    match condition.asks {
        Asks::Concept | Asks::Quantity => condition.name.clone(),
        Asks::Topic => format!("{}, here or in a heading above", condition.name),
        Asks::All => "all of these, close to each other".to_owned(),
        Asks::Near { within, without: false } => format!("all of these within {within} words"),
        Asks::Near { within, without: true } => {
            format!("all of these within {within} words, and nothing that rules it out among them")
        }
        Asks::Any => format!("one of: {}", names().join(", ")),
        Asks::Not => format!("not: {}", names().join(", ")),
        Asks::Clause => format!("in the same clause: {}", names().join(", ")),
    }
}

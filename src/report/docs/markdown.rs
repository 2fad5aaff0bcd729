//! Pages about rules as Markdown.

use super::RuleDoc;
use crate::report::words;
use std::io;
use std::io::Write;

/// Writes the page of one rule.
///
/// # Errors
/// If `out` cannot be written to.
pub fn page(rule: &RuleDoc<'_>, out: &mut dyn Write) -> io::Result<()> {
    let card = rule.card;
    writeln!(out, "# {}\n", words::capitalised(&card.title))?;
    writeln!(out, "`{}` · {} · {}\n", card.id, card.family, card.severity.code())?;
    writeln!(out, "## What the contract shall say\n\n{}\n", card.requirement)?;
    writeln!(out, "## Why it matters\n\n{}\n", card.why)?;
    let applies = rule
        .applies_to
        .map_or("Always.".to_owned(), |about| format!("Where the pack is about {about}."));
    writeln!(out, "## When it applies\n\n{applies}\n")?;
    let numbers: Vec<String> =
        rule.parameters.iter().map(|(name, condition)| format!("{name}: {condition}")).collect();
    list(out, "Numbers it must state", &numbers)?;
    list(out, "What makes it weak", &rule.weakened_by)?;
    list(out, "What contradicts it", &rule.contradicted_by)?;
    let sources: Vec<String> = card
        .sources
        .iter()
        .map(|source| match source.basis.mark() {
            "" => source.reference.clone(),
            mark => format!("{} ({mark})", source.reference),
        })
        .collect();
    list(out, "Sources", &sources)?;
    writeln!(out, "## Wording to paste\n")?;
    for (code, clause) in &card.model_clauses {
        writeln!(out, "**{code}**\n\n> {clause}\n")?;
    }
    let examples: Vec<String> = rule
        .examples
        .iter()
        .map(|(verdict, text, code)| {
            let code = if code.is_empty() { String::new() } else { format!(" ({code})") };
            format!("{}{code}: {}", words::verdict(*verdict), text.replace('\n', " / "))
        })
        .collect();
    list(out, "Examples", &examples)?;
    list(out, "Factors of the study", &card.factors)
}

/// A heading with a list; nothing if the list is empty.
fn list(out: &mut dyn Write, heading: &str, items: &[impl AsRef<str>]) -> io::Result<()> {
    if items.is_empty() {
        return Ok(());
    }
    writeln!(out, "## {heading}\n")?;
    for item in items {
        writeln!(out, "- {}", item.as_ref())?;
    }
    writeln!(out)
}

/// Writes the list of all rules of a ruleset, family by family.
///
/// # Errors
/// If `out` cannot be written to.
pub fn index(title: &str, rules: &[RuleDoc<'_>], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {title}")?;
    let mut family = "";
    for rule in rules {
        if rule.card.family != family {
            family = &rule.card.family;
            writeln!(out, "\n## {}\n", words::capitalised(family))?;
        }
        let card = rule.card;
        writeln!(
            out,
            "- [`{}`]({}.md) · {} · {}",
            card.id,
            card.id,
            card.severity.code(),
            card.title
        )?;
    }
    Ok(())
}

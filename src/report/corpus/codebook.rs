//! `CODEBOOK.md`: what every table, column and rule of an audit means, for people who code or compute
//! with it.

use super::table::Table;
use crate::model::RuleCard;
use crate::model::Verdict;
use crate::report::words;
use std::io;
use std::io::Write;

/// A rule as coders need it.
#[derive(Debug, Clone)]
pub struct Code<'r> {
    /// What reports show of it.
    pub card: &'r RuleCard,
    /// Passages with the verdict that they are to get, in English where there are such.
    pub examples: Vec<(Verdict, &'r str)>,
}

/// Examples that are shown of each verdict.
const EXAMPLES: usize = 2;

/// Writes the codebook of tables and rules.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(tables: &[(&str, Table)], rules: &[Code<'_>], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# Codebook\n")?;
    writeln!(
        out,
        "Tables are CSV files in UTF-8 with a line of names; an empty cell is a value that is not \
         there. A text that a spreadsheet would take for a formula (it begins with =, +, -, @, a tab \
         or a line break) has an apostrophe before it. Numbers have a decimal point and at most six \
         decimals. Rows are sorted, so that the same documents, rules and options give the same bytes.\n"
    )?;
    for (below, table) in tables {
        writeln!(out, "## {below}{}.csv\n", table.name)?;
        writeln!(out, "{}", table.meaning)?;
        if !table.key.is_empty() {
            writeln!(out, "Key: {}.", names(table.key))?;
        }
        writeln!(out, "\n| Column | Type | Meaning |\n|---|---|---|")?;
        for column in &table.columns {
            let meaning = cell(&column.meaning);
            writeln!(out, "| `{}` | {} | {meaning} |", cell(&column.name), column.of.name())?;
        }
        writeln!(out)?;
    }
    writeln!(out, "# Codes\n")?;
    writeln!(
        out,
        "One code a clause. For each, a document is coded *met*, *weak*, *contradicted* or *missing*, or \
         *unclear* where the text cannot be read or understood. A clause that is there in any form is \
         met, weak or contradicted.\n"
    )?;
    rules.iter().try_for_each(|rule| code(rule, out))
}

fn names(key: &[&str]) -> String {
    let quoted: Vec<String> = key.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

/// Text in a cell of a Markdown table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace(['\n', '\r'], " ")
}

fn code(rule: &Code<'_>, out: &mut dyn Write) -> io::Result<()> {
    let card = rule.card;
    writeln!(out, "## {}\n", card.id)?;
    writeln!(
        out,
        "{} ({}, {})\n",
        words::capitalised(&card.title),
        card.family,
        card.severity.code()
    )?;
    writeln!(out, "*Definition.* {}\n", card.requirement)?;
    writeln!(out, "*Why.* {}\n", card.why)?;
    for (verdict, what) in [
        (Verdict::Met, "Code as met"),
        (Verdict::Weak, "Code as weak"),
        (Verdict::Contradicted, "Code as contradicted"),
        (Verdict::Missing, "Do not count"),
    ] {
        let examples = rule.examples.iter().filter(|(expected, _)| *expected == verdict);
        let examples: Vec<&str> = examples.take(EXAMPLES).map(|(_, text)| *text).collect();
        if !examples.is_empty() {
            writeln!(out, "*{what}:*\n")?;
            for text in examples {
                writeln!(out, "> {}\n", text.trim().replace('\n', "\n> "))?;
            }
        }
    }
    Ok(())
}

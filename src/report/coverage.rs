//! Which laws and standards the rules of a ruleset answer, as a matrix for people.

use crate::model::RuleCard;
use crate::model::Standard;
use std::io;
use std::io::Write;

/// Writes a row for each rule and a column for each standard that any of them refers to, then the
/// references standard by standard. `standard_of` tells which standard a reference belongs to.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(
    rules: &[&RuleCard],
    standards: &[Standard],
    standard_of: impl Fn(&str) -> Option<&'static Standard>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let refers = |rule: &RuleCard, id: &str| {
        let mut sources = rule.sources.iter();
        sources.any(|source| standard_of(&source.reference).is_some_and(|found| found.id == id))
    };
    let used: Vec<&Standard> = standards
        .iter()
        .filter(|standard| rules.iter().any(|rule| refers(rule, &standard.id)))
        .collect();
    let wide = rules.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    write!(out, "{:wide$}", "rule")?;
    for standard in &used {
        write!(out, "  {}", standard.short)?;
    }
    writeln!(out)?;
    for rule in rules {
        write!(out, "{:wide$}", rule.id)?;
        for standard in &used {
            let mark = if refers(rule, &standard.id) { "●" } else { "·" };
            write!(out, "  {mark:^width$}", width = standard.short.chars().count())?;
        }
        writeln!(out)?;
    }
    for standard in &used {
        let count = rules.iter().filter(|rule| refers(rule, &standard.id)).count();
        writeln!(
            out,
            "\n{} — {} ({count} of {} rules)",
            standard.short,
            standard.name,
            rules.len()
        )?;
        for rule in rules {
            for source in &rule.sources {
                if standard_of(&source.reference).is_some_and(|found| found.id == standard.id) {
                    let mark = source.basis.mark();
                    let mark = if mark.is_empty() { String::new() } else { format!(" [{mark}]") };
                    writeln!(out, "  {:wide$}  {}{mark}", rule.id, source.reference)?;
                }
            }
        }
    }
    Ok(())
}

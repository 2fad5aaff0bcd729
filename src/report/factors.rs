//! Which factors of the study a pack deals with, for people at a terminal.

use super::Options;
use super::lines;
use super::words;
use crate::review::FactorStatus;
use crate::review::Handled;
use std::io;
use std::io::Write;

/// Writes each factor with what the pack shows of it.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(
    pack: &str,
    factors: &[FactorStatus<'_>],
    options: Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(
        out,
        "\nWhy security falls short, and what {} does about it",
        words::display_safe(pack)
    )?;
    for status in factors {
        let (mark, handled) = match status.handled {
            Handled::Yes => ("✓", "dealt with"),
            Handled::No => ("✗", "not dealt with"),
            Handled::Open => ("?", "could not be assessed"),
            Handled::NotApplicable => ("-", "not looked for here"),
        };
        let factor = status.factor;
        let text = format!("{} · {} — {handled}", factor.code, factor.name);
        lines::wrap(out, options.width, &format!("  {mark} "), 4, &text)?;
        if status.handled != Handled::Yes {
            lines::wrap(out, options.width, "      In the study: ", 8, &factor.fails)?;
        }
        for (title, ids) in
            [("found", &status.met), ("gaps", &status.gaps), ("not assessed", &status.open)]
        {
            if !ids.is_empty() {
                let first = format!("      {title}: ");
                lines::wrap(out, options.width, &first, 8, &ids.join(", "))?;
            }
        }
    }
    Ok(())
}

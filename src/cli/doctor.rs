//! `clausecheck doctor`: what this installation can do, and what protects this machine.

use super::Failure;
use super::args::DoctorArgs;
use super::cache;
use super::output;
use crate::app;
use crate::app::Protection;
use crate::report::words;
use crate::ruleset;
use std::io;
use std::io::Write;

pub(super) fn run(args: &DoctorArgs) -> Result<u8, Failure> {
    let limits = args.guard.limits.limits();
    let protection = match args.guard.isolation()? {
        Some(isolation) => Some(app::try_protection(&isolation, &limits).map_err(Failure::new)?),
        None => None,
    };
    output::deliver(None, |out| {
        writeln!(out, "clausecheck {}", env!("CARGO_PKG_VERSION"))?;
        writeln!(out, "rulesets: {}", ruleset::builtin_names().join(", "))?;
        writeln!(out, "text recognition: {}", recognition())?;
        writeln!(out, "cache: {}", cache(args))?;
        writeln!(out, "\nlimits, and the reason code of a document that reaches one")?;
        for limit in limits.list() {
            writeln!(out, "  {:36} {:>10}  {}", limit.what, limit.bound, limit.reason.code())?;
        }
        write_protection(protection.as_ref(), out)
    })?;
    Ok(0)
}

/// Where what was read is remembered.
fn cache(args: &DoctorArgs) -> String {
    match args.no_cache {
        true => "switched off, so every document is read anew".to_owned(),
        false => cache::described(args.cache_dir.as_deref()),
    }
}

/// What recognises the text of scanned pages.
fn recognition() -> String {
    match app::recognition() {
        None => "tesseract is not installed, so scanned pages are not read".to_owned(),
        Some((version, languages)) => {
            let names: Vec<&str> = languages.iter().map(|language| language.name()).collect();
            let version = words::display_safe(&version);
            format!("tesseract {version} with data for {}", names.join(", "))
        }
    }
}

fn write_protection(protection: Option<&Protection>, out: &mut dyn Write) -> io::Result<()> {
    let Some(protection) = protection else {
        return writeln!(out, "\ndocuments are opened in this process: a hostile one can end it");
    };
    writeln!(out, "\ndocuments are opened in a process of their own, with")?;
    writeln!(out, "  ✓ a bound on the time for each")?;
    for layer in &protection.layers {
        match &layer.missing {
            None => writeln!(out, "  ✓ {}", words::display_safe(&layer.name))?,
            Some(why) => writeln!(
                out,
                "  ✗ {}: {}",
                words::display_safe(&layer.name),
                words::display_safe(why)
            )?,
        }
    }
    if protection.layers.iter().all(|layer| layer.missing.is_some()) {
        return Ok(());
    }
    writeln!(out, "\nwhat it tried from there")?;
    match &protection.tried {
        Ok(tried) => tried.iter().try_for_each(|(what, denied)| {
            let (mark, end) = if *denied { ("✓", "denied") } else { ("✗", "NOT DENIED") };
            writeln!(out, "  {mark} {}: {end}", words::display_safe(what))
        }),
        Err(failure) => writeln!(out, "  ✗ {}", failure.message()),
    }
}

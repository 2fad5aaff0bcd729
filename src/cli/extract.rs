//! `clausecheck extract`: a document as it was read.

use super::Failure;
use super::args::ExtractArgs;
use super::args::ExtractFormat;
use super::output;
use crate::app;
use crate::input;
use crate::input::InputError;
use crate::report::document;
use crate::report::words::display_safe;
use crate::ruleset;

pub(super) fn run(args: &ExtractArgs) -> Result<u8, Failure> {
    let ruleset = ruleset::load(&args.reading.ruleset).map_err(Failure::new)?;
    let path = args.file.display().to_string();
    if args.file.is_dir() {
        return Err(Failure::new(format!("`{path}` is a folder\n  help: name one file")));
    }
    let packs = input::collect(std::slice::from_ref(&path), false)
        .map_err(|mut errors| errors.pop().unwrap_or(InputError::Nothing))
        .map_err(Failure::new)?;
    let Some(file) = packs.first().and_then(|pack| pack.files.first()) else {
        return Err(Failure::new(InputError::Empty(path)));
    };
    let settings = args.reading.settings()?;
    let documents = app::read_documents(file, &ruleset, &settings).map_err(Failure::new)?;
    output::deliver(args.output.as_deref(), |out| {
        for (document, duties) in &documents {
            match args.format {
                ExtractFormat::Text => {
                    if documents.len() > 1 {
                        writeln!(out, "# document {}", display_safe(&document.source.path))?;
                    }
                    document::text::write(document, duties, out)?;
                }
                ExtractFormat::Markdown => document::markdown::write(document, out)?,
                ExtractFormat::Json => document::v1::write(document, duties, out)?,
            }
        }
        Ok(())
    })?;
    Ok(if documents.iter().all(|(document, _)| document.is_fully_read()) { 0 } else { 3 })
}

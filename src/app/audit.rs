//! Judges the packs of a corpus one after the other, and hands on what was found in each at once, so
//! that memory does not grow with the corpus and a run that ends early loses only what it was
//! about to say.

use super::AppError;
use super::Progress;
use super::STACK;
use super::Settings;
use super::engine;
use super::reader::Reader;
use crate::input::FileSource;
use crate::input::PackSource;
use crate::model::PackReport;
use crate::ruleset::Ruleset;
use rayon::prelude::*;
use std::io;

/// What was found in one pack.
pub struct Findings {
    /// BLAKE3 over its files.
    pub input: String,
    /// The findings, with the texts of its documents.
    pub report: PackReport,
}

/// Judges each pack that is not `known` by its name and the hash of its files, and gives what was
/// found to `keep`, in no order. Threads call both at the same time.
///
/// # Errors
/// As [`super::check`], and if `keep` fails, which ends the run.
pub fn audit(
    packs: &[PackSource],
    ruleset: &Ruleset,
    settings: &Settings,
    known: &(dyn Fn(&str, &str) -> bool + Sync),
    keep: &(dyn Fn(Findings) -> io::Result<()> + Sync),
    progress: Progress<'_>,
) -> Result<(), AppError> {
    let engine = engine(ruleset, settings)?;
    let settings = Settings { keep_text: true, ..settings.clone() };
    let reader = Reader::new(&engine, &settings)?;
    let pool =
        rayon::ThreadPoolBuilder::new().num_threads(settings.jobs).stack_size(STACK).build()?;
    let judge = |source: &PackSource| {
        let input = fingerprint(&source.files);
        if !known(&source.name, &input) {
            let report = reader.check_pack(source, &|_| ());
            keep(Findings { input, report })?;
        }
        progress(&source.name);
        Ok(())
    };
    pool.install(|| packs.par_iter().try_for_each(judge)).map_err(AppError::Journal)
}

/// BLAKE3 of a file, or over the names and hashes of several. A file that cannot be read has none.
fn fingerprint(files: &[FileSource]) -> String {
    let hash = |file: &FileSource| file.hash().unwrap_or_default();
    match files {
        [file] => hash(file),
        files => {
            let mut hasher = blake3::Hasher::new();
            for file in files {
                hasher.update(format!("{}\n{}\n", file.shown, hash(file)).as_bytes());
            }
            hasher.finalize().to_hex().to_string()
        }
    }
}

//! Two packs, read in full detail so that they can be compared.

use super::AppError;
use super::Progress;
use super::STACK;
use super::Settings;
use super::engine;
use super::reader::Reader;
use crate::extract::Changes;
use crate::input::PackSource;
use crate::model::PackReading;
use crate::model::RulesetStamp;
use crate::ruleset::Ruleset;

/// Two packs with what each rule made of each passage.
#[derive(Debug, Clone, PartialEq)]
pub struct Examined {
    /// The rules that were applied.
    pub ruleset: RulesetStamp,
    /// The older, or the one that was asked for.
    pub old: PackReading,
    /// The newer, or the one that was given.
    pub new: PackReading,
}

/// Reads two packs.
///
/// # Errors
/// As `check`, except that unreadable files are no error.
pub fn examine(
    old: &PackSource,
    new: &PackSource,
    ruleset: &Ruleset,
    settings: &Settings,
    progress: Progress<'_>,
) -> Result<Examined, AppError> {
    examine_both((old, settings), (new, settings), ruleset, progress)
}

/// Reads one pack as it was before its tracked changes, and as it is with them.
///
/// # Errors
/// As [`examine`].
pub fn examine_changes(
    pack: &PackSource,
    ruleset: &Ruleset,
    settings: &Settings,
    progress: Progress<'_>,
) -> Result<Examined, AppError> {
    let before = settings.in_state(Changes::Original);
    let after = settings.in_state(Changes::Accepted);
    examine_both((pack, &before), (pack, &after), ruleset, progress)
}

fn examine_both(
    old: (&PackSource, &Settings),
    new: (&PackSource, &Settings),
    ruleset: &Ruleset,
    progress: Progress<'_>,
) -> Result<Examined, AppError> {
    let engine = engine(ruleset, new.1)?;
    let readers = (Reader::new(&engine, old.1)?, Reader::new(&engine, new.1)?);
    let threads = rayon::ThreadPoolBuilder::new().num_threads(new.1.jobs).stack_size(STACK);
    let (old, new) = threads.build()?.install(|| {
        rayon::join(
            || readers.0.examine_pack(old.0, progress),
            || readers.1.examine_pack(new.0, progress),
        )
    });
    Ok(Examined { ruleset: ruleset.stamp.clone(), old, new })
}

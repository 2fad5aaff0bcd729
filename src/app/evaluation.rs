//! Judges the documents of a gold set and compares, one document after another: of each only its
//! counts and disagreements are kept.

use super::AppError;
use super::Progress;
use super::STACK;
use super::Settings;
use super::reader::Reader;
use crate::engine::Engine;
use crate::evaluation::Comparison;
use crate::evaluation::Evaluation;
use crate::evaluation::GoldDocument;
use crate::evaluation::compare;
use crate::input::PackSource;
use crate::ruleset::Ruleset;
use rayon::prelude::*;

/// Compares the findings for each document with its labels. With `all_labels`, labels that are
/// not sure enter the headline figures.
///
/// # Errors
/// If the lexicon is unusable, or documents cannot be opened in a guarded process as the settings
/// ask.
pub fn evaluate(
    gold: &[(GoldDocument, PackSource)],
    ruleset: &Ruleset,
    settings: &Settings,
    all_labels: bool,
    progress: Progress<'_>,
) -> Result<Evaluation, AppError> {
    let engine = Engine::new(ruleset)?;
    let reader = Reader::new(&engine, settings)?;
    let pool =
        rayon::ThreadPoolBuilder::new().num_threads(settings.jobs).stack_size(STACK).build()?;
    let judge = |(gold, source): &(GoldDocument, PackSource)| {
        compare(gold, &reader.check_pack(source, progress))
    };
    let comparisons: Vec<Comparison> = pool.install(|| gold.par_iter().map(judge).collect());
    let rules = ruleset.rules.iter().map(|rule| rule.card.id.clone());
    let mut evaluation = Evaluation::new(ruleset.stamp.clone(), rules, all_labels);
    comparisons.into_iter().for_each(|comparison| evaluation.add(comparison));
    Ok(evaluation)
}

//! `clausecheck explain`.

use super::Failure;
use super::args::ExplainArgs;
use super::output;
use crate::app;
use crate::app::AppError;
use crate::app::ExplainedPack;
use crate::input;
use crate::report;
use crate::ruleset;
use crate::ruleset::Rule;
use crate::ruleset::Ruleset;

pub(super) fn run(args: &ExplainArgs) -> Result<u8, Failure> {
    let ruleset = ruleset::load(&args.reading.ruleset).map_err(Failure::new)?;
    let Some(rule) = ruleset.rules.iter().find(|rule| rule.card.id == args.rule) else {
        let near = ruleset
            .rules
            .iter()
            .map(|rule| (strsim::damerau_levenshtein(&rule.card.id, &args.rule), &rule.card.id))
            .min()
            .map(|(_, id)| format!("; did you mean `{id}`?"))
            .unwrap_or_default();
        let message = format!(
            "there is no rule `{}` in the ruleset {}{near}\n  help: `clausecheck rules list` lists all",
            args.rule, ruleset.stamp.name
        );
        return Err(Failure::new(message));
    };
    if args.paths.is_empty() {
        let language = args.reading.lang.map(|language| language.code());
        output::deliver(None, |out| {
            report::rule::write(&rule.card, language, output::width(), out)
        })?;
        return Ok(0);
    }
    explain_packs(args, &ruleset, rule)
}

/// What the rule saw in each pack; exit code 3 if some of them was not fully read.
fn explain_packs(args: &ExplainArgs, ruleset: &Ruleset, rule: &Rule) -> Result<u8, Failure> {
    let packs =
        input::collect(&args.paths, args.each).map_err(AppError::Input).map_err(Failure::new)?;
    let settings = args.reading.settings()?;
    let explained = app::explain(&packs, ruleset, rule, &settings).map_err(Failure::new)?;
    let options = report::Options { width: output::width() };
    output::deliver(None, |out| {
        explained.iter().try_for_each(|pack| {
            report::explanation::write(&pack.name, &pack.documents, &pack.explanation, options, out)
        })
    })?;
    let complete =
        |pack: &ExplainedPack| pack.documents.iter().all(|document| document.status.is_complete());
    Ok(if explained.iter().all(complete) { 0 } else { 3 })
}

//! `clausecheck explain`.

use super::Failure;
use super::args::ExplainArgs;
use super::output;
use crate::report;
use crate::ruleset;

pub(super) fn run(args: &ExplainArgs) -> Result<u8, Failure> {
    let ruleset = ruleset::load(&args.ruleset).map_err(Failure::new)?;
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
    let language = args.lang.map(|language| language.code());
    output::deliver(None, |out| report::rule::write(&rule.card, language, output::width(), out))?;
    Ok(0)
}

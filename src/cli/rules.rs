//! `clausecheck rules`.

use super::Failure;
use super::args::ListBy;
use super::args::RulesArgs;
use super::args::RulesCommand;
use super::args::RulesetArgs;
use super::args::SchemaOf;
use super::import;
use super::output;
use super::rule_files;
use super::rules_policy;
use crate::app;
use crate::report;
use crate::ruleset;
use crate::ruleset::schema::LexiconFile;
use crate::ruleset::schema::RuleFile;
use crate::ruleset::schema::RulesetFile;

/// Exit status when rules do not do what their authors expect.
const RULES_FAIL: u8 = 1;

pub(super) fn run(args: &RulesArgs) -> Result<u8, Failure> {
    match &args.command {
        RulesCommand::List { ruleset, by: None } => list(ruleset),
        RulesCommand::List { ruleset, by: Some(ListBy::Standard) } => list_by_standard(ruleset),
        RulesCommand::Test { ruleset, filter } => {
            test(ruleset, filter.as_deref().unwrap_or_default())
        }
        RulesCommand::Lint(args) => lint(args),
        RulesCommand::Docs { ruleset, output, format } => {
            rule_files::write_docs(&ruleset.ruleset, output, *format)
        }
        RulesCommand::New { id, family, folder } => rule_files::write_new(id, family, folder),
        RulesCommand::Import(args) => import::run(args),
        RulesCommand::Lock(args) => rules_policy::lock(args),
        RulesCommand::Diff(args) => rules_policy::diff(args),
        RulesCommand::Schema { of } => print_schema(*of),
    }
}

fn list(args: &RulesetArgs) -> Result<u8, Failure> {
    let ruleset = ruleset::load(&args.ruleset).map_err(Failure::new)?;
    output::deliver(None, |out| {
        let stamp = &ruleset.stamp;
        writeln!(out, "{} {}: {}\n", stamp.name, stamp.version, ruleset.description)?;
        let wide = ruleset.rules.iter().map(|rule| rule.card.id.len()).max().unwrap_or(0);
        for rule in &ruleset.rules {
            writeln!(
                out,
                "{:wide$}  {:8}  {}",
                rule.card.id,
                rule.card.severity.code(),
                rule.card.title
            )?;
        }
        writeln!(out, "\n{}", report::words::count(ruleset.rules.len(), "rule"))
    })?;
    Ok(0)
}

fn list_by_standard(args: &RulesetArgs) -> Result<u8, Failure> {
    let ruleset = ruleset::load(&args.ruleset).map_err(Failure::new)?;
    let cards: Vec<_> = ruleset.rules.iter().map(|rule| &rule.card).collect();
    output::deliver(None, |out| {
        report::coverage::write(&cards, ruleset::standards(), ruleset::standard_of, out)
    })?;
    Ok(0)
}

fn test(args: &RulesetArgs, filter: &str) -> Result<u8, Failure> {
    let ruleset = ruleset::load(&args.ruleset).map_err(Failure::new)?;
    let results = app::test_rules(&ruleset).map_err(Failure::new)?;
    let chosen: Vec<_> = results.iter().filter(|result| result.name.contains(filter)).collect();
    let failed: Vec<_> = chosen.iter().filter(|result| !result.passed()).collect();
    output::deliver(None, |out| {
        for result in &failed {
            writeln!(
                out,
                "✗ {}: expected {}, got {}",
                result.name,
                result.expected.code(),
                result.found.code()
            )?;
            writeln!(out, "    {}", report::words::display_safe(&result.text))?;
            for reason in &result.reasons {
                writeln!(out, "    → {reason}")?;
            }
        }
        writeln!(out, "{} passed, {} failed", chosen.len() - failed.len(), failed.len())
    })?;
    if chosen.is_empty() {
        return Err(Failure::new(format!("no rule has `{filter}` in its id")));
    }
    Ok(if failed.is_empty() { 0 } else { RULES_FAIL })
}

fn lint(args: &RulesetArgs) -> Result<u8, Failure> {
    let ruleset = ruleset::load(&args.ruleset).map_err(Failure::new)?;
    let found = ruleset::lint(&ruleset);
    output::deliver(None, |out| {
        for line in &found {
            writeln!(out, "{line}")?;
        }
        let rules = report::words::count(ruleset.rules.len(), "rule");
        writeln!(out, "{rules}, {}", report::words::count(found.len(), "remark"))
    })?;
    Ok(if found.is_empty() { 0 } else { RULES_FAIL })
}

fn print_schema(of: SchemaOf) -> Result<u8, Failure> {
    let schema = match of {
        SchemaOf::Rule => schemars::schema_for!(RuleFile),
        SchemaOf::Lexicon => schemars::schema_for!(LexiconFile),
        SchemaOf::Ruleset => schemars::schema_for!(RulesetFile),
        SchemaOf::Report => report::json::v1::schema(),
        SchemaOf::Document => report::document::v1::schema(),
        SchemaOf::Evaluation => report::evaluation::v1::schema(),
        SchemaOf::Run => report::corpus::run::schema(),
        SchemaOf::Comparison => report::comparison::v1::schema(),
    };
    let text = serde_json::to_string_pretty(&schema).map_err(Failure::new)?;
    output::deliver(None, |out| writeln!(out, "{text}"))?;
    Ok(0)
}

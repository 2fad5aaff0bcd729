//! Every example and model clause of every shipped rule is a test, named after its rule:
//! `cargo test --test rules inc-notification` runs those of one rule.

use clausecheck::app;
use clausecheck::ruleset;
use libtest_mimic::Arguments;
use libtest_mimic::Failed;
use libtest_mimic::Trial;

fn main() {
    let arguments = Arguments::from_args();
    let mut trials = Vec::new();
    for name in ruleset::builtin_names() {
        let loaded = match ruleset::load(&name) {
            Ok(loaded) => loaded,
            Err(problems) => {
                let message = problems.to_string();
                trials.push(Trial::test(format!("{name}::loads"), move || {
                    Err(Failed::from(message))
                }));
                continue;
            }
        };
        let remarks = ruleset::lint(&loaded);
        trials.push(Trial::test(format!("{name}::lint"), move || {
            if remarks.is_empty() { Ok(()) } else { Err(Failed::from(remarks.join("\n"))) }
        }));
        // A profile takes over rules whose examples are judged where they are at home, with the thresholds
        // that they were written for.
        if loaded.extends.is_some() {
            continue;
        }
        let results = app::test_rules(&loaded).expect("the shipped lexicon is complete");
        for result in results {
            trials.push(Trial::test(format!("{name}::{}", result.name), move || {
                if result.passed() {
                    return Ok(());
                }
                let (expected, found) = (result.expected.code(), result.found.code());
                Err(Failed::from(format!(
                    "expected {expected}, got {found}: {}\n{:#?}",
                    result.text, result.reasons
                )))
            }));
        }
    }
    libtest_mimic::run(&arguments, trials).exit();
}

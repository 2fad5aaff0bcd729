//! Broken rulesets: all problems at once, each with its place and what to do.

use clausecheck::app;
use clausecheck::app::Settings;
use clausecheck::input;
use clausecheck::model::Verdict;
use clausecheck::ruleset;
use clausecheck::ruleset::load_sources;

fn problems(files: &[(&str, &str)]) -> String {
    let sources: Vec<(String, String)> =
        files.iter().map(|(path, source)| ((*path).to_owned(), (*source).to_owned())).collect();
    match load_sources("ours.yaml".to_owned(), &sources) {
        Ok(_) => "no problem".to_owned(),
        Err(problems) => problems.to_string(),
    }
}

const OURS: &str = "name: ours\nversion: '1'\ndescription: x\nextends: baseline\n";

#[test]
fn an_extension_with_its_own_threshold_loads() {
    let ours = format!(
        "{OURS}overrides:\n  inc-notification:\n    thresholds: {{ time to notify: 12 hours }}\n"
    );
    assert_eq!(problems(&[("ours.yaml", &ours)]), "no problem");
}

#[test]
fn a_ruleset_may_lie_in_a_folder_whose_name_ends_in_rules() {
    let sources = [("/home/our-rules/ours.yaml".to_owned(), OURS.to_owned())];
    let loaded = load_sources("/home/our-rules/ours.yaml".to_owned(), &sources);
    assert!(loaded.is_ok());
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let ours = format!(
        "{OURS}rules: [inc-notificaton]\nvague: [vague-reasonabl]\noverrides:\n  iam-mfa:\n    severity: critical\n  iam-mfaa:\n    severity: low\n"
    );
    insta::assert_snapshot!(problems(&[("ours.yaml", &ours)]), @r"
    error: there is no rule `inc-notificaton`
     --> ours.yaml:5:9
      |
    5 | rules: [inc-notificaton]
      |         ^
      = help: did you mean `inc-notification`?

    error: there is no concept `vague-reasonabl` in the lexicon
     --> ours.yaml:6:9
      |
    6 | vague: [vague-reasonabl]
      |         ^
      = help: did you mean `vague-reasonable`?

    error: `overrides` names `iam-mfaa`, which is no rule
      --> ours.yaml:10:3
       |
    10 |   iam-mfaa:
       |   ^
       = help: did you mean `iam-mfa`?

    3 problems in the ruleset; nothing was checked
    ");
}

#[test]
fn a_wrong_field_is_shown_where_it_stands() {
    let text = problems(&[("ours.yaml", "name: ours\nversion: '1'\ndescription: x\nrule: []\n")]);
    assert!(text.contains("--> ours.yaml:4:1"), "{text}");
    assert!(text.contains("rule"), "{text}");
}

#[test]
fn a_bad_pattern_is_shown_where_it_stands() {
    let rule = "id: x-one\ntitle: something\nfamily: x\nseverity: high\nrequirement: r\nwhy: w\nexpects:\n  - match: { al: [encrypt] }\nmodel_clause: {}\nexamples: []\n";
    let text = problems(&[("ours.yaml", OURS), ("rules/x/x-one.yaml", rule)]);
    assert!(text.contains("rules/x/x-one.yaml:8:"), "{text}");
    assert!(text.contains("`al`"), "{text}");
}

#[test]
fn a_language_without_terms_is_shown_where_it_stands() {
    let ours = format!("{OURS}languages: [en, xx]\n");
    let text = problems(&[("ours.yaml", &ours)]);
    assert!(text.contains("--> ours.yaml:5:17"), "{text}");
    assert!(text.contains("`xx`"), "{text}");
}

/// A file of one's own that is named like a shipped ruleset brings none of its rules along.
#[test]
fn an_extension_has_the_rules_of_what_it_extends_and_no_others() {
    let shipped = ruleset::load("commercial-terms").unwrap();
    let ours = "name: ours\nversion: '1'\ndescription: x\nextends: commercial-terms\n";
    for path in ["ours.yaml", "baseline.yaml"] {
        let sources = [(path.to_owned(), ours.to_owned())];
        let extended = load_sources(path.to_owned(), &sources).unwrap();
        let ids = |ruleset: &ruleset::Ruleset| -> Vec<String> {
            ruleset.rules.iter().map(|rule| rule.card.id.clone()).collect()
        };
        assert_eq!(ids(&extended), ids(&shipped), "{path}");
        assert_eq!(extended.lexicon.matchers.len(), shipped.lexicon.matchers.len(), "{path}");
    }
}

#[test]
fn nothing_is_called_missing_in_a_language_that_the_rules_do_not_read() {
    let ours =
        "name: ours\nversion: '1'\ndescription: x\nextends: confidentiality\nlanguages: [en]\n";
    let sources = [("ours.yaml".to_owned(), ours.to_owned())];
    let ruleset = load_sources("ours.yaml".to_owned(), &sources).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("avtal.txt");
    let clause = "Mottagaren ska hålla all information hemlig och får inte lämna ut den till någon \
                  annan utan att den andra parten skriftligen har godkänt det.\n\n";
    std::fs::write(&file, clause.repeat(8)).unwrap();
    let packs = input::collect(&[file.display().to_string()], false).unwrap();
    let report = app::check(&packs, &ruleset, &Settings::default(), &|_| {}).unwrap();
    let verdicts: Vec<Verdict> =
        report.packs[0].findings.iter().map(|finding| finding.verdict).collect();
    assert_eq!(verdicts, [Verdict::Undetermined; 9]);
}

#[test]
fn near_counts_words_between_places() {
    let rule = |pattern: &str| {
        let rule = format!(
            "id: own-rule\ntitle: x\nfamily: own\nseverity: low\nrequirement: x\nwhy: x\nexpects:\n  - match: {pattern}\nmodel_clause: {{ en: x }}\nexamples: []\n"
        );
        problems(&[("ours.yaml", OURS), ("rules/own/own-rule.yaml", &rule)])
    };
    assert_eq!(rule("{ near: { within: 5, of: [encrypt, backup] } }"), "no problem");
    let headless = rule("{ near: { within: 5, of: [encrypt, { topic: backup }] } }");
    assert!(headless.contains("stand in no one place"), "{headless}");
    let alone = rule("{ near: { within: 5, of: [encrypt] } }");
    assert!(alone.contains("stand in no one place"), "{alone}");
}

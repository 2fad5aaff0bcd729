//! Broken rulesets: all problems at once, each with its place and what to do.

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

//! Rulesets of one's own that extend one another by path.

use clausecheck::ruleset;
use clausecheck::ruleset::Rule;
use clausecheck::ruleset::Ruleset;
use std::fs;
use std::path::Path;
use std::process::Command;

const RULE: &str = "title: t\nfamily: x\nseverity: high\nrequirement: r\nwhy: w\nmodel_clause: {}\n\
    examples: []\nexpects:\n  - match: aquarium\n";
const LEXICON: &str =
    "concepts:\n  - id: aquarium\n    name: aquarium\n    terms: { en: ['aquarium*'] }\n";

/// A ruleset that extends another, and more.
fn text(name: &str, extends: &str, more: &str) -> String {
    format!("name: {name}\nversion: '1'\ndescription: x\nextends: {extends}\n{more}")
}

fn write(folder: &Path, files: &[(&str, String)]) {
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

fn load(folder: &Path, path: &str) -> Result<Ruleset, String> {
    ruleset::load(&folder.join(path).display().to_string()).map_err(|wrong| wrong.to_string())
}

fn rule<'r>(ruleset: &'r Ruleset, id: &str) -> &'r Rule {
    ruleset.rules.iter().find(|rule| rule.card.id == id).unwrap()
}

/// A department whose ruleset extends that of its city, which extends a shipped one.
fn city() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let stricter = "overrides:\n  inc-notification: { severity: low, thresholds: { time to notify: \
        12 hours } }\n";
    let strictest = "overrides:\n  inc-notification: { thresholds: { time to notify: 6 hours } }\n";
    write(
        folder.path(),
        &[
            ("city/city.yaml", text("city", "baseline", stricter)),
            ("city/lexicon/city.yaml", LEXICON.to_owned()),
            ("city/rules/x/x-fish.yaml", format!("id: x-fish\n{RULE}")),
            ("school/school.yaml", text("school", "../city/city.yaml", strictest)),
            ("school/rules/x/x-pond.yaml", format!("id: x-pond\n{RULE}")),
        ],
    );
    folder
}

#[test]
fn rules_terms_and_numbers_of_every_ruleset_of_the_chain_count_the_nearest_first() {
    let folder = city();
    for path in ["school/school.yaml", "school"] {
        let school = load(folder.path(), path).unwrap();
        assert_eq!(school.stamp.name, "school");
        assert_eq!(school.extends.as_deref(), Some("../city/city.yaml"));
        let notice = rule(&school, "inc-notification");
        assert_eq!(notice.parameters[0].threshold.to_string(), "6 h");
        assert_eq!(notice.card.severity.code(), "low", "the city's, which the school leaves");
        rule(&school, "x-fish");
        rule(&school, "x-pond");
        assert!(school.rules.iter().any(|rule| rule.card.id.starts_with("avl-")), "the shipped");
    }
    let city = load(folder.path(), "city").unwrap();
    assert!(city.rules.iter().all(|rule| rule.card.id != "x-pond"));
}

#[test]
fn hash_and_lock_notice_a_change_anywhere_in_the_chain() {
    let folder = city();
    let hash = || load(folder.path(), "school").unwrap().stamp.hash;
    let path = |name: &str| folder.path().join(name).display().to_string();
    let first = hash();
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_clausecheck"));
        command.args(arguments).env("CLAUSECHECK_NO_CACHE", "true").env("NO_COLOR", "1");
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    let (school, lock, contract) = (path("school"), path("school.lock"), path("contract.txt"));
    fs::write(&contract, "The Customer pays within 30 days.").unwrap();
    run(&["rules", "lock", "-r", &school, "-o", &lock]);
    let check = || run(&["check", &contract, "-r", &school, "--lock", &lock]);
    assert!(!check().contains("The ruleset school is 1"));
    for (file, from, to) in [
        ("city/city.yaml", "12 hours", "13 hours"),
        ("city/lexicon/city.yaml", "'aquarium*'", "'aquariums'"),
        ("city/rules/x/x-fish.yaml", "title: t", "title: u"),
    ] {
        let whole = fs::read_to_string(folder.path().join(file)).unwrap();
        write(folder.path(), &[(file, whole.replace(from, to))]);
        assert_ne!(hash(), first, "{file}");
        assert!(check().contains("The ruleset school is 1"), "{file}");
        write(folder.path(), &[(file, whole)]);
        assert_eq!(hash(), first);
    }
}

#[test]
fn a_chain_that_leads_nowhere_is_refused_where_it_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let said = |files: &[(&str, String)], expected: &[&str]| {
        write(folder.path(), files);
        let said = load(folder.path(), files[0].0).unwrap_err();
        for part in expected {
            assert!(said.contains(part), "`{part}` is not in: {said}");
        }
    };
    said(
        &[("one.yaml", text("one", "../nowhere/base.yaml", ""))],
        &["one.yaml:4:10", "there is no file", "nowhere/base.yaml", "from the folder of this file"],
    );
    said(
        &[("one.yaml", text("one", "/etc/base.yaml", ""))],
        &["one.yaml:4:10", "no path relative"],
    );
    said(
        &[("one.yaml", text("one", "./one.yaml", ""))],
        &["one.yaml:4:10", "goes in a circle", "1 problem"],
    );
    said(
        &[
            ("one.yaml", text("one", "b/two.yaml", "")),
            ("b/two.yaml", text("two", "../c/three.yaml", "")),
            ("c/three.yaml", text("three", "../b/two.yaml", "")),
        ],
        &["c/three.yaml:4:10", "b/two.yaml → ", "1 problem"],
    );
    let long: Vec<(String, String)> = (0..12)
        .map(|at| {
            (format!("n{at}.yaml"), text(&format!("n{at}"), &format!("n{}.yaml", at + 1), ""))
        })
        .collect();
    let long: Vec<(&str, String)> =
        long.iter().map(|(path, text)| (path.as_str(), text.clone())).collect();
    said(&long, &["n7.yaml:4:10", "more than 8 rulesets", "1 problem"]);
    said(
        &[("one.yaml", text("one", "two.yaml", "")), ("two.yaml", text("two", "nothing", ""))],
        &["two.yaml:4:10", "no shipped ruleset"],
    );
    said(
        &[("one.yaml", text("one", "two.yaml", "")), ("two.yaml", "name: [two\n".to_owned())],
        &["two.yaml:", "1 problem"],
    );
    fs::create_dir(folder.path().join("d.yaml")).unwrap();
    said(&[("one.yaml", text("one", "d.yaml", ""))], &["d.yaml", "no ordinary file"]);
}

#[test]
fn two_rulesets_of_one_name_or_in_one_folder_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        &[
            ("ours/ours.yaml", text("ours", "../base/base.yaml", "")),
            ("base/base.yaml", text("ours", "sla", "")),
        ],
    );
    let said = load(folder.path(), "ours").unwrap_err();
    assert!(said.contains("base.yaml:1:7") && said.contains("is named `ours` too"), "{said}");
    write(folder.path(), &[("base/base.yaml", text("nis2", "sla", ""))]);
    let said = load(folder.path(), "ours").unwrap_err();
    assert!(said.contains("base.yaml:1:7") && said.contains("shipped ruleset `nis2`"), "{said}");
    write(folder.path(), &[("base/base.yaml", text("base", "sla", ""))]);
    assert!(load(folder.path(), "ours").is_ok());
    write(folder.path(), &[("ours/other.yaml", text("other", "sla", ""))]);
    let said = load(folder.path(), "ours").unwrap_err();
    assert!(said.contains("holds several rulesets") && said.contains("other.yaml"), "{said}");
    assert!(load(folder.path(), "ours/other.yaml").is_ok(), "the file is named");
    // One beside the other, which are not mixed up with what the folder holds.
    write(folder.path(), &[("ours/other.yaml", text("other", "ours.yaml", ""))]);
    assert!(load(folder.path(), "ours/other.yaml").is_ok());
}

#[test]
fn a_ruleset_may_lie_in_a_folder_of_rules() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        &[
            ("rules/ours.yaml", text("ours", "rules/base.yaml", "")),
            ("rules/rules/base.yaml", text("base", "baseline", "")),
            ("rules/lexicon/ours.yaml", LEXICON.to_owned()),
            ("rules/rules/x-fish.yaml", format!("id: x-fish\n{RULE}")),
        ],
    );
    let ours = load(folder.path(), "rules/ours.yaml").unwrap();
    rule(&ours, "x-fish");
}

//! Rulesets that cost too much, or are not what they look like (fault cases 39–44). Rules have no
//! regular expressions, so what is bounded are files, YAML, terms and patterns.

#![allow(clippy::print_stdout, reason = "a test that is skipped says so")]

use clausecheck::ruleset;
use clausecheck::ruleset::load_sources;
use std::fs;
use std::path::Path;
use std::time::Duration;
use std::time::Instant;

const OURS: &str = "name: ours\nversion: '1'\ndescription: x\nextends: baseline\n";
const RULE: &str = "id: x-one\ntitle: t\nfamily: x\nseverity: high\nrequirement: r\nwhy: w\n\
                    model_clause: {}\nexamples: []\n";

/// What is said of a ruleset of these files, within two seconds in a build without optimisation.
fn said(files: &[(&str, String)]) -> String {
    let sources: Vec<(String, String)> =
        files.iter().map(|(path, source)| ((*path).to_owned(), source.clone())).collect();
    let started = Instant::now();
    let loaded = load_sources("ours.yaml".to_owned(), &sources);
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
    loaded.map_or_else(|problems| problems.to_string(), |_| "loaded".to_owned())
}

fn said_of(ours: impl Into<String>) -> String {
    said(&[("ours.yaml", ours.into())])
}

fn said_of_rule(patterns: &str) -> String {
    let rule = format!("{RULE}expects:\n{patterns}");
    said(&[("ours.yaml", OURS.to_owned()), ("rules/x/x-one.yaml", rule)])
}

#[track_caller]
fn check(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "`{part}` is not in: {said}");
    }
    assert!(said.len() < 60_000, "{} bytes are said", said.len());
}

#[test]
fn yaml_bombs_are_refused_where_they_stand() {
    let mut bomb = format!("{OURS}x0: &x0 [a, a, a, a, a, a, a, a, a]\n");
    for level in 1..12 {
        let aliases = vec![format!("*x{}", level - 1); 9].join(", ");
        bomb.push_str(&format!("x{level}: &x{level} [{aliases}]\n"));
    }
    check(&said_of(bomb), &["ours.yaml:"]);
    check(&said_of(format!("{OURS}rules: &r [*r]\n")), &["ours.yaml:5"]);
    check(&said_of(format!("{OURS}overrides: &o\n  <<: *o\n")), &["ours.yaml:"]);
    let keys: String = (0..300_000).map(|key| format!("  k{key}: {{}}\n")).collect();
    check(&said_of(format!("{OURS}overrides:\n{keys}")), &["ours.yaml:"]);
    let deep = format!("{OURS}rules: {}{}\n", "[".repeat(300), "]".repeat(300));
    check(&said_of(deep), &["ours.yaml:5"]);
    check(
        &said_of_rule(&format!("  - match: {}must{}\n", "{ not: ".repeat(500), " }".repeat(500))),
        &["rules/x/x-one.yaml:"],
    );
}

#[test]
fn what_is_no_clean_yaml_is_said_or_read_as_meant() {
    check(&said_of(format!("{OURS}name: again\n")), &["ours.yaml:5:1", "duplicate", "name"]);
    check(&said_of(format!("{OURS}nmae: x\n")), &["ours.yaml:5:1", "nmae"]);
    check(&said_of(format!("{OURS}rules:\n\t- inc-notification\n")), &["ours.yaml:6"]);
    check(&said_of("name: [ours\n"), &["ours.yaml:"]);
    check(&said_of(""), &["ours.yaml"]);
    check(&said_of(format!("\u{feff}{OURS}")), &["loaded"]);
    check(&said_of(OURS.replace('\n', "\r\n")), &["loaded"]);
    // "no" is a code and no truth, "on" a word, 0777 no number.
    check(&said_of(format!("{OURS}languages: [no]\n")), &["loaded"]);
    check(&said_of(format!("{OURS}languages: [on]\n")), &["ours.yaml:5:", "`on`"]);
    check(&said_of(OURS.replace("'1'", "0777")), &["loaded"]);
    check(&said_of(OURS.replace("'1'", "[1]")), &["ours.yaml:2:10"]);
}

#[test]
fn costly_rules_are_refused_with_advice() {
    let place = "rules/x/x-one.yaml:";
    check(
        &said_of_rule("  - match: { clause: { any: [{ clause: encrypt }] } }\n"),
        &["--> rules/x/x-one.yaml:10:14", "`clause` within `clause`", "once is enough"],
    );
    check(
        &said_of_rule("  - match: { near: { within: 5000, of: [must, encrypt] } }\n"),
        &["--> rules/x/x-one.yaml:10:14", "more than 200 words", "`clause`"],
    );
    let many = vec!["encrypt"; 3_000].join(", ");
    check(
        &said_of_rule(&format!("  - match: {{ all: [{many}] }}\n")),
        &[place, "2000", "several rules"],
    );
    let gaps = format!("  - match: {{ words: {{ en: ['{} b'] }} }}\n", "a .. ".repeat(5));
    check(&said_of_rule(&gaps), &[place, "more than 4 gaps", "rulesets/README.md"]);
    let long = format!("  - match: {{ words: {{ en: [{}] }} }}\n", "a".repeat(100_000));
    check(&said_of_rule(&long), &[place, "longer than 200 bytes"]);
    let spellings = format!("  - match: {{ words: {{ en: ['{}'] }} }}\n", "[abc]".repeat(30));
    check(&said_of_rule(&spellings), &[place, "64 spellings"]);
    // Ten thousand alternatives are many, and no harm.
    let words: Vec<String> = (0..10_000).map(|word| format!("word{word}")).collect();
    let words = format!("  - match: {{ words: {{ en: [{}] }} }}\n", words.join(", "));
    check(&said_of_rule(&words), &["loaded"]);
    let words: Vec<String> = (0..30_000).map(|word| format!("w{word}")).collect();
    let words = format!("  - match: {{ words: {{ en: [{}] }} }}\n", words.join(", "));
    check(&said_of_rule(&words), &[place, "20000 words"]);
}

#[test]
fn thousands_of_rules_load_and_thousands_of_mistakes_are_summed_up() {
    let rules = |pattern: &str, count: usize| -> Vec<(String, String)> {
        (0..count)
            .map(|number| {
                let rule = RULE.replace("x-one", &format!("x-{number}"));
                (
                    format!("rules/x/x-{number}.yaml"),
                    format!("{rule}expects:\n  - match: {pattern}\n"),
                )
            })
            .collect()
    };
    let mut sources = rules("{ all: [must, encrypt] }", 10_000);
    sources.push(("ours.yaml".to_owned(), OURS.to_owned()));
    let started = Instant::now();
    let loaded = load_sources("ours.yaml".to_owned(), &sources).unwrap();
    println!("10000 rules in {:?}", started.elapsed());
    assert!(loaded.rules.len() > 10_000);
    let mut sources = rules("{ all: [must, encrpyt] }", 1_000);
    sources.push(("ours.yaml".to_owned(), OURS.to_owned()));
    let said = load_sources("ours.yaml".to_owned(), &sources).unwrap_err().to_string();
    check(&said, &["did you mean `encrypt`?", "at least 200 problems"]);
}

#[test]
fn extends_leads_nowhere_but_to_shipped_rulesets() {
    for name in ["../../etc/passwd", "/etc/passwd", "other", "./baseline", "baseline/../baseline"] {
        let ours = OURS.replace("baseline", name);
        check(&said_of(ours), &["ours.yaml:4:10", "no shipped ruleset"]);
    }
}

#[cfg(unix)]
#[test]
fn a_folder_of_rules_is_read_without_links_pipes_and_giants() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let said = || {
        let loaded = ruleset::load(folder.path().to_str().unwrap());
        loaded.map_or_else(|problems| problems.to_string(), |_| "loaded".to_owned())
    };
    fs::write(path("ours.yaml"), OURS).unwrap();
    fs::create_dir_all(path("rules/x")).unwrap();
    assert_eq!(said(), "loaded");
    // In circles, and twice, so that following them would never end.
    std::os::unix::fs::symlink("..", path("rules/x/one")).unwrap();
    std::os::unix::fs::symlink("..", path("rules/x/two")).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", path("rules/x/three.yaml")).unwrap();
    check(&said(), &["rules/x/one", "rules/x/three.yaml", "links are not followed", "3 problems"]);
    for link in ["one", "two", "three.yaml"] {
        fs::remove_file(path("rules/x").join(link)).unwrap();
    }
    let pipe =
        std::process::Command::new("mkfifo").arg(path("rules/x/pipe.yaml")).status().unwrap();
    assert!(pipe.success());
    check(&said(), &["rules/x/pipe.yaml", "no ordinary file"]);
    fs::remove_file(path("rules/x/pipe.yaml")).unwrap();
    fs::File::create(path("rules/x/huge.yaml")).unwrap().set_len(5 << 30).unwrap();
    check(&said(), &["rules/x/huge.yaml", "larger than 4 MB"]);
    fs::remove_file(path("rules/x/huge.yaml")).unwrap();
    fs::write(path("rules/x/latin.yaml"), b"id: \xe5\n").unwrap();
    check(&said(), &["rules/x/latin.yaml", "cannot be read"]);
    fs::remove_file(path("rules/x/latin.yaml")).unwrap();
    deny(&path("rules/x"), &said);
}

/// A folder that may not be read is no empty one. The superuser may read it all the same.
#[cfg(unix)]
fn deny(folder: &Path, said: &dyn Fn() -> String) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read_dir(folder).is_err() {
        check(&said(), &["the folder cannot be read"]);
    } else {
        println!("notice: this user may read everything, so denied folders are not tested");
    }
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
}

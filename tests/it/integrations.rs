//! What brings clausecheck into other tools: well formed, and with options that there are.

use std::collections::BTreeSet;
use std::fs;
use std::io::BufRead;
use std::io::BufReader;
use std::path::Path;
use std::process::Command;
use std::process::Stdio;

const FILES: [&str; 6] = [
    ".pre-commit-hooks.yaml",
    ".github/actions/check/action.yml",
    ".gitlab/check.gitlab-ci.yml",
    "samples/policy/ci/github.yml",
    "samples/policy/ci/gitlab.yml",
    "samples/policy/ci/pre-commit-config.yaml",
];

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The long options that a command has.
fn options(command: &[&str]) -> BTreeSet<String> {
    let mut run = Command::new(env!("CARGO_BIN_EXE_clausecheck"));
    let help = run.args(command).arg("--help").output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    words_with_dashes(&help)
}

fn words_with_dashes(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    words.filter(|word| word.starts_with("--") && word.len() > 2).map(str::to_owned).collect()
}

#[test]
fn every_file_is_yaml() {
    for file in FILES {
        let parsed: Result<serde_json::Value, _> = serde_saphyr::from_str(&read(file));
        assert!(parsed.is_ok(), "{file}: {parsed:?}");
    }
}

#[test]
fn every_option_is_one() {
    let known = options(&["check"]);
    assert!(known.contains("--fail-on-new"), "{known:?}");
    // Of cargo, which builds it.
    let others = ["--locked", "--path", "--root", "--git", "--rev"];
    for file in FILES {
        let code: Vec<String> = read(file)
            .lines()
            .filter(|line| !line.trim_start().starts_with('#') && !line.contains("description:"))
            .map(str::to_owned)
            .collect();
        for option in words_with_dashes(&code.join("\n")) {
            let there = known.contains(&option) || others.contains(&option.as_str());
            assert!(there, "{file} names {option}");
        }
    }
}

#[test]
fn hooks_name_commands_that_there_are() {
    let hooks: Vec<serde_json::Value> =
        serde_saphyr::from_str(&read(".pre-commit-hooks.yaml")).unwrap();
    for hook in hooks {
        let entry = hook["entry"].as_str().unwrap();
        let command: Vec<&str> =
            entry.split(' ').skip(1).take_while(|word| !word.starts_with('-')).collect();
        assert!(!options(&command).is_empty(), "{entry}");
    }
}

#[test]
fn a_folder_is_checked_again_when_a_file_changes() {
    let folder = tempfile::tempdir().unwrap();
    let contract = folder.path().join("contract.txt");
    fs::write(&contract, "The Customer pays within 30 days.").unwrap();
    let report = folder.path().join("report.json");
    let mut run = Command::new(env!("CARGO_BIN_EXE_clausecheck"))
        .args(["check", "--watch", "--no-cache", "-o"])
        .args([&report, &folder.path().to_owned()])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(run.stderr.take().unwrap()).lines();
    let mut wait = || {
        while let Some(Ok(line)) = said.next() {
            if line.contains("watching") {
                return;
            }
        }
        panic!("it ended");
    };
    wait();
    let first = fs::read_to_string(&report).unwrap();
    fs::write(&contract, "The Supplier shall encrypt all stored data of the quokka project.")
        .unwrap();
    wait();
    let second = fs::read_to_string(&report).unwrap();
    run.kill().unwrap();
    run.wait().unwrap();
    assert!(!first.contains("quokka") && second.contains("quokka"));
}

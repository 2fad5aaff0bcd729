//! What brings clausecheck into other tools: well formed, with options that there are, and doing what it
//! promises.

#![allow(clippy::print_stdout, reason = "a test that is skipped says so")]

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

/// A folder of a repository that is checked: a tender with gaps, and files of policy.
#[cfg(unix)]
fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("tender")).unwrap();
    let text = "The Supplier shall encrypt all stored data with AES-256.";
    fs::write(folder.path().join("tender/the contract.txt"), text).unwrap();
    fs::write(folder.path().join("waivers.toml"), "").unwrap();
    fs::write(folder.path().join("baseline.toml"), "").unwrap();
    folder
}

/// Puts the program where a script expects it.
#[cfg(unix)]
fn install(folder: &Path) {
    fs::create_dir_all(folder.join("bin")).unwrap();
    let program = folder.join("bin/clausecheck");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_clausecheck"), program).unwrap();
}

/// Runs a script as a pipeline does; none if there is no bash.
#[cfg(unix)]
fn bash(script: &str, folder: &Path, variables: &[(String, String)]) -> Option<(i32, String)> {
    let mut run = Command::new("bash");
    run.args(["-eo", "pipefail", "-c", script]).current_dir(folder);
    run.envs(variables.iter().cloned()).env("CLAUSECHECK_NO_CACHE", "true");
    let Ok(output) = run.output() else {
        println!("notice: there is no bash, so scripts of pipelines are not run");
        return None;
    };
    let said = [output.stdout, output.stderr].concat();
    Some((output.status.code().unwrap(), String::from_utf8(said).unwrap()))
}

#[cfg(unix)]
fn variables(of: &serde_json::Value) -> Vec<(String, String)> {
    let all = of.as_object().unwrap().iter();
    all.map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned())).collect()
}

#[cfg(unix)]
#[test]
fn the_action_checks_what_the_example_asks_it_to_and_tells_how_it_ended() {
    let folder = repository();
    install(&folder.path().join("clausecheck"));
    let action: serde_json::Value =
        serde_saphyr::from_str(&read(".github/actions/check/action.yml")).unwrap();
    let steps = action["runs"]["steps"].as_array().unwrap();
    let check = steps.iter().find(|step| step["id"] == "check").unwrap();
    let example: serde_json::Value =
        serde_saphyr::from_str(&read("samples/policy/ci/github.yml")).unwrap();
    let steps = example["jobs"]["check"]["steps"].as_array().unwrap();
    let with = &steps.iter().find(|step| step["id"] == "clauses").unwrap()["with"];
    let input = |name: &str| {
        let default = action["inputs"][name]["default"].as_str().unwrap_or_default();
        with[name].as_str().unwrap_or(default).to_owned()
    };
    for input in with.as_object().unwrap().keys() {
        assert!(!action["inputs"][input].is_null(), "the action has no input {input}");
    }
    let path = |name: &str| folder.path().join(name).display().to_string();
    let mut given =
        vec![("RUNNER_TEMP".to_owned(), path("")), ("GITHUB_OUTPUT".to_owned(), path("output"))];
    for (name, value) in variables(&check["env"]) {
        let input = input(value.trim_start_matches("${{ inputs.").trim_end_matches(" }}"));
        given.push((name, input));
    }
    let run = |given: &[(String, String)]| {
        fs::write(folder.path().join("output"), "").unwrap();
        let run = bash(check["run"].as_str().unwrap(), folder.path(), given)?;
        Some((run, fs::read_to_string(folder.path().join("output")).unwrap()))
    };
    let Some(((code, said), told)) = run(&given) else { return };
    assert_eq!((code, told.as_str()), (0, "status=1\n"), "{said}");
    for file in ["clausecheck.sarif", "clausecheck.html"] {
        let written = fs::read_to_string(folder.path().join(file)).unwrap();
        assert!(written.contains("the contract.txt"), "{file}");
    }
    // What cannot run ends the step.
    given.retain(|(name, _)| name != "ARGS");
    given.push(("ARGS".to_owned(), "--no-such-option".to_owned()));
    let Some(((code, said), told)) = run(&given) else { return };
    assert_eq!((code, told.as_str()), (1, "status=2\n"), "{said}");
}

#[cfg(unix)]
#[test]
fn the_template_checks_what_the_example_asks_it_to() {
    let folder = repository();
    install(&folder.path().join(".clausecheck-bin"));
    let template: serde_json::Value =
        serde_saphyr::from_str(&read(".gitlab/check.gitlab-ci.yml")).unwrap();
    let template = &template[".clausecheck"];
    let example: serde_json::Value =
        serde_saphyr::from_str(&read("samples/policy/ci/gitlab.yml")).unwrap();
    assert_eq!(example["clauses"]["extends"], ".clausecheck");
    let here = folder.path().display().to_string();
    let mut given = variables(&template["variables"]);
    given.iter_mut().for_each(|(_, value)| *value = value.replace("$CI_PROJECT_DIR", &here));
    for (name, value) in variables(&example["clauses"]["variables"]) {
        assert!(given.iter().any(|(known, _)| *known == name), "the template has no {name}");
        given.retain(|(known, _)| *known != name);
        given.push((name, value));
    }
    let lines = |of: &str| -> Vec<String> {
        let all = template[of].as_array().unwrap().iter();
        all.map(|line| line.as_str().unwrap().to_owned()).collect()
    };
    let script = [lines("before_script"), lines("script")].concat().join("\n");
    let Some((code, said)) = bash(&script, folder.path(), &given) else { return };
    assert_eq!(code, 1, "{said}");
    let reports = variables(&template["artifacts"]["reports"]);
    assert_eq!(reports.len(), 2);
    for (_, file) in reports.into_iter().chain([(String::new(), "clausecheck.html".to_owned())]) {
        assert!(!fs::read_to_string(folder.path().join(&file)).unwrap().is_empty(), "{file}");
    }
}

#[test]
fn hooks_run_as_the_example_calls_them() {
    let folder = tempfile::tempdir().unwrap();
    let contract = folder.path().join("contract.txt");
    fs::write(&contract, "The Customer pays within 30 days.").unwrap();
    let hooks: Vec<serde_json::Value> =
        serde_saphyr::from_str(&read(".pre-commit-hooks.yaml")).unwrap();
    let example: serde_json::Value =
        serde_saphyr::from_str(&read("samples/policy/ci/pre-commit-config.yaml")).unwrap();
    let called = example["repos"][0]["hooks"].as_array().unwrap();
    for call in called {
        let hook = hooks.iter().find(|hook| hook["id"] == call["id"]).unwrap();
        let mut run = Command::new(env!("CARGO_BIN_EXE_clausecheck"));
        run.args(hook["entry"].as_str().unwrap().split(' ').skip(1));
        run.args(call["args"].as_array().unwrap().iter().map(|word| word.as_str().unwrap()));
        let output = run.arg(&contract).env("CLAUSECHECK_NO_CACHE", "true").output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
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

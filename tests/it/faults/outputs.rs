//! Outputs are whole or not there, and hold nothing that a terminal, a browser or a build log obeys
//! (fault cases 35, 37, 47, 48).

#![allow(clippy::print_stdout, reason = "a test that is skipped says so")]

use serde_json::Value;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Command;
use std::process::Output;
use std::process::Stdio;
use std::time::Duration;
use std::time::Instant;

const PROGRAM: &str = env!("CARGO_BIN_EXE_clausecheck");

/// What a document or its name may say to whoever shows it.
const PAYLOAD: &str = "::error::x ##vso[task.complete] ##[error] \u{1b}]8;;http://x\u{7}link \u{1b}[2J \u{9b}31m \
                       \u{202e}txt\u{2066} <script>alert(1)</script> ![x](http://x/y) @everyone --> | \u{e0041}";

fn run(arguments: &[&str], folder: &Path) -> Output {
    let mut command = Command::new(PROGRAM);
    command
        .args(arguments)
        .current_dir(folder)
        .env("COLUMNS", "60")
        .env("CLAUSECHECK_NO_CACHE", "true")
        .stdin(Stdio::null());
    command.output().unwrap()
}

/// Whether a line, as it is printed, holds nothing but itself.
#[track_caller]
fn is_inert(output: &Output) {
    for bytes in [&output.stdout, &output.stderr] {
        let text = std::str::from_utf8(bytes).unwrap();
        for line in text.lines() {
            assert!(!line.trim_start().starts_with("::"), "{line:?}");
            assert!(!line.contains("##vso[") && !line.contains("##["), "{line:?}");
            let obeyed = |c: char| {
                c.is_control()
                    || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}')
            };
            assert!(!line.chars().any(obeyed), "{line:?}");
        }
    }
}

/// A document whose text, clause, party and name carry the payload.
fn hostile(folder: &Path) -> String {
    let name = "::error:: ##vso[x] \u{1b}[31m\n::warning::\u{202e}<script>.txt";
    let text = format!(
        "between Acme {PAYLOAD} Ltd (\"Supplier\") and the Customer.\n\n1. {PAYLOAD}\n\n{PAYLOAD} The \
         Supplier shall encrypt all data at rest {PAYLOAD}.\n\nSee Annex 7 {PAYLOAD}.\n"
    );
    fs::write(folder.join(name), text).unwrap();
    name.to_owned()
}

#[cfg(unix)]
#[test]
fn no_output_is_obeyed_by_what_shows_it() {
    let folder = tempfile::tempdir().unwrap();
    let name = hostile(folder.path());
    for format in ["terminal", "json"] {
        let output =
            run(&["check", "--format", format, "--fail-on", "never", &name], folder.path());
        is_inert(&output);
    }
    for format in ["text", "markdown", "json"] {
        let output = run(&["extract", "--format", format, &name], folder.path());
        assert!(!output.stdout.is_empty());
        is_inert(&output);
        if format == "json" {
            let document: Value = serde_json::from_slice(&output.stdout).unwrap();
            // Exact for a parser: the path is the name that the file has.
            assert_eq!(document["path"].as_str().unwrap(), name);
        }
    }
    let markdown = run(&["extract", "--format", "markdown", &name], folder.path());
    let markdown = String::from_utf8(markdown.stdout).unwrap();
    assert!(
        !markdown.contains(" <script")
            && !markdown.contains("![x]")
            && !markdown.contains(" @everyone")
    );
}

#[cfg(unix)]
#[test]
fn no_message_of_an_error_is_obeyed() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let bad = "\u{1b}[2J\n::error::##vso[x]\u{202e}";
    let ruleset =
        format!("name: x\nversion: '1'\ndescription: d\n\"::error::{}\": 1\n", "##vso[x]");
    fs::write(path("bad.yaml"), ruleset).unwrap();
    fs::write(path("gold.jsonl"), format!("{{\"doc\": \"{}\"\n", "::error::##vso[x]")).unwrap();
    fs::write(path("a.txt"), "x").unwrap();
    let out = format!("no{bad}/out.txt");
    for arguments in [
        vec!["check", bad],
        vec!["check", "a.txt", "--ruleset", bad],
        vec!["check", "a.txt", "--ruleset", "bad.yaml"],
        vec!["check", "a.txt", "-o", &out],
        vec!["extract", bad],
        vec!["explain", bad],
        vec!["rules", "test", bad],
        vec!["evaluate", "gold.jsonl"],
    ] {
        let output = run(&arguments, folder.path());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty(), "{arguments:?}");
        is_inert(&output);
    }
}

fn document(folder: &Path) {
    let text = "1. Security\n\nThe Supplier shall encrypt all data.\n\n".repeat(400);
    fs::write(folder.join("contract.txt"), text).unwrap();
}

/// Runs a check that writes to `out`.
fn start(folder: &Path, out: &str) -> Command {
    let mut command = Command::new(PROGRAM);
    command
        .args(["check", "contract.txt", "--format", "json", "--fail-on", "never", "-o", out])
        .env("CLAUSECHECK_NO_CACHE", "true")
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

#[test]
fn a_run_that_is_killed_leaves_the_old_report_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    document(folder.path());
    let report = folder.path().join("report.json");
    let started = Instant::now();
    assert!(start(folder.path(), "report.json").status().unwrap().success());
    let whole = started.elapsed();
    let new = fs::read(&report).unwrap();
    let mut kept = 0;
    let moments = 24;
    for moment in 0..moments {
        fs::write(&report, "old").unwrap();
        let mut run = start(folder.path(), "report.json").spawn().unwrap();
        std::thread::sleep(whole * moment / (moments - 6));
        let _ = run.kill();
        run.wait().unwrap();
        let left = fs::read(&report).unwrap();
        assert!(left == b"old" || left == new, "half a report of {} bytes", left.len());
        kept += usize::from(left == b"old");
    }
    assert!(kept > 0, "no run was killed before its end");
    // What a killed run leaves behind hinders no other.
    assert!(start(folder.path(), "report.json").status().unwrap().success());
    assert_eq!(fs::read(&report).unwrap(), new);
}

#[cfg(unix)]
#[test]
fn an_output_that_cannot_be_written_is_an_error_and_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    document(folder.path());
    let path = |name: &str| folder.path().join(name);
    fs::create_dir(path("folder")).unwrap();
    fs::write(path("folder/inside"), "x").unwrap();
    assert_eq!(start(folder.path(), "folder").status().unwrap().code(), Some(2));
    assert_eq!(fs::read(path("folder/inside")).unwrap(), b"x");
    // A link is replaced by the report; what it leads to is left alone.
    fs::write(path("secret"), "s").unwrap();
    std::os::unix::fs::symlink("secret", path("link.json")).unwrap();
    assert_eq!(start(folder.path(), "link.json").status().unwrap().code(), Some(0));
    assert_eq!(fs::read(path("secret")).unwrap(), b"s");
    assert!(!path("link.json").is_symlink());
    // A system without room, and a folder that nothing may be written to.
    assert_eq!(start(folder.path(), "/proc/report.json").status().unwrap().code(), Some(2));
    let left: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().ends_with(".tmp")), "{left:?}");
}

#[cfg(unix)]
#[test]
fn a_pipe_is_written_to_and_not_replaced() {
    use std::os::unix::fs::FileTypeExt;
    let folder = tempfile::tempdir().unwrap();
    document(folder.path());
    let pipe = folder.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let mut run = start(folder.path(), "pipe").spawn().unwrap();
    let report: Value = serde_json::from_slice(&fs::read(&pipe).unwrap()).unwrap();
    assert!(run.wait().unwrap().success() && report["packs"].is_array());
    assert!(fs::symlink_metadata(&pipe).unwrap().file_type().is_fifo());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let full = Command::new(PROGRAM)
        .args(["rules", "schema", "rule"])
        .stdout(fs::File::options().write(true).open("/dev/full").unwrap())
        .output()
        .unwrap();
    assert_eq!(full.status.code(), Some(2));
    assert!(String::from_utf8(full.stderr).unwrap().contains("could not be written"));
    let folder = tempfile::tempdir().unwrap();
    document(folder.path());
    let disk = folder.path().join("disk");
    fs::create_dir(&disk).unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=16k", "tmpfs"])
        .arg(&disk)
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !mounted {
        println!(
            "notice: no small disk could be mounted, so a full one is tested as a device only"
        );
        return;
    }
    fs::write(disk.join("report.json"), "old").unwrap();
    let code = start(folder.path(), "disk/report.json").status().unwrap().code();
    let left = fs::read(disk.join("report.json")).unwrap();
    let files = fs::read_dir(&disk).unwrap().count();
    assert!(Command::new("umount").arg(&disk).status().unwrap().success());
    assert_eq!((code, left.as_slice(), files), (Some(2), &b"old"[..], 1));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = tempfile::tempdir().unwrap();
    document(folder.path());
    let mut run = Command::new(PROGRAM)
        .args(["check", "contract.txt", "--format", "json"])
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // As `head -c 10` does.
    let mut first = [0; 10];
    let mut stdout = run.stdout.take().unwrap();
    stdout.read_exact(&mut first).unwrap();
    drop(stdout);
    let patience = Instant::now() + Duration::from_secs(30);
    while run.try_wait().unwrap().is_none() {
        assert!(Instant::now() < patience, "it still runs");
        std::thread::sleep(Duration::from_millis(5));
    }
    let output = run.wait_with_output().unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn runs_at_the_same_time_leave_one_whole_report() {
    let folder = tempfile::tempdir().unwrap();
    document(folder.path());
    assert!(start(folder.path(), "report.json").status().unwrap().success());
    let whole = fs::read(folder.path().join("report.json")).unwrap();
    let runs: Vec<_> =
        (0..4).map(|_| start(folder.path(), "report.json").spawn().unwrap()).collect();
    for mut run in runs {
        assert!(run.wait().unwrap().success());
        assert_eq!(fs::read(folder.path().join("report.json")).unwrap(), whole);
    }
}

#[cfg(unix)]
#[test]
fn neither_surroundings_nor_the_number_of_threads_change_a_report() {
    let folder = tempfile::tempdir().unwrap();
    document(folder.path());
    let of = |command: &mut Command, more: &[&str]| -> Vec<u8> {
        let arguments = ["check", "contract.txt", "--format", "json", "--fail-on", "never"];
        command.args(arguments).args(more).current_dir(folder.path());
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    };
    let report = |command: &mut Command| of(command, &[]);
    let usual = report(&mut Command::new(PROGRAM));
    assert!(!usual.is_empty());
    assert_eq!(report(Command::new(PROGRAM).env_clear()), usual);
    let odd = [
        ("LANG", "C"),
        ("TERM", "dumb"),
        ("COLUMNS", "20"),
        ("TZ", "nowhere"),
        ("HOME", "/dev/null"),
    ];
    assert_eq!(report(Command::new(PROGRAM).env_clear().envs(odd)), usual);
    for jobs in ["1", "2", "32"] {
        assert_eq!(of(&mut Command::new(PROGRAM), &["--jobs", jobs]), usual, "{jobs}");
    }
    // Nobody listens at all.
    let line = format!("'{PROGRAM}' check contract.txt --fail-on never >&- 2>&- <&-");
    let closed = Command::new("/bin/sh").args(["-c", &line]).current_dir(folder.path()).status();
    assert_eq!(closed.unwrap().code(), Some(0));
}

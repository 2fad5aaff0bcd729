//! Hostile and broken documents, made here so that none is kept in the repository. Each is a row
//! of the report with the end it ought to have, and the good documents among them come out as if
//! the others had not been there.

mod canary;
mod cuts;
mod linear;
mod office;
mod outputs;
mod packs;
mod pdf;
mod rules;
#[cfg(target_os = "linux")]
mod workers;

use clausecheck::app;
use clausecheck::app::Isolation;
use clausecheck::app::Limits;
use clausecheck::app::Options;
use clausecheck::app::Settings;
use clausecheck::input;
use clausecheck::model::DocumentEntry;
use clausecheck::model::NoteKind;
use clausecheck::model::ReadStatus;
use clausecheck::model::Report;
use clausecheck::report;
use clausecheck::report::json::v1;
use clausecheck::report::words::Words;
use clausecheck::ruleset;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// A document and how reading it may end: `read`, or the reason code of what was lost.
struct Case {
    /// Number in the list of faults that this project holds itself to.
    fault: u32,
    name: String,
    bytes: Vec<u8>,
    ends: &'static [&'static str],
}

fn case(fault: u32, name: &str, bytes: Vec<u8>, ends: &'static [&'static str]) -> Case {
    Case { fault, name: name.to_owned(), bytes, ends }
}

const READ: &[&str] = &["read"];

/// Names that are good documents in every folder made here.
const GOOD: [&str; 4] = ["good-1.txt", "good-2.docx", "good-3.md", "good-4.zip"];

fn good() -> [Vec<u8>; 4] {
    let text =
        "1. Security\n\nThe Supplier shall notify the Customer of incidents within 24 hours.";
    let packed = office::zip(&[("inside.txt", text.as_bytes())]);
    [text.into(), office::good_word(), format!("# {text}").into_bytes(), packed]
}

fn write_good(folder: &Path) {
    for (name, bytes) in GOOD.iter().zip(good()) {
        fs::write(folder.join(name), bytes).unwrap();
    }
}

fn settings(limits: Limits) -> Settings {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_clausecheck"));
    Settings {
        jobs: 2,
        reading: Options { limits, ..Options::default() },
        isolation: Some(Isolation { program, require_sandbox: false }),
        ..Settings::default()
    }
}

fn check(folder: &Path, settings: &Settings) -> Report {
    let packs = input::collect(&[folder.display().to_string()], true).unwrap();
    let ruleset = ruleset::load("baseline").unwrap();
    app::check(&packs, &ruleset, settings, &|_| {}).unwrap()
}

/// What is said of the good documents, byte for byte.
fn said_of_good(report: &Report) -> Vec<u8> {
    let mut report = report.clone();
    report.packs.retain(|pack| GOOD.iter().any(|good| pack.name.ends_with(good)));
    assert_eq!(report.packs.len(), GOOD.len());
    let mut out = Vec::new();
    v1::write(&report, &mut out).unwrap();
    out
}

/// `read`, or why not.
fn end_of(document: &DocumentEntry) -> &'static str {
    let lost = document.notes.iter().map(|note| note.kind).find(|kind| kind.is_loss());
    match document.status {
        ReadStatus::Read => "read",
        ReadStatus::Skipped => "skipped",
        _ => lost.map_or("no reason", NoteKind::code),
    }
}

#[test]
fn every_fault_is_a_row_with_its_reason_and_touches_no_other_document() {
    let folder = tempfile::tempdir().unwrap();
    write_good(folder.path());
    let alone = said_of_good(&check(folder.path(), &settings(Limits::default())));
    let cases: Vec<Case> =
        pdf::cases().into_iter().chain(office::cases()).chain(packs::cases()).collect();
    for case in &cases {
        fs::write(folder.path().join(&case.name), &case.bytes).unwrap();
    }
    // Low, so that what reaches a limit does so soon.
    let limits = Limits {
        seconds: 30,
        page_seconds: 2,
        blocks: 20_000,
        entry_bytes: 16 << 20,
        total_bytes: 64 << 20,
        ..Limits::default()
    };
    let report = check(folder.path(), &settings(limits));
    assert_eq!(report.packs.len(), cases.len() + GOOD.len(), "each file is a row");
    assert_eq!(said_of_good(&report), alone);
    let ends: BTreeMap<&str, Vec<&str>> = report
        .packs
        .iter()
        .map(|pack| {
            let ends = pack.documents.iter().map(end_of).collect();
            (pack.name.rsplit('/').next().unwrap(), ends)
        })
        .collect();
    let mut wrong = Vec::new();
    for case in &cases {
        let ends = &ends[case.name.as_str()];
        // Of an archive, what was lost says how it ended.
        let end = ends.iter().find(|end| **end != "read").unwrap_or(&"read");
        if ends.is_empty() || !case.ends.contains(end) {
            wrong.push(format!("{} {}: {end} instead of {:?}", case.fault, case.name, case.ends));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    commands_nothing(&report);
    assert!(!Path::new("/clausecheck-canary").exists());
}

#[cfg(unix)]
#[test]
fn files_that_are_none_are_rows_and_are_not_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    write_good(folder.path());
    fs::File::create(path("huge.pdf")).unwrap().set_len(5 << 30).unwrap();
    std::os::unix::fs::symlink("/dev/zero", path("link.pdf")).unwrap();
    let pipe = std::process::Command::new("mkfifo").arg(path("pipe.pdf")).status().unwrap();
    assert!(pipe.success());
    let packs = input::collect(&[folder.path().display().to_string()], false).unwrap();
    let ruleset = ruleset::load("baseline").unwrap();
    let report = app::check(&packs, &ruleset, &settings(Limits::default()), &|_| {}).unwrap();
    let end = |name: &str| {
        let documents = &report.packs[0].documents;
        end_of(documents.iter().find(|document| document.path.ends_with(name)).unwrap())
    };
    assert_eq!(end("huge.pdf"), "too-large");
    assert_eq!(end("link.pdf"), "skipped");
    assert_eq!(end("pipe.pdf"), "skipped");
    assert_eq!(end("good-1.txt"), "read");
}

/// What is shown at a terminal holds nothing that a terminal or a system for continuous
/// integration obeys, whatever the documents and their names say.
fn commands_nothing(report: &Report) {
    let mut plain = anstream::StripStream::new(Vec::new());
    let words = Words::english();
    report::terminal(report, &words, report::Options { width: 60 }, &mut plain).unwrap();
    let mut coloured = Vec::new();
    report::terminal(report, &words, report::Options { width: 60 }, &mut coloured).unwrap();
    let plain = String::from_utf8(plain.into_inner()).unwrap();
    let coloured = String::from_utf8(coloured).unwrap();
    assert!(plain.contains("\\u{1b}[31mred.txt") && plain.contains("\\u{3a}:error::"));
    for line in plain.lines() {
        assert!(!line.trim_start().starts_with("::"), "{line}");
        assert!(!line.chars().any(|c| c.is_control() || c == '\u{202e}'), "{line:?}");
    }
    // Of escapes there are only our own, which style.
    let escapes = coloured.split('\u{1b}').skip(1);
    assert!(escapes.map(|after| after.split_once('m').unwrap().0).all(|style| {
        style.starts_with('[') && style[1..].chars().all(|c| c.is_ascii_digit() || c == ';')
    }));
}

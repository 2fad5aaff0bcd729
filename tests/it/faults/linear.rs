//! The cost of cutting up and judging a text grows with its length and no faster, whatever it
//! says (fault case 38). Four times the text may cost ten times the time, not sixteen.

#![allow(clippy::print_stdout, reason = "length and time of each text are shown")]

use clausecheck::engine::Engine;
use clausecheck::extract::Options;
use clausecheck::extract::extract;
use clausecheck::language::Detector;
use clausecheck::model::Document;
use clausecheck::model::NoteKind;
use clausecheck::model::Pack;
use clausecheck::model::ReadStatus;
use clausecheck::model::Source;
use clausecheck::ruleset;
use clausecheck::structure::structure;
use std::fmt::Write;
use std::time::Duration;
use std::time::Instant;

/// Far from the sixteen of a square, and far from the four of a line for the noise of a machine.
const MOST_TIMES: u32 = 10;
/// Tries until a machine that is busy with something else must have been quiet once.
const TRIES: usize = 4;

/// Makes a text of a length that grows with the number.
type Make = fn(usize) -> String;

fn repeated(line: impl Fn(usize) -> String, count: usize) -> String {
    (0..count).map(line).collect()
}

/// Columns and rows of a table in Markdown.
fn table(columns: usize, rows: usize, cell: impl Fn(usize, usize) -> String) -> String {
    let mut text = String::new();
    let mut line = |cells: &mut dyn Iterator<Item = String>| {
        let cells: Vec<String> = cells.collect();
        writeln!(text, "| {} |", cells.join(" | ")).unwrap();
    };
    line(&mut (0..columns).map(|column| format!("Krav {column}x")));
    line(&mut (0..columns).map(|_| "---".to_owned()));
    for row in 0..rows {
        line(&mut (0..columns).map(|column| cell(row, column)));
    }
    text
}

/// All of one language, so that they are judged.
const ENGLISH: &str = "The Supplier shall notify the Customer of any incident within 24 hours. ";
const LONG: &str = "shall encrypt data at rest, in transit and in backups with keys that the \
                    Customer holds and not disclose them to the subcontractor without consent";

const TEXTS: [(&str, usize, Make); 20] = [
    ("one word", 20_000, |n| format!("{ENGLISH}{}", "krypter".repeat(n))),
    ("words without spaces", 800, |n| format!("{ENGLISH}{}", "encrypt.shall;supplier,".repeat(n))),
    ("one sentence", 80, |n| repeated(|_| format!("the Supplier {LONG} and "), n)),
    ("one sentence of one word", 4_000, |n| format!("{ENGLISH}x {}", "encrypt ".repeat(n))),
    ("one-word paragraphs", 2_000, |n| "encrypt\n\n".repeat(n)),
    ("many sentences", 250, |n| ENGLISH.repeat(n)),
    ("numbered clauses", 400, |n| {
        repeated(|i| format!("{}. The Supplier shall log.\n\n", i + 1), n)
    }),
    ("clauses within clauses", 400, |n| {
        repeated(|i| format!("{}1 The Supplier shall:\n\n", "1.".repeat(i % 30)), n)
    }),
    ("lists within lists", 500, |n| {
        repeated(|i| format!("({}) shall:\n\n", char::from(b'a' + (i % 20) as u8)), n)
    }),
    ("items below a long lead-in", 60, |n| {
        format!("The Supplier {}:\n\n{}", LONG.repeat(40), "(a) encrypts\n\n".repeat(n))
    }),
    ("lists within a sentence", 400, |n| repeated(|_| "(a) encrypt; (b) log; ".to_owned(), n)),
    ("parties", 1_000, |n| {
        let parties = repeated(|i| format!("Company{i} Ltd (\"Party{i}\") and "), n);
        format!("{ENGLISH}between {parties}")
    }),
    ("definitions", 500, |n| {
        let terms = repeated(|i| format!("\"Term{i}\" means the thing {i}.\n\n"), n);
        format!("1. Definitions\n\n{terms}")
    }),
    ("references", 400, |n| repeated(|i| format!("See Annex {} of the contract.\n\n", i % 50), n)),
    ("numbers", 400, |n| format!("{ENGLISH}within {}", "24 hours and 99.9 % or ".repeat(n))),
    ("table rows", 250, |n| table(3, n, |row, _| format!("The Supplier shall encrypt {row}"))),
    ("table columns", 400, |n| table(n, 2, |_, column| format!("shall encrypt {column}"))),
    ("long and short cells", 60, |n| {
        table(n, 2, |_, column| if column % 2 == 0 { LONG.to_owned() } else { "x".to_owned() })
    }),
    ("brackets", 20_000, |n| format!("{ENGLISH}{}x{}", "[".repeat(n), "]".repeat(n))),
    ("quotation marks", 8_000, |n| format!("{ENGLISH}{}", "(\"".repeat(n))),
];

fn document(text: &str, detector: &Detector) -> Document {
    let name = if text.starts_with('|') { "a.md" } else { "a.txt" };
    let extraction = extract(text.as_bytes(), name, &Options::default());
    let source = Source { path: name.to_owned(), hash: String::new() };
    structure(source, extraction, detector)
}

#[test]
fn four_times_the_text_costs_four_times_the_time() {
    let (ruleset, detector) = (ruleset::load("baseline").unwrap(), Detector::default());
    let engine = Engine::new(&ruleset).unwrap();
    let cost = |text: &str| -> Duration {
        let started = Instant::now();
        let pack = Pack { name: "a".to_owned(), documents: vec![document(text, &detector)] };
        assert_eq!(engine.judge_pack(&pack).findings.len(), ruleset.rules.len());
        started.elapsed()
    };
    let mut wrong = Vec::new();
    for (what, n, make) in TEXTS {
        let (small, large) = (make(n), make(4 * n));
        let (mut once, mut fourfold) = (Duration::MAX, Duration::MAX);
        for _ in 0..TRIES {
            once = once.min(cost(&small));
            fourfold = fourfold.min(cost(&large));
            if fourfold <= once * MOST_TIMES {
                break;
            }
        }
        let line = format!("{what}: {n} in {once:?}, {} in {fourfold:?}", 4 * n);
        println!("{line}");
        if fourfold > once * MOST_TIMES {
            wrong.push(line);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is judged in pieces or without all of its lead-ins is never proof of absence.
#[test]
fn what_a_bound_changes_is_said() {
    let detector = Detector::default();
    for (what, is_bounded) in [
        ("one word", true),
        ("one sentence", true),
        ("items below a long lead-in", false),
        ("parties", true),
        ("many sentences", false),
        ("table rows", false),
    ] {
        let (_, n, make) = TEXTS.iter().find(|(name, ..)| *name == what).unwrap();
        let document = document(&make(*n), &detector);
        let lost = document.notes.iter().any(|note| note.kind == NoteKind::TooLarge);
        assert_eq!(lost, is_bounded, "{what}: {:?}", document.notes);
        assert_eq!(document.status == ReadStatus::PartlyRead, is_bounded, "{what}");
    }
}

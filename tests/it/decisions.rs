//! A workbook of demands on its way out and back: written by `check`, filled in as an officer would with
//! rows filtered away, brought back by `review import`, and seen in the next run.

use calamine::Reader as _;
use calamine::Xlsx;
use rust_xlsxwriter::Workbook;
use serde_json::Value;
use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// The headings of the Swedish workbook, of which its columns of decisions come in this order.
const RULE: &str = "Regel";
const DECISION: &str = "Handläggarens beslut";
/// A decision, a comment, who decided, and until when it holds.
type Row = [&'static str; 4];

/// A folder to work in, and a Swedish pack with gaps.
struct Desk {
    folder: TempDir,
    pack: String,
}

impl Desk {
    fn new() -> Self {
        let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/gapped/ekstad-docx");
        Self { folder: tempfile::tempdir().unwrap(), pack: pack.display().to_string() }
    }

    /// The exit code of a run in the folder, and what it said.
    fn run(&self, arguments: &[&str]) -> (i32, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_clausecheck"));
        command.args(arguments).current_dir(self.folder.path());
        let output =
            command.env("CLAUSECHECK_NO_CACHE", "true").env("NO_COLOR", "1").output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.code().unwrap(), String::from_utf8(said).unwrap())
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.folder.path().join(name)).unwrap()
    }

    /// Writes the workbook and fills in what was decided for some rules; the rows of all others are
    /// hidden, as a filter leaves them.
    fn decide(&self, decided: &[(&str, Row)]) -> (i32, String) {
        let (code, said) = self.run(&["check", &self.pack, "-o", "krav.xlsx"]);
        assert_eq!(code, 1, "{said}");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(self.read("krav.xlsx"))).unwrap();
        let demands = book.worksheet_range("Krav").unwrap();
        let heading: Vec<String> =
            demands.rows().next().unwrap().iter().map(ToString::to_string).collect();
        let column = |name: &str| heading.iter().position(|one| one == name).unwrap();
        let mut filled = Workbook::new();
        let sheet = filled.add_worksheet().set_name("Krav").unwrap();
        for (number, row) in demands.rows().enumerate() {
            let mut cells: Vec<String> = row.iter().map(ToString::to_string).collect();
            let decision = decided.iter().find(|(rule, _)| *rule == cells[column(RULE)]);
            if let Some((_, words)) = decision {
                for (at, word) in words.iter().enumerate() {
                    cells[column(DECISION) + at] = (*word).to_owned();
                }
            }
            sheet.write_row(u32::try_from(number).unwrap(), 0, cells).unwrap();
            if number > 0 && decision.is_none_or(|(rule, _)| rule.starts_with("avl")) {
                sheet.set_row_hidden(u32::try_from(number).unwrap()).unwrap();
            }
        }
        filled.save(self.folder.path().join("beslut.xlsx")).unwrap();
        self.run(&["review", "import", "beslut.xlsx", "--today", "2026-03-01"])
    }
}

#[test]
fn decisions_come_back_as_waivers_and_confirmed_gaps() {
    let desk = Desk::new();
    let (code, said) = desk.decide(&[
        ("iam-mfa", ["Brist godtagen", "Endast läsning", "A. Berg", "2026-12-31"]),
        ("dat-location", ["Brist bekräftad", "Tas upp vid förhandlingen", "", ""]),
        ("avl-backup", ["Fyndet är fel", "Står i bilaga 9", "A. Berg", "2027-01-31"]),
        ("cry-in-transit", ["Öppen", "Fråga IT", "", ""]),
    ]);
    assert_eq!(
        (code, said.trim()),
        (0, "2 accepted gaps in waivers.toml, 1 confirmed gap in baseline.toml")
    );
    let arguments = ["check", &desk.pack, "--waivers", "waivers.toml", "--baseline"];
    let arguments = [&arguments[..], &["baseline.toml", "--today", "2026-03-02", "-o", "r.json"]];
    let (_, said) = desk.run(&arguments.concat());
    let report: Value = serde_json::from_slice(&desk.read("r.json")).expect(&said);
    let findings = report["packs"][0]["findings"].as_array().unwrap();
    let of = |rule: &str| &findings.iter().find(|one| one["rule"] == rule).unwrap()["disposition"];
    assert_eq!(of("iam-mfa")["state"], "waived");
    assert_eq!(of("iam-mfa")["reason"], "Endast läsning");
    assert_eq!(of("iam-mfa")["approver"], "A. Berg");
    assert_eq!(of("avl-backup")["reason"], "The finding is wrong: Står i bilaga 9");
    assert_eq!(of("cry-in-transit")["state"], "open");
    assert_eq!(of("dat-location")["state"], "confirmed");
    assert_eq!(of("dat-location")["comment"], "Tas upp vid förhandlingen");
}

#[test]
fn a_decision_that_lacks_something_brings_nothing_in() {
    let desk = Desk::new();
    let (code, said) = desk.decide(&[
        ("iam-mfa", ["Brist godtagen", "", "", "snart"]),
        ("dat-location", ["Brist bekräftad", "", "", ""]),
    ]);
    assert_eq!(code, 2, "{said}");
    for lack in ["write why", "write who decided", "write one as YYYY-MM-DD"] {
        assert!(said.contains(lack), "{lack}: {said}");
    }
    for name in ["waivers.toml", "baseline.toml"] {
        assert!(!desk.folder.path().join(name).exists(), "{name}");
    }
    let (code, said) = desk.decide(&[("iam-mfa", ["Kanske", "", "", ""])]);
    assert_eq!(code, 2);
    assert!(said.contains("not one of those to choose from"), "{said}");
}

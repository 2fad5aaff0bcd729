//! A contract with tracked changes, judged as accepted and as if none had been made.

use clausecheck::app;
use clausecheck::app::Settings;
use clausecheck::input;
use clausecheck::model::Verdict;
use clausecheck::ruleset;
use std::fs;
use std::io::Cursor;
use std::io::Write;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const DOCUMENT: &str = r#"<?xml version="1.0"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>
<w:r><w:t xml:space="preserve">The Supplier shall notify the Customer of every security incident </w:t></w:r>
<w:del w:id="1"><w:r><w:delText>within 24 hours</w:delText></w:r></w:del>
<w:ins w:id="2"><w:r><w:t>without undue delay</w:t></w:r></w:ins>
<w:r><w:t>.</w:t></w:r></w:p></w:body></w:document>"#;

/// A Word file with the changes.
pub(crate) fn tracked() -> Vec<u8> {
    let mut docx = ZipWriter::new(Cursor::new(Vec::new()));
    docx.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    docx.write_all(DOCUMENT.as_bytes()).unwrap();
    docx.finish().unwrap().into_inner()
}

#[test]
fn a_deadline_that_a_tracked_change_takes_out_is_seen_in_both_states() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("contract.docx");
    fs::write(&path, tracked()).unwrap();

    let ruleset = ruleset::load("baseline").unwrap();
    let packs = input::collect(&[path.display().to_string()], false).unwrap();
    let settings = Settings { both_states: true, ..Settings::default() };
    let report = app::check(&packs, &ruleset, &settings, &|_| {}).unwrap();
    let verdicts: Vec<(&str, Verdict)> = report
        .packs
        .iter()
        .map(|pack| {
            let notice = |id: &str| id == "inc-notification";
            let finding = pack.findings.iter().find(|finding| notice(&finding.rule.id)).unwrap();
            (pack.name.as_str(), finding.verdict)
        })
        .collect();
    assert_eq!(
        verdicts,
        [
            ("contract.docx (changes accepted)", Verdict::Weak),
            ("contract.docx (changes not made)", Verdict::Met),
        ]
    );
}

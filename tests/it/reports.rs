//! Every form of the report: the same bytes each time, nothing in it that a program obeys, and within
//! the rules of whoever reads it.

#![allow(clippy::print_stdout, reason = "a test that is skipped says so")]

use boon::Compiler;
use boon::Schemas;
use clausecheck::app;
use clausecheck::app::Settings;
use clausecheck::input;
use clausecheck::model::Disposition;
use clausecheck::model::Language;
use clausecheck::model::ReadStatus;
use clausecheck::model::Report;
use clausecheck::model::Waiver;
use clausecheck::report;
use clausecheck::report::json::v1;
use clausecheck::report::view::Context;
use clausecheck::report::words::Words;
use clausecheck::ruleset;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::io::Cursor;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use zip::ZipArchive;

/// Text of a document that a browser, a spreadsheet or a build log would obey.
const PAYLOAD: &str = "=cmd|' /C calc'!A0 <script>alert(1)</script> <img src=x onerror=alert(1)> ::error::x \
                       ]]> & \u{202e} \u{1b}[2J | @all http://x.example/ {{7*7}}";

/// A pack whose text and name carry the payload, and a scan that cannot be read.
fn hostile() -> Report {
    let folder = tempfile::tempdir().unwrap();
    let name = "-2+3 <b>x.txt";
    let text = format!(
        "{PAYLOAD}\n\n1. Security\n\n1.1 {PAYLOAD} The Supplier should encrypt all stored data {PAYLOAD}.\n\n\
         1.2 The Supplier shall notify the Customer of every security incident within 5 days {PAYLOAD}.\n\n\
         1.3 The Supplier shall store all personal data within the EU {PAYLOAD}.\n"
    );
    fs::write(folder.path().join(name), text).unwrap();
    fs::write(folder.path().join("=1+1.bin"), b"\x00\x01\x02").unwrap();
    check(&folder.path().display().to_string())
}

fn check(path: &str) -> Report {
    let ruleset = ruleset::load("baseline").unwrap();
    let packs = input::collect(&[path.to_owned()], false).unwrap();
    let settings = Settings { keep_text: true, ..Settings::default() };
    app::check(&packs, &ruleset, &settings, &|_| {}).unwrap()
}

fn samples(name: &str) -> Report {
    check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name).display().to_string())
}

type Writer = fn(&Report, &Context<'_>, &mut dyn Write) -> io::Result<()>;

/// Every form, by name.
const FORMS: [(&str, Writer); 11] = [
    ("html", report::html::write),
    ("docx", report::docx::write),
    ("xlsx", report::xlsx::write),
    ("markdown", report::markdown::write),
    ("mail", report::mail::write),
    ("json", |report, _, out| v1::write(report, out)),
    ("csv", |report, _, out| report::findings_csv::write(report, out)),
    ("sarif", |report, _, out| report::pipeline::sarif::write(report, out)),
    ("junit", |report, _, out| report::pipeline::junit::write(report, out)),
    ("gitlab", |report, _, out| report::pipeline::gitlab::write(report, out)),
    ("github", |report, _, out| report::pipeline::github::write(report, out)),
];

fn write_in(language: Language, form: &str, report: &Report) -> Vec<u8> {
    let words = Words::new(language, ruleset::translations(language));
    let factors = ruleset::factors();
    let context = Context {
        words: &words,
        factors: &factors,
        standards: ruleset::standards(),
        standard_of: ruleset::standard_of,
    };
    let (_, write) = FORMS.iter().find(|(name, _)| *name == form).unwrap();
    let mut out = Vec::new();
    write(report, &context, &mut out).unwrap();
    out
}

fn write(form: &str, report: &Report) -> Vec<u8> {
    write_in(Language::English, form, report)
}

fn text(form: &str, report: &Report) -> String {
    String::from_utf8(write(form, report)).unwrap()
}

/// Parts of a package that are XML, by name.
fn parts(package: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(package)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut part = String::new();
        if entry.read_to_string(&mut part).is_ok() && !part.is_empty() {
            parts.push((name, part));
        }
    }
    parts
}

/// What a letter of ours says. Readers leave reports out, so it is taken from its XML.
pub(crate) fn letter_text(package: &[u8]) -> String {
    let is_body = |(name, _): &(String, String)| name == "word/document.xml";
    parts(package).into_iter().find(is_body).map_or_else(String::new, |(_, xml)| xml_text(&xml))
}

/// The text of XML, which must hold together.
fn xml_text(xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut text = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Text(words) => text.push_str(&words),
            Event::Eof => return text,
            _ => {}
        }
    }
}

#[test]
fn every_form_is_the_same_each_time() {
    let report = samples("gapped");
    for (form, _) in FORMS {
        assert!(write(form, &report) == write(form, &report), "{form}");
    }
}

#[test]
fn a_stored_report_is_laid_out_like_the_run() {
    let report = samples("gapped/northport-pdf");
    let stored = v1::read(&text("json", &report)).unwrap();
    for (form, _) in FORMS {
        assert!(write(form, &report) == write(form, &stored), "{form}");
    }
}

#[test]
fn a_page_has_no_script_and_asks_for_nothing() {
    for report in [hostile(), samples("gapped")] {
        let page = text("html", &report);
        assert!(page.contains("default-src 'none'; style-src 'sha256-"));
        let parsed = scraper::Html::parse_document(&page);
        let all = scraper::Selector::parse("*").unwrap();
        for element in parsed.select(&all) {
            let name = element.value().name();
            let active = ["script", "img", "iframe", "object", "embed", "link", "form", "base"];
            assert!(!active.contains(&name), "<{name}>");
            for (attribute, value) in element.value().attrs() {
                let obeyed = attribute.starts_with("on") || ["src", "style"].contains(&attribute);
                assert!(!obeyed && !value.contains("javascript:"), "{name} {attribute}");
            }
            if name == "style" {
                let style: String = element.text().collect();
                assert!(!style.contains("url(") && !style.contains("@import"));
            }
        }
        // Every link stays on the page and leads somewhere.
        let ids: BTreeSet<&str> =
            page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        for link in page.split(" href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            let id = link.strip_prefix('#').unwrap_or_else(|| panic!("{link} leads away"));
            assert!(ids.contains(id), "{id} is nowhere");
        }
    }
    let page = text("html", &hostile());
    assert!(page.contains("&#60;script&#62;"), "the text itself is shown");
}

#[test]
fn a_page_marks_every_passage_where_it_stands() {
    let report = samples("gapped/northport-docx");
    let page = text("html", &report);
    let pack = &report.packs[0];
    let mut marked = 0;
    for (number, finding) in pack.findings.iter().enumerate() {
        for (at, evidence) in finding.evidence.iter().enumerate() {
            let id = format!("id=\"p0-e{number}-{at}\"");
            let wanted = evidence.role != clausecheck::model::Role::Triggers;
            assert_eq!(page.contains(&id), wanted, "{} {at}", finding.rule.id);
            marked += usize::from(wanted);
        }
    }
    assert!(marked > 50, "only {marked} passages");
}

#[test]
fn a_workbook_holds_text_and_no_formula() {
    let report = hostile();
    let book = write("xlsx", &report);
    let mut sheets = 0;
    for (name, part) in parts(&book) {
        xml_text(&part);
        if name.starts_with("xl/worksheets/sheet") {
            sheets += 1;
            assert!(!part.contains("<f>") && !part.contains("<f "), "{name}");
            assert!(!part.contains("<hyperlink"), "{name}");
            assert!(part.contains("<pane ") || sheets == 6, "{name} has no head that stays");
        }
    }
    assert_eq!(sheets, 6);
    let first = &parts(&book).into_iter().find(|(name, _)| name.ends_with("sheet1.xml")).unwrap().1;
    assert!(first.contains("<dataValidation "), "the drop-down");
    assert!(first.contains("<autoFilter "));
    let rows = first.matches("<row ").count();
    assert_eq!(rows, 1 + report.packs[0].findings.len());
}

#[test]
fn a_letter_holds_together_and_names_its_languages() {
    let report = hostile();
    let letter = parts(&write("docx", &report));
    for (_, part) in &letter {
        xml_text(part);
    }
    let part = |name: &str| &letter.iter().find(|(found, _)| found == name).unwrap().1;
    let (body, styles) = (part("word/document.xml"), part("word/styles.xml"));
    assert!(body.contains("w:val=\"Heading1\"") && body.contains("w:val=\"Heading2\""));
    let (tables, heads) = (body.matches("<w:tbl>").count(), body.matches("<w:tblHeader").count());
    assert!(tables >= 4 && tables == heads, "{heads} heads of {tables} tables");
    assert!(styles.contains("w:val=\"en-GB\""));
    assert!(
        !body.contains("<w:hyperlink")
            && !body.contains("instrText xml:space=\"preserve\">HYPERLINK")
    );
    let swedish = samples("gapped/ekstad-docx");
    let words = write_in(Language::Swedish, "docx", &swedish);
    let (_, body) =
        parts(&words).into_iter().find(|(name, _)| name == "word/document.xml").unwrap();
    assert!(body.contains("w:val=\"Lang-sv\""));
}

#[test]
fn a_table_of_values_has_no_formula_and_one_row_for_each_demand() {
    let report = hostile();
    let table = text("csv", &report);
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), report.packs[0].findings.len());
    for cell in rows.iter().flat_map(csv::StringRecord::iter) {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
    }
}

#[test]
fn a_summary_has_no_tag_but_its_own() {
    let summary = text("markdown", &hostile());
    for event in pulldown_cmark::Parser::new(&summary) {
        use pulldown_cmark::Event::{Html, InlineHtml, Start};
        match event {
            Html(tag) | InlineHtml(tag) => {
                let own = ["<details>", "</details>", "<summary>", "</summary>", "<sub>", "</sub>"];
                let mut rest = tag.to_string();
                own.iter().for_each(|one| rest = rest.replace(one, ""));
                assert!(!rest.contains('<'), "{tag}");
            }
            Start(pulldown_cmark::Tag::Link { .. } | pulldown_cmark::Tag::Image { .. }) => {
                panic!("a link")
            }
            _ => {}
        }
    }
    assert!(summary.len() < 1 << 20);
}

#[test]
fn sarif_keeps_the_rules_of_github() {
    let mut report = samples("gapped");
    waive_first(&mut report);
    for report in [report, hostile()] {
        let log: Value = serde_json::from_slice(&write("sarif", &report)).unwrap();
        let run = &log["runs"][0];
        assert_eq!(
            (log["version"].as_str(), log["runs"].as_array().unwrap().len()),
            (Some("2.1.0"), 1)
        );
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        let ids: Vec<&str> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "ids are unique");
        for rule in rules {
            for text in ["shortDescription", "fullDescription", "help"] {
                let text = rule[text]["text"].as_str().unwrap();
                assert!(!text.trim().is_empty() && text.chars().count() <= 1024, "{text}");
            }
            assert!(rule["name"].as_str().unwrap().len() <= 255);
            let score: f64 =
                rule["properties"]["security-severity"].as_str().unwrap().parse().unwrap();
            assert!(score > 0.0 && score <= 10.0);
            assert!(rule["properties"]["tags"].as_array().unwrap().len() <= 10);
        }
        let results = run["results"].as_array().unwrap();
        assert!(!results.is_empty() && results.len() <= 5_000);
        let mut prints = BTreeSet::new();
        for result in results {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(result["ruleId"].as_str().unwrap(), ids[index]);
            assert!(!result["message"]["text"].as_str().unwrap().trim().is_empty());
            assert_eq!(result["locations"].as_array().unwrap().len(), 1);
            let place = &result["locations"][0]["physicalLocation"];
            let uri = place["artifactLocation"]["uri"].as_str().unwrap();
            assert!(!uri.is_empty() && !uri.contains(['\\', ' ', '<', '\u{202e}']), "{uri}");
            assert!(!uri.starts_with('/') && !uri.starts_with("./"), "{uri}");
            let region = &place["region"];
            let number = |key: &str| region[key].as_u64().unwrap();
            assert!(number("startLine") >= 1 && number("startColumn") >= 1);
            assert!(
                (number("endLine"), number("endColumn"))
                    > (number("startLine"), number("startColumn"))
            );
            let print = &result["partialFingerprints"]["primaryLocationLineHash"];
            assert!(prints.insert(print.as_str().unwrap().to_owned()), "two results are one");
        }
    }
    // What was not read is told, and the run was then no success.
    let log: Value = serde_json::from_slice(&write("sarif", &hostile())).unwrap();
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], Value::Bool(false));
    assert_eq!(invocation["toolExecutionNotifications"].as_array().unwrap().len(), 1);
}

/// The schema of the standard is not ours to bring along: `SARIF_SCHEMA` names a copy.
#[test]
fn sarif_follows_the_schema_of_the_standard() {
    let Some(path) = std::env::var_os("SARIF_SCHEMA") else {
        println!("skipped: SARIF_SCHEMA does not name a copy of the schema of SARIF 2.1.0");
        return;
    };
    let schema: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut report = samples("gapped");
    waive_first(&mut report);
    for report in [report, hostile()] {
        let log: Value = serde_json::from_slice(&write("sarif", &report)).unwrap();
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("sarif.json", schema.clone()).unwrap();
        let index = compiler.compile("sarif.json", &mut schemas).unwrap();
        if let Err(error) = schemas.validate(&log, index) {
            panic!("{error:#}");
        }
    }
}

fn waive_first(report: &mut Report) {
    let findings = report.packs.iter_mut().flat_map(|pack| &mut pack.findings);
    let gap = findings.into_iter().find(|finding| finding.verdict.is_gap()).unwrap();
    gap.disposition = Disposition::Waived(Waiver {
        reason: "Handled by the network.".to_owned(),
        approver: "A. Berg".to_owned(),
        expires: "2099-12-31".to_owned(),
        control: None,
    });
}

#[test]
fn fingerprints_stay_when_a_document_is_laid_out_again() {
    let prints = |name: &str| -> BTreeSet<String> {
        let report = samples(name);
        let findings = report.packs.iter().flat_map(|pack| &pack.findings);
        let gaps = findings.filter(|finding| finding.verdict.is_gap());
        gaps.map(clausecheck::review::fingerprint).collect()
    };
    // Word and PDF break lines, pages and rows of tables in different places.
    let (word, pdf) = (prints("gapped/northport-docx"), prints("gapped/northport-pdf"));
    let same = word.intersection(&pdf).count();
    assert!(same * 10 >= word.len() * 8, "{same} of {} are the same", word.len());
}

#[test]
fn junit_counts_gaps_as_failures_and_unread_files_as_errors() {
    let mut report = samples("gapped/northport-docx");
    waive_first(&mut report);
    let gaps = report.packs[0].findings.iter().filter(|finding| finding.verdict.is_gap()).count();
    let results = text("junit", &report);
    xml_text(&results);
    assert_eq!(results.matches("<failure ").count(), gaps - 1, "one is accepted");
    assert_eq!(results.matches("<error ").count(), 0);
    let unread = text("junit", &hostile());
    xml_text(&unread);
    assert!(unread.matches("<error ").count() >= 1);
}

#[test]
fn gitlab_issues_have_what_gitlab_needs() {
    let report = samples("gapped");
    let issues: Vec<Value> = serde_json::from_slice(&write("gitlab", &report)).unwrap();
    let mut prints = BTreeSet::new();
    for issue in &issues {
        assert!(prints.insert(issue["fingerprint"].as_str().unwrap()), "shown once only");
        let severity = issue["severity"].as_str().unwrap();
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&severity));
        assert!(!issue["location"]["path"].as_str().unwrap().starts_with("./"));
        assert!(issue["location"]["lines"]["begin"].as_u64().unwrap() >= 1);
        assert!(!issue["description"].as_str().unwrap().is_empty());
    }
    let findings = report.packs.iter().flat_map(|pack| &pack.findings);
    assert_eq!(issues.len(), findings.filter(|finding| finding.verdict.is_gap()).count());
}

#[test]
fn annotations_are_few_and_each_is_one_command() {
    for report in [hostile(), samples("gapped")] {
        let log = text("github", &report);
        let lines: Vec<&str> = log.lines().collect();
        assert!(lines.len() <= 21, "{} lines", lines.len());
        for line in lines {
            assert!(
                line.starts_with("::error ")
                    || line.starts_with("::warning ")
                    || line.starts_with("::notice ")
            );
            let (head, _) = line[2..].split_once("::").unwrap();
            assert!(!head.contains('<') || !head.contains("::"), "{head}");
        }
    }
}

#[test]
fn a_report_beside_the_contract_proves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let contract = folder.path().join("contract.txt");
    fs::write(&contract, "The Supplier delivers the software. The Customer pays within 30 days.")
        .unwrap();
    let path = folder.path().display().to_string();
    let gaps = |report: &Report| -> Vec<_> {
        report.packs[0].findings.iter().map(|finding| finding.verdict).collect()
    };
    let alone = check(&path);
    let others = ["docx", "xlsx", "markdown", "json", "csv", "sarif", "junit", "mail", "terminal"];
    let forms = ["en", "sv", "fi"].map(|language| ("html", language));
    for (form, language) in forms.into_iter().chain(others.map(|form| (form, "de"))) {
        let mut run = std::process::Command::new(env!("CARGO_BIN_EXE_clausecheck"));
        run.args(["check", "--isolated", "--no-cache", "--fail-on", "never", "-f", form]);
        run.args(["--ui-lang", language]).arg(&contract).env("NO_COLOR", "1");
        let saved = folder.path().join(format!("{form}-{language}.txt"));
        fs::write(saved, run.output().unwrap().stdout).unwrap();
    }
    let beside = check(&path);
    let documents = &beside.packs[0].documents;
    assert_eq!(documents.len(), 13);
    let read: Vec<&str> = documents
        .iter()
        .filter(|document| document.status != ReadStatus::Skipped)
        .map(|document| document.path.as_str())
        .collect();
    assert_eq!(read, [contract.display().to_string()]);
    assert_eq!(gaps(&beside), gaps(&alone));
}

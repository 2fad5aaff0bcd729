//! Copies of Word documents with comments: every other part stays byte for byte, the text stays as it
//! is, and what cannot be commented without harm is refused.

use clausecheck::annotate::Refusal;
use clausecheck::annotate::annotate;
use clausecheck::app;
use clausecheck::app::Settings;
use clausecheck::input;
use clausecheck::model::Anchor;
use clausecheck::model::Comment;
use clausecheck::report::comments::comments;
use clausecheck::report::words::Words;
use clausecheck::ruleset;
use lopdf::Dictionary;
use lopdf::Document;
use lopdf::Object;
use lopdf::dictionary;
use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use zip::ZipArchive;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const LARGEST: u64 = 64 << 20;
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// Entries of a package by name.
fn entries(package: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(package)).unwrap();
    let mut entries = BTreeMap::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        entries.insert(name, bytes);
    }
    entries
}

/// A document with this body and more parts; `relations` are further relationships of the body.
fn word(body: &str, relations: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
        <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
        <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    let root = format!(
        "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
    );
    let list = format!("<Relationships xmlns=\"{PACKAGE}\">{relations}</Relationships>");
    let document =
        format!("\u{feff}<w:document xmlns:w=\"{W}\"><w:body>{body}</w:body></w:document>");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        ("[Content_Types].xml", types),
        ("_rels/.rels", root.as_str()),
        ("word/document.xml", document.as_str()),
        ("word/_rels/document.xml.rels", list.as_str()),
    ];
    for (name, text) in parts.iter().chain(more) {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn comment(paragraph: &str, from: usize, to: usize) -> Comment {
    let paragraph = Anchor::letters(paragraph);
    let anchor = Some(Anchor { paragraph, occurrence: 0, from, to });
    Comment {
        anchor,
        areas: Vec::new(),
        lines: vec!["Weak <b>: & \u{1}x".to_owned(), "Why".to_owned()],
    }
}

fn text(parts: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(parts[name].clone()).unwrap()
}

#[test]
fn sample_packs_keep_every_other_part_and_their_text() {
    let ruleset = ruleset::load("baseline").unwrap();
    let settings = Settings { keep_text: true, ..Settings::default() };
    for pack in ["gapped/northport-docx", "gapped/ekstad-docx"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(pack);
        let packs = input::collect(&[folder.display().to_string()], false).unwrap();
        let report = app::check(&packs, &ruleset, &settings, &|_| {}).unwrap();
        let copies = tempfile::tempdir().unwrap();
        let mut told = 0;
        for (number, entry) in report.packs[0].documents.iter().enumerate() {
            let bytes = fs::read(&entry.path).unwrap();
            let comments = comments(&report.packs[0], number, number == 0, &Words::english());
            let copy = annotate(&bytes, &comments, LARGEST).unwrap();
            let (before, after) = (entries(&bytes), entries(&copy));
            for (name, part) in &before {
                let edited = name == "word/document.xml"
                    || name == "[Content_Types].xml"
                    || name == "word/_rels/document.xml.rels"
                    || name.ends_with("comments.xml");
                assert!(edited || after[name] == *part, "{name} changed");
            }
            let body = text(&after, "word/document.xml");
            assert_eq!(body.matches("<w:commentReference ").count(), comments.len());
            let margin = text(&after, "word/comments.xml");
            assert_eq!(margin.matches("<w:comment ").count(), comments.len());
            told += comments.len();
            let name = Path::new(&entry.path).file_name().unwrap();
            fs::write(copies.path().join(name), copy).unwrap();
        }
        assert!(told > 30, "{pack}: only {told} comments");
        // Comments are not judged: the copies say what the originals say.
        let packs = input::collect(&[copies.path().display().to_string()], false).unwrap();
        let again = app::check(&packs, &ruleset, &settings, &|_| {}).unwrap();
        let verdicts = |report: &clausecheck::model::Report| -> Vec<_> {
            report.packs[0].findings.iter().map(|finding| finding.verdict).collect()
        };
        assert_eq!(verdicts(&report), verdicts(&again));
        let texts = |report: &clausecheck::model::Report| -> Vec<_> {
            report.packs[0].texts.iter().map(|text| Anchor::letters(&text.text)).collect()
        };
        // The comments themselves are kept apart at the end of each text.
        for (original, copy) in texts(&report).iter().zip(texts(&again)) {
            assert!(copy.starts_with(original.as_str()), "the text of {pack} changed");
        }
    }
}

#[test]
fn a_comment_stands_around_the_runs_that_hold_its_passage() {
    let body = "<w:p><w:pPr/><w:r><w:t>One. </w:t></w:r><w:r><w:t>Two two. </w:t></w:r><w:r><w:t>Three.</w:t></w:r></w:p>";
    let bytes = word(body, "", &[]);
    let copy = annotate(&bytes, &[comment("One. Two two. Three.", 3, 9)], LARGEST).unwrap();
    let body = text(&entries(&copy), "word/document.xml");
    assert!(body.contains(
        "One. </w:t></w:r><w:commentRangeStart w:id=\"0\"/><w:r><w:t>Two two. </w:t></w:r><w:commentRangeEnd w:id=\"0\"/>"
    ), "{body}");
    let margin = text(&entries(&copy), "word/comments.xml");
    assert!(margin.contains("Weak &lt;b&gt;: &amp; x"), "{margin}");
    let types = text(&entries(&copy), "[Content_Types].xml");
    assert!(types.contains("/word/comments.xml") && types.ends_with("</Types>"));
}

#[test]
fn comments_that_are_there_stay_and_numbers_do_not_meet() {
    let margin = format!(
        "<w:comments xmlns:w=\"{W}\"><w:comment w:id=\"41\" w:author=\"A\"><w:p/></w:comment></w:comments>"
    );
    let relation =
        format!("<Relationship Id=\"r9\" Type=\"{OFFICE}/comments\" Target=\"comments.xml\"/>");
    let bytes =
        word("<w:p><w:r><w:t>Text</w:t></w:r></w:p>", &relation, &[("word/comments.xml", &margin)]);
    let copy = annotate(&bytes, &[comment("Text", 0, 4), comment("Nowhere at all", 0, 4)], LARGEST)
        .unwrap();
    let margin = text(&entries(&copy), "word/comments.xml");
    for number in ["41", "42", "43"] {
        assert_eq!(margin.matches(&format!("w:id=\"{number}\"")).count(), 1, "{margin}");
    }
    assert!(!text(&entries(&copy), "[Content_Types].xml").contains("comments"));
}

#[test]
fn what_cannot_be_commented_without_harm_is_refused() {
    let one = [comment("Text", 0, 4)];
    let body = "<w:p><w:r><w:t>Text</w:t></w:r></w:p>";
    let signed = word(body, "", &[("_xmlsignatures/sig1.xml", "<x/>")]);
    assert_eq!(annotate(&signed, &one, LARGEST), Err(Refusal::Signed));
    assert_eq!(annotate(b"Text", &one, LARGEST), Err(Refusal::OtherFormat));
    let empty = word("<w:p/>", "", &[]);
    assert!(matches!(annotate(&empty, &one, LARGEST), Err(Refusal::Unsafe(_))));
    let broken = word("<w:p><w:r><w:t>Text</w:p>", "", &[]);
    assert!(matches!(annotate(&broken, &one, LARGEST), Err(Refusal::Unsafe(_))));
    let huge = word(body, "", &[]);
    assert!(matches!(annotate(&huge, &one, 20), Err(Refusal::Unsafe(_))));
}

#[test]
fn a_pdf_gets_notes_behind_its_last_byte_and_says_what_it_said() {
    let ruleset = ruleset::load("baseline").unwrap();
    let settings = Settings { keep_text: true, ..Settings::default() };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/gapped/northport-pdf");
    let check = |folder: &Path| {
        let packs = input::collect(&[folder.display().to_string()], false).unwrap();
        app::check(&packs, &ruleset, &settings, &|_| {}).unwrap()
    };
    let report = check(&folder);
    let copies = tempfile::tempdir().unwrap();
    for (number, entry) in report.packs[0].documents.iter().enumerate() {
        let bytes = fs::read(&entry.path).unwrap();
        let comments = comments(&report.packs[0], number, number == 0, &Words::english());
        let copy = annotate(&bytes, &comments, LARGEST).unwrap();
        assert!(copy.starts_with(&bytes), "the original stands at the beginning");
        let added = String::from_utf8_lossy(&copy[bytes.len()..]).into_owned();
        assert_eq!(
            added.matches("/QuadPoints").count() + added.matches("/Text").count(),
            comments.len()
        );
        fs::write(copies.path().join(Path::new(&entry.path).file_name().unwrap()), copy).unwrap();
    }
    let again = check(copies.path());
    for (before, after) in report.packs[0].findings.iter().zip(&again.packs[0].findings) {
        assert_eq!(before.verdict, after.verdict, "{}", before.rule.id);
        // The notes are read as comments, which moves what comes behind them, and nothing else.
        let told = |finding: &clausecheck::model::Finding| -> Vec<_> {
            let evidence = finding.evidence.iter();
            evidence.map(|one| (one.role, one.quote.clone(), one.place.clone())).collect()
        };
        assert_eq!(told(before), told(after), "{}", before.rule.id);
    }
}

#[test]
fn a_pdf_that_is_signed_or_stamped_is_refused() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/gapped/northport-pdf");
    let path = fs::read_dir(sample)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|end| end == "pdf"))
        .unwrap();
    let bytes = fs::read(path).unwrap();
    let with = |object: Dictionary| {
        let mut document = Document::load_mem(&bytes).unwrap();
        document.add_object(object);
        let mut changed = Vec::new();
        document.save_to(&mut changed).unwrap();
        changed
    };
    let seal = |kind: &str| dictionary! { "Type" => kind, "ByteRange" => vec![0.into(), 9.into()] };
    let field = dictionary! { "FT" => "Sig", "V" => Object::Reference((1, 0)) };
    let unsigned = dictionary! { "FT" => "Sig" };
    assert!(annotate(&with(unsigned), &[], LARGEST).is_ok(), "a field to sign in is no signature");
    for signed in [seal("Sig"), seal("DocTimeStamp"), field] {
        assert_eq!(annotate(&with(signed), &[], LARGEST), Err(Refusal::Signed));
    }
}

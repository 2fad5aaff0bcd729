//! Small workbooks in, blocks out.

use super::address;
use super::quoted;
use super::read;
use crate::extract::Limits;
use crate::model::BlockKind;
use crate::model::Extraction;
use crate::model::Furniture;
use crate::model::NoteKind;
use std::io::Cursor;
use std::io::Write;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn package(parts: &[(&str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook with the given sheets: name, attributes of the sheet, content of the part.
fn workbook(sheets: &[(&str, &str, &str)], more: &[(&str, String)]) -> Vec<u8> {
    let mut list = String::new();
    let mut relations = String::new();
    let mut parts = Vec::new();
    let names: Vec<String> =
        (1..=sheets.len()).map(|number| format!("xl/worksheets/sheet{number}.xml")).collect();
    for (index, (name, attributes, content)) in sheets.iter().enumerate() {
        let number = index + 1;
        list +=
            &format!(r#"<sheet name="{name}" sheetId="{number}" {attributes} r:id="r{number}"/>"#);
        relations += &format!(
            r#"<Relationship Id="r{number}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{number}.xml"/>"#
        );
        let xml = format!(r#"<worksheet xmlns="{MAIN}">{content}</worksheet>"#);
        parts.push((names[index].as_str(), xml));
    }
    relations +=
        &format!(r#"<Relationship Id="s" Type="{RELATIONS}/styles" Target="styles.xml"/>"#);
    parts.push((
        "xl/workbook.xml",
        format!(
            r#"<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{list}</sheets></workbook>"#
        ),
    ));
    parts.push(("xl/_rels/workbook.xml.rels", relations_part(&relations)));
    parts.push((
        "_rels/.rels",
        relations_part(&format!(
            r#"<Relationship Id="r" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/>"#
        )),
    ));
    parts.push((
        "xl/styles.xml",
        format!(
            r#"<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>"#
        ),
    ));
    parts.extend(more.iter().cloned());
    package(&parts)
}

fn relations_part(content: &str) -> String {
    format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{content}</Relationships>"#
    )
}

fn cell(at: &str, text: &str) -> String {
    format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

fn shown(extraction: &Extraction) -> Vec<(Option<&str>, &str)> {
    extraction
        .blocks
        .iter()
        .map(|block| (block.address.as_deref(), block.span.of(&extraction.text)))
        .collect()
}

#[test]
fn cells_have_their_sheet_and_address() {
    let rows = format!(
        r#"<sheetData><row r="3">{}{}</row><row r="4">{}<c r="C4" s="1"><v>45943</v></c><c r="D4" s="2"><v>0.999</v></c></row></sheetData>"#,
        cell("B3", "ID"),
        cell("C3", "Krav"),
        cell("B4", "K1"),
    );
    let extraction = read(&workbook(&[("Krav", "", &rows)], &[]), &Limits::default());
    assert_eq!(
        shown(&extraction),
        [
            (None, "Krav"),
            (Some("Krav!B3"), "ID"),
            (Some("Krav!C3"), "Krav"),
            (Some("Krav!B4"), "K1"),
            (Some("Krav!C4"), "2025-10-13"),
            (Some("Krav!D4"), "99.9%"),
        ]
    );
    let BlockKind::TableCell(last) = extraction.blocks[5].kind else { panic!("no cell") };
    assert_eq!((last.table, last.row, last.column), (0, 1, 2));
    assert_eq!(extraction.notes, []);
}

#[test]
fn hidden_sheets_rows_and_columns_are_kept_apart() {
    let rows = format!(
        r#"<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1">{}{}</row><row r="2" hidden="1">{}</row></sheetData>"#,
        cell("A1", "shown"),
        cell("C1", "in a hidden column"),
        cell("A2", "in a hidden row"),
    );
    let secret = format!(r#"<sheetData><row r="1">{}</row></sheetData>"#, cell("A1", "secret"));
    let book = workbook(&[("Open", "", &rows), ("Lists", r#"state="veryHidden""#, &secret)], &[]);
    let extraction = read(&book, &Limits::default());
    let hidden: Vec<&str> = extraction
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Furniture(Furniture::Hidden))
        .map(|block| block.span.of(&extraction.text))
        .collect();
    assert_eq!(hidden, ["in a hidden column", "in a hidden row", "secret"]);
    let notes = extraction.notes.iter().filter(|note| note.kind == NoteKind::HiddenText).count();
    assert_eq!(notes, 2);
}

#[test]
fn comments_and_shapes_are_read() {
    let rows = format!(r#"<sheetData><row r="1">{}</row></sheetData>"#, cell("A1", "x"));
    let relations = format!(
        r#"<Relationship Id="a" Type="{RELATIONS}/comments" Target="../comments1.xml"/><Relationship Id="b" Type="{RELATIONS}/drawing" Target="../drawing1.xml"/>"#
    );
    let comments = format!(
        r#"<comments xmlns="{MAIN}"><commentList><comment ref="A1"><text><r><t>Ask </t></r><r><t>IT</t></r></text></comment></commentList></comments>"#
    );
    let drawing = r#"<d xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r><a:t>Answer every row.</a:t></a:r></a:p></d>"#;
    let more = [
        ("xl/worksheets/_rels/sheet1.xml.rels", relations_part(&relations)),
        ("xl/comments1.xml", comments),
        ("xl/drawing1.xml", drawing.to_owned()),
    ];
    let extraction = read(&workbook(&[("My sheet", "", &rows)], &more), &Limits::default());
    let texts: Vec<&str> = shown(&extraction).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts, ["My sheet", "x", "Answer every row.", "'My sheet'!A1: Ask IT"]);
    assert_eq!(extraction.notes[0].kind, NoteKind::Comments);
}

#[test]
fn far_corners_cost_nothing_and_limits_are_said() {
    let corners = format!(
        r#"<dimension ref="A1:XFD1048576"/><sheetData><row r="1">{}</row><row r="1048576">{}</row></sheetData>"#,
        cell("A1", "first"),
        cell("XFD1048576", "last"),
    );
    let book = workbook(&[("S", "", &corners)], &[]);
    let extraction = read(&book, &Limits::default());
    assert_eq!(shown(&extraction)[2], (Some("S!XFD1048576"), "last"));
    let limited = read(&book, &Limits { cells: 1, ..Limits::default() });
    assert_eq!(limited.notes[0].kind, NoteKind::TooLarge);
    let refused = read(&book, &Limits { entry_bytes: 100, ..Limits::default() });
    assert_eq!(refused.notes[0].kind, NoteKind::TooLarge);
    assert!(refused.blocks.is_empty());
}

#[test]
fn damage_is_noted() {
    let rows = format!(r#"<sheetData><row r="1">{}<c r="B1"><v>1"#, cell("A1", "whole"));
    let extraction = read(&workbook(&[("S", "", &rows)], &[]), &Limits::default());
    assert_eq!(shown(&extraction)[1], (Some("S!A1"), "whole"));
    assert!(extraction.notes.iter().any(|note| note.kind == NoteKind::Damaged));
    let noise = read(b"PK\x03\x04 nothing", &Limits::default());
    assert_eq!(noise.notes[0].kind, NoteKind::Damaged);
}

#[test]
fn a_false_number_of_texts_is_refused() {
    let rows = r#"<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>"#;
    let strings =
        format!(r#"<sst xmlns="{MAIN}" uniqueCount="4000000000"><si><t>x</t></si></sst>"#);
    let more = [("xl/sharedStrings.xml", strings)];
    let extraction = read(&workbook(&[("S", "", rows)], &more), &Limits::default());
    assert_eq!(extraction.notes[0].kind, NoteKind::Damaged);
}

#[test]
fn addresses() {
    assert_eq!(address(13, 2), "C14");
    assert_eq!(address(1_048_575, 16_383), "XFD1048576");
    assert_eq!(quoted("Krav"), "Krav");
    assert_eq!(quoted("Bob's list"), "'Bob''s list'");
}

//! Small packages in, blocks out.

use super::read;
use crate::extract::Changes;
use crate::extract::Limits;
use crate::extract::Options;
use crate::model::Extraction;
use crate::model::NoteKind;
use std::io::Cursor;
use std::io::Write;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// Headings 7. and 7.1 bound to styles, clauses (a) below them, and bullets.
const STYLES: &str = r#"
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/>
      <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/>
      <w:basedOn w:val="Rubrik1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/>
      <w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/>
      <w:basedOn w:val="Clause"/></w:style>
    <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
    <w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/>
      <w:rPr><w:vanish/></w:rPr></w:style>"#;

const NUMBERING: &str = r#"
    <w:abstractNum w:abstractNumId="0">
      <w:lvl w:ilvl="0"><w:start w:val="7"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Rubrik1"/>
        <w:lvlText w:val="%1."/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Rubrik2"/>
        <w:lvlText w:val="%1.%2"/></w:lvl>
      <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
        <w:lvlText w:val="(%3)"/></w:lvl>
    </w:abstractNum>
    <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>
      <w:lvlText w:val="-"/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId="2">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>
        <w:lvlText w:val="Article %1"/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
    </w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
    <w:num w:numId="4"><w:abstractNumId w:val="2"/>
      <w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
    <w:num w:numId="5"><w:abstractNumId w:val="0"/>
      <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>
      <w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#;

/// A package of the given parts.
fn package(parts: &[(&str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn part(root: &str, content: &str) -> String {
    let mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    format!(
        r#"<?xml version="1.0"?><w:{root} xmlns:w="{WORD}" xmlns:mc="{mc}">{content}</w:{root}>"#
    )
}

fn relations(entries: &[(&str, &str)]) -> String {
    let entries: Vec<String> = entries
        .iter()
        .map(|(kind, target)| {
            format!(r#"<Relationship Id="{target}" Type="{RELATIONS}{kind}" Target="{target}"/>"#)
        })
        .collect();
    format!("<Relationships>{}</Relationships>", entries.concat())
}

/// A document with this body and these further parts.
fn document(body: &str, more: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut related = vec![("styles", "styles.xml"), ("numbering", "numbering.xml")];
    let mut parts = vec![
        ("_rels/.rels".to_owned(), relations(&[("officeDocument", "/word/main.xml")])),
        ("word/main.xml".to_owned(), part("document", &format!("<w:body>{body}</w:body>"))),
        ("word/styles.xml".to_owned(), part("styles", STYLES)),
        ("word/numbering.xml".to_owned(), part("numbering", NUMBERING)),
    ];
    for (kind, file, content) in more {
        related.push((kind, file));
        parts.push((format!("word/{file}"), part(kind, content)));
    }
    parts.push(("word/_rels/main.xml.rels".to_owned(), relations(&related)));
    let parts: Vec<(&str, String)> =
        parts.iter().map(|(name, content)| (name.as_str(), content.clone())).collect();
    package(&parts)
}

fn paragraph(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn styled(style: &str, text: &str) -> String {
    paragraph(&format!(r#"<w:pStyle w:val="{style}"/>"#), text)
}

fn numbered(number: u32, level: u32, text: &str) -> String {
    let properties =
        format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>"#);
    paragraph(&properties, text)
}

fn blocks(extraction: &Extraction) -> Vec<String> {
    let show = |block: &crate::model::Block| {
        let label = block.label.as_ref().map(|label| format!("{label} | ")).unwrap_or_default();
        format!("{:?}: {label}{}", block.kind, block.span.of(&extraction.text))
            .replace("TableCell(Cell { table: ", "Cell(")
            .replace("row: ", "")
            .replace("column: ", "")
            .replace(" }):", "):")
    };
    extraction.blocks.iter().map(show).collect()
}

fn check_parts(body: &str, more: &[(&str, &str, &str)], expected: &[&str]) -> Vec<NoteKind> {
    let extraction = read(&document(body, more), &Options::default());
    assert_eq!(blocks(&extraction), expected, "{:?}", extraction.notes);
    extraction.notes.iter().map(|note| note.kind).collect()
}

fn check(body: &str, expected: &[&str]) -> Vec<NoteKind> {
    check_parts(body, &[], expected)
}

#[test]
fn styles_number_headings_and_clauses() {
    let body = [
        styled("Title", "Agreement"),
        styled("Rubrik1", "Security"),
        styled("Rubrik2", "Scope"),
        styled("Rubrik2", "Incidents"),
        styled("Clause", "first"),
        styled("Own", "second"),
        styled("Rubrik1", "Term"),
        styled("Rubrik2", "End"),
        styled("Clause", "restarts"),
        styled("NoSuchStyle", "plain"),
    ];
    check(
        &body.concat(),
        &[
            "Heading(1): Agreement",
            "Heading(1): 7. | Security",
            "Heading(2): 7.1 | Scope",
            "Heading(2): 7.2 | Incidents",
            "ListItem(2): (a) | first",
            "ListItem(2): (b) | second",
            "Heading(1): 8. | Term",
            "Heading(2): 8.1 | End",
            "ListItem(2): (a) | restarts",
            "Paragraph: plain",
        ],
    );
}

#[test]
fn own_numbers_legal_levels_and_overrides() {
    let body = [
        numbered(3, 0, "one"),
        numbered(3, 1, "legal"),
        numbered(4, 0, "restarted"),
        numbered(4, 1, "below"),
        numbered(3, 0, "counts together"),
        numbered(2, 0, "bullet"),
        numbered(99, 0, "no such numbering"),
        paragraph(r#"<w:pStyle w:val="Rubrik1"/><w:numPr><w:numId w:val="0"/></w:numPr>"#, "off"),
    ];
    check(
        &body.concat(),
        &[
            "ListItem(0): Article I | one",
            "ListItem(1): 1.1 | legal",
            "ListItem(0): Article V | restarted",
            "ListItem(1): 5.1 | below",
            "ListItem(0): Article VI | counts together",
            "ListItem(0): • | bullet",
            "Paragraph: no such numbering",
            "Heading(1): off",
        ],
    );
}

#[test]
fn an_override_restarts_only_the_level_that_is_used() {
    let body = [
        styled("Rubrik1", "Security"),
        styled("Rubrik2", "Scope"),
        styled("Rubrik2", "Incidents"),
        numbered(5, 1, "begins anew"),
        numbered(5, 1, "goes on"),
    ];
    check(
        &body.concat(),
        &[
            "Heading(1): 7. | Security",
            "Heading(2): 7.1 | Scope",
            "Heading(2): 7.2 | Incidents",
            "ListItem(1): 7.1 | begins anew",
            "ListItem(1): 7.2 | goes on",
        ],
    );
}

#[test]
fn empty_paragraphs_count_unless_they_only_end_a_section() {
    let body = [
        r#"<w:p><w:pPr><w:pStyle w:val="Rubrik1"/><w:sectPr/></w:pPr></w:p>"#.to_owned(),
        styled("Rubrik1", "Security"),
        styled("Rubrik1", ""),
        styled("Rubrik1", "Term"),
    ];
    check(&body.concat(), &["Heading(1): 7. | Security", "Heading(1): 9. | Term"]);
}

#[test]
fn cells_stand_in_grid_columns() {
    let cell = |properties: &str, content: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>")
    };
    let wide = cell(r#"<w:gridSpan w:val="2"/>"#, &paragraph("", "wide"));
    let last = cell("", &paragraph("", "last"));
    let id = cell("", "<w:p><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:p>");
    let nested = format!("<w:tbl><w:tr>{last}{last}</w:tr></w:tbl>{}", paragraph("", "after"));
    let continued = cell("<w:vMerge/>", "<w:p/>");
    let body = format!(
        "<w:tbl><w:tr>{wide}{last}</w:tr><w:tr>{id}{}{continued}</w:tr>\
         <w:tr><w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>{last}</w:tr></w:tbl>",
        cell("", &nested)
    );
    check(
        &body,
        &[
            "Cell(0, 0, 0): wide",
            "Cell(0, 0, 2): last",
            "Cell(0, 1, 0): Article I",
            "Cell(0, 1, 1): last",
            "Cell(0, 1, 1): last",
            "Cell(0, 1, 1): after",
            "Cell(0, 2, 2): last",
        ],
    );
}

#[test]
fn a_table_of_one_cell_is_a_frame() {
    let row = "<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>";
    let body = format!(
        "<w:tbl><w:tr><w:tc>{}<w:tbl>{row}</w:tbl></w:tc></w:tr></w:tbl>",
        styled("Rubrik1", "Framed")
    );
    check(&body, &["Heading(1): 7. | Framed", "Cell(0, 0, 0): a"]);
}

#[test]
fn notes_follow_the_body_in_the_order_of_their_marks() {
    let note = |id: u32, text: &str| {
        format!(r#"<w:footnote w:id="{id}">{}</w:footnote>"#, paragraph("", text))
    };
    let notes = [
        format!(r#"<w:footnote w:type="separator" w:id="0">{}</w:footnote>"#, paragraph("", "x")),
        note(1, "second"),
        note(2, "first"),
        note(3, "deleted"),
        note(4, "never shown"),
    ];
    let body = r#"<w:p><w:r><w:t>Data</w:t><w:footnoteReference w:id="2"/><w:t>base</w:t>
        <w:footnoteReference w:id="1"/></w:r>
        <w:del><w:r><w:footnoteReference w:id="3"/></w:r></w:del></w:p>"#;
    let comment = format!(r#"<w:comment w:id="0">{}</w:comment>"#, paragraph("", "Really?"));
    let noted = check_parts(
        body,
        &[
            ("footnotes", "footnotes.xml", &notes.concat()),
            ("header", "header1.xml", &paragraph("", "Draft 3")),
            ("header", "header2.xml", &paragraph("", "Draft 3")),
            ("footer", "footer1.xml", &paragraph("", "Page 1")),
            ("comments", "comments.xml", &comment),
        ],
        &[
            "Paragraph: Database",
            "Footnote: first",
            "Footnote: second",
            "Furniture(Hidden): never shown",
            "Furniture(Header): Draft 3",
            "Furniture(Footer): Page 1",
            "Furniture(Comment): Really?",
        ],
    );
    assert_eq!(noted, [NoteKind::Comments, NoteKind::TrackedChanges, NoteKind::HiddenText]);
}

#[test]
fn tracked_changes_are_read_as_accepted_or_as_not_made() {
    let body = r#"<w:p><w:r><w:t>within </w:t></w:r><w:del><w:r><w:delText>72</w:delText></w:r></w:del>
        <w:ins><w:r><w:t>24</w:t></w:r></w:ins><w:r><w:t> hours</w:t></w:r></w:p>
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>joined </w:t></w:r></w:p>
        <w:p><w:r><w:t>up</w:t></w:r></w:p>
        <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:p><w:moveFrom><w:r><w:t>away</w:t></w:r></w:moveFrom><w:r><w:t>kept</w:t></w:r>
        </w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"#;
    let noted =
        check(body, &["Paragraph: within 24 hours", "Paragraph: joined up", "Cell(0, 0, 0): kept"]);
    assert_eq!(noted, [NoteKind::TrackedChanges]);
    let original =
        read(&document(body, &[]), &Options { changes: Changes::Original, ..Options::default() });
    assert_eq!(
        blocks(&original),
        [
            "Paragraph: within 72 hours",
            "Paragraph: joined",
            "Paragraph: up",
            "Cell(0, 0, 0): gone",
            "Cell(0, 1, 0): awaykept",
        ]
    );
    assert!(original.notes[0].message.contains("not made"));
}

#[test]
fn text_that_is_no_text_element() {
    let body = r#"<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>24</w:t>
        <w:noBreakHyphen/><w:t>hour</w:t><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t>
        <w:sym w:font="Wingdings" w:char="F0FE"/></w:r>
        <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>
        <w:r><w:t>code</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
        <w:r><w:t xml:space="preserve"> 7.2 &lt;&amp;&#65;</w:t></w:r>
        <w:r><w:fldChar w:fldCharType="end"/></w:r>
        <w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/>
        </w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#;
    check(body, &["Paragraph: 24-hour a b☑ 7.2 <&A☒"]);
}

#[test]
fn hidden_text_is_kept_apart() {
    let body = [
        "<w:p><w:r><w:t>seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>"
            .to_owned(),
        r#"<w:r><w:rPr><w:rStyle w:val="Secret"/></w:rPr><w:t> too</w:t></w:r>"#.to_owned(),
        r#"<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> again</w:t></w:r></w:p>"#.to_owned(),
        paragraph("<w:rPr><w:vanish/></w:rPr>", "only the mark is hidden"),
    ];
    let noted = check(
        &body.concat(),
        &[
            "Paragraph: seen again",
            "Furniture(Hidden): unseen too",
            "Paragraph: only the mark is hidden",
        ],
    );
    assert_eq!(noted, [NoteKind::HiddenText]);
}

#[test]
fn white_and_tiny_text_is_kept_apart_unless_it_stands_on_a_colour() {
    let run = |look: &str, text: &str| format!("<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>");
    let white = r#"<w:color w:val="FFFFFF" w:themeColor="background1"/>"#;
    let black = r#"<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>"#;
    let paper = r#"<w:shd w:val="clear" w:color="auto" w:fill="auto"/>"#;
    let cell = |shade: &str, look: &str, text: &str| {
        format!("<w:tc><w:tcPr>{shade}</w:tcPr><w:p>{}</w:p></w:tc>", run(look, text))
    };
    let body = [
        format!("<w:p>{}{}", run("", "seen "), run(white, "white")),
        format!(
            "{}{}",
            run(&format!("{white}{black}"), "inverse "),
            run(r#"<w:sz w:val="4"/>"#, " tiny")
        ),
        format!("{}</w:p>", run(r#"<w:sz w:val="5"/>"#, "small")),
        format!(
            "<w:tbl><w:tr>{}{}</w:tr></w:tbl>",
            cell(black, white, "head"),
            cell(paper, white, "x")
        ),
        format!("<w:p><w:pPr>{black}</w:pPr>{}</w:p>", run(white, "on a coloured line")),
    ];
    let noted = check(
        &body.concat(),
        &[
            "Paragraph: seen inverse small",
            "Furniture(Hidden): white tiny",
            "Cell(0, 0, 0): head",
            "Furniture(Hidden): x",
            "Paragraph: on a coloured line",
        ],
    );
    assert_eq!(noted, [NoteKind::HiddenText]);
}

#[test]
fn text_boxes_are_read_once_and_after_their_paragraph() {
    let text_box = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", paragraph("", text));
    let body = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">{}</mc:Choice>\
         <mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:pict>{}</w:pict></w:r>\
         <w:r><w:t>anchor</w:t></w:r></w:p>",
        text_box("drawn"),
        text_box("drawn"),
        text_box("vector")
    );
    check(&body, &["Paragraph: anchor", "Paragraph: drawn", "Paragraph: vector"]);
}

#[test]
fn any_prefix_strict_namespace_and_utf16() {
    let xml = part("document", &format!("<w:body>{}</w:body>", styled("Rubrik1", "Ärende")));
    let other = xml.replace("w:", "ns0:").replace("xmlns:w=", "xmlns:ns0=");
    let strict = xml.replace(WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main");
    for xml in [other, strict] {
        let bytes = package(&[("word/document.xml", xml)]);
        let extraction = read(&bytes, &Options::default());
        assert_eq!(blocks(&extraction), ["Paragraph: Ärende"], "{:?}", extraction.notes);
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    let wide: Vec<u8> =
        "\u{feff}".encode_utf16().chain(xml.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    zip.write_all(&wide).unwrap();
    let bytes = zip.finish().unwrap().into_inner();
    assert_eq!(blocks(&read(&bytes, &Options::default())), ["Paragraph: Ärende"]);
}

#[test]
fn malformed_parts_are_read_as_far_as_they_go() {
    let body = format!("{}</w:x><w:p><w:r><w:t>half", paragraph("", "whole"));
    let xml = format!(r#"<!DOCTYPE x><w:document xmlns:w="{WORD}"><w:body>{body}"#);
    let extraction = read(&package(&[("word/document.xml", xml)]), &Options::default());
    assert_eq!(blocks(&extraction), ["Paragraph: whole", "Paragraph: half"]);
    let kinds: Vec<NoteKind> = extraction.notes.iter().map(|note| note.kind).collect();
    assert_eq!(kinds, [NoteKind::Damaged, NoteKind::EntitiesRefused]);
}

#[test]
fn what_is_no_document_is_said() {
    for bytes in [b"PK\x03\x04 torn".to_vec(), package(&[("other.xml", String::new())])] {
        let extraction = read(&bytes, &Options::default());
        assert_eq!(extraction.notes.len(), 1);
        assert_eq!(extraction.notes[0].kind, NoteKind::Damaged);
    }
}

#[test]
fn nesting_does_not_overflow() {
    let body = format!(
        "{}{}{}{}",
        paragraph("", "before"),
        "<w:tbl><w:tr><w:tc>".repeat(20_000),
        paragraph("", "deep"),
        "</w:tc></w:tr></w:tbl>".repeat(20_000)
    );
    let noted = check(&body, &["Paragraph: before"]);
    assert_eq!(noted, [NoteKind::TooDeep]);
}

#[test]
fn limits_bound_what_is_unpacked() {
    let bytes = document(&paragraph("", &"A".repeat(1 << 20)), &[]);
    assert!(bytes.len() < 1 << 14);
    let small = [
        (Limits { entry_bytes: 1 << 16, ..Limits::default() }, NoteKind::TooLarge),
        (Limits { total_bytes: 1 << 16, ..Limits::default() }, NoteKind::TooLarge),
        (Limits { entries: 3, ..Limits::default() }, NoteKind::TooManyParts),
    ];
    for (limits, reason) in small {
        let extraction = read(&bytes, &Options { limits, ..Options::default() });
        assert!(extraction.blocks.is_empty());
        let kinds: Vec<NoteKind> = extraction.notes.iter().map(|note| note.kind).collect();
        assert_eq!(kinds, [reason]);
    }
}

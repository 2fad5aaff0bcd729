//! Small OpenDocument files in, blocks out.

use super::super::shown::shown;
use super::read;
use crate::extract::Limits;
use crate::model::Extraction;
use crate::model::NoteKind;
use std::io::Cursor;
use std::io::Write;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const NAMES: &str = r#"xmlns:office="o" xmlns:style="s" xmlns:text="t" xmlns:table="b" xmlns:draw="d" xmlns:fo="f" xmlns:dc="c" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0""#;

const LISTS: &str = r#"
  <style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/></style:style>
  <style:style style:name="Off" style:family="table"><style:table-properties table:display="false"/></style:style>
  <text:list-style style:name="L">
    <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
    <text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>
    <text:list-level-style-number text:level="3" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
  </text:list-style>
  <text:list-style style:name="P">
    <text:list-level-style-number text:level="1" style:num-format="i" style:num-list-format="Art %1%:"/>
  </text:list-style>"#;

fn file(body: &str, margins: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let styles = format!(
        r#"<office:document-styles {NAMES}><office:styles>
        <text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/></text:outline-style>
        </office:styles><office:master-styles><style:master-page>{margins}</style:master-page></office:master-styles></office:document-styles>"#
    );
    let content = format!(
        r#"<office:document-content {NAMES}><office:automatic-styles>{LISTS}</office:automatic-styles><office:body>{body}</office:body></office:document-content>"#
    );
    for (name, text) in [("content.xml", content), ("styles.xml", styles)] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn text(body: &str, margins: &str) -> Extraction {
    read(&file(&format!("<office:text>{body}</office:text>"), margins), &Limits::default())
}

#[test]
fn headings_and_lists_are_numbered() {
    let body = r#"
      <text:h text:outline-level="1">Scope</text:h>
      <text:list text:style-name="L"><text:list-item><text:p>one</text:p><text:p>more</text:p>
        <text:list><text:list-item><text:p>inner</text:p>
          <text:list><text:list-item><text:p>letter</text:p></text:list-item></text:list>
        </text:list-item></text:list></text:list-item></text:list>
      <text:p>between<text:s text:c="2"/>words</text:p>
      <text:list text:style-name="L" text:continue-numbering="true"><text:list-item>
        <text:list><text:list-item><text:p>goes on</text:p></text:list-item></text:list></text:list-item>
        <text:list-item><text:p>two</text:p></text:list-item></text:list>
      <text:list text:style-name="L"><text:list-item><text:p>anew</text:p></text:list-item></text:list>
      <text:list text:style-name="P"><text:list-item text:start-value="4"><text:p>roman</text:p></text:list-item></text:list>
      <text:h text:outline-level="1">Term</text:h>"#;
    let extraction = text(body, "");
    assert_eq!(
        shown(&extraction),
        [
            "Heading(1): 1 | Scope",
            "ListItem(0): 1. | one",
            "Paragraph: more",
            "ListItem(1): 1.1 | inner",
            "ListItem(2): (a) | letter",
            "Paragraph: between words",
            "ListItem(1): 1.2 | goes on",
            "ListItem(0): 2. | two",
            "ListItem(0): 1. | anew",
            "ListItem(0): Art iv: | roman",
            "Heading(1): 2 | Term",
        ]
    );
    assert_eq!(extraction.notes, []);
}

#[test]
fn tables_notes_and_what_is_kept_apart() {
    let body = r#"
      <text:tracked-changes><text:changed-region><text:deletion><text:p>deleted</text:p></text:deletion></text:changed-region></text:tracked-changes>
      <text:p>Body<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p></text:note-body></text:note>
        ends<text:span text:style-name="Gone">secret</text:span><office:annotation><dc:creator>Ann</dc:creator><text:p>remark</text:p></office:annotation></text:p>
      <table:table><table:table-row><table:table-cell><text:p>framed</text:p></table:table-cell></table:table-row></table:table>
      <table:table><table:table-header-rows><table:table-row>
        <table:table-cell table:number-columns-spanned="2"><text:p>a</text:p></table:table-cell><table:covered-table-cell/>
        <table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table-header-rows>
        <table:table-row><table:table-cell><table:table><table:table-row><table:table-cell><text:p>nested</text:p></table:table-cell></table:table-row></table:table></table:table-cell></table:table-row>
      </table:table>
      <text:p><draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box><svg:title>picture</svg:title></draw:frame>after</text:p>"#;
    let extraction = text(body, "<style:header><text:p>Head</text:p></style:header>");
    assert_eq!(
        shown(&extraction),
        [
            "Paragraph: Body ends",
            "Furniture(Hidden): secret",
            "Paragraph: framed",
            "Cell(0, 0, 0): a",
            "Cell(0, 0, 2): c",
            "Cell(0, 1, 0): nested",
            "Paragraph: boxed",
            "Paragraph: after",
            "Footnote: note",
            "Furniture(Header): Head",
            "Furniture(Comment): remark",
        ]
    );
    let kinds: Vec<NoteKind> = extraction.notes.iter().map(|note| note.kind).collect();
    assert_eq!(kinds, [NoteKind::TrackedChanges, NoteKind::HiddenText, NoteKind::Comments]);
}

#[test]
fn spreadsheets_keep_addresses_and_repetition_costs_nothing() {
    let body = r#"<office:spreadsheet><table:table table:name="Krav">
      <table:table-column table:number-columns-repeated="3"/><table:table-column table:visibility="collapse"/>
      <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
      <table:table-row><table:table-cell/><table:table-cell table:number-columns-repeated="2"><text:p>99,9 %</text:p></table:table-cell><table:table-cell><text:p>hidden</text:p></table:table-cell></table:table-row>
      <table:table-row table:number-rows-repeated="1048573"><table:table-cell><text:p>fill</text:p></table:table-cell></table:table-row>
      </table:table><table:table table:name="Lists" table:style-name="Off"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>"#;
    let extraction = read(&file(body, ""), &Limits::default());
    assert_eq!(
        shown(&extraction),
        [
            "Heading(1): Krav",
            "Cell(0, 0, 1): 99,9 %",
            "Cell(0, 0, 2): 99,9 %",
            "Furniture(Hidden): hidden",
            "Cell(0, 1, 0): fill",
            "Furniture(Hidden): x",
        ]
    );
    assert_eq!(extraction.blocks[1].address.as_deref(), Some("Krav!B3"));
    assert_eq!(extraction.notes.len(), 2);
}

#[test]
fn slides_are_pages() {
    let body = r#"<office:presentation><draw:page><draw:frame presentation:class="title" xmlns:presentation="p"><draw:text-box><text:p>Title</text:p></draw:text-box></draw:frame></draw:page><draw:page><draw:frame><draw:text-box><text:p>text</text:p></draw:text-box></draw:frame></draw:page></office:presentation>"#;
    let extraction = read(&file(body, ""), &Limits::default());
    assert_eq!(shown(&extraction), ["Heading(1): Title", "Paragraph: text"]);
    assert_eq!(extraction.blocks[1].page, Some(2));
}

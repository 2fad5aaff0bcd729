//! A small presentation in, blocks out.

use super::read;
use crate::extract::Limits;
use crate::model::BlockKind;
use crate::model::Furniture;
use crate::model::NoteKind;
use std::io::Cursor;
use std::io::Write;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const NAMES: &str =
    r#"xmlns:p="p" xmlns:r="r" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main""#;

fn relations(entries: &[(&str, &str, &str)]) -> String {
    let entries: Vec<String> = entries
        .iter()
        .map(|(id, kind, target)| {
            format!(r#"<Relationship Id="{id}" Type="x/{kind}" Target="{target}"/>"#)
        })
        .collect();
    format!("<Relationships>{}</Relationships>", entries.concat())
}

fn shape(holder: &str, text: &str) -> String {
    format!(
        r#"<p:sp><p:nvPr><p:ph type="{holder}"/></p:nvPr><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sp>"#
    )
}

#[test]
fn slides_in_order_with_tables_and_notes() {
    let table = "<p:graphicFrame><a:tbl><a:tr><a:tc><a:p><a:r><a:t>ID</a:t></a:r></a:p></a:tc><a:tc><a:p><a:r><a:t>Krav</a:t></a:r></a:p></a:tc></a:tr></a:tbl></p:graphicFrame>";
    let first = format!(
        r#"<p:sld {NAMES}>{}{}{table}</p:sld>"#,
        shape("title", "Security"),
        shape("sldNum", "1")
    );
    let parts = [
        (
            "ppt/presentation.xml",
            format!(
                r#"<p:presentation {NAMES}><p:sldIdLst><p:sldId id="256" r:id="b"/><p:sldId r:id="a" id="257"/></p:sldIdLst></p:presentation>"#
            ),
        ),
        (
            "ppt/_rels/presentation.xml.rels",
            relations(&[("a", "slide", "slides/slide1.xml"), ("b", "slide", "slides/slide2.xml")]),
        ),
        ("ppt/slides/slide2.xml", first),
        (
            "ppt/slides/slide1.xml",
            format!(r#"<p:sld {NAMES} show="0">{}</p:sld>"#, shape("body", "old")),
        ),
        (
            "ppt/slides/_rels/slide2.xml.rels",
            relations(&[("n", "notesSlide", "../notesSlides/n.xml")]),
        ),
        (
            "ppt/notesSlides/n.xml",
            format!("<p:notes {NAMES}>{}</p:notes>", shape("body", "Say it.")),
        ),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    let extraction = read(&zip.finish().unwrap().into_inner(), &Limits::default());
    let shown: Vec<(Option<u32>, &str)> = extraction
        .blocks
        .iter()
        .map(|block| (block.page, block.span.of(&extraction.text)))
        .collect();
    let expected = [
        (Some(1), "Security"),
        (Some(1), "ID"),
        (Some(1), "Krav"),
        (Some(1), "Say it."),
        (Some(2), "old"),
    ];
    assert_eq!(shown, expected);
    assert_eq!(extraction.blocks[0].kind, BlockKind::Heading(1));
    assert!(matches!(extraction.blocks[2].kind, BlockKind::TableCell(cell) if cell.column == 1));
    assert_eq!(extraction.blocks[4].kind, BlockKind::Furniture(Furniture::Hidden));
    assert_eq!(extraction.notes[0].kind, NoteKind::HiddenText);
}

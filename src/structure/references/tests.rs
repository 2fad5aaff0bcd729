//! Small packs in, notes out.

use super::note_outside_pack;
use crate::language::Detector;
use crate::model::Block;
use crate::model::BlockKind;
use crate::model::Document;
use crate::model::Extraction;
use crate::model::Format;
use crate::model::NoteKind;
use crate::model::Source;
use crate::model::Span;
use crate::structure::structure;

fn document(path: &str, paragraphs: &[&str]) -> Document {
    let mut text = String::new();
    let mut blocks = Vec::new();
    for paragraph in paragraphs {
        let start = text.len();
        text.push_str(paragraph);
        let span = Span::new(start, text.len());
        text.push('\n');
        blocks.push(Block {
            kind: BlockKind::Paragraph,
            span,
            label: None,
            page: Some(3),
            address: None,
        });
    }
    let extraction = Extraction { text, blocks, ..Extraction::new(Format::Text) };
    let source = Source { path: path.to_owned(), hash: String::new() };
    structure(source, extraction, &Detector::default())
}

fn notes(mut documents: Vec<Document>) -> Vec<String> {
    note_outside_pack(&mut documents);
    let notes = documents.into_iter().flat_map(|document| document.notes);
    notes
        .inspect(|note| assert!(note.kind == NoteKind::OutsidePack && note.page == Some(3)))
        .map(|note| note.message)
        .collect()
}

#[test]
fn what_is_not_in_the_pack_is_said_once_with_its_place() {
    let main = document(
        "contract.txt",
        &[
            "5.2 The Supplier shall meet the requirements in Annex 7 and the Annex 3 of this contract.",
            "5.3 Annex 7 prevails over Schedules B and C.",
        ],
    );
    let third = document("pack/annex-3 security.pdf", &["The Supplier shall encrypt data."]);
    assert_eq!(
        notes(vec![main, third]),
        [
            "refers to Annex 7, which is not in this pack (5.2)",
            "refers to Schedule B, which is not in this pack (5.3)",
            "refers to Schedule C, which is not in this pack (5.3)",
        ]
    );
}

#[test]
fn annexes_are_known_by_title_and_by_heading_with_text() {
    let long = "Leverantören ska kryptera all information i vila och under överföring. ".repeat(4);
    let main = document(
        "avtal.docx",
        &[
            "1.1 Leverantören ska uppfylla kraven i bilaga 01, bilaga 2 och bilaga 4.2.",
            "1.2 Leverantören ska följa dem.",
            "Handlingarna är:",
            "Bilaga 2 Säkerhetskrav",
            "Bilaga 4 Drift",
            &long,
        ],
    );
    let first = document("krav.docx", &["Bilaga 1 – Kravspecifikation", "Text."]);
    assert_eq!(notes(vec![main, first]), ["refers to Bilaga 2, which is not in this pack (1.1)"]);
}

#[test]
fn annexes_of_laws_and_plain_words_are_left_alone() {
    let main = document(
        "contract.txt",
        &[
            "1.1 The controls of ISO/IEC 27001 Annex A apply.",
            "1.2 The Supplier shall follow Annex I of Directive (EU) 2022/2555.",
            "1.3 The Supplier shall keep the schedule I sent, on schedule 24 hours a day.",
            "1.4 Schedule maintenance and exhibit care. The GSA Schedule 70 applies.",
        ],
    );
    assert!(notes(vec![main]).is_empty());
}

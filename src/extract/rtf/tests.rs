//! Small RTF files in, blocks out.

use super::super::shown::shown;
use super::read;
use crate::model::Extraction;
use crate::model::NoteKind;

fn check(body: &str, expected: &[&str]) -> Extraction {
    let head = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset238 Arial CE;}{\f2\fcharset2 Symbol;}}{\stylesheet{\s0 Normal;}{\s1 Rubrik 1;}{\s5\outlinelevel1 Own;}}{\info{\title T}}";
    let extraction = read(format!("{head}{body}}}").as_bytes());
    assert_eq!(shown(&extraction), expected);
    extraction
}

#[test]
fn headings_lists_and_characters() {
    check(
        r"\pard\s1{\listtext 1\tab}\ilvl0 Omfattning\par\pard\s5 Two\par
          \pard{\listtext\f2\'b7\tab}\ilvl1 Leverant\'f6ren ska f\u246\'f6lja\u-10179?\u-8704? \ldblquote ISO\rdblquote\~27001\par
          \pard\f1 \'9aifra\f0 \uc2\u8364 EU\uc1 r{\field{\*\fldinst HYPERLINK x}{\fldrslt  link}}{\*\unknown gone}\par",
        &[
            "Heading(1): 1 | Omfattning",
            "Heading(2): Two",
            "ListItem(1): • | Leverantören ska följa😀 “ISO” 27001",
            "Paragraph: šifra€r link",
        ],
    );
}

#[test]
fn tables_and_frames() {
    check(
        r"\trowd\cellx1\cellx2\pard\intbl a\cell b\par b2\cell\row\trowd\cellx1\cellx2\pard\intbl c\cell\cell\row
          \pard between\par\trowd\cellx1\pard\intbl framed\cell\row\pard after\par",
        &[
            "Cell(0, 0, 0): a",
            "Cell(0, 0, 1): b",
            "Cell(0, 0, 1): b2",
            "Cell(0, 1, 0): c",
            "Paragraph: between",
            "Paragraph: framed",
            "Paragraph: after",
        ],
    );
}

#[test]
fn what_is_kept_apart() {
    let extraction = check(
        r"{\header Head\par}\pard Text{\footnote\pard note}{\v secret}{\deleted old} goes on{\*\annotation remark}\par
          {\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt\pard boxed\par}}}\pard end\par{\pict 0102}",
        &[
            "Paragraph: Text goes on",
            "Furniture(Hidden): secret",
            "Paragraph: boxed",
            "Paragraph: end",
            "Footnote: note",
            "Furniture(Header): Head",
            "Furniture(Comment): remark",
        ],
    );
    let kinds: Vec<NoteKind> = extraction.notes.iter().map(|note| note.kind).collect();
    assert_eq!(kinds, [NoteKind::TrackedChanges, NoteKind::HiddenText, NoteKind::Comments]);
}

#[test]
fn bad_files_are_noted() {
    let cut = read(br"{\rtf1 The Supplier shall");
    assert_eq!(cut.notes[0].kind, NoteKind::Damaged);
    assert!(cut.text.contains("shall"));
    let deep = [br"{\rtf1 ".to_vec(), b"{".repeat(50_000), b"x".to_vec(), b"}".repeat(50_001)];
    assert!(read(&deep.concat()).notes.iter().any(|note| note.kind == NoteKind::TooDeep));
    assert_eq!(read(br"{\rtf1}}}}").notes[0].kind, NoteKind::Empty);
}

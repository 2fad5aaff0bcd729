//! Whole pages made by hand: text at places in, blocks out.

use super::read;
use crate::extract::Limits;
use crate::extract::Options;
use crate::model::Area;
use crate::model::BlockKind;
use crate::model::Cell;
use crate::model::Extraction;
use crate::model::Furniture;
use crate::model::NoteKind;
use std::fmt::Write;

/// A PDF whose pages have the given content streams, in Courier (each glyph is 0.6 em wide).
fn pdf(pages: &[String]) -> Vec<u8> {
    pdf_with(pages, &Extra::default())
}

/// What a file says beside its pages.
#[derive(Default)]
struct Extra {
    /// Entries of the catalogue and of each page.
    catalog: &'static str,
    page: &'static str,
    /// Further objects, numbered from 100.
    objects: &'static [&'static str],
}

fn pdf_with(pages: &[String], extra: &Extra) -> Vec<u8> {
    let kids: String = (0..pages.len()).map(|page| format!("{} 0 R ", 10 + page * 2)).collect();
    let mut file = format!(
        "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R{}>>\nendobj\n\
         2 0 obj\n<</Type/Pages/Count {}/Kids[{kids}]>>\nendobj\n\
         3 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>\nendobj\n",
        extra.catalog,
        pages.len()
    );
    for (number, object) in (100..).zip(extra.objects) {
        assert!(write!(file, "{number} 0 obj\n{object}\nendobj\n").is_ok());
    }
    for (page, content) in pages.iter().enumerate() {
        let (id, stream) = (10 + page * 2, 11 + page * 2);
        let added = write!(
            file,
            "{id} 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {stream} 0 R\
             /Resources<</Font<</F 3 0 R>>>>{}>>\nendobj\n\
             {stream} 0 obj\n<</Length {}>>\nstream\n{content}\nendstream\nendobj\n",
            extra.page,
            content.len()
        );
        assert!(added.is_ok());
    }
    file.push_str("trailer\n<</Root 1 0 R>>\n%%EOF\n");
    file.into_bytes()
}

/// Content that shows texts at places (x, y from the top) in a size.
fn content(texts: &[(f32, f32, f32, &str)]) -> String {
    texts
        .iter()
        .map(|(x, y, size, text)| {
            let text = text.replace('(', "\\(").replace(')', "\\)");
            format!("BT /F {size} Tf {x} {} Td ({text}) Tj ET\n", 800.0 - y)
        })
        .collect()
}

fn extract(pages: &[String]) -> Extraction {
    read(&pdf(pages), &Options::default())
}

fn texts(extraction: &Extraction) -> Vec<(BlockKind, &str)> {
    extraction.blocks.iter().map(|block| (block.kind, block.span.of(&extraction.text))).collect()
}

fn plain(extraction: &Extraction) -> Vec<&str> {
    texts(extraction).into_iter().map(|(_, text)| text).collect()
}

#[test]
fn words_come_from_gaps_and_double_printing_is_dropped() {
    let page = content(&[
        (60.0, 200.0, 10.0, "The"),
        (81.0, 200.0, 10.0, "Supplier"),
        (60.2, 200.0, 10.0, "The"),
        (81.2, 200.0, 10.0, "Supplier"),
    ]);
    assert_eq!(plain(&extract(&[page])), ["The Supplier"]);
}

#[test]
fn lines_join_and_clause_numbers_stay_with_their_text() {
    let page = content(&[
        (60.0, 200.0, 10.0, "2.1"),
        (60.0, 240.0, 10.0, "2.2"),
        (100.0, 200.0, 10.0, "The Supplier shall notify the Customer of every inci-"),
        (100.0, 212.0, 10.0, "dent under clause 9 without undue delay."),
        (100.0, 240.0, 10.0, "Logs are kept as ISO-"),
        (100.0, 252.0, 10.0, "27001 requires, and no incident is left out of them."),
        (60.0, 280.0, 10.0, "(a)"),
        (85.0, 280.0, 10.0, "first item"),
    ]);
    assert_eq!(
        plain(&extract(&[page])),
        [
            "2.1 The Supplier shall notify the Customer of every incident under clause 9 without \
             undue delay.",
            "2.2 Logs are kept as ISO-27001 requires, and no incident is left out of them.",
            "(a) first item",
        ]
    );
}

#[test]
fn hyphens_at_line_ends_follow_the_document() {
    let page = content(&[
        (60.0, 200.0, 10.0, "A third-party audit, drift- och"),
        (60.0, 212.0, 10.0, "every audit by a third-"),
        (60.0, 224.0, 10.0, "party, IT-"),
        (60.0, 236.0, 10.0, "systems and informations-"),
        (60.0, 248.0, 10.0, "och data, also the sys-"),
        (60.0, 260.0, 10.0, "tems."),
    ]);
    assert_eq!(
        plain(&extract(&[page])),
        ["A third-party audit, drift- och every audit by a third-party, IT-systems and \
          informations- och data, also the systems."]
    );
}

#[test]
fn bullets_begin_items_and_are_their_labels() {
    let page =
        content(&[(60.0, 200.0, 10.0, "- encrypt data"), (60.0, 212.0, 10.0, "- keep logs")]);
    let extraction = extract(&[page]);
    assert_eq!(plain(&extraction), ["encrypt data", "keep logs"]);
    assert!(extraction.blocks.iter().all(|block| block.label.as_deref() == Some("-")));
}

#[test]
fn a_reference_at_a_line_start_is_no_new_clause() {
    let page = content(&[
        (60.0, 200.0, 10.0, "The duties of the Supplier in clause"),
        (60.0, 212.0, 10.0, "12.3 of the agreement and in section"),
        (60.0, 224.0, 10.0, "4. remain in force."),
    ]);
    assert_eq!(
        plain(&extract(&[page])),
        ["The duties of the Supplier in clause 12.3 of the agreement and in section 4. remain in \
          force."]
    );
}

#[test]
fn running_lines_are_set_apart_and_sentences_go_on_over_pages() {
    let page = |number: &str, first: &str| {
        content(&[
            (60.0, 40.0, 10.0, "Master Agreement"),
            (60.0, 300.0, 10.0, first),
            (280.0, 780.0, 10.0, number),
        ])
    };
    let extraction = extract(&[
        page("Page 1 of 3", "The Supplier shall encrypt all"),
        page("Page 2 of 3", "data at rest. 3. Next"),
        page("Page 3 of 3", "The end."),
    ]);
    let header = BlockKind::Furniture(Furniture::Header);
    let footer = BlockKind::Furniture(Furniture::Footer);
    assert_eq!(
        texts(&extraction)[..4],
        [
            (header, "Master Agreement"),
            (BlockKind::Paragraph, "The Supplier shall encrypt all data at rest. 3. Next"),
            (footer, "Page 1 of 3"),
            (header, "Master Agreement"),
        ]
    );
    assert_eq!(extraction.pages.len(), 3);
}

#[test]
fn rows_that_share_columns_are_a_table_and_columns_of_prose_are_not() {
    let row = |y: f32, cells: [&'static str; 3]| {
        [(60.0, y, 10.0, cells[0]), (120.0, y, 10.0, cells[1]), (400.0, y, 10.0, cells[2])]
    };
    let rows = [
        row(200.0, ["ID", "Requirement", "Level"]),
        row(220.0, ["1.1", "Data is encrypted", "Must"]),
    ];
    let extraction = extract(&[content(&rows.concat())]);
    let cell = |row, column| BlockKind::TableCell(Cell { table: 0, row, column });
    assert_eq!(
        texts(&extraction)[3..],
        [(cell(1, 0), "1.1"), (cell(1, 1), "Data is encrypted"), (cell(1, 2), "Must")]
    );

    let mut prose = Vec::new();
    for (column, text) in [(60.0, "left prose goes on and on"), (320.0, "right prose runs too")] {
        prose.extend((0..20u8).map(|line| (column, 200.0 + 12.0 * f32::from(line), 10.0, text)));
    }
    let extraction = extract(&[content(&prose)]);
    assert!(texts(&extraction).iter().all(|(kind, _)| *kind == BlockKind::Paragraph));
    let first_right = extraction.text.find("right").unwrap_or(0);
    assert!(!extraction.text[first_right..].contains("left"));
}

#[test]
fn large_lines_are_headings() {
    let page = content(&[
        (60.0, 150.0, 16.0, "5 Security"),
        (60.0, 200.0, 10.0, "The Supplier shall keep an information security policy."),
    ]);
    assert_eq!(
        texts(&extract(&[page])),
        [
            (BlockKind::Heading(1), "5 Security"),
            (BlockKind::Paragraph, "The Supplier shall keep an information security policy."),
        ]
    );
}

#[test]
fn what_nobody_can_see_is_kept_apart_and_noted() {
    let mut page = content(&[(60.0, 200.0, 10.0, "Visible text")]);
    page.push_str("1 1 1 rg\n");
    page.push_str(&content(&[(60.0, 300.0, 10.0, "White text")]));
    let extraction = extract(&[page]);
    assert!(texts(&extraction).contains(&(BlockKind::Furniture(Furniture::Hidden), "White text")));
    assert_eq!(extraction.notes[0].kind, NoteKind::HiddenText);
}

#[test]
fn limits_and_damage_are_noted_and_the_rest_is_read() {
    let pages = [content(&[(60.0, 200.0, 10.0, "One two three four")]), content(&[])];
    let limits = Limits { glyphs_per_page: 5, pages: 1, ..Limits::default() };
    let options = Options { limits, ..Options::default() };
    let kinds = |extraction: &Extraction| -> Vec<NoteKind> {
        extraction.notes.iter().map(|note| note.kind).collect()
    };
    assert_eq!(kinds(&read(&pdf(&pages), &options)), [NoteKind::TooLarge, NoteKind::TooLarge]);
    assert!(kinds(&read(b"%PDF-1.4 nothing", &options)).contains(&NoteKind::Damaged));
    // A blank page is no scan.
    assert!(extract(&pages).notes.is_empty());
}

#[test]
fn bookmarks_and_tags_make_headings() {
    let body = "/P <</MCID 0>> BDC\n".to_owned()
        + &content(&[(60.0, 200.0, 10.0, "Access control")])
        + "EMC\n/P <</MCID 1>> BDC\n"
        + &content(&[(60.0, 240.0, 10.0, "Logs are kept for a year by the Supplier.")])
        + "EMC\n/P <</MCID 2>> BDC\n"
        + &content(&[(60.0, 280.0, 10.0, "5.2 Audit")])
        + "EMC\n";
    let extra = Extra {
        catalog: "/Outlines 100 0 R/StructTreeRoot 103 0 R",
        page: "/StructParents 0",
        objects: &[
            "<</First 101 0 R>>",
            "<</Title(Chapter)/First 102 0 R/Next 101 0 R>>",
            "<</Title(5.2  AUDIT)/Dest[10 0 R/Fit]>>",
            "<</ParentTree<</Nums[0[104 0 R 105 0 R 105 0 R]]>>/RoleMap<</Rubrik/H1>>>>",
            "<</S/Span/P<</S/Rubrik>>>>",
            "<</S/P>>",
        ],
    };
    let extraction = read(&pdf_with(&[body], &extra), &Options::default());
    assert_eq!(
        texts(&extraction),
        [
            (BlockKind::Heading(1), "Access control"),
            (BlockKind::Paragraph, "Logs are kept for a year by the Supplier."),
            (BlockKind::Heading(2), "5.2 Audit"),
        ]
    );
}

#[test]
fn fields_notes_and_labels_are_read() {
    let page = content(&[(60.0, 200.0, 10.0, "Name of the officer: Ada Lovelace")]);
    let extra = Extra {
        catalog: "/PageLabels<</Nums[0<</S/r/St 4>>]>>",
        page: "/Annots[null 100 0 R 101 0 R 102 0 R 103 0 R 104 0 R]",
        objects: &[
            "<</Subtype/Widget/FT/Tx/T(officer)/V(Ada  Lovelace)>>",
            "<</Subtype/Widget/Parent<</FT/Ch/TU(Retention)/V[(24 months)(logs)]>>>>",
            "<</Subtype/Widget/FT/Tx/Ff 8192/T(secret)/V(sesame)>>",
            "<</Subtype/Text/Contents(Is this enough?)>>",
            "<</Subtype/FreeText/F 2/Contents(unseen)>>",
        ],
    };
    let extraction = read(&pdf_with(&[page], &extra), &Options::default());
    assert_eq!(
        texts(&extraction)[1..],
        [
            (BlockKind::Paragraph, "Retention: 24 months; logs"),
            (BlockKind::Furniture(Furniture::Comment), "Is this enough?"),
            (BlockKind::Furniture(Furniture::Hidden), "unseen"),
        ]
    );
    assert_eq!(extraction.pages[0].label.as_deref(), Some("iv"));
    let kinds: Vec<NoteKind> = extraction.notes.iter().map(|note| note.kind).collect();
    assert_eq!(kinds, [NoteKind::Comments, NoteKind::HiddenText]);
}

#[test]
fn files_inside_the_file_are_named() {
    let extra = Extra {
        catalog: "/Names<</EmbeddedFiles<</Kids[<</Names[(a)100 0 R(b)101 0 R]>>]>>>>",
        page: "",
        objects: &[
            "<</Type/Filespec/UF(dir/Annex 7.docx)/EF<<>>>>",
            "<</Type/Filespec/F(logo.png)/EF<<>>>>",
        ],
    };
    let page = content(&[(60.0, 200.0, 10.0, "See the attached annex.")]);
    let extraction = read(&pdf_with(&[page], &extra), &Options::default());
    let notes: Vec<(NoteKind, &str)> =
        extraction.notes.iter().map(|note| (note.kind, note.message.as_str())).collect();
    assert_eq!(notes[0].0, NoteKind::AttachmentNotRead);
    assert!(notes[0].1.contains("`Annex 7.docx`") && notes[1].1.contains("`logo.png`"));
    assert_eq!(notes[1].0, NoteKind::NotFollowed);
}

#[test]
fn a_password_opens_what_needs_one() {
    let bytes = include_bytes!("tests/protected.pdf");
    let with = |password: Option<&str>| {
        let password = password.map(str::to_owned);
        read(bytes, &Options { password, ..Options::default() })
    };
    assert_eq!(plain(&with(Some("sesame"))), ["Opened with the password"]);
    for wrong in [None, Some("open")] {
        let extraction = with(wrong);
        assert!(extraction.blocks.is_empty());
        assert_eq!(extraction.notes[0].kind, NoteKind::NeedsPassword);
    }
    // A password that is not needed does no harm.
    let options = Options { password: Some("sesame".to_owned()), ..Options::default() };
    let page = content(&[(60.0, 200.0, 10.0, "Open text")]);
    assert_eq!(plain(&read(&pdf(&[page]), &options)), ["Open text"]);
}

/// The words of a text with their rectangles, in whole points.
fn printed(extraction: &Extraction) -> Vec<(&str, [i32; 4])> {
    let round = |area: &Area| {
        [area.left, area.top, area.right, area.bottom].map(|points| points.round() as i32)
    };
    let words = extraction.printed.iter();
    words.map(|word| (word.span.of(&extraction.text), round(&word.area))).collect()
}

#[test]
fn words_know_where_they_are_printed() {
    let page = content(&[
        (50.0, 100.0, 10.0, "The Supplier encrypts inci-"),
        (50.0, 112.0, 10.0, "dent logs."),
    ]);
    let extraction = read(&pdf(&[page]), &Options::default());
    assert_eq!(extraction.text, "The Supplier encrypts incident logs.");
    assert_eq!(
        printed(&extraction),
        [
            ("The", [50, 92, 68, 102]),
            ("Supplier", [74, 92, 122, 102]),
            ("encrypts", [128, 92, 176, 102]),
            ("inci", [182, 92, 212, 102]),
            ("dent", [50, 104, 74, 114]),
            ("logs.", [80, 104, 110, 114]),
        ]
    );
}

#[test]
fn words_keep_their_place_where_characters_are_normalised() {
    let page = content(&[(50.0, 100.0, 10.0, "\\200 a\\240\\240b \\223c\\224 d")]);
    let extraction = read(&pdf(&[page]), &Options::default());
    let words: Vec<&str> = printed(&extraction).into_iter().map(|(word, _)| word).collect();
    assert_eq!(words.join(" "), extraction.text);
}

#[test]
fn words_of_turned_text_stand_where_they_are_shown() {
    let page = "BT /F 10 Tf 0 1 -1 0 300 200 Tm (Turned words) Tj ET".to_owned();
    let extraction = read(&pdf(&[page]), &Options::default());
    // Read upwards: from 600 below the top, to the left of x = 300.
    assert_eq!(
        printed(&extraction),
        [("Turned", [292, 564, 302, 600]), ("words", [292, 528, 302, 558])]
    );
}

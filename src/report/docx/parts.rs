//! Paragraphs, tables and styles of a Word document, and what the writer's library cannot say:
//! languages, and table heads that are repeated on every page.

use crate::model::Language;
use crate::report::words;
use docx_rs::AlignmentType;
use docx_rs::BreakType;
use docx_rs::Docx;
use docx_rs::Footer;
use docx_rs::LineSpacing;
use docx_rs::PageNum;
use docx_rs::Paragraph;
use docx_rs::Run;
use docx_rs::RunFonts;
use docx_rs::Shading;
use docx_rs::Style;
use docx_rs::StyleType;
use docx_rs::Table;
use docx_rs::TableCell;
use docx_rs::TableCellMargins;
use docx_rs::TableLayoutType;
use docx_rs::TableRow;
use docx_rs::WidthType;
use docx_rs::XMLDocx;

/// Width of the text of an A4 page with our margins, in twentieths of a point.
const WIDE: usize = 9638;
/// Levels of headings below the title.
const LEVELS: usize = 3;

/// An empty document with styles, margins and a footer.
pub(in crate::report) fn document(stamp: &str) -> Docx {
    let footer = Footer::new().add_paragraph(
        Paragraph::new()
            .style("Small")
            .align(AlignmentType::Center)
            .add_run(run(stamp).add_text(" · "))
            .add_page_num(PageNum::new()),
    );
    let fonts = RunFonts::new().ascii("Calibri").hi_ansi("Calibri").cs("Calibri");
    let mut docx = Docx::new()
        .default_fonts(fonts)
        .default_size(22)
        .page_size(11906, 16838)
        .page_margin(docx_rs::PageMargin {
            top: 1134,
            left: 1134,
            bottom: 1134,
            right: 1134,
            header: 709,
            footer: 709,
            gutter: 0,
        })
        .footer(footer);
    for style in styles() {
        docx = docx.add_style(style);
    }
    docx
}

fn styles() -> Vec<Style> {
    let paragraph = |id: &str, name: &str| Style::new(id, StyleType::Paragraph).name(name);
    let space = |before, after| LineSpacing::new().before(before).after(after);
    let mut styles = vec![
        paragraph("Normal", "Normal").line_spacing(space(0, 120)),
        paragraph("Title", "Title")
            .based_on("Normal")
            .size(40)
            .bold()
            .color("1F3A5F")
            .line_spacing(space(0, 240)),
    ];
    for (level, size) in (1..=LEVELS).zip([30, 25, 22]) {
        let style = paragraph(&format!("Heading{level}"), &format!("heading {level}"));
        styles.push(
            style
                .based_on("Normal")
                .next("Normal")
                .size(size)
                .bold()
                .color("1F3A5F")
                .outline_lvl(level - 1)
                .line_spacing(space(280, 100)),
        );
    }
    styles.push(paragraph("Label", "Label").based_on("Normal").bold().line_spacing(space(120, 40)));
    styles.push(paragraph("Small", "Small").based_on("Normal").size(17).color("57606A"));
    styles.push(paragraph("Quote", "Quote").based_on("Normal").italic().indent(
        Some(360),
        None,
        None,
        None,
    ));
    styles.push(paragraph("Wording", "Wording to paste").based_on("Normal").indent(
        Some(360),
        None,
        None,
        None,
    ));
    styles.push(
        paragraph("Bullet", "List Bullet")
            .based_on("Normal")
            .indent(Some(360), Some(docx_rs::SpecialIndentType::Hanging(240)), None, None)
            .line_spacing(space(0, 60)),
    );
    // A run in another language than the document's is told by its character style.
    for language in Language::NAMED {
        let id = language_style(language.code());
        styles.push(Style::new(id, StyleType::Character).name(format!("In {}", language.name())));
    }
    styles
}

fn language_style(code: &str) -> String {
    format!("Lang-{code}")
}

/// A run of text on one line, without anything that a reader would obey.
fn run(text: &str) -> Run {
    Run::new().add_text(words::display_safe(text))
}

/// The title (level 0) or a heading.
pub(in crate::report) fn heading(level: usize, text: &str) -> Paragraph {
    let style = if level == 0 { "Title".to_owned() } else { format!("Heading{level}") };
    Paragraph::new().style(&style).keep_next(level > 0).add_run(run(text))
}

/// Running text.
pub(in crate::report) fn paragraph(text: &str) -> Paragraph {
    Paragraph::new().style("Normal").add_run(run(text))
}

/// A line that names what follows.
pub(in crate::report) fn label(text: &str) -> Paragraph {
    Paragraph::new().style("Label").keep_next(true).add_run(run(text))
}

/// An item of a list.
pub(in crate::report) fn bullet(text: &str) -> Paragraph {
    Paragraph::new().style("Bullet").add_run(run("•").add_tab()).add_run(run(text))
}

/// A passage in its language.
pub(in crate::report) fn quotation(text: &str, code: &str) -> Paragraph {
    lines("Quote", text, code)
}

/// Wording to paste in its language.
pub(in crate::report) fn wording(text: &str, code: &str) -> Paragraph {
    lines("Wording", text, code)
}

fn lines(style: &str, text: &str, code: &str) -> Paragraph {
    let mut paragraph = Paragraph::new().style(style);
    for (number, line) in text.trim_end().split('\n').enumerate() {
        let mut run = run(line);
        if number > 0 {
            run = Run::new().add_break(BreakType::TextWrapping).add_text(words::display_safe(line));
        }
        if Language::from_code(code).is_some() {
            run = run.style(&language_style(code));
        }
        paragraph = paragraph.add_run(run);
    }
    paragraph
}

/// A table with a head and columns of these shares of the width, in per cent.
pub(in crate::report) fn table(
    heads: &[String],
    shares: &[usize],
    rows: Vec<Vec<String>>,
) -> Table {
    let widths: Vec<usize> = shares.iter().map(|share| share * WIDE / 100).collect();
    let cell = |text: &str, width: usize| {
        let mut cell = TableCell::new().width(width, WidthType::Dxa);
        for line in text.split('\n') {
            cell = cell.add_paragraph(Paragraph::new().style("Small").add_run(run(line)));
        }
        cell
    };
    let head = heads.iter().zip(&widths).map(|(text, width)| {
        TableCell::new()
            .width(*width, WidthType::Dxa)
            .shading(Shading::new().fill("1F3A5F"))
            .add_paragraph(
                Paragraph::new().style("Small").add_run(run(text).bold().color("FFFFFF")),
            )
    });
    let mut all = vec![TableRow::new(head.collect()).cant_split()];
    for row in rows {
        let cells = row.iter().zip(&widths).map(|(text, width)| cell(text, *width));
        all.push(TableRow::new(cells.collect()).cant_split());
    }
    Table::new(all)
        .set_grid(widths)
        .layout(TableLayoutType::Fixed)
        .width(WIDE, WidthType::Dxa)
        .margins(TableCellMargins::new().margin(40, 80, 40, 80))
}

/// The parts of the document, with what the library has no words for: the language of the text,
/// the languages of quotes, and heads that are repeated.
pub(in crate::report) fn finish(docx: Docx, code: &str) -> XMLDocx {
    let mut parts = docx.build();
    // The first row after the grid is the head.
    let head = "</w:tblGrid><w:tr><w:trPr>";
    replace(&mut parts.document, head, &format!("{head}<w:tblHeader />"));
    let lang = |code: &str| format!("<w:lang w:val=\"{0}\" w:eastAsia=\"{0}\" />", tag(code));
    let default = format!("{}</w:rPr></w:rPrDefault>", lang(code));
    replace(&mut parts.styles, "</w:rPr></w:rPrDefault>", &default);
    for language in Language::NAMED {
        let name = format!("<w:name w:val=\"In {}\" />", language.name());
        let marked = format!("{name}<w:rPr>{}</w:rPr>", lang(language.code()));
        let empty = format!("{name}<w:rPr />");
        replace(&mut parts.styles, &empty, &marked);
    }
    parts
}

fn replace(part: &mut Vec<u8>, from: &str, to: &str) {
    if let Ok(text) = std::str::from_utf8(part) {
        *part = text.replace(from, to).into_bytes();
    }
}

/// The language tag that word processors know.
fn tag(code: &str) -> &'static str {
    match code {
        "sv" => "sv-SE",
        "da" => "da-DK",
        "no" => "nb-NO",
        "de" => "de-DE",
        "nl" => "nl-NL",
        "fi" => "fi-FI",
        "fr" => "fr-FR",
        _ => "en-GB",
    }
}

#[cfg(test)]
mod tests {
    use super::document;
    use super::finish;
    use super::quotation;
    use super::table;

    #[test]
    fn languages_and_heads_are_in_the_parts() {
        let rows = vec![vec!["one".to_owned(), "two".to_owned()]];
        let heads = ["A".to_owned(), "B".to_owned()];
        let docx = document("made by")
            .add_table(table(&heads, &[50, 50], rows))
            .add_paragraph(quotation("Data ska krypteras.", "sv"));
        let parts = finish(docx, "de");
        let text = |part: &[u8]| String::from_utf8(part.to_vec()).unwrap();
        let (body, styles) = (text(&parts.document), text(&parts.styles));
        assert_eq!(body.matches("<w:tblHeader />").count(), 1);
        assert!(body.contains("w:val=\"Lang-sv\""));
        assert!(styles.contains("w:val=\"de-DE\""), "the document is German");
        assert!(styles.contains("<w:rPr><w:lang w:val=\"sv-SE\""), "{styles}");
        assert!(styles.contains("<w:outlineLvl w:val=\"0\" />"));
    }

    #[test]
    fn the_same_document_is_the_same_bytes() {
        let bytes = || {
            let mut out = std::io::Cursor::new(Vec::new());
            finish(document("x"), "en").pack(&mut out).unwrap();
            out.into_inner()
        };
        assert!(bytes() == bytes());
    }
}

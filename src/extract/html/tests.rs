//! Pages in, blocks out.

use super::read;
use crate::extract::Limits;
use crate::model::NoteKind;

fn check(html: &str, expected: &[&str]) {
    let extraction = read(html, &Limits::default());
    let blocks: Vec<String> = extraction
        .blocks
        .iter()
        .map(|block| {
            let label = block.label.as_ref().map(|l| format!("{l} | ")).unwrap_or_default();
            format!("{:?}: {label}{}", block.kind, block.span.of(&extraction.text))
                .replace("TableCell(Cell { table: ", "Cell(")
                .replace("row: ", "")
                .replace("column: ", "")
                .replace(" }):", "):")
        })
        .collect();
    assert_eq!(blocks, expected);
}

#[test]
fn headings_paragraphs_and_inline_elements() {
    check(
        "<title>t</title><h2>Secu<b>rity</b></h2><p>The <i>Supplier</i> shall<br>encrypt.\
             <script>no()</script><div>Own text<p>Inner</p>after</div>",
        &[
            "Heading(2): Security",
            "Paragraph: The Supplier shall encrypt.",
            "Paragraph: Own text",
            "Paragraph: Inner",
            "Paragraph: after",
        ],
    );
}

#[test]
fn lists_are_numbered_as_shown() {
    check(
        "<ol start=7><li>seven<ol type=a><li><p>sub</p><p>more</p></ol><li value=9>nine</ol>\
             <ul><li>dot</ul>",
        &[
            "ListItem(0): 7. | seven",
            "ListItem(1): a. | sub",
            "ListItem(1): more",
            "ListItem(0): 9. | nine",
            "ListItem(0): • | dot",
        ],
    );
}

#[test]
fn cells_stand_in_grid_columns() {
    check(
        "<table><tr><td>frame</table><table><tr><th rowspan=2>A<th colspan=2>B<th>C\
             <tr><td>1<td>2<td><table><tr><td>3<td>4</table></table>",
        &[
            "Paragraph: frame",
            "Cell(0, 0, 0): A",
            "Cell(0, 0, 1): B",
            "Cell(0, 0, 3): C",
            "Cell(0, 1, 1): 1",
            "Cell(0, 1, 2): 2",
            "Cell(0, 1, 3): 3",
            "Cell(0, 1, 3): 4",
        ],
    );
}

#[test]
fn hidden_text_is_kept_apart() {
    let html = "<p>Seen <span style='display: none'>not seen</span>end<p hidden>gone";
    check(html, &["Paragraph: Seen end", "Furniture(Hidden): not seen", "Furniture(Hidden): gone"]);
    let extraction = read(html, &Limits::default());
    assert_eq!(extraction.notes.len(), 1);
    assert_eq!(extraction.notes[0].kind, NoteKind::HiddenText);
}

#[test]
fn preformatted_text_keeps_its_paragraphs() {
    check(
        "<pre>1.1 First clause\nthat goes on.\n\n1.2 Second clause</pre>",
        &["Paragraph: 1.1 First clause that goes on.", "Paragraph: 1.2 Second clause"],
    );
}

#[test]
fn deep_nesting_is_cut_off_and_said() {
    let html = format!("<p>before{}deep", "<div>".repeat(200_000));
    let extraction = read(&html, &Limits::default());
    assert!(extraction.text.starts_with("before"));
    assert_eq!(extraction.notes[0].kind, NoteKind::TooDeep);
}

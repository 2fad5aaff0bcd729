//! A document as Markdown: headings, lists and tables as they were read, for reading and for
//! comparing versions in a pull request.
//!
//! Text is escaped, so that a document cannot bring markup of its own. Pages begin with a comment.

use crate::model::Block;
use crate::model::BlockKind;
use crate::model::Document;
use crate::model::Furniture;
use crate::report::words::display_safe;
use std::io;
use std::io::Write;

/// Writes the blocks of a document. What belongs to the page or was hidden is quoted with what it
/// is.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    for note in &document.notes {
        let page = note.page.map(|page| format!("page {page}: ")).unwrap_or_default();
        writeln!(out, "<!-- {}: {page}{} -->", note.kind.code(), comment(&note.message))?;
    }
    let mut page = None;
    let mut blocks = document.blocks.iter().peekable();
    while let Some(block) = blocks.next() {
        if block.page != page {
            page = block.page;
            writeln!(out, "\n<!-- {} -->", page_name(document, block))?;
        }
        let BlockKind::TableCell(cell) = block.kind else {
            write_block(document, block, out)?;
            continue;
        };
        let mut cells = vec![block];
        let of_table = |other: &Block| matches!(other.kind, BlockKind::TableCell(next) if next.table == cell.table);
        while let Some(next) = blocks.next_if(|next| of_table(next)) {
            cells.push(next);
        }
        write_table(document, &cells, out)?;
    }
    Ok(())
}

fn page_name(document: &Document, block: &Block) -> String {
    let Some(page) = document.page(block.page) else {
        return "no page".to_owned();
    };
    let label = page.label.as_deref().map(|label| format!(", numbered {}", comment(label)));
    let recognised = if page.recognised { ", read by OCR" } else { "" };
    format!("page {}{}{recognised}", page.number, label.unwrap_or_default())
}

fn write_block(document: &Document, block: &Block, out: &mut dyn Write) -> io::Result<()> {
    let text = escaped(block.span.of(&document.text));
    let label = block.label.as_deref().map(|label| format!("{} ", escaped(label)));
    let label = label.unwrap_or_default();
    match block.kind {
        BlockKind::Heading(level) => {
            writeln!(out, "\n{} {label}{text}", "#".repeat(usize::from(level.clamp(1, 6))))
        }
        BlockKind::ListItem(level) => {
            let indent = "  ".repeat(usize::from(level.min(8)));
            writeln!(out, "{indent}- {label}{text}")
        }
        BlockKind::Footnote => writeln!(out, "\n> Footnote: {label}{text}"),
        BlockKind::Furniture(kind) => {
            let kind = match kind {
                Furniture::Header => "Header",
                Furniture::Footer => "Footer",
                Furniture::Comment => "Comment",
                Furniture::Hidden => "Hidden text",
            };
            writeln!(out, "\n> {kind}: {text}")
        }
        BlockKind::Paragraph | BlockKind::TableCell(_) => writeln!(out, "\n{label}{text}"),
    }
}

/// Writes the cells of one table as rows; paragraphs of one cell are joined by a slash.
fn write_table(document: &Document, cells: &[&Block], out: &mut dyn Write) -> io::Result<()> {
    let mut rows: Vec<(u32, Vec<String>)> = Vec::new();
    let mut width = 1;
    for block in cells {
        let BlockKind::TableCell(cell) = block.kind else { continue };
        if rows.last().is_none_or(|(row, _)| *row != cell.row) {
            rows.push((cell.row, Vec::new()));
        }
        let Some((_, row)) = rows.last_mut() else { continue };
        let column = usize::try_from(cell.column).unwrap_or_default().min(MAX_COLUMNS);
        row.resize(row.len().max(column + 1), String::new());
        width = width.max(row.len());
        if !row[column].is_empty() {
            row[column].push_str(" / ");
        }
        let label = block.label.as_deref().map(|label| format!("{} ", escaped(label)));
        row[column].push_str(&label.unwrap_or_default());
        row[column].push_str(&escaped(block.span.of(&document.text)));
    }
    writeln!(out)?;
    for (index, (_, row)) in rows.iter().enumerate() {
        let missing = "  |".repeat(width - row.len());
        writeln!(out, "| {} |{missing}", row.join(" | "))?;
        if index == 0 {
            writeln!(out, "|{}", " --- |".repeat(width))?;
        }
    }
    Ok(())
}

/// Most columns of a table that are drawn apart.
const MAX_COLUMNS: usize = 100;

/// Text without meaning of its own in Markdown, on one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in display_safe(text).replace('\n', " ").chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '!' | '~' | '@')
        {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Text that cannot end a comment.
fn comment(text: &str) -> String {
    display_safe(text).replace("--", "- -").replace('>', "›")
}

#[cfg(test)]
mod tests {
    use super::comment;
    use super::escaped;

    #[test]
    fn a_document_brings_no_markup() {
        assert_eq!(escaped("<b>![x](http://e)</b>"), "\\<b\\>\\!\\[x\\](http://e)\\</b\\>");
        assert_eq!(escaped("a | b"), "a \\| b");
        assert_eq!(comment("--> <script>"), "- -› <script›");
    }
}

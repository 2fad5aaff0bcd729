//! Blocks as lines of text, for the tests of readers.

use crate::model::BlockKind;
use crate::model::Extraction;

/// Kind, label and text of each block.
pub(super) fn shown(extraction: &Extraction) -> Vec<String> {
    extraction
        .blocks
        .iter()
        .map(|block| {
            let label = block.label.as_ref().map(|label| format!("{label} | ")).unwrap_or_default();
            let kind = match block.kind {
                BlockKind::TableCell(cell) => {
                    format!("Cell({}, {}, {})", cell.table, cell.row, cell.column)
                }
                kind => format!("{kind:?}"),
            };
            format!("{kind}: {label}{}", block.span.of(&extraction.text))
        })
        .collect()
}

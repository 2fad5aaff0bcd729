//! Blocks to clauses and provisions.
//!
//! A contract is a tree of numbered clauses, and what it demands stands in sentences, in list
//! items that continue a lead-in, and in rows of requirement tables. This module finds the tree
//! and cuts the text into *provisions*, each with everything it must be read with: its lead-in,
//! its column headings, its clause and headings. It also finds the names of the parties. What a
//! provision demands, of whom and how strongly, is left to `engine`; nothing here knows a rule.

mod bounds;
mod clauses;
mod columns;
mod contents;
mod numbering;
mod parties;
mod provisions;
mod references;
mod rejoin;
mod requirements;
mod tables;
#[cfg(test)]
mod tests;

pub use references::note_outside_pack;
pub use requirements::Requirement;
pub use requirements::requirements;

use crate::language::Detector;
use crate::language::fold;
use crate::model::Block;
use crate::model::BlockKind;
use crate::model::Document;
use crate::model::Extraction;
use crate::model::Language;
use crate::model::NoteKind;
use crate::model::ReadStatus;
use crate::model::Source;

/// Cuts one extracted document up. Never fails; a document without blocks has no provisions.
#[must_use]
pub fn structure(source: Source, mut extraction: Extraction, detector: &Detector) -> Document {
    rejoin::rejoin(&mut extraction);
    let folded = fold(&extraction.text);
    let texts: Vec<&str> = extraction
        .blocks
        .iter()
        .map(|block| if is_judged(block) { block.span.of(&folded) } else { "" })
        .collect();
    let (language, languages) = detector.detect(&texts);
    let contents = contents::find(&extraction.text, &extraction.blocks);
    let tree = clauses::build(&extraction.text, &extraction.blocks, &contents, &languages);
    let (provisions, unjudged) = provisions::cut(&provisions::Input {
        text: &extraction.text,
        folded: &folded,
        blocks: &extraction.blocks,
        tree: &tree,
        contents: &contents,
        languages: &languages,
    });
    let (parties, unknown) = parties::find(&extraction.text, &extraction.blocks);
    extraction.notes.extend(unjudged.into_iter().chain(unknown));
    let status = status(&extraction);
    let language = if extraction.blocks.is_empty() { Language::Unknown } else { language };
    Document {
        source,
        format: extraction.format,
        text: extraction.text,
        pages: extraction.pages,
        printed: extraction.printed,
        blocks: extraction.blocks,
        clauses: tree.clauses,
        provisions,
        parties,
        language,
        notes: extraction.notes,
        status,
    }
}

/// Whether a block is text of the document proper.
fn is_judged(block: &Block) -> bool {
    !matches!(block.kind, BlockKind::Furniture(_))
}

fn status(extraction: &Extraction) -> ReadStatus {
    if extraction.notes.iter().any(|note| note.kind == NoteKind::OwnReport) {
        return ReadStatus::Skipped;
    }
    let lost = extraction.notes.iter().any(|note| note.kind.is_loss());
    match (extraction.blocks.iter().any(is_judged), lost) {
        (_, false) => ReadStatus::Read,
        (true, true) => ReadStatus::PartlyRead,
        (false, true) => ReadStatus::Unreadable,
    }
}

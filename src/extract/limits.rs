//! How much work one document may cause before reading stops and says so: all bounds in one place.
//!
//! The readers keep to sizes, counts and depths. `seconds` and `memory` cannot be kept by whoever
//! reads: they are enforced from outside, by the process that guards the reading.

use crate::model::NoteKind;

/// Bounds on the work that one document may cause. A document that reaches one is partly read, or
/// not read, and says so with a note; it is never an error of the run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Size of the file.
    pub bytes: usize,
    /// Pages read of a paged document.
    pub pages: usize,
    /// Bytes that one entry of a ZIP container may unpack to.
    pub entry_bytes: u64,
    /// Bytes that all entries of a ZIP container may unpack to.
    pub total_bytes: u64,
    /// Entries of a ZIP container.
    pub entries: usize,
    /// Cells of a workbook.
    pub cells: usize,
    /// Bytes of text taken from one document.
    pub text_bytes: usize,
    /// Paragraphs, list items and cells taken from one document.
    pub blocks: usize,
    /// Words of a document whose places on the page are kept; passages behind them have no
    /// rectangles.
    pub words: usize,
    /// Nesting depth of archives within archives.
    pub archive_depth: usize,
    /// Nesting depth of elements in XML and HTML.
    pub depth: usize,
    /// Glyphs drawn on one PDF page.
    pub glyphs_per_page: usize,
    /// Seconds of work on one PDF page.
    pub page_seconds: u64,
    /// Seconds of work on one document, or on opening one archive.
    pub seconds: u64,
    /// Bytes of memory for opening one document.
    pub memory: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 256 << 20,
            pages: 10_000,
            entry_bytes: 128 << 20,
            total_bytes: 512 << 20,
            entries: 20_000,
            cells: 2_000_000,
            text_bytes: 32 << 20,
            blocks: 500_000,
            words: 2_000_000,
            archive_depth: 3,
            depth: 4_096,
            glyphs_per_page: 1_000_000,
            page_seconds: 10,
            seconds: 60,
            memory: 1 << 30,
        }
    }
}

/// One bound for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// What is bounded.
    pub what: &'static str,
    /// The bound, with its unit.
    pub bound: String,
    /// The note of a document that reaches it.
    pub reason: NoteKind,
}

impl Limits {
    /// For documents of strangers and for servers.
    #[must_use]
    pub fn strict() -> Self {
        Self {
            bytes: 32 << 20,
            pages: 2_000,
            entry_bytes: 32 << 20,
            total_bytes: 128 << 20,
            entries: 5_000,
            cells: 500_000,
            text_bytes: 8 << 20,
            blocks: 100_000,
            words: 500_000,
            archive_depth: 2,
            depth: 512,
            glyphs_per_page: 200_000,
            page_seconds: 5,
            seconds: 20,
            memory: 512 << 20,
        }
    }

    /// For huge documents whose sender is trusted.
    #[must_use]
    pub fn large() -> Self {
        Self {
            bytes: 1 << 30,
            pages: 100_000,
            entry_bytes: 1 << 30,
            total_bytes: 2 << 30,
            entries: 200_000,
            cells: 20_000_000,
            text_bytes: 256 << 20,
            blocks: 5_000_000,
            words: 20_000_000,
            archive_depth: 5,
            depth: 4_096,
            glyphs_per_page: 10_000_000,
            page_seconds: 60,
            seconds: 600,
            memory: 6 << 30,
        }
    }

    /// Every bound, with the reason code of a document that reaches it.
    #[must_use]
    pub fn list(&self) -> Vec<Limit> {
        let megabytes = |bytes: u64| format!("{} MB", bytes >> 20);
        let seconds = |seconds: u64| format!("{seconds} s");
        let size = NoteKind::TooLarge;
        [
            ("size of a file", megabytes(self.bytes as u64), size),
            ("pages of a document", self.pages.to_string(), size),
            ("one unpacked part of a file", megabytes(self.entry_bytes), size),
            ("all unpacked parts of a file", megabytes(self.total_bytes), size),
            ("parts of a file or an archive", self.entries.to_string(), NoteKind::TooManyParts),
            ("cells of a workbook", self.cells.to_string(), size),
            ("text of a document", megabytes(self.text_bytes as u64), size),
            ("paragraphs and cells of a document", self.blocks.to_string(), size),
            ("archives within archives", self.archive_depth.to_string(), NoteKind::TooDeep),
            ("nesting of elements", self.depth.to_string(), NoteKind::TooDeep),
            ("glyphs on a page", self.glyphs_per_page.to_string(), size),
            ("time for a page", seconds(self.page_seconds), size),
            ("time for a document", seconds(self.seconds), NoteKind::Timeout),
            ("memory for a document", megabytes(self.memory), NoteKind::Memory),
        ]
        .into_iter()
        .map(|(what, bound, reason)| Limit { what, bound, reason })
        .collect()
    }
}

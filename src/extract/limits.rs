//! How much of a document is read before the reader stops and says so.

/// Bounds on the work that one document may cause. A document that reaches one is partly read
/// and says so with a note; it is never an error of the run.
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
    /// Bytes of text taken from a workbook, whose cells can repeat one long text.
    pub text_bytes: usize,
    /// Nesting depth of archives within archives.
    pub archive_depth: usize,
    /// Nesting depth of elements in XML and HTML.
    pub depth: usize,
    /// Glyphs drawn on one PDF page.
    pub glyphs_per_page: usize,
    /// Seconds of work on one PDF page.
    pub page_seconds: u64,
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
            text_bytes: 64 << 20,
            archive_depth: 3,
            depth: 4_096,
            glyphs_per_page: 1_000_000,
            page_seconds: 10,
        }
    }
}

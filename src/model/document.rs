//! Documents, from what a reader finds to what the engine judges.

use super::Area;
use super::Force;
use super::Language;
use super::Printed;
use super::Span;

/// File format, decided by content rather than by file name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names are the formats")]
pub enum Format {
    Pdf,
    Docx,
    Excel,
    OpenDocument,
    PowerPoint,
    Rtf,
    Email,
    OutlookMessage,
    Html,
    Markdown,
    Text,
    /// An archive, whose members are documents of their own.
    Zip,
    /// Known but not readable (yet), by a short name such as "legacy Word document".
    Unsupported(&'static str),
    /// Nothing that we recognise.
    Unknown,
}

impl Format {
    /// Short name used in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Excel => "excel",
            Self::OpenDocument => "opendocument",
            Self::PowerPoint => "pptx",
            Self::Rtf => "rtf",
            Self::Email => "eml",
            Self::OutlookMessage => "msg",
            Self::Zip => "zip",
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Text => "text",
            Self::Unsupported(name) => name,
            Self::Unknown => "unknown",
        }
    }
}

/// Where a document came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Path as the user gave it, or as found below a folder that the user gave.
    pub path: String,
    /// BLAKE3 of the bytes, in hexadecimal. Empty if the bytes could not be read.
    pub hash: String,
}

/// What kind of thing could not be read, or must be known about how it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteKind {
    /// The file could not be opened by the operating system.
    NotReadable,
    /// Zero bytes, or no text at all in a text format.
    Empty,
    /// A format that has no reader.
    UnsupportedFormat,
    /// Encrypted and not opened with an empty password.
    NeedsPassword,
    /// The content is not what the format promises; part or all of it was lost.
    Damaged,
    /// A page that shows something but carries no text layer (a scan).
    NoTextLayer,
    /// Characters that the file does not map to Unicode.
    Garbled,
    /// A limit on size (bytes, pages, text, inflation) was reached; the rest was not read.
    TooLarge,
    /// Elements or archives within one another beyond the limit; what lies deeper was not read.
    TooDeep,
    /// More parts or members than the limit; the rest was not read.
    TooManyParts,
    /// The file declares entities of its own, which can swell or fetch things; they were left out.
    EntitiesRefused,
    /// The file can be read in more than one way, so that others may see another text.
    Ambiguous,
    /// The reader failed on this document; a defect of ours.
    Crashed,
    /// Reading took longer than a document may take, and was stopped.
    Timeout,
    /// Reading needed more memory than a document may have, and was stopped.
    Memory,
    /// The text is in a language for which no lexicon is loaded.
    LanguageNotSupported,
    /// Text that a reader of the document would not see.
    HiddenText,
    /// Zero-width or bidirectional control characters were removed.
    InvisibleCharacters,
    /// Words that mix letters of different alphabets were read as Latin.
    MixedScript,
    /// Tracked changes were read as accepted, or as not made.
    TrackedChanges,
    /// Comments were found; they are kept apart and not judged.
    Comments,
    /// The file extension promises another format than the content.
    WrongExtension,
    /// Text outside the document proper (attachments, linked files) was not read.
    NotFollowed,
    /// The encoding of a text file was guessed.
    EncodingGuessed,
    /// The text refers to an annex that is not in the pack.
    OutsidePack,
    /// A document inside the document was not read.
    AttachmentNotRead,
    /// Text was recognised in the pictures of pages (OCR).
    Recognised,
    /// Text could be recognised in the pictures of pages, but was not.
    NotRecognised,
    /// The file holds earlier versions of itself, of which the last one is read.
    EarlierVersions,
    /// The file was left out on purpose.
    LeftOut,
    /// The file is a report of ours, which quotes what ought to be in a contract; it was left out.
    OwnReport,
}

impl NoteKind {
    /// All kinds.
    pub const ALL: [Self; 31] = [
        Self::NotReadable,
        Self::Empty,
        Self::UnsupportedFormat,
        Self::NeedsPassword,
        Self::Damaged,
        Self::NoTextLayer,
        Self::Garbled,
        Self::TooLarge,
        Self::TooDeep,
        Self::TooManyParts,
        Self::EntitiesRefused,
        Self::Ambiguous,
        Self::Crashed,
        Self::Timeout,
        Self::Memory,
        Self::LanguageNotSupported,
        Self::HiddenText,
        Self::InvisibleCharacters,
        Self::MixedScript,
        Self::TrackedChanges,
        Self::Comments,
        Self::WrongExtension,
        Self::NotFollowed,
        Self::EncodingGuessed,
        Self::OutsidePack,
        Self::AttachmentNotRead,
        Self::Recognised,
        Self::NotRecognised,
        Self::EarlierVersions,
        Self::LeftOut,
        Self::OwnReport,
    ];

    /// The kind with this reason code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Stable reason code used in machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotReadable => "not-readable",
            Self::Empty => "empty",
            Self::UnsupportedFormat => "unsupported-format",
            Self::NeedsPassword => "needs-password",
            Self::Damaged => "damaged",
            Self::NoTextLayer => "no-text-layer",
            Self::Garbled => "garbled",
            Self::TooLarge => "too-large",
            Self::TooDeep => "too-deep",
            Self::TooManyParts => "too-many-parts",
            Self::EntitiesRefused => "entities-refused",
            Self::Ambiguous => "ambiguous",
            Self::Crashed => "crashed",
            Self::Timeout => "timeout",
            Self::Memory => "memory",
            Self::LanguageNotSupported => "language-not-supported",
            Self::HiddenText => "hidden-text",
            Self::InvisibleCharacters => "invisible-characters",
            Self::MixedScript => "mixed-script",
            Self::TrackedChanges => "tracked-changes",
            Self::Comments => "comments",
            Self::WrongExtension => "wrong-extension",
            Self::NotFollowed => "not-followed",
            Self::EncodingGuessed => "encoding-guessed",
            Self::OutsidePack => "outside-pack",
            Self::AttachmentNotRead => "attachment-not-read",
            Self::Recognised => "recognised",
            Self::NotRecognised => "not-recognised",
            Self::EarlierVersions => "earlier-versions",
            Self::LeftOut => "left-out",
            Self::OwnReport => "own-report",
        }
    }

    /// Whether something that ought to be judged was not read.
    #[must_use]
    pub fn is_loss(self) -> bool {
        matches!(
            self,
            Self::NotReadable
                | Self::Empty
                | Self::UnsupportedFormat
                | Self::NeedsPassword
                | Self::Damaged
                | Self::NoTextLayer
                | Self::Garbled
                | Self::TooLarge
                | Self::TooDeep
                | Self::TooManyParts
                | Self::EntitiesRefused
                | Self::Ambiguous
                | Self::Crashed
                | Self::Timeout
                | Self::Memory
                | Self::AttachmentNotRead
                | Self::LanguageNotSupported
        )
    }
}

/// Something that the reader of a report must know about how a document was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Reason code.
    pub kind: NoteKind,
    /// Page it concerns, counted from 1, where one page is concerned.
    pub page: Option<u32>,
    /// One plain sentence: what happened and, where something can be done, what.
    pub message: String,
}

/// How the sentence about an annex that is not there begins and goes on.
const REFERS: &str = "refers to ";
const NOT_HERE: &str = ", which is not in this pack";

impl Note {
    /// That the text refers to an annex that is not in the pack. `clause` is where it does, if that has
    /// a number.
    #[must_use]
    pub fn outside_pack(annex: &str, clause: Option<&str>, page: Option<u32>) -> Self {
        let clause = clause.map(|clause| format!(" ({clause})")).unwrap_or_default();
        let message = format!("{REFERS}{annex}{NOT_HERE}{clause}");
        Self { kind: NoteKind::OutsidePack, page, message }
    }

    /// What the note is about, as the document calls it: "Annex 2 (3.1)"; none if it names nothing.
    #[must_use]
    pub fn subject(&self) -> Option<String> {
        let (annex, clause) = self.message.strip_prefix(REFERS)?.split_once(NOT_HERE)?;
        Some(format!("{annex}{clause}"))
    }
}

/// How far a document was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReadStatus {
    /// All text was read.
    Read,
    /// Some text was read and some, named in the notes, was not.
    PartlyRead,
    /// No text could be read.
    Unreadable,
    /// Left out on purpose, for a reason given in the notes.
    Skipped,
}

impl ReadStatus {
    /// Word used in machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::PartlyRead => "partly-read",
            Self::Unreadable => "unreadable",
            Self::Skipped => "skipped",
        }
    }

    /// Whether nothing that ought to be judged was left unread. What was left out on purpose ought
    /// not to be judged.
    #[must_use]
    pub fn is_complete(self) -> bool {
        matches!(self, Self::Read | Self::Skipped)
    }
}

/// Text that belongs to the page rather than to the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Furniture {
    /// Running header.
    Header,
    /// Running footer, page numbers included.
    Footer,
    /// Reviewer's comment.
    Comment,
    /// Text marked as hidden, or shown in a way nobody can read.
    Hidden,
}

/// Place of a block inside a table, counted from 0 in reading order of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Cell {
    pub table: u32,
    pub row: u32,
    pub column: u32,
}

/// What a block is, as far as its format says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// Heading, level 1 being the highest.
    Heading(u8),
    /// Running text.
    Paragraph,
    /// Item of a list, level 0 being the outermost.
    ListItem(u8),
    /// Text in a table cell. A cell with several paragraphs gives several blocks.
    TableCell(Cell),
    /// Footnote or endnote.
    Footnote,
    /// Kept for display, never judged.
    Furniture(Furniture),
}

/// A paragraph-like piece of text in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What the format says it is.
    pub kind: BlockKind,
    /// Its text. Lines of a paragraph are joined, white space is single.
    pub span: Span,
    /// Automatic number or bullet that is shown before the text but is not part of it
    /// ("12.3", "(a)", "•"). Printed numbers stay in the text.
    pub label: Option<String>,
    /// Page on which it begins, counted from 1, where the format has pages.
    pub page: Option<u32>,
    /// How the format itself addresses it, where it does: sheet and cell ("Krav!C14").
    pub address: Option<String>,
}

/// A page, where the format has pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Counted from 1.
    pub number: u32,
    /// What is printed on it or shown as its number, where that is something else ("iv").
    pub label: Option<String>,
    /// The text that begins on it.
    pub span: Span,
    /// Whether its text was recognised in its picture (OCR).
    pub recognised: bool,
}

/// What a reader makes of the bytes of one file. Never an error: what went wrong is in `notes`.
#[derive(Debug, Clone, PartialEq)]
pub struct Extraction {
    /// Format that was read.
    pub format: Format,
    /// One normalised text; blocks are separated by line feeds.
    pub text: String,
    /// In reading order, not overlapping.
    pub blocks: Vec<Block>,
    /// Empty where the format has no pages.
    pub pages: Vec<Page>,
    /// Where words are printed, in the order of the text. Empty where the format has no fixed
    /// pages.
    pub printed: Vec<Printed>,
    /// In order of appearance.
    pub notes: Vec<Note>,
}

impl Extraction {
    /// One without any text.
    #[must_use]
    pub fn new(format: Format) -> Self {
        Self {
            format,
            text: String::new(),
            blocks: Vec::new(),
            pages: Vec::new(),
            printed: Vec::new(),
            notes: Vec::new(),
        }
    }
}

/// Index of a clause in [`Document::clauses`].
pub type ClauseId = usize;

/// What part of a document a clause is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClauseKind {
    /// Numbered or headed clause of the body.
    Body,
    /// Schedule, annex, appendix, exhibit, bilaga.
    Annex,
    /// Clause that defines terms.
    Definitions,
    /// Table of contents.
    Contents,
}

/// A numbered or headed part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Full number as a lawyer would cite it: "12.3(b)", "Schedule 4, 2.1". Empty if unnumbered.
    pub number: String,
    /// Heading text, without the number.
    pub heading: Option<Span>,
    /// Enclosing clause.
    pub parent: Option<ClauseId>,
    /// What part of the document it is.
    pub kind: ClauseKind,
}

/// What a provision is, which decides how far it can be evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProvisionKind {
    /// A sentence of running text.
    Sentence,
    /// A list item, read together with its lead-in.
    ListItem,
    /// A table row, read together with its column headings.
    TableRow,
    /// A heading: context for others, never evidence of its own.
    Heading,
    /// An entry in a table of contents.
    ContentsEntry,
    /// A sentence that defines a term.
    Definition,
    /// A question put to the reader (often in questionnaires and minutes).
    Question,
    /// An instruction in brackets to whoever fills in a template.
    Placeholder,
}

/// The unit that is judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provision {
    /// What it is.
    pub kind: ProvisionKind,
    /// The passage itself, as it would be quoted.
    pub span: Span,
    /// Other text that is read with it: lead-in of its list, column headings of its row. In
    /// reading order.
    pub lead_in: Vec<Span>,
    /// The clause it stands in.
    pub clause: Option<ClauseId>,
    /// Index of the paragraph (or row) it belongs to; neighbours with the same number are
    /// sentences of one paragraph.
    pub paragraph: u32,
    /// Force that a column of its table states for the whole row ("Shall", "SKA", "M").
    pub stated_force: Option<Force>,
    /// Page on which it begins.
    pub page: Option<u32>,
    /// Address of its first block, where the format has addresses: sheet and cell.
    pub address: Option<String>,
    /// Language of its block.
    pub language: Language,
}

/// A name that a document introduces for one of its parties: `Mailjet SAS ("Processor")`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Party {
    /// The name, as written: "Mailjet SAS".
    pub name: String,
    /// What the document calls it: "Processor".
    pub alias: String,
}

/// A document that has been read and cut up.
#[derive(Debug, Clone)]
pub struct Document {
    /// Where it came from.
    pub source: Source,
    /// Format that was read.
    pub format: Format,
    /// One normalised text; every span of the document points into it.
    pub text: String,
    /// Pages, where the format has pages.
    pub pages: Vec<Page>,
    /// Where words are printed, in the order of the text, where the format has fixed pages.
    pub printed: Vec<Printed>,
    /// Blocks in reading order.
    pub blocks: Vec<Block>,
    /// Clause tree; parents come before their children.
    pub clauses: Vec<Clause>,
    /// The units that are judged, in reading order.
    pub provisions: Vec<Provision>,
    /// Names of the parties found in the preamble and the definitions.
    pub parties: Vec<Party>,
    /// Main language.
    pub language: Language,
    /// What could not be read, and what else a reader must know.
    pub notes: Vec<Note>,
    /// How far it was read.
    pub status: ReadStatus,
}

impl Document {
    /// Whether nothing that ought to be judged was left unread.
    #[must_use]
    pub fn is_fully_read(&self) -> bool {
        self.status.is_complete()
    }

    /// The page with this number.
    #[must_use]
    pub fn page(&self, number: Option<u32>) -> Option<&Page> {
        self.pages.iter().find(|page| Some(page.number) == number)
    }

    /// Where a passage is printed, one rectangle for each line of it. Empty where the format has no
    /// fixed pages.
    #[must_use]
    pub fn areas(&self, span: Span) -> Vec<Area> {
        let mut areas: Vec<Area> = Vec::new();
        for word in self.printed_words(span) {
            match areas.last_mut().filter(|area| area.goes_on(&word.area)) {
                Some(area) => *area = area.cover(&word.area),
                None => areas.push(word.area),
            }
        }
        areas
    }

    /// The words of a passage that were recognised in a picture, and not for sure.
    pub fn doubtful(&self, span: Span) -> impl Iterator<Item = &str> {
        let doubtful = self.printed_words(span).filter(|word| word.doubtful);
        doubtful.map(|word| word.span.of(&self.text))
    }

    fn printed_words(&self, span: Span) -> impl Iterator<Item = &Printed> {
        let from = self.printed.partition_point(|word| word.span.end() <= span.start());
        self.printed[from..].iter().take_while(move |word| word.span.start() < span.end())
    }

    /// Numbers and headings of the clause and those that enclose it, outermost first.
    #[must_use]
    pub fn path_of(&self, clause: Option<ClauseId>) -> Vec<String> {
        let mut path: Vec<String> = self
            .clause_path(clause)
            .map(|clause| {
                let heading = clause.heading.map(|span| span.of(&self.text)).unwrap_or_default();
                format!("{} {}", clause.number, heading.trim()).trim().to_owned()
            })
            .filter(|clause| !clause.is_empty())
            .collect();
        path.reverse();
        path
    }

    /// The clause and those that enclose it, innermost first.
    pub fn clause_path(&self, clause: Option<ClauseId>) -> impl Iterator<Item = &Clause> {
        std::iter::successors(clause.and_then(|id| self.clauses.get(id)), |clause| {
            clause.parent.and_then(|id| self.clauses.get(id))
        })
    }
}

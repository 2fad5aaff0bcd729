//! What is said on the pipe: mirrors of the words of `model` and `extract` that can be written
//! and read, so that the model itself stays free of any format.
//!
//! An answer comes from a process that has read a document of a stranger. It is therefore data to
//! be checked, not a value to be used: [`extraction`] accepts only what a reader could have made.

mod comments;
mod pages;

pub(super) use comments::WireComment;
pub(super) use comments::WireRefusal;
pub(super) use comments::pack_copy;
pub(super) use comments::refusal;
pub(super) use pages::WirePicture;
pub(super) use pages::WireRecognisedPage;
pub(super) use pages::pack_picture;
pub(super) use pages::picture;

use super::sandbox::Layer;
use crate::extract::Changes;
use crate::extract::Limits;
use crate::extract::Options;
use crate::extract::archive::Content;
use crate::extract::archive::Member;
use crate::extract::unsupported_format;
use crate::model;
use crate::model::Extraction;
use crate::model::Furniture;
use crate::model::NoteKind;
use crate::model::RecognisedPage;
use pages::WirePrinted;
use serde::Deserialize;
use serde::Serialize;

/// What the child is asked. The bytes of the document follow as the raw bytes of the frame.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Request {
    /// Counted from 1 for each process; every answer repeats it.
    pub(super) number: u64,
    pub(super) operation: Operation,
}

/// To add an operation: add it here, do it in `child`, and ask for it in `pool`.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Operation {
    /// Members if the bytes are a container, the document otherwise.
    Open { name: String, options: WireOptions },
    /// The document, whatever it is.
    Read { name: String, options: WireOptions },
    /// A page of the document, counted from 1, as a picture.
    Picture { name: String, options: WireOptions, page: u32 },
    /// A copy of the document with comments in it.
    Annotate { comments: Vec<WireComment>, largest: u64 },
    /// What the sandbox lets through.
    TrySandbox,
}

/// What the child says.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Answer {
    /// Number of the request; 0 for the greeting.
    pub(super) number: u64,
    pub(super) said: Said,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Said {
    /// The child is locked in and waits for requests.
    Hello { version: String, layers: Vec<Layer> },
    /// A document; its text follows as raw bytes.
    Document(WireExtraction),
    /// A member of a container; what it holds follows as raw bytes.
    Member { path: String, content: WireContent },
    /// There are no more members.
    NoMoreMembers,
    /// The picture of a page; its pixels follow as raw bytes.
    Picture(WirePicture),
    /// The page cannot be drawn.
    NoPicture,
    /// A copy with comments; its bytes follow.
    Annotated,
    /// Why there is no copy.
    Refused(WireRefusal),
    /// The reader panicked.
    Panicked,
    /// What was tried, and whether it was denied.
    Tried(Vec<(String, bool)>),
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) enum WireContent {
    Bytes,
    LeftOut(String),
    Unread(WireNoteKind, String),
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WireOptions {
    limits: WireLimits,
    password: Option<String>,
    original: bool,
    recognised: Vec<WireRecognisedPage>,
}

#[derive(Debug, Serialize, Deserialize)]
struct WireLimits {
    bytes: usize,
    pages: usize,
    entry_bytes: u64,
    total_bytes: u64,
    entries: usize,
    cells: usize,
    text_bytes: usize,
    blocks: usize,
    words: usize,
    archive_depth: usize,
    depth: usize,
    glyphs_per_page: usize,
    page_seconds: u64,
    seconds: u64,
    memory: u64,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WireExtraction {
    format: WireFormat,
    blocks: Vec<WireBlock>,
    pages: Vec<WirePage>,
    printed: Vec<WirePrinted>,
    notes: Vec<WireNote>,
}

#[derive(Debug, Serialize, Deserialize)]
struct WireBlock {
    kind: WireBlockKind,
    span: (u32, u32),
    label: Option<String>,
    page: Option<u32>,
    address: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
struct WirePage {
    number: u32,
    label: Option<String>,
    span: (u32, u32),
    recognised: bool,
}

#[derive(Debug, Serialize, Deserialize)]
struct WireNote {
    kind: WireNoteKind,
    page: Option<u32>,
    message: String,
}

/// Makes a mirror of an enum whose variants carry nothing, and both ways between the two. A
/// variant that is added to the original does not compile until it is mirrored.
macro_rules! mirror {
    ($mirror:ident of $original:ident { $($variant:ident),* $(,)? }) => {
        #[derive(Debug, Clone, Copy, Serialize, Deserialize)]
        pub(super) enum $mirror { $($variant),* }

        impl From<$original> for $mirror {
            fn from(original: $original) -> Self {
                match original { $($original::$variant => Self::$variant),* }
            }
        }

        impl From<$mirror> for $original {
            fn from(mirror: $mirror) -> Self {
                match mirror { $($mirror::$variant => Self::$variant),* }
            }
        }
    };
}

mirror!(WireNoteKind of NoteKind {
    NotReadable, Empty, UnsupportedFormat, NeedsPassword, Damaged, NoTextLayer, Garbled, TooLarge,
    TooDeep, TooManyParts, EntitiesRefused, Ambiguous, Crashed, Timeout, Memory, LanguageNotSupported, HiddenText, InvisibleCharacters, MixedScript,
    TrackedChanges, Comments, WrongExtension, NotFollowed, EncodingGuessed, OutsidePack,
    AttachmentNotRead, Recognised, NotRecognised, EarlierVersions, LeftOut, OwnReport,
});

mirror!(WireFurniture of Furniture { Header, Footer, Comment, Hidden });

#[derive(Debug, Serialize, Deserialize)]
enum WireBlockKind {
    Heading(u8),
    Paragraph,
    ListItem(u8),
    TableCell { table: u32, row: u32, column: u32 },
    Footnote,
    Furniture(WireFurniture),
}

#[derive(Debug, Serialize, Deserialize)]
enum WireFormat {
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
    Zip,
    Unsupported(String),
    Unknown,
}

impl From<&Options> for WireOptions {
    fn from(options: &Options) -> Self {
        let Options { limits, password, changes, recognised } = options;
        Self {
            limits: limits.into(),
            password: password.clone(),
            original: *changes == Changes::Original,
            recognised: recognised.iter().map(WireRecognisedPage::from).collect(),
        }
    }
}

impl From<WireOptions> for Options {
    fn from(wire: WireOptions) -> Self {
        let changes = if wire.original { Changes::Original } else { Changes::Accepted };
        let recognised = wire.recognised.into_iter().map(RecognisedPage::from).collect();
        Self { limits: wire.limits.into(), password: wire.password, changes, recognised }
    }
}

/// Both ways between two structs with the same fields.
macro_rules! same_fields {
    ($one:ident and $other:ident { $($field:ident),* $(,)? }) => {
        impl From<&$one> for $other {
            fn from(one: &$one) -> Self {
                let $one { $($field),* } = one;
                Self { $($field: *$field),* }
            }
        }

        impl From<$other> for $one {
            fn from(other: $other) -> Self {
                let $other { $($field),* } = other;
                Self { $($field),* }
            }
        }
    };
}

same_fields!(Limits and WireLimits {
    bytes, pages, entry_bytes, total_bytes, entries, cells, text_bytes, blocks, words, archive_depth,
    depth, glyphs_per_page, page_seconds, seconds, memory,
});

/// A member, and the bytes that follow it.
pub(super) fn pack_member(member: Member) -> (Said, Vec<u8>) {
    let Member { path, content } = member;
    let (content, bytes) = match content {
        Content::Bytes(bytes) => (WireContent::Bytes, bytes),
        Content::LeftOut(reason) => (WireContent::LeftOut(reason), Vec::new()),
        Content::Unread(kind, message) => (WireContent::Unread(kind.into(), message), Vec::new()),
    };
    (Said::Member { path, content }, bytes)
}

/// A member as it was said. Nothing but the bytes of a member may come with bytes.
pub(super) fn member(path: String, content: WireContent, bytes: Vec<u8>) -> Option<Member> {
    let content = match content {
        WireContent::Bytes => Content::Bytes(bytes),
        _ if !bytes.is_empty() => return None,
        WireContent::LeftOut(reason) => Content::LeftOut(reason),
        WireContent::Unread(kind, message) => Content::Unread(kind.into(), message),
    };
    Some(Member { path, content })
}

/// An extraction, and its text, which follows as bytes.
pub(super) fn pack_extraction(extraction: Extraction) -> (Said, Vec<u8>) {
    let Extraction { format, text, blocks, pages, printed, notes } = extraction;
    let wire = WireExtraction {
        format: format.into(),
        blocks: blocks.into_iter().map(WireBlock::from).collect(),
        pages: pages.into_iter().map(WirePage::from).collect(),
        printed: printed.iter().map(WirePrinted::from).collect(),
        notes: notes.into_iter().map(WireNote::from).collect(),
    };
    (Said::Document(wire), text.into_bytes())
}

/// The extraction that was said, if a reader could have made it: its text is text, its blocks
/// stand in it one after the other, its pages are counted upwards.
pub(super) fn extraction(wire: WireExtraction, text: Vec<u8>) -> Option<Extraction> {
    let text = String::from_utf8(text).ok()?;
    let fits =
        |(start, end): (u32, u32)| text.get(start as usize..end as usize).map(|_| (start, end));
    let mut pages = Vec::with_capacity(wire.pages.len());
    let mut last_page = 0;
    for WirePage { number, label, span, recognised } in wire.pages {
        let (start, end) = fits(span)?;
        if number <= last_page {
            return None;
        }
        last_page = number;
        pages.push(model::Page { number, label, span: span_of(start, end), recognised });
    }
    let mut blocks = Vec::with_capacity(wire.blocks.len());
    let mut last_end = 0;
    for WireBlock { kind, span, label, page, address } in wire.blocks {
        let (start, end) = fits(span)?;
        let page_is_there =
            page.is_none_or(|page| pages.binary_search_by_key(&page, |page| page.number).is_ok());
        if start < last_end || start == end || !page_is_there {
            return None;
        }
        last_end = end;
        let kind = kind.into();
        blocks.push(model::Block { kind, span: span_of(start, end), label, page, address });
    }
    let mut printed = Vec::with_capacity(wire.printed.len());
    let mut last_end = 0;
    for word in wire.printed {
        let (start, end) = fits(word.span())?;
        if start < last_end || start == end {
            return None;
        }
        last_end = end;
        printed.push(word.printed()?);
    }
    let notes = wire.notes.into_iter().map(model::Note::from).collect();
    Some(Extraction { format: format(wire.format)?, text, blocks, pages, printed, notes })
}

fn span_of(start: u32, end: u32) -> model::Span {
    model::Span::new(start as usize, end as usize)
}

/// A span fits four bytes a side, so nothing is lost.
fn ends(span: model::Span) -> (u32, u32) {
    let end = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    (end(span.start()), end(span.end()))
}

impl From<model::Block> for WireBlock {
    fn from(block: model::Block) -> Self {
        let model::Block { kind, span, label, page, address } = block;
        Self { kind: kind.into(), span: ends(span), label, page, address }
    }
}

impl From<model::Page> for WirePage {
    fn from(page: model::Page) -> Self {
        let model::Page { number, label, span, recognised } = page;
        Self { number, label, span: ends(span), recognised }
    }
}

impl From<model::Note> for WireNote {
    fn from(note: model::Note) -> Self {
        let model::Note { kind, page, message } = note;
        Self { kind: kind.into(), page, message }
    }
}

impl From<WireNote> for model::Note {
    fn from(wire: WireNote) -> Self {
        Self { kind: wire.kind.into(), page: wire.page, message: wire.message }
    }
}

impl From<model::BlockKind> for WireBlockKind {
    fn from(kind: model::BlockKind) -> Self {
        match kind {
            model::BlockKind::Heading(level) => Self::Heading(level),
            model::BlockKind::Paragraph => Self::Paragraph,
            model::BlockKind::ListItem(level) => Self::ListItem(level),
            model::BlockKind::TableCell(model::Cell { table, row, column }) => {
                Self::TableCell { table, row, column }
            }
            model::BlockKind::Footnote => Self::Footnote,
            model::BlockKind::Furniture(what) => Self::Furniture(what.into()),
        }
    }
}

impl From<WireBlockKind> for model::BlockKind {
    fn from(kind: WireBlockKind) -> Self {
        match kind {
            WireBlockKind::Heading(level) => Self::Heading(level),
            WireBlockKind::Paragraph => Self::Paragraph,
            WireBlockKind::ListItem(level) => Self::ListItem(level),
            WireBlockKind::TableCell { table, row, column } => {
                Self::TableCell(model::Cell { table, row, column })
            }
            WireBlockKind::Footnote => Self::Footnote,
            WireBlockKind::Furniture(what) => Self::Furniture(what.into()),
        }
    }
}

impl From<model::Format> for WireFormat {
    fn from(format: model::Format) -> Self {
        match format {
            model::Format::Pdf => Self::Pdf,
            model::Format::Docx => Self::Docx,
            model::Format::Excel => Self::Excel,
            model::Format::OpenDocument => Self::OpenDocument,
            model::Format::PowerPoint => Self::PowerPoint,
            model::Format::Rtf => Self::Rtf,
            model::Format::Email => Self::Email,
            model::Format::OutlookMessage => Self::OutlookMessage,
            model::Format::Html => Self::Html,
            model::Format::Markdown => Self::Markdown,
            model::Format::Text => Self::Text,
            model::Format::Zip => Self::Zip,
            model::Format::Unsupported(name) => Self::Unsupported(name.to_owned()),
            model::Format::Unknown => Self::Unknown,
        }
    }
}

fn format(wire: WireFormat) -> Option<model::Format> {
    Some(match wire {
        WireFormat::Pdf => model::Format::Pdf,
        WireFormat::Docx => model::Format::Docx,
        WireFormat::Excel => model::Format::Excel,
        WireFormat::OpenDocument => model::Format::OpenDocument,
        WireFormat::PowerPoint => model::Format::PowerPoint,
        WireFormat::Rtf => model::Format::Rtf,
        WireFormat::Email => model::Format::Email,
        WireFormat::OutlookMessage => model::Format::OutlookMessage,
        WireFormat::Html => model::Format::Html,
        WireFormat::Markdown => model::Format::Markdown,
        WireFormat::Text => model::Format::Text,
        WireFormat::Zip => model::Format::Zip,
        WireFormat::Unsupported(name) => unsupported_format(&name)?,
        WireFormat::Unknown => model::Format::Unknown,
    })
}

#[cfg(test)]
mod tests {
    use super::Said;
    use super::WireExtraction;
    use super::WireFormat;
    use super::extraction;
    use super::pack_extraction;
    use crate::extract::Options;
    use crate::extract::extract;

    const TEXT: &str = "# Å title\n\nThe Supplier shall encrypt.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n";

    fn said(name: &str, bytes: &[u8]) -> (WireExtraction, Vec<u8>) {
        match pack_extraction(extract(bytes, name, &Options::default())) {
            (Said::Document(wire), text) => (wire, text),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_extraction_comes_back_as_it_was() {
        for (name, bytes) in
            [("a.md", TEXT.as_bytes()), ("a.txt", b"One.\x0cTwo."), ("a.rar", b"Rar!"), ("a", b"")]
        {
            let (wire, text) = said(name, bytes);
            let packed = postcard::to_stdvec(&wire).unwrap();
            let wire = postcard::from_bytes(&packed).unwrap();
            assert_eq!(extraction(wire, text), Some(extract(bytes, name, &Options::default())));
        }
    }

    #[test]
    fn what_no_reader_makes_is_refused() {
        type Spoil = fn(&mut WireExtraction, &mut Vec<u8>);
        let spoils: [(&str, Spoil); 9] = [
            ("text that is no text", |_, text| text.push(0xff)),
            ("text too short for its blocks", |_, text| text.truncate(5)),
            ("a span within a character", |wire, _| wire.blocks[0].span = (1, 4)),
            ("a span that ends before it starts", |wire, _| wire.blocks[0].span = (4, 3)),
            ("an empty block", |wire, _| wire.blocks[0].span = (0, 0)),
            ("blocks that overlap", |wire, _| wire.blocks[1].span.0 = 0),
            ("a page that is not there", |wire, _| wire.blocks[0].page = Some(7)),
            ("a page that is counted twice", |wire, _| {
                for _ in 0..2 {
                    wire.pages.push(super::WirePage {
                        number: 1,
                        label: None,
                        span: (0, 0),
                        recognised: false,
                    });
                }
            }),
            ("a format that is not known", |wire, _| {
                wire.format = WireFormat::Unsupported("x".to_owned());
            }),
        ];
        let (wire, text) = said("a.md", TEXT.as_bytes());
        assert!(extraction(wire, text).is_some());
        for (what, spoil) in spoils {
            let (mut wire, mut text) = said("a.md", TEXT.as_bytes());
            spoil(&mut wire, &mut text);
            assert!(extraction(wire, text).is_none(), "{what}");
        }
    }
}

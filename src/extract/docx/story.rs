//! Reads a story (the body, a header, the footnotes) into paragraphs in reading order.
//!
//! The walk is flat: one frame per open element says what is to be done when it ends, so nesting
//! costs memory but no stack. Tracked changes are read as accepted or as not made, fields by
//! their results, alternate content once. Paragraphs are numbered as they are settled.

use super::Changes;
use super::labels::Labels;
use super::numbering::Numbering;
use super::paragraph::Draft;
use super::paragraph::Paragraph;
use super::styles::Styles;
use super::symbols::symbol;
use super::tables::Tables;
use crate::extract::xml::Element;
use crate::extract::xml::Space;
use crate::extract::xml::Token;
use crate::extract::xml::Trouble;
use crate::extract::xml::XmlReader;
use crate::model::BlockKind;

mod properties;

/// What was read of a story.
#[derive(Debug, Default)]
pub(super) struct Story {
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) tables: Tables,
    /// Footnotes, endnotes or comments: identifier, and the paragraph each begins with.
    pub(super) notes: Vec<(String, usize)>,
    /// Notes that the text refers to.
    pub(super) references: Vec<Reference>,
    pub(super) insertions: usize,
    pub(super) deletions: usize,
    pub(super) trouble: Trouble,
}

/// A footnote or endnote mark in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reference {
    pub(super) endnote: bool,
    pub(super) id: String,
    /// Stands in deleted text.
    pub(super) deleted: bool,
}

/// What an open element does when it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frame {
    Plain,
    Paragraph,
    ParagraphProperties,
    /// Properties of the paragraph mark.
    MarkProperties,
    Run,
    Text,
    DrawingParagraph,
    CheckBox,
    TextBox,
    Table,
    Row,
    RowProperties,
    Cell,
    Deleted,
    Alternate,
    Note,
}

/// Reads one part.
pub(super) fn read(
    xml: &str,
    depth: usize,
    changes: Changes,
    styles: &Styles,
    numbering: &Numbering,
) -> Story {
    let mut reader = XmlReader::new(xml, depth);
    let mut walk = Walk {
        changes,
        styles,
        labels: Labels::new(numbering),
        story: Story::default(),
        frames: Vec::new(),
        drafts: Vec::new(),
        running_on: None,
        alternates: Vec::new(),
        deleted: 0,
        shades: Vec::new(),
    };
    while let Some(token) = reader.next() {
        match token {
            Token::Open(element) => match walk.open(&element) {
                Some(frame) => walk.frames.push(frame),
                None => reader.skip_element(),
            },
            Token::Close => walk.close(),
            Token::Text(text) => {
                if walk.frames.last() == Some(&Frame::Text) {
                    walk.push(&text);
                }
            }
        }
    }
    walk.flush();
    walk.story.trouble = reader.trouble();
    walk.story
}

struct Walk<'a> {
    changes: Changes,
    styles: &'a Styles,
    labels: Labels<'a>,
    story: Story,
    frames: Vec<Frame>,
    /// Open paragraphs; a second one stands in a text box of the first.
    drafts: Vec<Draft>,
    /// The last paragraph, if its end was deleted.
    running_on: Option<Draft>,
    /// Open alternate content: whether one of the alternatives has been read.
    alternates: Vec<bool>,
    /// Changes around the current place whose text is not part of the state that is read.
    deleted: usize,
    /// Open tables, cells and text boxes: whether they are coloured.
    shades: Vec<bool>,
}

impl Walk<'_> {
    /// Begins an element; `None` if its content is not to be read.
    fn open(&mut self, element: &Element<'_>) -> Option<Frame> {
        match element.space {
            Space::Word => self.open_word(element),
            Space::Compatibility => self.open_alternate(element),
            Space::Math if element.name() == "t" => Some(Frame::Text),
            Space::Drawing if element.name() == "t" => Some(Frame::Text),
            Space::Drawing if element.name() == "p" => Some(Frame::DrawingParagraph),
            Space::Math | Space::Drawing | Space::Svg | Space::Other => Some(Frame::Plain),
        }
    }

    fn open_word(&mut self, element: &Element<'_>) -> Option<Frame> {
        let frame = match element.name() {
            "p" => {
                let before = self.running_on.take();
                let mut draft = Draft::continuing(before);
                draft.look = self.styles.get(None).look;
                draft.shaded = self.shades.contains(&true);
                self.drafts.push(draft);
                Frame::Paragraph
            }
            "r" => {
                if let Some(draft) = self.drafts.last_mut() {
                    draft.run = draft.look;
                }
                Frame::Run
            }
            "t" => Frame::Text,
            "delText" if self.changes == Changes::Original => Frame::Text,
            "txbxContent" => {
                // What a drawing is filled with is not known.
                self.shades.push(true);
                Frame::TextBox
            }
            "pPr" => Frame::ParagraphProperties,
            "rPr" if self.inside(Frame::ParagraphProperties) => Frame::MarkProperties,
            "ins" | "moveTo" | "del" | "moveFrom" => self.open_change(element),
            "pPrChange" | "rPrChange" | "sectPrChange" | "tblPrChange" | "tblGridChange"
            | "tcPrChange" | "trPrChange" | "tblPrExChange" | "numberingChange" | "delText"
            | "instrText" | "delInstrText" | "rt" => return None,
            "footnote" | "endnote" | "comment" => return self.open_note(element),
            "tbl" | "tr" | "trPr" | "gridBefore" | "tc" | "gridSpan" => self.open_table(element),
            "checkBox" => {
                if let Some(draft) = self.drafts.last_mut() {
                    draft.check_box = Some(false);
                }
                Frame::CheckBox
            }
            "shd" | "tblStyle" if self.inside_table_properties() => {
                self.shade(element);
                Frame::Plain
            }
            _ => {
                if let Some(text) = text_of(element) {
                    if !self.inside_properties() {
                        self.push(&text);
                    }
                } else if matches!(element.name(), "footnoteReference" | "endnoteReference") {
                    self.refer(element);
                } else {
                    self.property(element);
                }
                Frame::Plain
            }
        };
        Some(frame)
    }

    /// A tracked insertion or deletion of text, of a paragraph mark or of a table row. One of the
    /// two is left out, depending on the state that is read.
    fn open_change(&mut self, element: &Element<'_>) -> Frame {
        let insertion = matches!(element.name(), "ins" | "moveTo");
        if insertion {
            self.story.insertions += 1;
        } else {
            self.story.deletions += 1;
        }
        let kept = insertion == (self.changes == Changes::Accepted);
        match self.frames.last() {
            _ if kept => Frame::Plain,
            Some(Frame::MarkProperties) => {
                if let Some(draft) = self.drafts.last_mut() {
                    draft.runs_on = true;
                }
                Frame::Plain
            }
            Some(Frame::RowProperties) => {
                self.story.tables.delete_row();
                Frame::Plain
            }
            _ if self.inside_properties() => Frame::Plain,
            _ => {
                self.deleted += 1;
                Frame::Deleted
            }
        }
    }

    fn open_table(&mut self, element: &Element<'_>) -> Frame {
        let tables = &mut self.story.tables;
        match element.name() {
            "tbl" => {
                self.flush();
                self.shades.push(false);
                self.story.tables.begin_table();
                Frame::Table
            }
            "tr" => {
                tables.begin_row();
                Frame::Row
            }
            "trPr" => Frame::RowProperties,
            "tc" => {
                self.shades.push(false);
                tables.begin_cell();
                Frame::Cell
            }
            "gridBefore" => {
                tables.skip_columns(element.number().unwrap_or(0));
                Frame::Plain
            }
            _ => {
                tables.span_columns(element.number().unwrap_or(1));
                Frame::Plain
            }
        }
    }

    fn open_alternate(&mut self, element: &Element<'_>) -> Option<Frame> {
        match element.name() {
            "AlternateContent" => {
                self.alternates.push(false);
                Some(Frame::Alternate)
            }
            "Choice" | "Fallback" => match self.alternates.last_mut() {
                Some(read) => (!std::mem::replace(read, true)).then_some(Frame::Plain),
                None => Some(Frame::Plain),
            },
            _ => Some(Frame::Plain),
        }
    }

    /// A footnote, endnote or comment; the lines above footnotes are no notes.
    fn open_note(&mut self, element: &Element<'_>) -> Option<Frame> {
        let kind = element.attribute("type");
        if kind.is_some_and(|kind| kind != "normal") {
            return None;
        }
        let id = element.attribute("id").unwrap_or_default();
        self.story.notes.push((id, self.story.paragraphs.len()));
        Some(Frame::Note)
    }

    fn refer(&mut self, element: &Element<'_>) {
        self.story.references.push(Reference {
            endnote: element.name() == "endnoteReference",
            id: element.attribute("id").unwrap_or_default(),
            deleted: self.is_deleted(),
        });
    }

    /// Ends the innermost element.
    fn close(&mut self) {
        match self.frames.pop() {
            Some(Frame::Paragraph) => self.close_paragraph(),
            Some(Frame::Run) => {
                if let Some(draft) = self.drafts.last_mut() {
                    draft.run = draft.look;
                }
            }
            Some(Frame::DrawingParagraph) => self.push(" "),
            Some(Frame::CheckBox) => {
                let deleted = self.is_deleted();
                if let Some(draft) = self.drafts.last_mut().filter(|_| !deleted) {
                    draft.end_check_box();
                }
            }
            Some(Frame::Cell | Frame::TextBox) => {
                self.flush();
                self.shades.pop();
            }
            Some(Frame::Note) => self.flush(),
            Some(Frame::Table) => {
                self.shades.pop();
                self.story.tables.end_table();
            }
            Some(Frame::Row) => self.story.tables.end_row(),
            Some(Frame::Deleted) => self.deleted = self.deleted.saturating_sub(1),
            Some(Frame::Alternate) => {
                self.alternates.pop();
            }
            _ => {}
        }
    }

    fn close_paragraph(&mut self) {
        let Some(mut draft) = self.drafts.pop() else { return };
        draft.place = self.story.tables.place();
        if draft.runs_on {
            self.running_on = Some(draft);
        } else {
            self.place(draft);
        }
    }

    /// Gives up waiting for the paragraph that the last one runs on into.
    fn flush(&mut self) {
        if let Some(draft) = self.running_on.take() {
            self.place(draft);
        }
    }

    /// Puts a finished paragraph where it belongs: behind the paragraph that its text box hangs
    /// on, or into the story.
    fn place(&mut self, mut draft: Draft) {
        let boxes = std::mem::take(&mut draft.boxes);
        if let Some(anchor) = self.drafts.last_mut() {
            anchor.boxes.push(draft);
            anchor.boxes.extend(boxes);
        } else {
            self.settle(draft);
            for draft in boxes {
                self.settle(draft);
            }
        }
    }

    /// Numbers a paragraph and adds it to the story.
    fn settle(&mut self, draft: Draft) {
        // An empty paragraph that only carries a section break, or was deleted, has no number.
        let gone = (draft.runs_on || draft.ends_section) && draft.text.trim().is_empty();
        let style = self.styles.get(draft.style.as_deref());
        let outline = draft.outline.or(style.outline).filter(|&level| level < 9);
        let label = if gone || draft.is_invisible() {
            None
        } else {
            self.labels.count(style, &draft.number).filter(|label| !label.text.is_empty())
        };
        let kind = match (outline, &label) {
            (Some(level), _) => BlockKind::Heading(level + 1),
            (None, Some(label)) => BlockKind::ListItem(label.level),
            (None, None) => BlockKind::Paragraph,
        };
        // In a cell a number may be all there is: a column of automatic requirement numbers.
        let number_alone = draft.place.is_some() && label.as_ref().is_some_and(|l| !l.bullet);
        let Draft { mut text, hidden, place, .. } = draft;
        let mut label = label.map(|label| label.text);
        if text.trim().is_empty() {
            if number_alone {
                text = label.take().unwrap_or_default();
            } else if hidden.trim().is_empty() {
                return;
            }
        }
        self.story.paragraphs.push(Paragraph { kind, label, text, hidden, place });
    }

    fn push(&mut self, text: &str) {
        if self.is_deleted() {
            return;
        }
        if let Some(draft) = self.drafts.last_mut() {
            draft.push(text);
        }
    }

    fn is_deleted(&self) -> bool {
        self.deleted > 0 || self.story.tables.in_deleted_row()
    }

    /// Whether the element that is being opened is a child of such a frame.
    fn inside(&self, frame: Frame) -> bool {
        self.frames.last() == Some(&frame)
    }

    /// Whether the current place is in the properties of a paragraph.
    fn inside_properties(&self) -> bool {
        self.frames
            .iter()
            .rev()
            .take(3)
            .any(|frame| matches!(frame, Frame::ParagraphProperties | Frame::MarkProperties))
    }
}

/// Text that an element stands for.
fn text_of(element: &Element<'_>) -> Option<String> {
    match element.name() {
        "tab" | "ptab" | "br" | "cr" => Some(" ".to_owned()),
        "noBreakHyphen" => Some("-".to_owned()),
        "sym" => {
            let font = element.attribute("font").unwrap_or_default();
            let code = element.attribute("char").unwrap_or_default();
            Some(symbol(&font, &code))
        }
        _ => None,
    }
}

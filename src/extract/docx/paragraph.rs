//! A paragraph while it is read, and what it becomes.
//!
//! Text is spread over runs, fields, hidden pieces and boxes that hang on the paragraph; this is
//! where it is gathered. Which elements say what is left to `story`.

use super::labels::OwnNumber;
use super::look::Look;
use super::tables::Place;
use crate::model::BlockKind;

/// A paragraph as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Heading, list item or running text.
    pub(super) kind: BlockKind,
    /// Automatic number or bullet.
    pub(super) label: Option<String>,
    pub(super) text: String,
    /// Text that the file hides.
    pub(super) hidden: String,
    pub(super) place: Option<Place>,
}

/// A paragraph that is being read, or has been read and waits for its label.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// Identifier of its style.
    pub(super) style: Option<String>,
    /// Outline level that it sets itself.
    pub(super) outline: Option<u8>,
    pub(super) number: OwnNumber,
    pub(super) text: String,
    pub(super) hidden: String,
    pub(super) place: Option<Place>,
    /// Its end was deleted by a tracked change, so that it runs on into the next paragraph.
    pub(super) runs_on: bool,
    /// A section ends with it.
    pub(super) ends_section: bool,
    /// Its end is hidden.
    pub(super) end_hidden: bool,
    /// Paragraphs of the text boxes that hang on it.
    pub(super) boxes: Vec<Draft>,
    /// Look of text unless its run says otherwise.
    pub(super) look: Look,
    /// Look of the current run.
    pub(super) run: Look,
    /// Stands on a colour.
    pub(super) shaded: bool,
    /// State of the check box that is being read.
    pub(super) check_box: Option<bool>,
    /// Open fields: whether the instruction, which is not shown, is being read.
    fields: Vec<bool>,
    /// How many of them are.
    instructions: usize,
}

impl Draft {
    /// A paragraph that begins with what ran on from the one before.
    pub(super) fn continuing(before: Option<Self>) -> Self {
        let Some(before) = before else { return Self::default() };
        Self { text: before.text, hidden: before.hidden, boxes: before.boxes, ..Self::default() }
    }

    /// Adds text of the current run.
    pub(super) fn push(&mut self, text: &str) {
        if self.instructions > 0 {
            return;
        }
        if self.run.on(self.shaded).hides() {
            self.hidden.push_str(text);
        } else {
            self.text.push_str(text);
        }
    }

    /// Adds the check box of a form field.
    pub(super) fn end_check_box(&mut self) {
        if let Some(checked) = self.check_box.take() {
            self.text.push(if checked { '☒' } else { '☐' });
        }
    }

    pub(super) fn begin_field(&mut self) {
        self.fields.push(true);
        self.instructions += 1;
    }

    /// The instruction ends; what follows is shown.
    pub(super) fn begin_result(&mut self) {
        if let Some(instruction) = self.fields.last_mut()
            && std::mem::take(instruction)
        {
            self.instructions -= 1;
        }
    }

    pub(super) fn end_field(&mut self) {
        self.begin_result();
        self.fields.pop();
    }

    /// Whether nothing of it is shown, not even its number.
    pub(super) fn is_invisible(&self) -> bool {
        self.text.trim().is_empty() && (self.end_hidden || !self.hidden.trim().is_empty())
    }
}

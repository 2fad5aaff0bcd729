//! Word documents (DOCX, DOCM, DOTX), read part by part as a stream.
//!
//! An own reader, because none of the ready-made ones shows what Word shows: automatic clause
//! numbers, foot- and endnotes, headers of all sections, text boxes, no-break hyphens. The body
//! comes first, in order; then footnotes and endnotes; then what is kept apart: headers, footers
//! and comments. Tracked changes are read as accepted, or as not made. Pictures, charts and embedded
//! files are not read; the latter are noted.
//!
//! `styles` and `numbering` read what is defined, `look` tells what can be seen, `story` reads text
//! into paragraphs with the help of `paragraph`, `tables`, `labels` and `symbols`.

mod labels;
mod look;
mod numbering;
mod paragraph;
mod story;
mod styles;
mod symbols;
mod tables;

#[cfg(test)]
mod tests;

use super::Builder;
use super::Changes;
use super::Options;
use crate::extract::package::Package;
use crate::extract::package::Relation;
use crate::extract::xml::Trouble;
use crate::extract::xml::XmlReader;
use crate::model::BlockKind;
use crate::model::Extraction;
use crate::model::Format;
use crate::model::Furniture;
use crate::model::NoteKind;
use numbering::Numbering;
use paragraph::Paragraph;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use story::Reference;
use story::Story;
use styles::Styles;
use tables::Layout;

/// Reads a document.
pub(super) fn read(bytes: &[u8], options: &Options) -> Extraction {
    let mut builder = Builder::new(Format::Docx);
    let mut package = match Package::open(bytes, &options.limits) {
        Ok(package) => package,
        Err((kind, message)) => {
            builder.note(kind, None, message);
            return builder.finish();
        }
    };
    let main = package.main_part();
    if let Some(xml) = package.text(&main, "the body") {
        let relations = package.relations(&main);
        Document::new(&mut package, &mut builder, options, relations).read(&xml);
        for (kind, message) in package.into_problems() {
            builder.note(kind, None, message);
        }
    } else {
        let problems = package.into_problems();
        if problems.is_empty() {
            let message = "the file is damaged: it has no body of text; \
                           open it in Word and save it again";
            builder.note(NoteKind::Damaged, None, message);
        }
        for (kind, message) in problems {
            builder.note(kind, None, message);
        }
    }
    builder.finish()
}

/// A document whose parts are being read.
struct Document<'r, 'a> {
    package: &'r mut Package<'a>,
    builder: &'r mut Builder,
    options: &'a Options,
    relations: Vec<Relation>,
    styles: Styles,
    numbering: Numbering,
    /// What was found on the way, summed up in notes at the end.
    hidden: usize,
    insertions: usize,
    deletions: usize,
    trouble: Trouble,
}

impl<'r, 'a> Document<'r, 'a> {
    fn new(
        package: &'r mut Package<'a>,
        builder: &'r mut Builder,
        options: &'a Options,
        relations: Vec<Relation>,
    ) -> Self {
        Self {
            package,
            builder,
            options,
            relations,
            styles: Styles::default(),
            numbering: Numbering::default(),
            hidden: 0,
            insertions: 0,
            deletions: 0,
            trouble: Trouble::default(),
        }
    }

    fn read(mut self, body: &str) {
        self.styles = self.definitions("styles", "the styles", Styles::read);
        self.numbering = self.definitions("numbering", "the numbering", Numbering::read);
        let story = self.story(body);
        self.push_body(&story);
        let complete = story.trouble == Trouble::default();
        self.push_notes("footnotes", false, &story.references, complete);
        self.push_notes("endnotes", true, &story.references, complete);
        self.push_furniture("header", Furniture::Header);
        self.push_furniture("footer", Furniture::Footer);
        self.push_comments();
        self.note_findings();
        self.note_left_out();
    }

    /// Reads a part that defines something, or gives an empty definition.
    fn definitions<T: Default>(
        &mut self,
        kind: &str,
        what: &str,
        read: fn(&mut XmlReader<'_>) -> T,
    ) -> T {
        let Some(part) = self.parts(kind).into_iter().next() else { return T::default() };
        let Some(xml) = self.package.text(&part, what) else { return T::default() };
        let mut reader = XmlReader::new(&xml, self.options.limits.depth);
        let definitions = read(&mut reader);
        self.remember(reader.trouble());
        definitions
    }

    /// Names of the parts of one kind, each once.
    fn parts(&self, kind: &str) -> Vec<String> {
        let mut seen = BTreeSet::new();
        self.relations
            .iter()
            .filter(|relation| relation.kind == kind && !relation.external)
            .filter(|relation| seen.insert(relation.target.as_str()))
            .map(|relation| relation.target.clone())
            .collect()
    }

    fn story(&mut self, xml: &str) -> Story {
        let Options { limits, changes, .. } = self.options;
        let story = story::read(xml, limits.depth, *changes, &self.styles, &self.numbering);
        self.insertions += story.insertions;
        self.deletions += story.deletions;
        self.remember(story.trouble);
        story
    }

    fn part_story(&mut self, part: &str, what: &str) -> Option<Story> {
        let xml = self.package.text(part, what)?;
        Some(self.story(&xml))
    }

    fn remember(&mut self, trouble: Trouble) {
        self.trouble.malformed |= trouble.malformed;
        self.trouble.declares |= trouble.declares;
        self.trouble.too_deep |= trouble.too_deep;
    }

    fn push_body(&mut self, story: &Story) {
        let mut layout = Layout::new(&story.tables);
        for paragraph in &story.paragraphs {
            let cell = paragraph.place.and_then(|place| layout.cell(place));
            self.push(paragraph, cell.map_or(paragraph.kind, BlockKind::TableCell));
        }
    }

    fn push(&mut self, paragraph: &Paragraph, kind: BlockKind) {
        self.builder.push(kind, paragraph.label.as_deref(), &paragraph.text);
        if !paragraph.hidden.trim().is_empty() {
            self.hidden += 1;
            let hidden = BlockKind::Furniture(Furniture::Hidden);
            self.builder.push(hidden, None, &paragraph.hidden);
        }
    }

    /// Foot- or endnotes in the order in which the text refers to them. Those that it does not
    /// refer to are not shown by Word; those referred to in deleted text are deleted too.
    fn push_notes(&mut self, kind: &str, end: bool, references: &[Reference], complete: bool) {
        let of_kind = || references.iter().filter(|reference| reference.endnote == end);
        let deleted: BTreeSet<&str> = of_kind().filter(|r| r.deleted).map(|r| &*r.id).collect();
        for part in self.parts(kind) {
            let Some(story) = self.part_story(&part, "the notes") else { continue };
            let by_id: BTreeMap<&str, usize> =
                story.notes.iter().enumerate().map(|(index, (id, _))| (&**id, index)).collect();
            let mut pushed = BTreeSet::new();
            for reference in of_kind().filter(|reference| !reference.deleted) {
                if let Some(&index) = by_id.get(&*reference.id)
                    && pushed.insert(index)
                {
                    self.push_note(&story, index, BlockKind::Footnote);
                }
            }
            for (index, (id, _)) in story.notes.iter().enumerate() {
                if pushed.contains(&index) || deleted.contains(&**id) {
                    continue;
                }
                if !complete {
                    self.push_note(&story, index, BlockKind::Footnote);
                } else if self.push_note(&story, index, BlockKind::Furniture(Furniture::Hidden)) {
                    self.hidden += 1;
                }
            }
        }
    }

    /// Pushes one note; whether it has any text.
    fn push_note(&mut self, story: &Story, index: usize, kind: BlockKind) -> bool {
        let begin = story.notes[index].1;
        let end = story.notes.get(index + 1).map_or(story.paragraphs.len(), |note| note.1);
        for paragraph in &story.paragraphs[begin..end] {
            self.push(paragraph, kind);
        }
        begin < end
    }

    /// Headers or footers of all sections, each distinct text once.
    fn push_furniture(&mut self, kind: &str, furniture: Furniture) {
        let mut seen = BTreeSet::new();
        for part in self.parts(kind) {
            let Some(story) = self.part_story(&part, "a header or footer") else { continue };
            for paragraph in &story.paragraphs {
                if seen.insert((paragraph.text.clone(), paragraph.hidden.clone())) {
                    self.push(paragraph, BlockKind::Furniture(furniture));
                }
            }
        }
    }

    fn push_comments(&mut self) {
        let mut count = 0;
        for part in self.parts("comments") {
            let Some(story) = self.part_story(&part, "the comments") else { continue };
            count += story.notes.len();
            for paragraph in &story.paragraphs {
                self.push(paragraph, BlockKind::Furniture(Furniture::Comment));
            }
        }
        if count > 0 {
            let message =
                format!("{} kept apart and not judged", were(count, "comment", "comments"));
            self.builder.note(NoteKind::Comments, None, message);
        }
    }

    fn note_findings(&mut self) {
        if self.insertions + self.deletions > 0 {
            let message = format!(
                "tracked changes were read as {}: {}, {}",
                match self.options.changes {
                    Changes::Accepted => "accepted",
                    Changes::Original => "not made (the original text)",
                },
                counted(self.insertions, "insertion"),
                counted(self.deletions, "deletion"),
            );
            self.builder.note(NoteKind::TrackedChanges, None, message);
        }
        if self.hidden > 0 {
            let message = format!(
                "{} kept apart and not judged",
                were(
                    self.hidden,
                    "passage that nobody sees (hidden, white or tiny)",
                    "passages that nobody sees (hidden, white or tiny)"
                )
            );
            self.builder.note(NoteKind::HiddenText, None, message);
        }
        for (kind, message) in self.trouble.notes() {
            self.builder.note(kind, None, message);
        }
    }

    /// Notes about content that stands in other formats inside or outside the file.
    fn note_left_out(&mut self) {
        let kinds = [
            ("aFChunk", "inserted document"),
            ("subDocument", "linked part document"),
            ("package", "embedded file"),
            ("oleObject", "embedded object"),
            ("chart", "chart"),
            ("diagramData", "diagram"),
        ];
        for (kind, what) in kinds {
            let count = self.relations.iter().filter(|relation| relation.kind == kind).count();
            if count > 0 {
                let message = format!("{count} {what} in the document: not read");
                self.builder.note(NoteKind::NotFollowed, None, message);
            }
        }
    }
}

/// "1 insertion", "2 insertions".
fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// "1 comment was", "2 comments were".
fn were(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one} was") } else { format!("{count} {many} were") }
}

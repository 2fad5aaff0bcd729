//! Properties of paragraphs, runs, tables and cells, as far as they matter for the text: style,
//! number, and whether it can be seen.

use super::super::look;
use super::Element;
use super::Frame;
use super::Walk;

impl Walk<'_> {
    /// Properties of the current paragraph or run.
    pub(super) fn property(&mut self, element: &Element<'_>) {
        let mark = self.inside(Frame::MarkProperties);
        let properties = self.inside_properties();
        let Some(draft) = self.drafts.last_mut() else { return };
        match element.name() {
            "pStyle" => {
                draft.style = element.value();
                draft.look = self.styles.get(draft.style.as_deref()).look;
            }
            "sectPr" => draft.ends_section = true,
            "outlineLvl" => draft.outline = element.number(),
            "numId" => draft.number.number = element.value(),
            "ilvl" => draft.number.level = element.number(),
            "vanish" if mark => draft.end_hidden = element.is_on(),
            "shd" if properties && !mark => draft.shaded |= look::is_shade(element),
            "rStyle" if !properties => {
                let style = element.value().unwrap_or_default();
                draft.run = self.styles.look(&style).or(draft.look);
            }
            "default" | "checked" => {
                if let Some(checked) = &mut draft.check_box {
                    *checked = element.is_on();
                }
            }
            "fldChar" => match element.attribute("fldCharType").as_deref() {
                Some("begin") => draft.begin_field(),
                Some("separate") => draft.begin_result(),
                Some("end") => draft.end_field(),
                _ => {}
            },
            _ if !properties => {
                draft.run.read(element);
            }
            _ => {}
        }
    }

    /// Whether the element that is being opened is a property of a table or cell.
    pub(super) fn inside_table_properties(&self) -> bool {
        matches!(self.frames.as_slice(), [.., Frame::Table | Frame::Cell, Frame::Plain])
    }

    /// The colour of the innermost table or cell.
    pub(super) fn shade(&mut self, element: &Element<'_>) {
        let shaded = match element.name() {
            "shd" => look::is_shade(element),
            _ => self.styles.shades(&element.value().unwrap_or_default()),
        };
        if let Some(shade) = self.shades.last_mut() {
            *shade |= shaded;
        }
    }
}

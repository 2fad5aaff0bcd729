//! Whether text can be seen: hidden, white on nothing, or too small to read.
//!
//! Such text is kept apart and noted, for it may be there to mislead whoever searches the file
//! rather than reads it. White text on any shading is a table heading or the like and is read.

use crate::extract::xml::Element;

/// Largest size, in half points, that nobody can read.
const TINY: u32 = 4;

/// What decides whether a run of text is seen. `None` leaves it to what it inherits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Look {
    vanish: Option<bool>,
    white: Option<bool>,
    tiny: Option<bool>,
    /// Stands on a colour, as far as the file says so.
    shaded: Option<bool>,
}

impl Look {
    /// Takes in a property of a run or style; whether it was one that matters.
    pub(super) fn read(&mut self, element: &Element<'_>) -> bool {
        match element.name() {
            "vanish" => self.vanish = Some(element.is_on()),
            "color" => self.white = Some(is_white(element.value().as_deref())),
            "sz" => self.tiny = element.number().map(|size: u32| size <= TINY),
            "shd" => self.shaded = Some(is_shade(element)),
            "highlight" => {
                let colour = element.value();
                self.shaded = Some(!matches!(colour.as_deref(), Some("none" | "white")));
            }
            _ => return false,
        }
        true
    }

    /// This look, completed by what it inherits.
    pub(super) fn or(self, inherited: Self) -> Self {
        Self {
            vanish: self.vanish.or(inherited.vanish),
            white: self.white.or(inherited.white),
            tiny: self.tiny.or(inherited.tiny),
            shaded: self.shaded.or(inherited.shaded),
        }
    }

    /// The same on a colour that lies behind it.
    pub(super) fn on(self, shaded: bool) -> Self {
        Self { shaded: if shaded { Some(true) } else { self.shaded }, ..self }
    }

    /// Whether nobody sees such text.
    pub(super) fn hides(self) -> bool {
        let on = |switch: Option<bool>| switch == Some(true);
        on(self.vanish) || on(self.tiny) || (on(self.white) && !on(self.shaded))
    }
}

/// Whether a shading is a colour on which white can be read.
pub(super) fn is_shade(element: &Element<'_>) -> bool {
    let pattern = element.value();
    let plain = matches!(pattern.as_deref(), None | Some("clear" | "nil"));
    let fill = element.attribute("fill");
    !plain
        || match fill.as_deref() {
            None | Some("auto") => element.attribute("themeFill").is_some(),
            fill => !is_white(fill),
        }
}

/// Whether a colour can hardly be told from white paper.
fn is_white(colour: Option<&str>) -> bool {
    let channel = |at: usize| {
        let digits = colour.filter(|colour| colour.len() == 6)?.get(at..at + 2)?;
        u8::from_str_radix(digits, 16).ok()
    };
    [0, 2, 4].into_iter().all(|at| channel(at).is_some_and(|value| value >= 0xf8))
}

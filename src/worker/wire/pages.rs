//! Mirrors of what belongs to printed pages: places of words, pictures, and what was recognised in
//! them.

use super::Said;
use super::ends;
use super::span_of;
use crate::model::Area;
use crate::model::Picture;
use crate::model::Printed;
use crate::model::RecognisedLine;
use crate::model::RecognisedPage;
use crate::model::RecognisedWord;
use serde::Deserialize;
use serde::Serialize;

/// Page, left, top, right, bottom.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct WireArea(u32, [f32; 4]);

impl From<Area> for WireArea {
    fn from(area: Area) -> Self {
        let Area { page, left, top, right, bottom } = area;
        Self(page, [left, top, right, bottom])
    }
}

impl From<WireArea> for Area {
    fn from(WireArea(page, [left, top, right, bottom]): WireArea) -> Self {
        Self { page, left, top, right, bottom }
    }
}

/// A word and its place.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WirePrinted {
    span: (u32, u32),
    area: WireArea,
    doubtful: bool,
}

impl WirePrinted {
    pub(super) fn span(&self) -> (u32, u32) {
        self.span
    }

    /// The word, if its place is one.
    pub(super) fn printed(self) -> Option<Printed> {
        let (start, end) = self.span;
        let WireArea(_, edges) = self.area;
        edges.iter().all(|edge| edge.is_finite()).then(|| Printed {
            span: span_of(start, end),
            area: self.area.into(),
            doubtful: self.doubtful,
        })
    }
}

impl From<&Printed> for WirePrinted {
    fn from(printed: &Printed) -> Self {
        let Printed { span, area, doubtful } = *printed;
        Self { span: ends(span), area: area.into(), doubtful }
    }
}

/// A picture without its pixels.
#[derive(Debug, Serialize, Deserialize)]
pub(in super::super) struct WirePicture {
    width: u32,
    height: u32,
    scale: f32,
}

/// A picture, and its pixels, which follow as bytes.
pub(in super::super) fn pack_picture(picture: Option<Picture>) -> (Said, Vec<u8>) {
    let Some(picture) = picture else { return (Said::NoPicture, Vec::new()) };
    let Picture { page: _, width, height, scale, grey } = picture;
    (Said::Picture(WirePicture { width, height, scale }), grey)
}

/// The picture of `page` that was said, if it has as many pixels as it says.
pub(in super::super) fn picture(wire: WirePicture, page: u32, grey: Vec<u8>) -> Option<Picture> {
    let WirePicture { width, height, scale } = wire;
    let pixels = u64::from(width) * u64::from(height);
    let whole = pixels == grey.len() as u64 && scale.is_finite() && scale > 0.0;
    whole.then_some(Picture { page, width, height, scale, grey })
}

/// What was recognised on a page.
#[derive(Debug, Serialize, Deserialize)]
pub(in super::super) struct WireRecognisedPage {
    page: u32,
    lines: Vec<(WireArea, Vec<WireWord>)>,
}

#[derive(Debug, Serialize, Deserialize)]
struct WireWord {
    text: String,
    area: WireArea,
    confidence: f32,
}

impl From<&RecognisedPage> for WireRecognisedPage {
    fn from(page: &RecognisedPage) -> Self {
        let word = |word: &RecognisedWord| WireWord {
            text: word.text.clone(),
            area: word.area.into(),
            confidence: word.confidence,
        };
        let line = |line: &RecognisedLine| {
            (WireArea::from(line.area), line.words.iter().map(word).collect())
        };
        Self { page: page.page, lines: page.lines.iter().map(line).collect() }
    }
}

impl From<WireRecognisedPage> for RecognisedPage {
    fn from(wire: WireRecognisedPage) -> Self {
        let word = |WireWord { text, area, confidence }| RecognisedWord {
            text,
            area: area.into(),
            confidence,
        };
        let line = |(area, words): (WireArea, Vec<WireWord>)| RecognisedLine {
            area: area.into(),
            words: words.into_iter().map(word).collect(),
        };
        Self { page: wire.page, lines: wire.lines.into_iter().map(line).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::WirePicture;
    use super::picture;

    #[test]
    fn a_picture_has_the_pixels_that_it_says() {
        let wire = |width, scale| WirePicture { width, height: 2, scale };
        assert!(picture(wire(2, 1.0), 1, vec![0; 4]).is_some());
        assert!(picture(wire(3, 1.0), 1, vec![0; 4]).is_none());
        assert!(picture(wire(2, f32::NAN), 1, vec![0; 4]).is_none());
    }
}

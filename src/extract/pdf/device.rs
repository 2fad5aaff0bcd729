//! What the interpreter draws on a page, reduced to glyphs with places.
//!
//! Owns the bounds on work (glyphs, drawing operations, seconds), the decision what a reader of
//! the page can see, and `/ActualText`. The pieces of text themselves are made in `segment`.

use super::Limits;
use super::objects;
use super::segment::Glyph;
use super::segment::Pen;
use super::segment::Segment;
use super::segment::Style;
use hayro_interpret::BlendMode;
use hayro_interpret::ClipPath;
use hayro_interpret::Device;
use hayro_interpret::DrawMode;
use hayro_interpret::DrawProps;
use hayro_interpret::Image;
use hayro_interpret::ImageDrawProps;
use hayro_interpret::Paint;
use hayro_interpret::SoftMask;
use hayro_interpret::font::Glyph as FontGlyph;
use hayro_interpret::font::GlyphRun;
use hayro_interpret::font::PositionedGlyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::Dict;
use hayro_interpret::hayro_syntax::object::Name;
use hayro_interpret::hayro_syntax::object::String as PdfString;
use hayro_interpret::kurbo::Affine;
use hayro_interpret::kurbo::BezPath;
use hayro_interpret::kurbo::Point;
use hayro_interpret::kurbo::Rect;
use hayro_interpret::kurbo::Shape;
use std::panic::resume_unwind;
use std::time::Duration;
use std::time::Instant;

/// Payload of the unwinding that ends a page which draws too much.
pub(super) struct LimitReached;

/// Longest drawn text that `/ActualText` may replace. It is meant for hyphens and ligatures;
/// whole sentences that differ from what is shown would be a way to deceive.
const ACTUAL_TEXT_GLYPHS: usize = 3;
/// Painted areas remembered per page to decide whether white text stands on something.
const AREAS: usize = 4_096;

/// What was found on one page.
pub(super) struct PageText {
    pub(super) height: f32,
    /// In the order of the content stream.
    pub(super) segments: Vec<Segment>,
    /// Glyphs that leave ink.
    pub(super) visible: usize,
    /// Glyphs whose character is not known.
    pub(super) unmapped: usize,
    /// Glyphs that a reader cannot see.
    pub(super) hidden: usize,
    paths: usize,
    /// Largest part of the page covered by one image.
    image_share: f64,
    /// Whether the text was recognised in the picture of the page.
    pub(super) recognised: bool,
}

impl PageText {
    /// A page without anything on it.
    pub(super) fn empty(height: f32) -> Self {
        Self {
            height,
            segments: Vec::new(),
            visible: 0,
            unmapped: 0,
            hidden: 0,
            paths: 0,
            image_share: 0.0,
            recognised: false,
        }
    }

    /// Whether the page shows something and has (nearly) no text.
    pub(super) fn looks_scanned(&self) -> bool {
        let shows = self.image_share > 0.02 || self.paths > 20;
        (self.visible == 0 && shows) || (self.visible < 20 && self.image_share > 0.5)
    }
}

/// Marked content that is open.
#[derive(Clone, Copy, Default)]
struct Mark {
    id: Option<i32>,
    artifact: bool,
}

/// Glyphs for which the file gives other text.
struct Replacement {
    text: String,
    glyphs: Vec<(Glyph, Style)>,
    depth: usize,
}

/// Device that keeps text and forgets pictures.
pub(super) struct Collector {
    pen: Pen,
    text: PageText,
    width: f32,
    marks: Vec<Mark>,
    replacement: Option<Replacement>,
    areas: Vec<Rect>,
    glyphs: usize,
    operations: usize,
    limits: (usize, Duration),
    begun: Instant,
}

impl Collector {
    pub(super) fn new(page: u32, width: f32, height: f32, limits: &Limits) -> Self {
        let text = PageText::empty(height);
        Self {
            pen: Pen::new(page),
            text,
            width,
            marks: Vec::new(),
            replacement: None,
            areas: Vec::new(),
            glyphs: 0,
            operations: 0,
            limits: (limits.glyphs_per_page, Duration::from_secs(limits.page_seconds)),
            begun: Instant::now(),
        }
    }

    pub(super) fn finish(mut self) -> PageText {
        self.end_replacement();
        self.text.segments = self.pen.finish();
        self.text
    }

    /// Counts one drawing operation and ends the page where a limit is reached.
    fn count(&mut self, glyphs: usize) {
        self.glyphs += glyphs;
        self.operations += 1;
        let late = self.operations.is_multiple_of(256) && self.begun.elapsed() > self.limits.1;
        if self.glyphs > self.limits.0 || late {
            // Unwinds without a message; caught for the page.
            resume_unwind(Box::new(LimitReached));
        }
    }

    fn remember_area(&mut self, area: Rect) {
        if self.areas.len() < AREAS {
            self.areas.push(area);
        }
    }

    /// Whether text in this paint at this place can be seen.
    fn is_hidden(&self, mode: &DrawMode, paint: &Paint<'_>, at: Point) -> bool {
        let on_page = at.x > -1.0
            && at.y > -1.0
            && at.x < f64::from(self.width) + 1.0
            && at.y < f64::from(self.text.height) + 1.0;
        let on_area = || self.areas.iter().any(|area| area.contains(at));
        match mode {
            _ if !on_page => true,
            // Invisible text over a picture is the text layer of a scan.
            DrawMode::Invisible => !on_area(),
            _ => is_white(paint) && !on_area(),
        }
    }

    fn put(&mut self, glyph: Glyph, style: Style) {
        if !glyph.character.is_whitespace() {
            self.text.visible += 1;
            if style.hidden {
                self.text.hidden += 1;
            } else if is_unmapped(glyph.character) {
                self.text.unmapped += 1;
            }
        }
        match &mut self.replacement {
            Some(replacement) => replacement.glyphs.push((glyph, style)),
            None => self.pen.put(&glyph, style),
        }
    }

    fn end_replacement(&mut self) {
        let Some(replacement) = self.replacement.take() else { return };
        let (Some((first, style)), Some((last, _))) =
            (replacement.glyphs.first(), replacement.glyphs.last())
        else {
            return;
        };
        let count = replacement.text.chars().count();
        let one_line = (first.y - last.y).abs() < first.size / 2.0;
        if replacement.glyphs.len() <= ACTUAL_TEXT_GLYPHS && count <= 8 && one_line && count > 0 {
            let advance = (last.x1 - first.x0) / count as f32;
            for (index, character) in replacement.text.chars().enumerate() {
                let x0 = first.x0 + advance * index as f32;
                self.pen.put(&Glyph { character, x0, x1: x0 + advance, ..*first }, *style);
            }
        } else {
            for (glyph, style) in &replacement.glyphs {
                self.pen.put(glyph, *style);
            }
        }
    }
}

impl<'a> Device<'a> for Collector {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.count(0);
        let filled = matches!(mode, DrawMode::Fill(_) | DrawMode::FillAndStroke(..));
        if is_white(&props.paint) {
            return;
        }
        self.text.paths += 1;
        if filled && self.areas.len() < AREAS {
            let area = (props.transform).transform_rect_bbox(path.bounding_box());
            if area.width() > 4.0 && area.height() > 4.0 {
                self.remember_area(area);
            }
        }
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.count(run.glyphs().len());
        let Some(first) = run.glyphs().first() else { return };
        let start = (props.transform * first.transform()) * Point::ZERO;
        let mark = self.marks.last().copied().unwrap_or_default();
        let style = Style {
            bold: is_bold(first),
            hidden: self.is_hidden(mode, &props.paint, start),
            artifact: mark.artifact,
            mark: mark.id,
        };
        for glyph in run.glyphs() {
            let place = props.transform * glyph.transform();
            match glyph.as_unicode() {
                Some(BfString::Char(character)) => {
                    self.put(placed(glyph, place, character, 0.0, 1.0), style);
                }
                Some(BfString::String(text)) => {
                    let count = text.chars().count().max(1) as f64;
                    for (index, character) in text.chars().enumerate() {
                        let from = index as f64 / count;
                        let to = (index + 1) as f64 / count;
                        self.put(placed(glyph, place, character, from, to), style);
                    }
                }
                None => self.put(placed(glyph, place, '\u{fffd}', 0.0, 1.0), style),
            }
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.count(0);
        let size = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let area = props.transform.transform_rect_bbox(size);
        self.remember_area(area);
        let page = f64::from(self.width) * f64::from(self.text.height);
        self.text.image_share = self.text.image_share.max(area.area() / page.max(1.0));
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        self.count(0);
        let mut mark = self.marks.last().copied().unwrap_or_default();
        if tag == b"Artifact" {
            mark.artifact = properties.is_none_or(|properties| {
                properties.get::<Name<'_>>("Type").is_none_or(|kind| &*kind == b"Pagination")
            });
        }
        if let Some(properties) = properties {
            mark.id = properties.get::<i32>("MCID").or(mark.id);
            if self.replacement.is_none()
                && let Some(text) = properties.get::<PdfString<'_>>("ActualText")
            {
                let text = objects::text(text.as_bytes());
                let depth = self.marks.len();
                self.replacement = Some(Replacement { text, glyphs: Vec::new(), depth });
            }
        }
        self.marks.push(mark);
    }

    fn end_marked_content(&mut self) {
        self.marks.pop();
        if self.replacement.as_ref().is_some_and(|open| open.depth >= self.marks.len()) {
            self.end_replacement();
        }
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.count(0);
    }

    fn push_clip_rect(&mut self, _: &Rect) {
        self.count(0);
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.count(0);
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

/// The part of a glyph between two fractions of its advance, turned so that it reads to the right.
fn placed(
    glyph: &PositionedGlyph<'_>,
    place: Affine,
    character: char,
    from: f64,
    to: f64,
) -> Glyph {
    let advance = match &**glyph {
        FontGlyph::Outline(outline) => outline.advance_width(),
        FontGlyph::Type3(drawn) => drawn.advance_width(),
    };
    let advance = f64::from(advance.unwrap_or(500.0));
    let start = place * Point::new(advance * from, 0.0);
    let end = place * Point::new(advance * to, 0.0);
    let [a, b, c, d, _, _] = place.as_coeffs();
    let length = a.hypot(b).max(1e-9);
    let (cos, sin) = (a / length, b / length);
    let size = c.hypot(d) * 1000.0;
    let angle = if sin.abs() < 0.02 && cos > 0.0 {
        return Glyph {
            character,
            x0: start.x as f32,
            x1: end.x as f32,
            y: start.y as f32,
            size: size as f32,
            angle: 0,
        };
    } else {
        sin.atan2(cos).to_degrees().round()
    };
    Glyph {
        character,
        x0: (start.x * cos + start.y * sin) as f32,
        x1: (end.x * cos + end.y * sin) as f32,
        y: (start.y * cos - start.x * sin) as f32,
        size: size as f32,
        angle: angle as i16,
    }
}

fn is_bold(glyph: &PositionedGlyph<'_>) -> bool {
    let FontGlyph::Outline(outline) = &**glyph else { return false };
    outline.font_data().is_some_and(|font| {
        font.postscript_name.as_deref().is_some_and(is_bold_name)
            || font.weight.is_some_and(|weight| weight >= 600)
    })
}

fn is_bold_name(name: &str) -> bool {
    ["Bold", "bold", "Black", "Heavy", "Semibold", "BOLD"].iter().any(|word| name.contains(word))
}

fn is_white(paint: &Paint<'_>) -> bool {
    match paint {
        Paint::Color(color) => {
            let [red, green, blue, _] = color.to_rgba().components();
            red.min(green).min(blue) > 0.97
        }
        Paint::Pattern(_) => false,
    }
}

/// Characters that carry no meaning: the replacement character and most private-use ones. Those
/// from U+F000 to U+F0FF are symbol fonts (bullets, arrows), which `segment` translates.
fn is_unmapped(character: char) -> bool {
    matches!(character, '\u{fffd}' | '\u{e000}'..='\u{efff}' | '\u{f100}'..='\u{f8ff}')
        || (character.is_control() && !character.is_whitespace())
}

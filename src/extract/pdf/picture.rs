//! A page as a picture, for the recognition of its text.
//!
//! Scans are pictures, and what a font without a map to characters shows can still be seen. Draws
//! pictures, shapes and letters in shades of grey; clips, patterns and blending, which matter to
//! the eye and not to letters, are left out.

use super::super::Limits;
use super::device::LimitReached;
use crate::model::Picture;
use hayro_interpret::BlendMode;
use hayro_interpret::ClipPath;
use hayro_interpret::Context;
use hayro_interpret::Device;
use hayro_interpret::DrawMode;
use hayro_interpret::DrawProps;
use hayro_interpret::FillRule as PdfFillRule;
use hayro_interpret::Image;
use hayro_interpret::ImageData;
use hayro_interpret::ImageDrawProps;
use hayro_interpret::InterpreterCache;
use hayro_interpret::InterpreterSettings;
use hayro_interpret::LumaData;
use hayro_interpret::Paint as PdfPaint;
use hayro_interpret::SoftMask;
use hayro_interpret::font::Glyph;
use hayro_interpret::font::GlyphRun;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::interpret_page;
use hayro_interpret::kurbo::Affine;
use hayro_interpret::kurbo::BezPath;
use hayro_interpret::kurbo::PathEl;
use hayro_interpret::kurbo::Rect;
use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use std::panic::resume_unwind;
use std::time::Duration;
use std::time::Instant;
use tiny_skia::Color;
use tiny_skia::FillRule;
use tiny_skia::FilterQuality;
use tiny_skia::Paint;
use tiny_skia::Path;
use tiny_skia::PathBuilder;
use tiny_skia::Pixmap;
use tiny_skia::PixmapPaint;
use tiny_skia::PremultipliedColorU8;
use tiny_skia::Stroke;
use tiny_skia::Transform;

/// Resolution that recognition works best at, in pixels a point: 300 dots an inch.
const SCALE: f32 = 300.0 / 72.0;
/// Most pixels of a page. Larger sheets are drawn smaller.
const PIXELS: f32 = 24e6;
/// Most pixels of one picture on a page.
const IMAGE_PIXELS: u64 = 120_000_000;

/// Draws one page. Nothing if it has no size, or draws too much.
pub(super) fn draw<'a>(
    pdf: &'a Pdf,
    page: &Page<'a>,
    number: u32,
    limits: &Limits,
) -> Option<Picture> {
    let (width, height) = page.render_dimensions();
    let scale = SCALE.min((PIXELS / (width * height).max(1.0)).sqrt());
    let mut pixels = Pixmap::new((width * scale).ceil() as u32, (height * scale).ceil() as u32)?;
    pixels.fill(Color::WHITE);
    let mut easel =
        Easel { pixels, limit: Duration::from_secs(limits.page_seconds), begun: Instant::now() };
    let cache = InterpreterCache::new();
    let drawn = catch_unwind(AssertUnwindSafe(|| {
        let placed = Affine::new(page.initial_transform(true).as_coeffs());
        let transform = Affine::scale(f64::from(scale)) * placed;
        let area = Rect::new(0.0, 0.0, f64::from(width * scale), f64::from(height * scale));
        let settings = InterpreterSettings::default();
        let mut context = Context::new(transform, area, &cache, pdf.xref(), settings);
        interpret_page(page, &mut context, &mut easel);
    }));
    drawn.ok()?;
    let grey = easel.pixels.pixels().iter().map(luminance).collect();
    let (width, height) = (easel.pixels.width(), easel.pixels.height());
    Some(Picture { page: number, width, height, scale, grey })
}

/// Luminance of an opaque pixel (ITU-R BT.601).
fn luminance(pixel: &PremultipliedColorU8) -> u8 {
    let [red, green, blue] = [pixel.red(), pixel.green(), pixel.blue()].map(u32::from);
    ((red * 299 + green * 587 + blue * 114) / 1000) as u8
}

/// Device that paints.
struct Easel {
    pixels: Pixmap,
    limit: Duration,
    begun: Instant,
}

impl Easel {
    fn check_time(&self) {
        if self.begun.elapsed() > self.limit {
            // Unwinds without a message; caught for the page.
            resume_unwind(Box::new(LimitReached));
        }
    }

    fn paint_path(&mut self, path: &BezPath, at: Affine, paint: &PdfPaint<'_>, mode: &DrawMode) {
        let Some(path) = converted(path) else { return };
        let paint = solid(paint);
        let transform = transform(at);
        if let DrawMode::Fill(rule) | DrawMode::FillAndStroke(rule, _) = mode {
            let rule = match rule {
                PdfFillRule::NonZero => FillRule::Winding,
                PdfFillRule::EvenOdd => FillRule::EvenOdd,
            };
            self.pixels.fill_path(&path, &paint, rule, transform, None);
        }
        if let DrawMode::Stroke(stroke) | DrawMode::FillAndStroke(_, stroke) = mode {
            let stroke = Stroke { width: stroke.line_width, ..Stroke::default() };
            self.pixels.stroke_path(&path, &paint, &stroke, transform, None);
        }
    }

    fn paint_pixels(&mut self, image: Option<Pixmap>, scale: (f32, f32), at: Affine) {
        let Some(image) = image else { return };
        let paint = PixmapPaint { quality: FilterQuality::Bilinear, ..PixmapPaint::default() };
        let transform = transform(at).pre_scale(scale.0, scale.1);
        self.pixels.draw_pixmap(0, 0, image.as_ref(), &paint, transform, None);
    }
}

impl<'a> Device<'a> for Easel {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.check_time();
        self.paint_path(path, props.transform, &props.paint, mode);
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.check_time();
        if matches!(mode, DrawMode::Invisible) {
            return;
        }
        for glyph in run.glyphs() {
            match &**glyph {
                Glyph::Outline(outline) => {
                    let place = props.transform * glyph.transform();
                    self.paint_path(&outline.outline(), place, &props.paint, mode);
                }
                Glyph::Type3(drawn) => {
                    drawn.interpret(self, props.transform, glyph.transform(), &props.paint);
                }
            }
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.check_time();
        if u64::from(image.width()) * u64::from(image.height()) > IMAGE_PIXELS {
            return;
        }
        match image {
            Image::Raster(raster) => raster.with_rgba(
                |data, alpha| {
                    let scale = data.scale_factors();
                    self.paint_pixels(raster_pixels(&data, alpha.as_ref()), scale, props.transform);
                },
                None,
            ),
            Image::Stencil(stencil) => stencil.with_stencil(
                |mask, paint| {
                    let pixels = stencil_pixels(&mask, shade(paint));
                    self.paint_pixels(pixels, mask.scale_factors, props.transform);
                },
                None,
            ),
        }
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

/// The pixels of an image; a mask of another size than its image is left out.
fn raster_pixels(data: &ImageData, alpha: Option<&LumaData>) -> Option<Pixmap> {
    let (width, height) = (data.width(), data.height());
    let alpha = alpha.filter(|alpha| (alpha.width, alpha.height) == (width, height));
    let opacity = |index: usize| alpha.and_then(|alpha| alpha.data.get(index).copied());
    let mut image = Pixmap::new(width, height)?;
    for (index, pixel) in image.pixels_mut().iter_mut().enumerate() {
        let [red, green, blue] = match data {
            ImageData::Luma(luma) => [*luma.data.get(index)?; 3],
            ImageData::Rgb(rgb) => *rgb.data.get(3 * index..3 * index + 3)?.first_chunk()?,
        };
        *pixel = premultiplied(red, green, blue, opacity(index).unwrap_or(255));
    }
    Some(image)
}

/// A shape cut out of one shade.
fn stencil_pixels(mask: &LumaData, shade: u8) -> Option<Pixmap> {
    let mut image = Pixmap::new(mask.width, mask.height)?;
    for (pixel, opacity) in image.pixels_mut().iter_mut().zip(&mask.data) {
        *pixel = premultiplied(shade, shade, shade, *opacity);
    }
    Some(image)
}

fn premultiplied(red: u8, green: u8, blue: u8, alpha: u8) -> PremultipliedColorU8 {
    tiny_skia::ColorU8::from_rgba(red, green, blue, alpha).premultiply()
}

/// Patterns are painted in a middle grey.
fn shade(paint: &PdfPaint<'_>) -> u8 {
    match paint {
        PdfPaint::Color(color) => {
            let [red, green, blue, _] = color.to_rgba().to_rgba8().map(u32::from);
            ((red * 299 + green * 587 + blue * 114) / 1000) as u8
        }
        PdfPaint::Pattern(_) => 128,
    }
}

fn solid(paint: &PdfPaint<'_>) -> Paint<'static> {
    let shade = shade(paint);
    let alpha = match paint {
        PdfPaint::Color(color) => color.to_rgba().to_rgba8()[3],
        PdfPaint::Pattern(_) => 128,
    };
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color_rgba8(shade, shade, shade, alpha);
    paint
}

fn transform(at: Affine) -> Transform {
    let [sx, ky, kx, sy, tx, ty] = at.as_coeffs().map(|number| number as f32);
    Transform::from_row(sx, ky, kx, sy, tx, ty)
}

fn converted(path: &BezPath) -> Option<Path> {
    let mut builder = PathBuilder::new();
    for element in path {
        match element {
            PathEl::MoveTo(p) => builder.move_to(p.x as f32, p.y as f32),
            PathEl::LineTo(p) => builder.line_to(p.x as f32, p.y as f32),
            PathEl::QuadTo(a, p) => {
                builder.quad_to(a.x as f32, a.y as f32, p.x as f32, p.y as f32);
            }
            PathEl::CurveTo(a, b, p) => builder
                .cubic_to(a.x as f32, a.y as f32, b.x as f32, b.y as f32, p.x as f32, p.y as f32),
            PathEl::ClosePath => builder.close(),
        }
    }
    builder.finish()
}

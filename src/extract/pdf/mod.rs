//! PDF to blocks, by our own layout on top of the `hayro-interpret` interpreter.
//!
//! A PDF says where glyphs stand, not what belongs together. This module opens the file, walks
//! its pages and says what could not be read; the layout is built in steps, one file each:
//! glyphs on the page (`device`) → pieces of a line (`segment`) → running headers and footers set
//! apart (`furniture`) → lines with their clause numbers (`lines`) → rows and tables (`rows`) →
//! paragraphs (`paragraphs`, `hyphens`) → blocks of the document (`assemble`). What the file says
//! beside its pages helps: bookmarks (`outline`), tags (`tags`), page numbers (`labels`), form
//! fields and notes (`annotations`); files inside it are named (`attachments`). How far the text of
//! a page can be trusted is told by `quality`.
//!
//! There is no second reader. `pdf-extract` was tried on 50 contracts and tenders and on 32 of
//! them without their character maps: it was nowhere better on a doubtful page, and self-referring
//! forms overflow its stack, which nothing in the process can catch.
//!
//! Reading order is that of the content stream, which writers produce in reading order for
//! columns; only what is plainly out of order (clause numbers drawn apart) is repaired.

mod annotations;
mod assemble;
mod attachments;
mod content;
mod device;
mod furniture;
mod hyphens;
mod joins;
mod labels;
mod lines;
mod marker;
mod objects;
mod outline;
mod paragraphs;
mod picture;
mod quality;
mod recognised;
mod rows;
mod segment;
mod tags;

use super::Builder;
use super::Limits;
use super::Options;
use crate::model::BlockKind;
use crate::model::Extraction;
use crate::model::Format;
use crate::model::Furniture;
use crate::model::NoteKind;
use crate::model::Picture;
use annotations::Annotation;
use device::Collector;
use device::LimitReached;
use device::PageText;
use hayro_interpret::Context;
use hayro_interpret::InterpreterCache;
use hayro_interpret::InterpreterSettings;
use hayro_interpret::hayro_syntax::DecryptionError;
use hayro_interpret::hayro_syntax::LoadPdfError;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::Dict;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::interpret_page;
use hayro_interpret::kurbo::Affine;
use hayro_interpret::kurbo::Rect;
use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use std::sync::Arc;

/// Reads a PDF. Whatever cannot be read is named in the notes.
pub(super) fn read(bytes: &[u8], options: &Options) -> Extraction {
    let mut builder = Builder::new(Format::Pdf);
    let opened = catch_unwind(|| open(bytes, options.password.as_deref()));
    match opened {
        Ok(Ok(pdf)) => {
            note_earlier_versions(bytes, &mut builder);
            read_pages(&pdf, options, &mut builder);
        }
        Ok(Err(LoadPdfError::Decryption(reason))) => {
            note_encrypted(&mut builder, reason, options.password.is_some());
        }
        Ok(Err(LoadPdfError::Invalid)) | Err(_) => builder.note(
            NoteKind::Damaged,
            None,
            "the PDF is damaged and could not be opened; ask for a new copy of the file",
        ),
    }
    builder.finish()
}

/// A PDF can be changed by writing behind it what is new: what stood there before is still in the
/// file, and another program may show it. Every version ends with the place of its table; a file
/// that is laid out for the web has a second one from the start.
fn note_earlier_versions(bytes: &[u8], builder: &mut Builder) {
    let ends = memchr::memmem::find_iter(bytes, b"startxref").count();
    let head = &bytes[..bytes.len().min(1024)];
    let for_web = memchr::memmem::find(head, b"/Linearized").is_some();
    let earlier = ends.saturating_sub(1 + usize::from(for_web));
    if earlier > 0 {
        let versions = if earlier == 1 { "an earlier version" } else { "earlier versions" };
        let message = format!("the file also holds {versions} of itself; the last one is read");
        builder.note(NoteKind::EarlierVersions, None, message);
    }
}

/// Opens the file without a password, and where that fails with the one that was given.
fn open(bytes: &[u8], password: Option<&str>) -> Result<Pdf, LoadPdfError> {
    // Counted, so that the second attempt needs no second copy.
    let bytes: Arc<Vec<u8>> = Arc::new(bytes.to_vec());
    let locked = LoadPdfError::Decryption(DecryptionError::PasswordProtected);
    match (Pdf::new(bytes.clone()), password) {
        (Err(error), Some(password)) if error == locked => Pdf::new_with_password(bytes, password),
        (result, _) => result,
    }
}

fn note_encrypted(builder: &mut Builder, reason: DecryptionError, password: bool) {
    let message = match reason {
        DecryptionError::UnsupportedAlgorithm => {
            "the PDF is encrypted in a way that cannot be read; save it without protection"
        }
        DecryptionError::MissingIDEntry | DecryptionError::InvalidEncryption => {
            "the PDF is encrypted and its encryption is damaged; ask for an unprotected copy"
        }
        DecryptionError::PasswordProtected if password => {
            "the PDF needs another password than the one given with --password"
        }
        DecryptionError::PasswordProtected => {
            "the PDF needs a password to be opened; give it with --password, or save the PDF \
             without one"
        }
    };
    builder.note(NoteKind::NeedsPassword, None, message);
}

/// What is known of a page beside what is drawn on it.
#[derive(Debug, Default)]
struct PageInfo {
    label: Option<String>,
    bookmarks: outline::Headings,
    tagged: tags::Levels,
    annotations: Vec<Annotation>,
}

/// Draws one page, counted from 1, for the recognition of its text.
pub(super) fn picture(bytes: &[u8], options: &Options, page: u32) -> Option<Picture> {
    let drawn = catch_unwind(|| {
        let pdf = open(bytes, options.password.as_deref()).ok()?;
        let index = usize::try_from(page).ok()?.checked_sub(1)?;
        picture::draw(&pdf, pdf.pages().get(index)?, page, &options.limits)
    });
    drawn.ok().flatten()
}

fn read_pages(pdf: &Pdf, options: &Options, builder: &mut Builder) {
    let limits = &options.limits;
    let total = pdf.pages().len();
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_else(Dict::empty);
    let redrawn = annotations::are_redrawn(&catalog);
    let mut infos = page_infos(pdf, &catalog, builder);
    let mut cache = InterpreterCache::new();
    let mut pages = Vec::with_capacity(total.min(limits.pages));
    for page in pdf.pages().iter().take(limits.pages) {
        let number = u32::try_from(pages.len() + 1).unwrap_or(u32::MAX);
        let recognised = options.recognised.iter().find(|recognised| recognised.page == number);
        let (text, failure) = match recognised {
            Some(recognised) => {
                (recognised::page_text(recognised, page.render_dimensions().1), None)
            }
            None => read_page(pdf, page, number, &cache, limits),
        };
        if let Some(recognised) = recognised {
            quality::note_recognised(builder, number, recognised);
        } else if let Some(failure) = failure {
            // A cache that was being filled when the page failed is not trusted again.
            cache = InterpreterCache::new();
            builder.note(failure, Some(number), failure_message(failure, number));
        } else {
            quality::note(builder, number, &text);
        }
        if let Some(info) = infos.get_mut(pages.len()) {
            // A form that cannot be read takes nothing else with it.
            let found =
                catch_unwind(AssertUnwindSafe(|| annotations::of_page(page, &text, redrawn)));
            info.annotations = found.unwrap_or_default();
        }
        pages.push(text);
    }
    if total == 0 {
        builder.note(NoteKind::Damaged, None, "no page could be found in the PDF");
    }
    if total > limits.pages {
        let message = format!("only the first {} of {total} pages were read", limits.pages);
        builder.note(NoteKind::TooLarge, None, message);
    }
    note_comments(&infos, builder);
    infos.truncate(pages.len());
    assemble::assemble(pages, infos, builder);
}

/// What the catalogue says of the pages; also notes the files inside the file.
fn page_infos(pdf: &Pdf, catalog: &Dict<'_>, builder: &mut Builder) -> Vec<PageInfo> {
    let mut infos: Vec<PageInfo> = Vec::new();
    infos.resize_with(pdf.pages().len(), PageInfo::default);
    let read = catch_unwind(AssertUnwindSafe(|| {
        let bookmarks = outline::headings(pdf, catalog);
        (bookmarks, tags::levels(pdf, catalog), labels::labels(pdf, catalog))
    }));
    if let Ok((bookmarks, tagged, labels)) = read {
        let told = bookmarks.into_iter().zip(tagged).zip(labels);
        for (info, ((bookmarks, tagged), label)) in infos.iter_mut().zip(told) {
            *info = PageInfo { label, bookmarks, tagged, ..PageInfo::default() };
        }
    }
    // What was noted before a failure stays noted.
    let _ = catch_unwind(AssertUnwindSafe(|| attachments::note(pdf, catalog, builder)));
    infos
}

fn note_comments(infos: &[PageInfo], builder: &mut Builder) {
    let of_kind = |kind: Furniture| {
        let all = infos.iter().flat_map(|info| &info.annotations);
        all.filter(|annotation| annotation.kind == BlockKind::Furniture(kind)).count()
    };
    let (comments, hidden) = (of_kind(Furniture::Comment), of_kind(Furniture::Hidden));
    if comments > 0 {
        let message = format!("{comments} comments on the pages are kept apart and not judged");
        builder.note(NoteKind::Comments, None, message);
    }
    if hidden > 0 {
        let message = format!("{hidden} hidden fields or notes are kept apart and not judged");
        builder.note(NoteKind::HiddenText, None, message);
    }
}

/// What stands on one page, and why it was not read to its end, if it was not.
fn read_page<'a>(
    pdf: &'a Pdf,
    page: &Page<'a>,
    number: u32,
    cache: &InterpreterCache<'a>,
    limits: &Limits,
) -> (PageText, Option<NoteKind>) {
    let (width, height) = page.render_dimensions();
    let mut collector = Collector::new(number, width, height, limits);
    let trouble = catch_unwind(AssertUnwindSafe(|| content::trouble(page, limits)));
    let trouble = trouble.unwrap_or(Some(NoteKind::Damaged));
    if trouble == Some(NoteKind::TooLarge) {
        return (collector.finish(), trouble);
    }
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let transform = Affine::new(page.initial_transform(true).as_coeffs());
        let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let settings = InterpreterSettings::default();
        let mut context = Context::new(transform, area, cache, pdf.xref(), settings);
        interpret_page(page, &mut context, &mut collector);
    }));
    let failure = outcome.err().map(|cause| {
        if cause.is::<LimitReached>() { NoteKind::TooLarge } else { NoteKind::Damaged }
    });
    (collector.finish(), failure.or(trouble))
}

fn failure_message(failure: NoteKind, number: u32) -> String {
    match failure {
        NoteKind::TooLarge => {
            format!("page {number} draws too much and was read only in part")
        }
        _ => format!("page {number} is damaged and was read only in part"),
    }
}

#[cfg(test)]
mod tests;

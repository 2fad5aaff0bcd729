//! What the readers made of documents before, from the cache.
//!
//! A document is known by its bytes, the ending of its name, the way it is read (bounds, state of
//! changes, what was recognised) and the version of the readers; a page that was recognised also by
//! languages and the version of tesseract. What comes from the cache is checked as what comes from the
//! process that opens documents is.

use crate::cache::Cache;
use crate::cache::Key;
use crate::extract::Options;
use crate::model::Extraction;
use crate::model::Language;
use crate::model::NoteKind;
use crate::model::RecognisedPage;
use crate::worker;
use crate::worker::Opened;
use std::path::Path;
use std::sync::Arc;

/// Version of the readers: of the program, and a hash of their code.
const READERS: &str = concat!(env!("CARGO_PKG_VERSION"), " ", env!("CLAUSECHECK_READERS"));

/// Whether a file is opened as whatever it is, or read as a document.
#[derive(Debug, Clone, Copy)]
pub(super) enum Way {
    Open,
    Read,
}

/// Remembers what was read, unless there is no cache.
#[derive(Debug, Clone, Default)]
pub(super) struct Memory {
    cache: Option<Arc<Cache>>,
}

impl Memory {
    pub(super) fn new(cache: Option<Arc<Cache>>) -> Self {
        Self { cache }
    }

    /// The cache, for a document whose text may lie on disk: not one that a password protects.
    fn cache(&self, options: &Options) -> Option<&Cache> {
        self.cache.as_deref().filter(|_| options.password.is_none())
    }

    /// What a document says, if it was read before in the same way.
    pub(super) fn document(
        &self,
        bytes: &[u8],
        name: &str,
        options: &Options,
        way: Way,
    ) -> Option<Extraction> {
        let cache = self.cache(options)?;
        let known = cache.get(key(bytes, name, options, way)?)?;
        match worker::unpack(&known, &options.limits)? {
            Opened::Document(extraction) => Some(extraction),
            Opened::Members(_) => None,
        }
    }

    /// Remembers what a document says.
    pub(super) fn keep(
        &self,
        bytes: &[u8],
        name: &str,
        options: &Options,
        way: Way,
        extraction: &Extraction,
    ) {
        let Some(cache) = self.cache(options) else { return };
        // A busy machine may have run out of time or memory where it would not again.
        let bounded = [NoteKind::TooLarge, NoteKind::Timeout, NoteKind::Memory, NoteKind::Crashed];
        if extraction.notes.iter().any(|note| bounded.contains(&note.kind)) {
            return;
        }
        let packed = worker::pack(Opened::Document(extraction.clone()));
        if let (Some(key), Some(packed)) = (key(bytes, name, options, way), packed) {
            cache.put(key, &packed);
        }
    }

    /// Ends a run.
    pub(super) fn tidy(&self) {
        if let Some(cache) = &self.cache {
            cache.tidy();
        }
    }
}

/// The pages of one document that were recognised before.
pub(super) struct Remembered<'k> {
    pub(super) memory: &'k Memory,
    pub(super) bytes: &'k [u8],
    pub(super) options: &'k Options,
}

impl Remembered<'_> {
    /// A page that was recognised by this version of tesseract in these languages.
    pub(super) fn page(
        &self,
        languages: &[Language],
        version: &str,
        page: u32,
    ) -> Option<RecognisedPage> {
        let cache = self.memory.cache(self.options)?;
        let known = cache.get(self.key(languages, version, page)?)?;
        worker::unpack_page(&known).filter(|known| known.page == page)
    }

    /// Remembers a page.
    pub(super) fn keep(&self, languages: &[Language], version: &str, page: &RecognisedPage) {
        let Some(cache) = self.memory.cache(self.options) else { return };
        let key = self.key(languages, version, page.page);
        if let (Some(key), Some(packed)) = (key, worker::pack_page(page)) {
            cache.put(key, &packed);
        }
    }

    fn key(&self, languages: &[Language], version: &str, page: u32) -> Option<Key> {
        let codes: Vec<&str> = languages.iter().map(|language| language.code()).collect();
        Some(Key::of(&[
            b"page",
            READERS.as_bytes(),
            blake3::hash(self.bytes).as_bytes(),
            &worker::pack_options(self.options)?,
            codes.join("+").as_bytes(),
            version.as_bytes(),
            &page.to_le_bytes(),
        ]))
    }
}

fn key(bytes: &[u8], name: &str, options: &Options, way: Way) -> Option<Key> {
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let way: &[u8] = match way {
        Way::Open => b"open",
        Way::Read => b"read",
    };
    Some(Key::of(&[
        way,
        READERS.as_bytes(),
        blake3::hash(bytes).as_bytes(),
        ending.as_bytes(),
        &worker::pack_options(options)?,
    ]))
}

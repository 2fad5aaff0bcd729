//! A ZIP package in which single parts are replaced and all others are copied byte for byte.

use super::Refusal;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::io::Read;
use std::io::Write;
use zip::ZipArchive;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A package that is being edited.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Most bytes that a part may unpack to.
    largest: u64,
    replaced: BTreeMap<String, Vec<u8>>,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8], largest: u64) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::OtherFormat)?;
        Ok(Self { archive, largest, replaced: BTreeMap::new() })
    }

    /// Names of all parts.
    pub(super) fn names(&self) -> impl Iterator<Item = String> {
        self.archive.file_names().flatten().map(|name| name.into_owned())
    }

    /// The text of a part, without a byte-order mark; none if there is no such part.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let unsafe_part = |why: &str| Refusal::Unsafe(format!("`{name}` {why}"));
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let entry = self.archive.by_index(index).map_err(|_| unsafe_part("is damaged"))?;
        let mut bytes = Vec::new();
        entry
            .take(self.largest.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|_| unsafe_part("is damaged"))?;
        if bytes.len() as u64 > self.largest {
            return Err(unsafe_part("is too large"));
        }
        let text = String::from_utf8(bytes).map_err(|_| unsafe_part("is not in UTF-8"))?;
        Ok(Some(text.trim_start_matches('\u{feff}').to_owned()))
    }

    /// Puts a part in the place of the one of this name, or adds it.
    pub(super) fn replace(&mut self, name: &str, text: String) {
        self.replaced.insert(name.to_owned(), text.into_bytes());
    }

    /// The bytes of the package with its new parts.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, Refusal> {
        self.write().map_err(|error| Refusal::Unsafe(error.to_string()))
    }

    fn write(&mut self) -> zip::result::ZipResult<Vec<u8>> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..self.archive.len() {
            let entry = self.archive.by_index_raw(index)?;
            let name = entry.name()?.into_owned();
            match self.replaced.remove(&name) {
                None => writer.raw_copy_file(entry)?,
                Some(bytes) => {
                    let mut options = SimpleFileOptions::default();
                    if let Some(time) = entry.last_modified() {
                        options = options.last_modified_time(time);
                    }
                    writer.start_file(name, options)?;
                    writer.write_all(&bytes)?;
                }
            }
        }
        for (name, bytes) in std::mem::take(&mut self.replaced) {
            writer.start_file(name, SimpleFileOptions::default())?;
            writer.write_all(&bytes)?;
        }
        Ok(writer.finish()?.into_inner())
    }
}

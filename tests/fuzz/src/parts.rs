//! Parts of ZIP-based formats as one stretch of bytes, so that what is mutated are the parts and not
//! the container around them, which a mutation would only break.
//!
//! A zero byte begins a part and the byte after it says which; what follows is its content.

use std::io::Cursor;
use std::io::Read;
use std::io::Write;
use zip::CompressionMethod;
use zip::ZipArchive;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Puts the parts in `data` into a container. Those that a format cannot do without come from
/// `needed` where `data` has none of that name.
pub(crate) fn pack(data: &[u8], names: &[&str], needed: &[(&str, &str)]) -> Vec<u8> {
    let mut parts: Vec<(&str, &[u8])> = Vec::new();
    for part in data.split(|byte| *byte == 0).filter(|part| !part.is_empty()) {
        let (number, content) = part.split_first().unwrap_or((&1, &[]));
        let name = names[usize::from(*number - 1) % names.len()];
        if parts.iter().all(|(taken, _)| *taken != name) {
            parts.push((name, content));
        }
    }
    for (name, content) in needed {
        if parts.iter().all(|(taken, _)| taken != name) {
            parts.insert(0, (name, content.as_bytes()));
        }
    }
    // The type of an OpenDocument file stands first.
    parts.sort_by_key(|(name, _)| *name != "mimetype");
    zip(&parts)
}

pub(crate) fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        if zip.start_file(*name, stored).is_ok() {
            zip.write_all(content).expect("memory can be written to");
        }
    }
    zip.finish().expect("memory can be written to").into_inner()
}

/// The parts of a real file in the form that [`pack`] reads.
pub fn unpack(bytes: &[u8], names: &[&str]) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut data = Vec::new();
    for (number, name) in (0_u8..).zip(names) {
        let Ok(mut entry) = archive.by_name(name) else { continue };
        let mut content = Vec::new();
        entry.read_to_end(&mut content).ok()?;
        data.extend_from_slice(&[0, number + 1]);
        data.extend(content.into_iter().filter(|byte| *byte != 0));
    }
    Some(data)
}

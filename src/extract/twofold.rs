//! Files that can be read in more than one way: what we read of one may not be what Word or another
//! unpacker shows, so a bidder could show us one text and the buyer another.

use std::io::Cursor;
use zip::ZipArchive;

/// Signature of the end of a ZIP directory.
const END: &[u8] = b"PK\x05\x06";
/// How far from the end of a file the directory of a ZIP may end: behind it stands a comment.
const COMMENT: usize = 22 + 65_535;

/// Whether two entries of an archive have the same name, or an entry has another name where its
/// content stands than in the directory.
pub(super) fn is_ambiguous(bytes: &[u8], archive: &ZipArchive<Cursor<&[u8]>>) -> bool {
    let doubled = declared_entries(bytes).is_some_and(|declared| declared > archive.len());
    doubled || names_differ(bytes, archive.offset())
}

/// Whether a PDF is an archive at the same time: one that ends after the PDF does.
pub(super) fn is_pdf_and_archive(bytes: &[u8]) -> bool {
    let Some(at) = end_of_directory(bytes) else { return false };
    let behind = bytes.windows(5).rposition(|window| window == b"%%EOF").is_none_or(|end| end < at);
    behind && ZipArchive::new(Cursor::new(bytes)).is_ok_and(|archive| !archive.is_empty())
}

fn end_of_directory(bytes: &[u8]) -> Option<usize> {
    let from = bytes.len().saturating_sub(COMMENT);
    let found = bytes[from..].windows(END.len()).rposition(|window| window == END)?;
    Some(from + found)
}

/// How many entries the archive says it has. Entries of the same name are read as one.
fn declared_entries(bytes: &[u8]) -> Option<usize> {
    let at = end_of_directory(bytes)?;
    let count = number(bytes, at + 10, 2)?;
    // All ones: the number stands elsewhere, in the format for large archives.
    (count != usize::from(u16::MAX)).then_some(count)
}

/// Whether an entry of the directory has another name where its content stands. `offset` is what
/// stands before the archive. Large archives of the newer format are not looked into.
fn names_differ(bytes: &[u8], offset: u64) -> bool {
    let Some(end) = end_of_directory(bytes) else { return false };
    let offset = usize::try_from(offset).unwrap_or(usize::MAX);
    let Some(mut at) = number(bytes, end + 16, 4).and_then(|at| at.checked_add(offset)) else {
        return false;
    };
    while bytes.get(at..at.saturating_add(4)) == Some(b"PK\x01\x02") {
        let lengths = [28, 30, 32].map(|field| number(bytes, at + field, 2).unwrap_or(0));
        let name = bytes.get(at + 46..at + 46 + lengths[0]);
        let local = number(bytes, at + 42, 4).and_then(|local| local.checked_add(offset));
        let there = local.and_then(|local| {
            let length = number(bytes, local.checked_add(26)?, 2)?;
            bytes.get(local + 30..local + 30 + length)
        });
        if let (Some(name), Some(there)) = (name, there)
            && name != there
        {
            return true;
        }
        at += 46 + lengths.iter().sum::<usize>();
    }
    false
}

/// The number of some bytes, the least first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

//! Which format some bytes are in.
//!
//! Signatures decide. Formats that are text without a signature are told apart by content first
//! and by file name where content does not tell.

use crate::model::Format;
use crate::model::Note;
use crate::model::NoteKind;
use std::io::Cursor;
use zip::ZipArchive;

/// How many bytes at the beginning are looked at.
const HEAD: usize = 4096;

/// Names of all formats that are recognised only to say what to do with them.
pub(super) const UNSUPPORTED: [&str; 6] = [
    "image",
    "7-Zip archive",
    "RAR archive",
    "encrypted Office document",
    "legacy Word document (.doc)",
    "legacy Office file",
];

/// The format of `bytes`; `name` is the file name.
pub(super) fn sniff(bytes: &[u8], name: &str) -> Format {
    let head = &bytes[..bytes.len().min(HEAD)];
    if find(&head[..head.len().min(1024)], b"%PDF-") {
        return Format::Pdf;
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return sniff_zip(bytes);
    }
    if head.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        return sniff_ole(bytes);
    }
    if head.starts_with(b"{\\rtf") {
        return Format::Rtf;
    }
    if let Some(what) = known_signature(head) {
        return Format::Unsupported(what);
    }
    if looks_binary(head) {
        return Format::Unknown;
    }
    sniff_text(head, name)
}

/// Formats that are recognised only to say what to do with them.
fn known_signature(head: &[u8]) -> Option<&'static str> {
    let signatures: [(&[u8], &'static str); 6] = [
        (b"\x89PNG", "image"),
        (b"\xff\xd8\xff", "image"),
        (b"II*\0", "image"),
        (b"MM\0*", "image"),
        (b"7z\xbc\xaf\x27\x1c", "7-Zip archive"),
        (b"Rar!", "RAR archive"),
    ];
    signatures.iter().find(|(magic, _)| head.starts_with(magic)).map(|(_, what)| *what)
}

/// A ZIP is told by the names of its entries, which stand in its directory. Where that is
/// damaged, the beginnings of the entries are searched, which also stand uncompressed.
fn sniff_zip(bytes: &[u8]) -> Format {
    if find(&bytes[..bytes.len().min(HEAD)], b"mimetypeapplication/vnd.oasis.opendocument") {
        return Format::OpenDocument;
    }
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else { return sniff_damaged_zip(bytes) };
    let mut office = false;
    let mut other = None;
    for index in 0..archive.len() {
        let Some(Ok(name)) = archive.name_for_index(index) else { continue };
        let name = name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase();
        match name.as_str() {
            "word/document.xml" => return Format::Docx,
            "xl/workbook.xml" | "xl/workbook.bin" => return Format::Excel,
            "ppt/presentation.xml" => return Format::PowerPoint,
            "[content_types].xml" => office = true,
            "meta-inf/manifest.xml" => other = Some(Format::OpenDocument),
            _ => {}
        }
    }
    if office { Format::Docx } else { other.unwrap_or(Format::Zip) }
}

fn sniff_damaged_zip(bytes: &[u8]) -> Format {
    let contains = |needle: &[u8]| find(bytes, needle);
    if contains(b"word/document") {
        Format::Docx
    } else if contains(b"xl/workbook") {
        Format::Excel
    } else if contains(b"ppt/presentation") {
        Format::PowerPoint
    } else if contains(b"[Content_Types].xml") {
        Format::Docx
    } else {
        Format::Zip
    }
}

/// An OLE container is told by its directory entries, whose names are UTF-16.
fn sniff_ole(bytes: &[u8]) -> Format {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        find(bytes, &wide)
    };
    if !has("EncryptedPackage") && !has("WordDocument") && (has("Workbook") || has("Book")) {
        return Format::Excel;
    }
    if has("__substg1.0_") {
        return Format::OutlookMessage;
    }
    Format::Unsupported(if has("EncryptedPackage") {
        "encrypted Office document"
    } else if has("WordDocument") {
        "legacy Word document (.doc)"
    } else {
        "legacy Office file"
    })
}

fn sniff_text(head: &[u8], name: &str) -> Format {
    let text = String::from_utf8_lossy(head).to_ascii_lowercase();
    let start = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if start.is_empty() {
        return Format::Unknown;
    }
    if start.starts_with("<!doctype html") || start.starts_with("<html") {
        return Format::Html;
    }
    match extension(name).as_str() {
        "htm" | "html" | "xhtml" => Format::Html,
        "md" | "markdown" | "mkd" => Format::Markdown,
        "eml" => Format::Email,
        _ if looks_like_mail(start) => Format::Email,
        _ => Format::Text,
    }
}

/// Whether a text (in small letters) begins with the headers of an e-mail.
fn looks_like_mail(start: &str) -> bool {
    let headers = start.split("\n\n").next().unwrap_or_default();
    let headers = headers.split("\r\n\r\n").next().unwrap_or_default();
    let begins = ["from:", "received:", "return-path:", "mime-version:", "date:", "delivered-to:"];
    let has = |name: &str| {
        headers
            .lines()
            .any(|line| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(':')))
    };
    begins.iter().any(|begin| start.starts_with(begin))
        && has("from")
        && (has("mime-version") || has("message-id") || has("received"))
}

/// Whether the beginning holds bytes that no text has.
fn looks_binary(head: &[u8]) -> bool {
    let utf16 = head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]);
    let odd = head.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31)).count();
    !utf16 && (head.contains(&0) || odd * 50 > head.len())
}

fn find(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}

fn extension(name: &str) -> String {
    name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default()
}

/// What a user can do with a format that is not read.
pub(super) fn advice(what: &str) -> String {
    let todo = if what.starts_with("encrypted") {
        "remove the password in Word or Excel and save it again"
    } else if what == "image" {
        "it is a picture without text; ask for the document itself"
    } else if what.contains("archive") {
        "unpack it and give the folder instead"
    } else {
        "save it as DOCX or PDF"
    };
    format!("the format cannot be read ({what}): {todo}")
}

/// A note where the file name promises another format than the content.
pub(super) fn extension_note(format: Format, name: &str) -> Option<Note> {
    let extension = extension(name);
    let promised: &[&str] = match format {
        Format::Pdf => &["pdf"],
        Format::Docx => &["docx", "docm", "dotx", "dotm"],
        Format::Excel => &["xlsx", "xlsm", "xltx", "xlsb", "xls", "xlt"],
        Format::OpenDocument => &["odt", "ods", "odp", "ott", "ots", "fodt"],
        Format::PowerPoint => &["pptx", "pptm", "ppsx", "potx"],
        Format::Rtf => &["rtf"],
        Format::OutlookMessage => &["msg", "oft"],
        _ => return None,
    };
    let known = [
        "pdf", "docx", "doc", "docm", "dotx", "xlsx", "xlsm", "xlsb", "xls", "ods", "odt", "odp",
        "pptx", "ppt", "rtf", "eml", "msg", "txt", "md", "html", "htm", "zip", "csv",
    ];
    let misleads = known.contains(&extension.as_str()) && !promised.contains(&extension.as_str());
    misleads.then(|| Note {
        kind: NoteKind::WrongExtension,
        page: None,
        message: format!(
            "the file is named .{extension} but its content is {}; it was read as that",
            format.name()
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::UNSUPPORTED;
    use super::extension_note;
    use super::sniff;
    use crate::model::Format;

    #[test]
    fn every_unsupported_format_is_listed() {
        let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let ole = |name: &str| [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &wide(name)].concat();
        let heads = [
            b"\x89PNG".to_vec(),
            b"\xff\xd8\xff".to_vec(),
            b"7z\xbc\xaf\x27\x1c".to_vec(),
            b"Rar!".to_vec(),
            ole("EncryptedPackage"),
            ole("WordDocument"),
            ole("x"),
        ];
        let mut listed = UNSUPPORTED.to_vec();
        for head in heads {
            let Format::Unsupported(name) = sniff(&head, "a") else { panic!("{head:?}") };
            assert!(UNSUPPORTED.contains(&name), "{name}");
            listed.retain(|known| *known != name);
        }
        assert!(listed.is_empty(), "{listed:?} never come");
    }

    #[test]
    fn content_decides() {
        assert_eq!(sniff(b"%PDF-1.7\n", "a.docx"), Format::Pdf);
        assert_eq!(sniff(b"<!DOCTYPE html><p>x", "a.txt"), Format::Html);
        assert_eq!(sniff(b"# Title", "a.md"), Format::Markdown);
        assert_eq!(sniff(b"Title", "a"), Format::Text);
        assert_eq!(sniff(b"", "a.txt"), Format::Unknown);
        assert_eq!(sniff(b"\x00\x01\x02", "a.txt"), Format::Unknown);
        assert_eq!(sniff(b"{\\rtf1", "a.docx"), Format::Rtf);
        let mail = b"Received: x\r\nFrom: a@b.example\r\nSubject: y\r\n\r\nText";
        assert_eq!(sniff(mail, "a.txt"), Format::Email);
        assert_eq!(sniff(b"From: the Buyer\nto the Supplier", "a.txt"), Format::Text);
    }

    #[test]
    fn misleading_names_are_noted() {
        assert!(extension_note(Format::Rtf, "a.docx").is_some());
        assert!(extension_note(Format::Excel, "a.XLSX").is_none());
        assert!(extension_note(Format::OpenDocument, "a.xlsx").is_some());
        assert!(extension_note(Format::OutlookMessage, "a.msg").is_none());
    }
}

//! Small messages in, blocks and attachments out.

use super::attachments;
use super::read;
use crate::extract::Limits;
use crate::extract::archive::Content;
use crate::extract::archive::unpack;
use crate::model::Extraction;
use crate::model::Format;
use crate::model::NoteKind;
use cfb::CompoundFile;
use std::io::Cursor;
use std::io::Write;

const EML: &str = "From: =?utf-8?Q?K=C3=B6paren?= <buyer@example.org>\r\nTo: a@example.org\r\nSubject: Clarification 3\r\nDate: Mon, 13 Oct 2025 09:30:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>All logs <b>must</b> be kept.</p><ul><li>one year</li></ul>\r\n--x\r\nContent-Type: text/plain; name=\"annex.txt\"\r\nContent-Disposition: attachment; filename=\"annex.txt\"\r\n\r\nEncrypt.\r\n--x\r\nContent-Type: image/png\r\nContent-ID: <logo>\r\nContent-Disposition: inline; filename=logo.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBO\r\n--x--\r\n";

fn texts(extraction: &Extraction) -> Vec<&str> {
    extraction.blocks.iter().map(|block| block.span.of(&extraction.text)).collect()
}

#[test]
fn a_message_and_its_attachments() {
    let extraction = read(EML.as_bytes(), Format::Email, &Limits::default());
    assert_eq!(
        texts(&extraction),
        [
            "Subject: Clarification 3",
            "From: Köparen <buyer@example.org>",
            "To: a@example.org",
            "Date: 2025-10-13 09:30",
            "All logs must be kept.",
            "one year",
        ]
    );
    let members = unpack(EML.as_bytes(), "m.eml", &Limits::default(), &|_| None).unwrap();
    let found: Vec<(&str, bool)> = members
        .iter()
        .map(|member| (member.path.as_str(), matches!(member.content, Content::Bytes(_))))
        .collect();
    assert_eq!(found, [("", true), ("annex.txt", true), ("logo.png", false)]);
}

#[test]
fn an_outlook_message() {
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let attachment = "/__attach_version1.0_#00000000";
    let inner = format!("{attachment}1");
    let message = format!("{inner}/__substg1.0_3701000D");
    for storage in [attachment, &inner, &message] {
        file.create_storage(storage).unwrap();
    }
    for (path, content) in [
        ("/__substg1.0_0037001F".to_owned(), wide("Fråga 4")),
        ("/__substg1.0_0C1A001F".to_owned(), wide("Köparen")),
        ("/__substg1.0_10130102".to_owned(), b"<p>Svar: ja.</p>".to_vec()),
        (format!("{attachment}/__substg1.0_3707001F"), wide("krav.txt")),
        (format!("{attachment}/__substg1.0_37010102"), b"Kryptera.".to_vec()),
        (format!("{message}/__substg1.0_0037001E"), b"Inner".to_vec()),
        (format!("{message}/__substg1.0_1000001F"), wide("Plain text")),
    ] {
        file.create_stream(path).unwrap().write_all(&content).unwrap();
    }
    let bytes = file.into_inner().into_inner();
    let extraction = read(&bytes, Format::OutlookMessage, &Limits::default());
    assert_eq!(
        texts(&extraction),
        ["Subject: Fråga 4", "From: Köparen", "Svar: ja.", "Subject: Inner", "Plain text"]
    );
    let found = attachments(&bytes, Format::OutlookMessage);
    assert_eq!(
        (found[0].name.as_str(), found[0].bytes.as_slice()),
        ("krav.txt", &b"Kryptera."[..])
    );
    assert_eq!(found.len(), 1);
}

#[test]
fn noise_is_damaged() {
    let extraction = read(b"\xd0\xcf\x11\xe0", Format::OutlookMessage, &Limits::default());
    assert_eq!(extraction.notes[0].kind, NoteKind::Damaged);
}

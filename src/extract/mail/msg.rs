//! Messages as Outlook saves them (MSG): properties in the streams of an OLE container.
//!
//! Messages attached to a message are read with it, because they are no files of their own.

use super::Attachment;
use super::Body;
use super::Mail;
use super::guess;
use super::lzfu;
use cfb::CompoundFile;
use encoding_rs::UTF_16LE;
use std::collections::VecDeque;
use std::io::Cursor;
use std::io::Read;

type File<'b> = CompoundFile<Cursor<&'b [u8]>>;

/// Most messages within one another, or beside one another.
const MAX_MESSAGES: usize = 256;

const SUBJECT: &str = "0037";
const SENDER_NAME: &str = "0C1A";
const SENDER_ADDRESS: &str = "0C1F";
const SHOWN_TO: &str = "0E04";
const BODY: &str = "1000";
const BODY_HTML: &str = "1013";
const BODY_RTF: &str = "1009";
const ATTACHED: &str = "3701";
const LONG_NAME: &str = "3707";
const SHORT_NAME: &str = "3704";
const CONTENT_ID: &str = "3712";

/// The message and those attached to it; none if the bytes are no message.
pub(super) fn mails(bytes: &[u8]) -> Vec<Mail> {
    let Some(mut file) = open(bytes) else { return Vec::new() };
    let folders = messages(&file);
    folders.iter().map(|folder| mail(&mut file, folder, bytes.len())).collect()
}

/// The files that come with the message, and with those attached to it.
pub(super) fn attachments(bytes: &[u8]) -> Vec<Attachment> {
    let Some(mut file) = open(bytes) else { return Vec::new() };
    let limit = bytes.len();
    let mut found = Vec::new();
    for message in messages(&file) {
        for folder in folders(&file, &message, "__attach_version1.0_") {
            let Some(content) =
                stream(&mut file, &format!("{folder}/__substg1.0_{ATTACHED}0102"), limit)
            else {
                continue;
            };
            let name = text(&mut file, &folder, LONG_NAME, limit)
                .or_else(|| text(&mut file, &folder, SHORT_NAME, limit))
                .unwrap_or_else(|| format!("attachment {}", found.len() + 1));
            let lower = name.to_lowercase();
            let image =
                [".png", ".jpg", ".jpeg", ".gif", ".bmp"].iter().any(|e| lower.ends_with(e));
            let within = image && text(&mut file, &folder, CONTENT_ID, limit).is_some();
            let left_out = within.then_some("a picture within an e-mail");
            found.push(Attachment { name, bytes: content, left_out });
        }
    }
    found
}

fn open(bytes: &[u8]) -> Option<File<'_>> {
    CompoundFile::open(Cursor::new(bytes)).ok()
}

/// Folders of the message and of all messages within it; the outermost is empty.
fn messages(file: &File<'_>) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting = VecDeque::from([String::new()]);
    while let Some(message) = waiting.pop_front() {
        for folder in folders(file, &message, "__attach_version1.0_") {
            let within = format!("{folder}/__substg1.0_{ATTACHED}000D");
            if file.is_storage(&within) {
                waiting.push_back(within);
            }
        }
        found.push(message);
        if found.len() >= MAX_MESSAGES {
            break;
        }
    }
    found
}

/// Folders directly within a folder whose names begin so.
fn folders(file: &File<'_>, within: &str, begin: &str) -> Vec<String> {
    let path = if within.is_empty() { "/" } else { within };
    let Ok(entries) = file.read_storage(path) else { return Vec::new() };
    let mut found: Vec<String> = entries
        .filter(|entry| entry.is_storage() && entry.name().starts_with(begin))
        .map(|entry| format!("{within}/{}", entry.name()))
        .collect();
    found.sort();
    found
}

fn mail(file: &mut File<'_>, folder: &str, limit: usize) -> Mail {
    let mut get = |property| text(file, folder, property, limit).unwrap_or_default();
    let (subject, to) = (get(SUBJECT), get(SHOWN_TO));
    let (name, address) = (get(SENDER_NAME), get(SENDER_ADDRESS));
    let from = match (name.is_empty(), address.contains('@')) {
        (false, true) => format!("{name} <{address}>"),
        (true, true) => address,
        _ => name,
    };
    Mail { subject, from, to, date: String::new(), body: body(file, folder, limit) }
}

fn body(file: &mut File<'_>, folder: &str, limit: usize) -> Body {
    if let Some(html) = stream(file, &format!("{folder}/__substg1.0_{BODY_HTML}0102"), limit) {
        return Body::Html(guess(&html));
    }
    if let Some(html) = text(file, folder, BODY_HTML, limit) {
        return Body::Html(html);
    }
    if let Some(plain) = text(file, folder, BODY, limit).filter(|text| !text.trim().is_empty()) {
        return Body::Plain(plain);
    }
    let packed = stream(file, &format!("{folder}/__substg1.0_{BODY_RTF}0102"), limit);
    packed.and_then(|packed| lzfu::unpack(&packed)).map_or(Body::None, Body::Rtf)
}

/// A property that is text: UTF-16, or in an older code page.
fn text(file: &mut File<'_>, folder: &str, property: &str, limit: usize) -> Option<String> {
    if let Some(wide) = stream(file, &format!("{folder}/__substg1.0_{property}001F"), limit) {
        let text = UTF_16LE.decode_without_bom_handling(&wide).0;
        return Some(text.trim_end_matches('\0').to_owned());
    }
    let bytes = stream(file, &format!("{folder}/__substg1.0_{property}001E"), limit)?;
    Some(guess(&bytes).trim_end_matches('\0').to_owned())
}

fn stream(file: &mut File<'_>, path: &str, limit: usize) -> Option<Vec<u8>> {
    if !file.is_stream(path) {
        return None;
    }
    let mut bytes = Vec::new();
    let stream = file.open_stream(path).ok()?;
    stream.take(limit as u64).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

//! Files that hold documents: ZIP archives, and e-mails with attachments.
//!
//! A tender pack often comes as one archive, with archives in it. Every member is accounted for:
//! it comes with its bytes, or with the reason why it does not. Members are never written to disk
//! and their names are only labels. What they unpack to is taken from one budget for the whole
//! archive, whatever its directory says; archives within archives are opened one after the other,
//! down to a limit. What a member says is left to [`super::extract`].

use super::Limits;
use super::mail;
use super::sniff;
use super::twofold;
use crate::model::Format;
use crate::model::NoteKind;
use std::collections::BTreeMap;
use std::collections::VecDeque;
use std::io::Cursor;
use std::io::Read;
use zip::CompressionMethod;
use zip::ZipArchive;

/// Members that unpack to more than this and are [`MAX_RATIO`] times their size are bombs.
const RATIO_FROM: u64 = 16 << 20;
/// More than any document is packed.
const MAX_RATIO: u64 = 200;

/// A file within a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Its path within the outermost file, with forward slashes; empty for that file itself.
    pub path: String,
    /// What it holds.
    pub content: Content,
}

/// What was made of a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// Left out on purpose, for this reason.
    LeftOut(String),
    /// It, or something in it, could not be unpacked.
    Unread(NoteKind, String),
}

/// Why a file of this path is left out, if it is.
pub type LeaveOut<'f> = &'f dyn Fn(&str) -> Option<String>;

/// The members of an archive, or the attachments of an e-mail, in order of path. `None` if
/// `bytes` are neither.
#[must_use]
pub fn unpack(
    bytes: &[u8],
    name: &str,
    limits: &Limits,
    leave_out: LeaveOut<'_>,
) -> Option<Vec<Member>> {
    if !is_container(bytes, name) || bytes.len() > limits.bytes {
        return None;
    }
    let mut unpacker = Unpacker {
        limits,
        leave_out,
        bytes_left: limits.total_bytes,
        entries_left: limits.entries,
        waiting: VecDeque::new(),
        members: Vec::new(),
        paths: BTreeMap::new(),
    };
    if sniff::sniff(bytes, name) != Format::Zip {
        // An e-mail is a document itself.
        let content = Content::Bytes(bytes.to_vec());
        unpacker.members.push(Member { path: String::new(), content });
    }
    unpacker.open(bytes, "", 1);
    while let Some((path, bytes, depth)) = unpacker.waiting.pop_front() {
        unpacker.open(&bytes, &path, depth);
    }
    unpacker.members.sort_by(|a, b| a.path.cmp(&b.path));
    Some(unpacker.members)
}

fn is_container(bytes: &[u8], name: &str) -> bool {
    matches!(sniff::sniff(bytes, name), Format::Zip | Format::Email | Format::OutlookMessage)
}

struct Unpacker<'a> {
    limits: &'a Limits,
    leave_out: LeaveOut<'a>,
    bytes_left: u64,
    entries_left: usize,
    /// Containers that were found and are still to be opened: path, bytes, depth.
    waiting: VecDeque<(String, Vec<u8>, usize)>,
    members: Vec<Member>,
    /// Paths that are taken, in small letters, and how often each was asked for.
    paths: BTreeMap<String, usize>,
}

impl Unpacker<'_> {
    /// Opens the container that stands at `path`.
    fn open(&mut self, bytes: &[u8], path: &str, depth: usize) {
        match sniff::sniff(bytes, path) {
            Format::Zip => self.open_zip(bytes, path, depth),
            format => self.open_mail(bytes, format, path, depth),
        }
    }

    /// Takes the attachments of an e-mail, which is a document as well.
    fn open_mail(&mut self, bytes: &[u8], format: Format, path: &str, depth: usize) {
        for attachment in mail::attachments(bytes, format) {
            let length = attachment.bytes.len() as u64;
            if self.entries_left == 0 || length > self.bytes_left {
                let message = "the e-mail holds more than is read; some attachments were not read";
                return self.fail(path, NoteKind::TooLarge, message);
            }
            self.entries_left -= 1;
            self.bytes_left -= length;
            let path = join(path, &clean(&attachment.name));
            let left_out = attachment.left_out.map(str::to_owned);
            let content = left_out
                .or_else(|| (self.leave_out)(&path))
                .map_or(Content::Bytes(attachment.bytes), Content::LeftOut);
            self.add(path, content, depth);
        }
    }

    fn open_zip(&mut self, bytes: &[u8], path: &str, depth: usize) {
        let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
            let message = "the archive is damaged or incomplete; ask for it again";
            return self.fail(path, NoteKind::Damaged, message);
        };
        if twofold::is_ambiguous(bytes, &archive) {
            let message = "members of the archive have the same name, or other names than its \
                           directory says, so that others may unpack other files; pack it again";
            self.fail(path, NoteKind::Ambiguous, message);
        }
        if archive.is_empty() {
            self.fail(path, NoteKind::Empty, "the archive is empty");
        }
        for index in 0..archive.len() {
            if self.entries_left == 0 || self.bytes_left == 0 {
                let message = "the archive holds more than is read; the rest was not read: \
                               unpack it and give the folder instead";
                let many = self.entries_left == 0;
                let kind = if many { NoteKind::TooManyParts } else { NoteKind::TooLarge };
                return self.fail(path, kind, message);
            }
            self.entries_left -= 1;
            self.take_entry(&mut archive, index, path, depth);
        }
    }

    fn take_entry(
        &mut self,
        archive: &mut ZipArchive<Cursor<&[u8]>>,
        index: usize,
        within: &str,
        depth: usize,
    ) {
        let (name, packed, what) = match archive.by_index_raw(index) {
            Ok(entry) if entry.is_dir() => return,
            Ok(entry) => {
                let what = if entry.is_symlink() {
                    Some(Content::LeftOut("a link to another file".to_owned()))
                } else if entry.encrypted() {
                    let message = "it is encrypted in the archive: unpack it with its password \
                                   and give the folder instead";
                    Some(Content::Unread(NoteKind::NeedsPassword, message.to_owned()))
                } else if !matches!(
                    entry.compression(),
                    CompressionMethod::Stored | CompressionMethod::Deflated
                ) {
                    let message = "it is packed in a way that is not read: unpack the archive \
                                   and give the folder instead";
                    Some(Content::Unread(NoteKind::UnsupportedFormat, message.to_owned()))
                } else {
                    None
                };
                (entry.name().unwrap_or_default().into_owned(), entry.compressed_size(), what)
            }
            Err(_) => {
                let message = "a member of the archive is damaged and was not read";
                return self.fail(within, NoteKind::Damaged, message);
            }
        };
        let path = join(within, &clean(&name));
        let what = what.or_else(|| (self.leave_out)(&path).map(Content::LeftOut));
        let content = what.unwrap_or_else(|| self.unpack_entry(archive, index, packed));
        self.add(path, content, depth);
    }

    fn unpack_entry(
        &mut self,
        archive: &mut ZipArchive<Cursor<&[u8]>>,
        index: usize,
        packed: u64,
    ) -> Content {
        let damaged = || {
            let message = "it is damaged in the archive; ask for it again";
            Content::Unread(NoteKind::Damaged, message.to_owned())
        };
        let Ok(entry) = archive.by_index(index) else { return damaged() };
        let limit = self.limits.entry_bytes.min(self.bytes_left);
        let mut bytes = Vec::new();
        let read = entry.take(limit.saturating_add(1)).read_to_end(&mut bytes);
        let length = bytes.len() as u64;
        self.bytes_left = self.bytes_left.saturating_sub(length);
        if length > limit || length > RATIO_FROM && length / packed.max(1) > MAX_RATIO {
            let message = "it unpacks to more than is read and was left out";
            return Content::Unread(NoteKind::TooLarge, message.to_owned());
        }
        if read.is_err() { damaged() } else { Content::Bytes(bytes) }
    }

    /// Adds a member under a path that no other has; if it is a container, it is opened later.
    fn add(&mut self, path: String, content: Content, depth: usize) {
        let path = self.free(path);
        if let Content::Bytes(bytes) = &content
            && is_container(bytes, &path)
        {
            let archive = sniff::sniff(bytes, &path) == Format::Zip;
            if depth >= self.limits.archive_depth {
                if archive {
                    let message = "archives are nested too deeply here; unpack it and give the \
                                   folder instead";
                    self.fail(&path, NoteKind::TooDeep, message);
                    return;
                }
                if !mail::attachments(bytes, sniff::sniff(bytes, &path)).is_empty() {
                    let message = "e-mails are nested too deeply here; the attachments of this \
                                   one were not read";
                    self.fail(&path, NoteKind::TooDeep, message);
                }
            } else if archive {
                if let Content::Bytes(bytes) = content {
                    self.waiting.push_back((path, bytes, depth + 1));
                }
                return;
            } else {
                self.waiting.push_back((path.clone(), bytes.clone(), depth + 1));
            }
        }
        self.members.push(Member { path, content });
    }

    /// Says what is wrong with the file at `path`.
    fn fail(&mut self, path: &str, kind: NoteKind, message: &str) {
        let content = Content::Unread(kind, message.to_owned());
        self.members.push(Member { path: path.to_owned(), content });
    }

    /// A path that no other member has: a second one of the same path is numbered.
    fn free(&mut self, path: String) -> String {
        let mut number = self.paths.get(&path.to_lowercase()).map_or(1, |number| number + 1);
        loop {
            let free = match path.rsplit_once('.') {
                _ if number == 1 => path.clone(),
                Some((stem, extension)) if !extension.contains('/') => {
                    format!("{stem} ({number}).{extension}")
                }
                _ => format!("{path} ({number})"),
            };
            self.paths.insert(path.to_lowercase(), number);
            if number == 1 || !self.paths.contains_key(&free.to_lowercase()) {
                self.paths.insert(free.to_lowercase(), number);
                return free;
            }
            number += 1;
        }
    }
}

fn join(within: &str, name: &str) -> String {
    if within.is_empty() { name.to_owned() } else { format!("{within}/{name}") }
}

/// A name as a label: no way out of the archive, no drive, no characters that confuse a terminal.
fn clean(name: &str) -> String {
    let name = name.replace('\\', "/");
    let steps: Vec<String> = name
        .split('/')
        .filter(|step| !matches!(*step, "" | "." | ".."))
        .filter(|step| !(step.len() == 2 && step.ends_with(':')))
        .map(|step| {
            step.chars()
                .filter(|c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
                .map(|c| if c.is_control() { '_' } else { c })
                .collect()
        })
        .collect();
    if steps.is_empty() { "unnamed".to_owned() } else { steps.join("/") }
}

#[cfg(test)]
mod tests {
    use super::Content;
    use super::Member;
    use super::clean;
    use super::unpack;
    use crate::extract::Limits;
    use crate::model::NoteKind;
    use std::io::Cursor;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn pack(members: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in members {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(content).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn open(bytes: &[u8], limits: &Limits) -> Vec<Member> {
        let leave_out =
            |path: &str| path.contains("__MACOSX").then(|| "a resource file of macOS".to_owned());
        unpack(bytes, "pack.zip", limits, &leave_out).unwrap()
    }

    fn texts(members: &[Member]) -> Vec<(&str, &str)> {
        members
            .iter()
            .map(|member| {
                let text = match &member.content {
                    Content::Bytes(bytes) => std::str::from_utf8(bytes).unwrap(),
                    Content::LeftOut(reason) => reason,
                    Content::Unread(kind, _) => kind.code(),
                };
                (member.path.as_str(), text)
            })
            .collect()
    }

    #[test]
    fn nested_archives_open_and_every_member_is_accounted_for() {
        let inner = pack(&[("c.txt", b"three")]);
        let bytes = pack(&[
            ("b.txt", b"two"),
            ("inner.zip", &inner),
            ("../a.txt", b"one"),
            ("A.TXT", b"again"),
            ("__MACOSX/._b.txt", b"x"),
        ]);
        assert_eq!(
            texts(&open(&bytes, &Limits::default())),
            [
                ("A (2).TXT", "again"),
                ("__MACOSX/._b.txt", "a resource file of macOS"),
                ("a.txt", "one"),
                ("b.txt", "two"),
                ("inner.zip/c.txt", "three"),
            ]
        );
    }

    #[test]
    fn limits_are_said() {
        let mut bytes = pack(&[("deep.txt", b"x")]);
        for _ in 0..3 {
            bytes = pack(&[("z.zip", &bytes)]);
        }
        let members = open(&bytes, &Limits::default());
        assert_eq!(texts(&members), [("z.zip/z.zip/z.zip", "too-deep")]);
        let two = pack(&[("a.txt", b"aaaa"), ("b.txt", b"bbbb")]);
        let members = open(&two, &Limits { entries: 1, ..Limits::default() });
        assert_eq!(texts(&members), [("", "too-many-parts"), ("a.txt", "aaaa")]);
        let members = open(&two, &Limits { entry_bytes: 3, ..Limits::default() });
        assert_eq!(texts(&members), [("a.txt", "too-large"), ("b.txt", "too-large")]);
        let bomb = pack(&[("a.txt", &vec![b' '; 20 << 20])]);
        assert_eq!(texts(&open(&bomb, &Limits::default())), [("a.txt", "too-large")]);
    }

    #[test]
    fn damage_and_doubles_are_said() {
        let mut bytes = pack(&[("a.txt", b"one"), ("b.txt", b"two")]);
        let whole = bytes.clone();
        bytes.truncate(whole.len() - 30);
        assert_eq!(texts(&open(&bytes, &Limits::default())), [("", "damaged")]);
        let doubled: Vec<u8> =
            String::from_utf8_lossy(&whole).replace("b.txt", "a.txt").into_bytes();
        if doubled.len() == whole.len() {
            let members = open(&doubled, &Limits::default());
            assert_eq!(members[0].path, "");
            assert!(matches!(members[0].content, Content::Unread(NoteKind::Damaged, _)));
        }
    }

    #[test]
    fn documents_are_no_archives() {
        assert!(unpack(b"text", "a.txt", &Limits::default(), &|_| None).is_none());
        let docx = pack(&[("[Content_Types].xml", b""), ("word/document.xml", b"")]);
        assert!(unpack(&docx, "a.zip", &Limits::default(), &|_| None).is_none());
    }

    #[test]
    fn names_are_labels() {
        assert_eq!(clean("C:\\win.txt"), "win.txt");
        assert_eq!(clean("a\\..\\..\\b.txt"), "a/b.txt");
        assert_eq!(clean("/abs\u{1b}[1m.txt"), "abs_[1m.txt");
        assert_eq!(clean("../.."), "unnamed");
    }
}

//! What an audit has found so far, one line a pack: written at once, and read again after a run that
//! ended early.
//!
//! A line is the length of its record in bytes, the first 16 digits of its BLAKE3, and the record in
//! JSON. The first line says what the findings depend on; a journal that depends on something else
//! is not used. A line that is torn or damaged is as if it had never been written: its pack is judged
//! again. Of several lines for one pack the last one counts.

use crate::report::corpus::rows::Record;
use serde::Deserialize;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fs::File;
use std::fs::OpenOptions;
use std::io;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Read;
use std::io::Seek;
use std::io::SeekFrom;
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;
use thiserror::Error;

/// Name of the file in the folder of a run.
pub const NAME: &str = "journal.jsonl";
/// Records after which what was written is made to survive a loss of power, too.
const BATCH: usize = 64;

/// Why a journal cannot be used.
#[derive(Debug, Error)]
pub enum JournalError {
    /// It cannot be opened, read or written.
    #[error("the journal `{0}` cannot be used: {1}")]
    Io(String, io::Error),
    /// Another run is writing it.
    #[error(
        "another audit is writing to this folder\n  help: wait for it, or choose another folder"
    )]
    Busy,
    /// It was written by another version, with other rules or other options.
    #[error(
        "the folder holds an audit with {0}\n  help: choose another folder, or delete `journal.jsonl` in it to judge everything again"
    )]
    Other(String),
    /// It is no journal.
    #[error("`{0}` is not a journal of clausecheck\n  help: choose another folder")]
    Foreign(String),
}

/// What the findings depend on, beside the documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// Always `clausecheck/journal/v1`.
    pub schema: String,
    /// Version of clausecheck.
    pub tool: String,
    /// BLAKE3 of the rules.
    pub ruleset: String,
    /// Options of judging, by name.
    pub options: BTreeMap<String, String>,
}

/// Name of the format.
pub const SCHEMA: &str = "clausecheck/journal/v1";

/// Where a record is.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    input: String,
    at: u64,
    length: usize,
}

#[derive(Debug)]
struct Open {
    file: File,
    entries: BTreeMap<String, Entry>,
    end: u64,
    unsynced: usize,
}

/// A journal that records are added to.
#[derive(Debug)]
pub struct Journal {
    open: Mutex<Open>,
    path: String,
    /// Records that were there when it was opened.
    pub found: usize,
    /// Damaged lines that were passed over.
    pub damaged: usize,
}

/// Only what is needed to find a record again.
#[derive(Deserialize)]
struct Head {
    pack: String,
    input: String,
}

impl Journal {
    /// Opens or begins the journal in a folder.
    ///
    /// # Errors
    /// If it cannot be used, or rests on something else than `basis`.
    pub fn open(folder: &Path, basis: &Basis) -> Result<Self, JournalError> {
        let path = folder.join(NAME);
        let shown = path.display().to_string();
        let fails = |error| JournalError::Io(shown.clone(), error);
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(fails)?;
        if let Err(error) = file.try_lock() {
            return Err(match error {
                std::fs::TryLockError::WouldBlock => JournalError::Busy,
                std::fs::TryLockError::Error(error) => fails(error),
            });
        }
        let mut open = Open { file, entries: BTreeMap::new(), end: 0, unsynced: 0 };
        let damaged = open.load(basis, &shown)?;
        open.file.set_len(open.end).map_err(fails)?;
        if open.end == 0 {
            let head = serde_json::to_string(basis).map_err(|e| fails(io::Error::other(e)))?;
            open.append(&head).map_err(fails)?;
        }
        open.file.sync_data().map_err(fails)?;
        let found = open.entries.len();
        Ok(Self { open: Mutex::new(open), path: shown, found, damaged })
    }

    /// Opens a journal to read it, whatever it depends on.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn read(folder: &Path) -> Result<(Self, Basis), JournalError> {
        let path = folder.join(NAME);
        let shown = path.display().to_string();
        let file = File::open(&path).map_err(|e| JournalError::Io(shown.clone(), e))?;
        let mut open = Open { file, entries: BTreeMap::new(), end: 0, unsynced: 0 };
        let basis = open.basis(&shown)?.ok_or_else(|| JournalError::Foreign(shown.clone()))?;
        let damaged = open.load(&basis, &shown)?;
        let found = open.entries.len();
        Ok((Self { open: Mutex::new(open), path: shown, found, damaged }, basis))
    }

    fn locked(&self) -> std::sync::MutexGuard<'_, Open> {
        // A thread that ended while it wrote left a line that cannot be read, and nothing else.
        self.open.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Whether the pack is recorded with these bytes.
    #[must_use]
    pub fn knows(&self, pack: &str, input: &str) -> bool {
        self.locked().entries.get(pack).is_some_and(|entry| entry.input == input)
    }

    /// Adds a record.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn add(&self, record: &Record) -> io::Result<()> {
        let json = serde_json::to_string(record)?;
        let mut open = self.locked();
        let at = open.end;
        let head = open.append(&json)?;
        let entry = Entry { input: record.input.clone(), at: at + head, length: json.len() };
        open.entries.insert(record.pack.clone(), entry);
        open.unsynced += 1;
        if open.unsynced >= BATCH {
            open.unsynced = 0;
            open.file.sync_data()?;
        }
        Ok(())
    }

    /// Makes all that was written survive a loss of power.
    ///
    /// # Errors
    /// If the system cannot.
    pub fn sync(&self) -> io::Result<()> {
        self.locked().file.sync_data()
    }

    /// The record of a pack, with its name in every row; none if it has none.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn record(&self, pack: &str) -> Result<Option<Record>, JournalError> {
        let mut open = self.locked();
        let Some(entry) = open.entries.get(pack).cloned() else { return Ok(None) };
        let mut json = vec![0; entry.length];
        let mut read = || -> io::Result<Record> {
            open.file.seek(SeekFrom::Start(entry.at))?;
            open.file.read_exact(&mut json)?;
            Ok(serde_json::from_slice(&json)?)
        };
        let record = read().map_err(|error| JournalError::Io(self.path.clone(), error))?;
        Ok(Some(record.named()))
    }

    /// Names of all packs, in order.
    #[must_use]
    pub fn packs(&self) -> Vec<String> {
        self.locked().entries.keys().cloned().collect()
    }
}

/// The length and the sum that stand before a record.
fn head(json: &str) -> String {
    format!("{} {} ", json.len(), sum(json.as_bytes()))
}

fn sum(json: &[u8]) -> String {
    blake3::hash(json).to_hex()[..16].to_owned()
}

/// The record in a line, and how many bytes stand before it; none if the line is damaged.
fn parse(line: &[u8]) -> Option<(u64, &[u8])> {
    let line = line.strip_suffix(b"\n")?;
    let mut parts = line.splitn(3, |byte| *byte == b' ');
    let length: usize = std::str::from_utf8(parts.next()?).ok()?.parse().ok()?;
    let expected = parts.next()?;
    let json = parts.next()?;
    let whole = json.len() == length && sum(json).as_bytes() == expected;
    whole.then(|| ((line.len() - json.len()) as u64, json))
}

impl Open {
    /// Writes a line at the end, in one call, and tells how long what stands before its record is.
    fn append(&mut self, json: &str) -> io::Result<u64> {
        let head = head(json);
        let line = format!("{head}{json}\n");
        self.file.seek(SeekFrom::Start(self.end))?;
        self.file.write_all(line.as_bytes())?;
        self.end += line.len() as u64;
        Ok(head.len() as u64)
    }

    /// The first line; none of an empty file.
    fn basis(&mut self, shown: &str) -> Result<Option<Basis>, JournalError> {
        let fails = |error| JournalError::Io(shown.to_owned(), error);
        self.file.seek(SeekFrom::Start(0)).map_err(fails)?;
        let mut line = Vec::new();
        // A first line is short; what is longer is no journal, and need not be read.
        BufReader::new(&self.file).take(1 << 20).read_until(b'\n', &mut line).map_err(fails)?;
        if line.is_empty() {
            return Ok(None);
        }
        let basis = parse(&line).and_then(|(_, json)| serde_json::from_slice(json).ok());
        match basis {
            Some(basis) => Ok(Some(basis)),
            // A run that was killed before its first line was whole has found nothing yet.
            None if !line.ends_with(b"\n") && looks_torn(&line) => Ok(None),
            None => Err(JournalError::Foreign(shown.to_owned())),
        }
    }

    /// Finds the records. Tells how many lines are damaged; a torn end is cut off and is not one.
    fn load(&mut self, basis: &Basis, shown: &str) -> Result<usize, JournalError> {
        let fails = |error| JournalError::Io(shown.to_owned(), error);
        let Some(found) = self.basis(shown)? else { return Ok(0) };
        if found != *basis {
            return Err(JournalError::Other(difference(&found, basis)));
        }
        self.file.seek(SeekFrom::Start(0)).map_err(fails)?;
        let mut reader = BufReader::with_capacity(1 << 16, &self.file);
        let (mut at, mut damaged, mut first) = (0_u64, 0, true);
        let mut line = Vec::new();
        loop {
            line.clear();
            let length = reader.read_until(b'\n', &mut line).map_err(fails)? as u64;
            if length == 0 || !line.ends_with(b"\n") {
                break;
            }
            if !std::mem::take(&mut first) {
                let parsed = parse(&line).and_then(|(before, json)| {
                    let head: Head = serde_json::from_slice(json).ok()?;
                    Some((before, json.len(), head))
                });
                match parsed {
                    Some((before, length, Head { pack, input })) => {
                        self.entries.insert(pack, Entry { input, at: at + before, length });
                    }
                    None => damaged += 1,
                }
            }
            at += length;
        }
        self.end = at;
        Ok(damaged)
    }
}

/// Whether a line is the beginning of one of ours.
fn looks_torn(line: &[u8]) -> bool {
    let start = line.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(line.len());
    start > 0 && (start == line.len() || line[start] == b' ')
}

/// In what two bases differ, in words.
fn difference(found: &Basis, wanted: &Basis) -> String {
    let mut told = Vec::new();
    if found.schema != wanted.schema || found.tool != wanted.tool {
        told.push(format!("clausecheck {} (this is {})", found.tool, wanted.tool));
    }
    if found.ruleset != wanted.ruleset {
        told.push("other rules".to_owned());
    }
    let keys = found.options.keys().chain(wanted.options.keys());
    let mut keys: Vec<&String> = keys.collect();
    keys.sort();
    keys.dedup();
    for key in keys {
        let of = |basis: &Basis| basis.options.get(key).cloned().unwrap_or_default();
        if of(found) != of(wanted) {
            told.push(format!("{key} `{}` (now `{}`)", of(found), of(wanted)));
        }
    }
    told.join(", ")
}

#[cfg(test)]
mod tests {
    use super::Basis;
    use super::Journal;
    use super::JournalError;
    use super::NAME;
    use super::SCHEMA;
    use crate::report::corpus::rows::Record;
    use std::fs;

    fn basis() -> Basis {
        Basis {
            schema: SCHEMA.to_owned(),
            tool: "1".to_owned(),
            ruleset: "abc".to_owned(),
            options: [("unit".to_owned(), "document".to_owned())].into(),
        }
    }

    fn record(pack: &str, input: &str) -> Record {
        Record {
            pack: pack.to_owned(),
            input: input.to_owned(),
            fully_read: true,
            documents: Vec::new(),
            findings: Vec::new(),
            evidence: Vec::new(),
            parameters: Vec::new(),
            factors: Vec::new(),
            sketch: vec![1, 2],
        }
    }

    #[test]
    fn records_survive_a_kill_at_every_byte() {
        let folder = tempfile::tempdir().unwrap();
        let journal = Journal::open(folder.path(), &basis()).unwrap();
        for pack in ["b", "a\n", "ö"] {
            journal.add(&record(pack, "1")).unwrap();
        }
        drop(journal);
        let whole = fs::read(folder.path().join(NAME)).unwrap();
        let mut last = 0;
        for cut in 0..=whole.len() {
            fs::write(folder.path().join(NAME), &whole[..cut]).unwrap();
            let journal = Journal::open(folder.path(), &basis()).unwrap();
            assert_eq!(journal.damaged, 0);
            assert!(journal.found == last || journal.found == last + 1, "at byte {cut}");
            last = journal.found;
            journal.add(&record("c", "2")).unwrap();
            assert_eq!(journal.record("c").unwrap(), Some(record("c", "2")));
            drop(journal);
            let again = Journal::open(folder.path(), &basis()).unwrap();
            assert_eq!(again.found, last + 1);
        }
        assert_eq!(last, 3);
    }

    #[test]
    fn damage_costs_one_record() {
        let folder = tempfile::tempdir().unwrap();
        let journal = Journal::open(folder.path(), &basis()).unwrap();
        for pack in ["a", "b", "c"] {
            journal.add(&record(pack, "1")).unwrap();
        }
        drop(journal);
        let path = folder.path().join(NAME);
        let text = fs::read_to_string(&path).unwrap().replace("\"pack\":\"b\"", "\"pack\":\"x\"");
        fs::write(&path, text).unwrap();
        let journal = Journal::open(folder.path(), &basis()).unwrap();
        assert_eq!((journal.found, journal.damaged), (2, 1));
        assert!(journal.knows("a", "1") && !journal.knows("b", "1") && !journal.knows("a", "2"));
        // What changed is recorded anew, and the last record counts.
        journal.add(&record("a", "2")).unwrap();
        assert!(journal.knows("a", "2"));
    }

    #[test]
    fn another_basis_is_refused_and_told() {
        let folder = tempfile::tempdir().unwrap();
        drop(Journal::open(folder.path(), &basis()).unwrap());
        let other = Basis {
            ruleset: "def".to_owned(),
            options: [("unit".to_owned(), "folder".to_owned())].into(),
            ..basis()
        };
        let error = Journal::open(folder.path(), &other).unwrap_err().to_string();
        assert!(error.contains("other rules") && error.contains("unit `document` (now `folder`)"));
        fs::write(folder.path().join(NAME), "dear diary\n").unwrap();
        assert!(matches!(Journal::open(folder.path(), &basis()), Err(JournalError::Foreign(_))));
    }

    #[test]
    fn one_audit_writes() {
        let folder = tempfile::tempdir().unwrap();
        let _first = Journal::open(folder.path(), &basis()).unwrap();
        assert!(matches!(Journal::open(folder.path(), &basis()), Err(JournalError::Busy)));
    }
}

//! Which files belong to which pack.
//!
//! Every path the user gives is a pack: a file is a pack of one document, a folder a pack of all
//! files below it, and a folder that holds nothing but folders a set of packs. Every file is
//! accounted for: what is left out (hidden files, lock files of Office, our own files) is listed
//! with its reason. What a file contains is left to `extract`.

mod corpus;

pub use corpus::Corpus;
pub use corpus::Unit;
pub use corpus::corpus;

use crate::model::NoteKind;
use ignore::DirEntry;
use ignore::WalkBuilder;
use std::fs;
use std::io;
use std::io::Read;
use std::path::Path;
use std::path::PathBuf;
use thiserror::Error;

/// Names of files that clausecheck itself reads or writes.
const OWN_FILES: [&str; 5] =
    ["expect.yaml", "clausecheck.toml", "clausecheck.lock", "waivers.toml", "baseline.toml"];

/// What is wrong with the paths that were given.
#[derive(Debug, Error)]
pub enum InputError {
    /// Nothing was given.
    #[error(
        "no path was given\n  help: name a file or a folder, or `-` to read a list of paths from standard input"
    )]
    Nothing,
    /// A path that leads nowhere.
    #[error(
        "there is no file or folder `{0}`\n  help: check the spelling; quote paths with spaces"
    )]
    Missing(String),
    /// A folder without any document.
    #[error(
        "the folder `{0}` holds no documents\n  help: put the files of the tender pack into it"
    )]
    Empty(String),
    /// What is no glob.
    #[error("`{glob}` is no pattern of file names: {problem}\n  help: `**/drafts/**`, `*.tsv`")]
    Glob {
        /// What was given.
        glob: String,
        /// What is wrong with it.
        problem: String,
    },
    /// Two documents of a corpus with one name.
    #[error(
        "two documents are called `{0}`\n  help: give one folder that holds both, so that their paths differ"
    )]
    Twice(String),
    /// Something that cannot be listed.
    #[error("`{path}` cannot be opened: {source}\n  help: check that you may read it")]
    Unreadable {
        /// The path.
        path: String,
        /// What the system said.
        source: io::Error,
    },
}

/// Documents to be judged together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackSource {
    /// Name for people.
    pub name: String,
    /// In order of path.
    pub files: Vec<FileSource>,
}

/// A file to be read, or left out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileSource {
    /// Where it is.
    pub path: PathBuf,
    /// Its path as reports show it, with forward slashes.
    pub shown: String,
    /// Why it is left out, if it is.
    pub left_out: Option<String>,
}

impl FileSource {
    fn new(path: PathBuf) -> Self {
        let shown = path.display().to_string().replace('\\', "/");
        let left_out = reason_to_leave_out(&path);
        Self { path, shown, left_out }
    }

    /// Reads the file, unless it has more than `limit` bytes.
    ///
    /// # Errors
    /// The kind of note and the message for the report, if the system does not let us or the file
    /// is too large.
    pub fn read(&self, limit: usize) -> Result<Vec<u8>, (NoteKind, String)> {
        let bytes = self.read_at_most(limit as u64).map_err(|error| {
            let advice = match error.kind() {
                io::ErrorKind::PermissionDenied => {
                    "; close it in other programs and check that you may read it"
                }
                _ => "",
            };
            (NoteKind::NotReadable, format!("the file could not be opened: {error}{advice}"))
        })?;
        bytes.ok_or_else(|| {
            let megabytes = limit >> 20;
            let message = format!("the file is larger than {megabytes} MB and was not read");
            (NoteKind::TooLarge, message)
        })
    }

    /// BLAKE3 of the bytes, in hexadecimal, however many there are.
    ///
    /// # Errors
    /// If the system does not let us read them.
    pub fn hash(&self) -> io::Result<String> {
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(fs::File::open(&self.path)?)?;
        Ok(hasher.finalize().to_hex().to_string())
    }

    /// The bytes, unless there are more than `limit`.
    fn read_at_most(&self, limit: u64) -> io::Result<Option<Vec<u8>>> {
        let file = fs::File::open(&self.path)?;
        let length = file.metadata()?.len();
        if length > limit {
            return Ok(None);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
        // It may have grown since, or be no ordinary file.
        file.take(limit + 1).read_to_end(&mut bytes)?;
        Ok((bytes.len() as u64 <= limit).then_some(bytes))
    }
}

/// Sorts the given paths into packs. With `each`, every file is a pack of its own.
///
/// # Errors
/// All paths that lead nowhere or hold nothing.
pub fn collect(paths: &[String], each: bool) -> Result<Vec<PackSource>, Vec<InputError>> {
    let mut packs = Vec::new();
    let mut errors = Vec::new();
    if paths.is_empty() {
        errors.push(InputError::Nothing);
    }
    for path in paths {
        match packs_of(Path::new(path)) {
            Ok(found) if each => packs.extend(found.into_iter().flat_map(split)),
            Ok(found) => packs.extend(found),
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() { Ok(packs) } else { Err(errors) }
}

/// Reads a list of paths, one a line.
///
/// # Errors
/// If standard input cannot be read.
pub fn paths_from(mut input: impl Read) -> io::Result<Vec<String>> {
    let mut list = String::new();
    input.read_to_string(&mut list)?;
    Ok(list.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

fn packs_of(path: &Path) -> Result<Vec<PackSource>, InputError> {
    let shown = path.display().to_string();
    if !path.exists() {
        return Err(InputError::Missing(shown));
    }
    if path.is_file() {
        return Ok(vec![PackSource {
            name: name_of(path),
            files: vec![FileSource::new(path.to_owned())],
        }]);
    }
    let unreadable = |source| InputError::Unreadable { path: shown.clone(), source };
    let mut entries: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(path).map_err(unreadable)? {
        entries.push(entry.map_err(unreadable)?.path());
    }
    entries.sort();
    let visible = |entry: &&PathBuf| !name_of(entry).starts_with('.');
    let folders: Vec<&PathBuf> =
        entries.iter().filter(visible).filter(|entry| entry.is_dir()).collect();
    let documents = entries
        .iter()
        .filter(visible)
        .any(|entry| entry.is_file() && reason_to_leave_out(entry).is_none());
    let roots = if documents || folders.is_empty() {
        vec![path.to_owned()]
    } else {
        folders.into_iter().cloned().collect()
    };
    let mut packs = Vec::new();
    for root in roots {
        let files = files_below(&root);
        if files.iter().any(|file| file.left_out.is_none()) {
            packs.push(PackSource { name: name_of(&root), files });
        }
    }
    if packs.is_empty() { Err(InputError::Empty(shown)) } else { Ok(packs) }
}

/// All files below a folder, in order of path. Links are listed but not followed, and ignore files
/// of version control do not apply: a contract is judged whether or not it is under version
/// control. A folder that cannot be listed stands for what is in it.
fn files_below(root: &Path) -> Vec<FileSource> {
    let walk = WalkBuilder::new(root).standard_filters(false).follow_links(false).build();
    let mut files: Vec<FileSource> = Vec::new();
    for entry in walk {
        match entry {
            Ok(entry) => files.extend(source_of(entry)),
            Err(error) => {
                files.extend(path_of(&error).map(|path| FileSource::new(path.to_owned())))
            }
        }
    }
    files.sort();
    files
}

/// A file, or something that takes its place; not a folder.
fn source_of(entry: DirEntry) -> Option<FileSource> {
    let kind = entry.file_type()?;
    let mut source = (!kind.is_dir()).then(|| FileSource::new(entry.into_path()))?;
    if source.left_out.is_none() && !kind.is_file() {
        let what = if kind.is_symlink() { "a link to another file" } else { "no ordinary file" };
        source.left_out = Some(what.to_owned());
    }
    Some(source)
}

/// What could not be listed.
fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            path_of(err)
        }
        _ => None,
    }
}

fn split(pack: PackSource) -> Vec<PackSource> {
    let documents = pack.files.into_iter().filter(|file| file.left_out.is_none());
    documents.map(|file| PackSource { name: file.shown.clone(), files: vec![file] }).collect()
}

fn name_of(path: &Path) -> String {
    let canonical = if path.file_name().is_none() { fs::canonicalize(path).ok() } else { None };
    let path = canonical.as_deref().unwrap_or(path);
    path.file_name()
        .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// Why a file is left out, if it is: in a folder, or in an archive.
#[must_use]
pub fn reason_to_leave_out(path: &Path) -> Option<String> {
    let name = name_of(path);
    if path.iter().any(|step| step == "__MACOSX") {
        return Some("a resource file of macOS".to_owned());
    }
    if name.starts_with("~$") || name.starts_with(".~lock") {
        Some("a lock file of an office program".to_owned())
    } else if name.starts_with('.') || matches!(name.as_str(), "Thumbs.db" | "desktop.ini") {
        Some("a hidden file".to_owned())
    } else if OWN_FILES.contains(&name.as_str()) {
        Some("a file of clausecheck itself".to_owned())
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::paths_from;
    use super::reason_to_leave_out;
    use std::path::Path;

    #[test]
    fn lists_of_paths() {
        assert_eq!(paths_from("a.pdf\n\n  b c.docx \n".as_bytes()).unwrap(), ["a.pdf", "b c.docx"]);
    }

    #[test]
    fn lock_files_and_own_files_are_left_out() {
        for name in ["~$contract.docx", ".DS_Store", "expect.yaml"] {
            assert!(reason_to_leave_out(Path::new(name)).is_some(), "{name}");
        }
        assert!(reason_to_leave_out(Path::new("contract.docx")).is_none());
    }
}

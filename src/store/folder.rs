//! The folder of an audit: files that are whole or not there, with their sizes and hashes.

use crate::report::corpus::run::File as Written;
use crate::report::corpus::table::Csv;
use crate::report::corpus::table::Sink;
use crate::report::corpus::table::Table;
use crate::report::corpus::table::Value;
use std::cell::RefCell;
use std::fs;
use std::io;
use std::io::BufWriter;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::PoisonError;

/// Folders below that of a run in which files are written, itself included.
const FOLDERS: [&str; 3] = ["", "statistics", "figures"];
/// How the name of a file begins that is not whole yet.
const PREFIX: &str = ".clausecheck-";
/// How it ends.
const SUFFIX: &str = ".tmp";

/// A folder that files are written to.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    written: RefCell<Vec<Written>>,
    parquet: bool,
}

/// Counts and hashes what passes.
struct Counted {
    out: BufWriter<tempfile::NamedTempFile>,
    hasher: blake3::Hasher,
    bytes: u64,
}

impl Write for Counted {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let written = self.out.write(buffer)?;
        self.hasher.update(&buffer[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A writer that a sink owns and that can be got back.
#[derive(Clone)]
struct Shared(Arc<Mutex<Option<Counted>>>);

impl Shared {
    fn new(counted: Counted) -> Self {
        Self(Arc::new(Mutex::new(Some(counted))))
    }

    fn with<T>(&self, act: impl FnOnce(&mut Counted) -> io::Result<T>) -> io::Result<T> {
        let mut locked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        act(locked.as_mut().ok_or_else(gone)?)
    }

    fn take(&self) -> io::Result<Counted> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take().ok_or_else(gone)
    }
}

fn gone() -> io::Error {
    io::Error::other("the file is finished")
}

impl Write for Shared {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.with(|counted| counted.write(buffer))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.with(Counted::flush)
    }
}

/// The files of a table that rows are added to.
pub struct OpenTable<'f> {
    folder: &'f Folder,
    sinks: Vec<(String, Box<dyn Sink>, Shared)>,
    rows: u64,
}

impl Folder {
    /// A folder, made if it is not there. With `parquet`, tables are written in that form too.
    ///
    /// # Errors
    /// If it cannot be made.
    pub fn new(path: &Path, parquet: bool) -> io::Result<Self> {
        fs::create_dir_all(path)?;
        Ok(Self { path: path.to_owned(), written: RefCell::default(), parquet })
    }

    /// Removes what a run that was killed while it wrote has left behind. Only for whoever holds the
    /// journal, so that no other run is writing.
    ///
    /// # Errors
    /// If the folder cannot be listed.
    pub fn sweep(&self) -> io::Result<()> {
        for below in FOLDERS {
            let Ok(entries) = fs::read_dir(self.path.join(below)) else { continue };
            for entry in entries {
                let entry = entry?;
                let name = entry.file_name().to_string_lossy().into_owned();
                if name.starts_with(PREFIX) && name.ends_with(SUFFIX) {
                    fs::remove_file(entry.path())?;
                }
            }
        }
        Ok(())
    }

    /// What was written, in order of path.
    #[must_use]
    pub fn written(&self) -> Vec<Written> {
        let mut written = self.written.borrow().clone();
        written.sort_by(|a, b| a.path.cmp(&b.path));
        written
    }

    fn begin(&self, name: &str) -> io::Result<Counted> {
        let path = self.path.join(name);
        let within = path.parent().unwrap_or(&self.path);
        fs::create_dir_all(within)?;
        let file = ordinary_file().tempfile_in(within)?;
        Ok(Counted { out: BufWriter::new(file), hasher: blake3::Hasher::new(), bytes: 0 })
    }

    fn end(&self, name: &str, counted: Counted, rows: Option<u64>) -> io::Result<()> {
        let Counted { out, hasher, bytes } = counted;
        let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.as_file().sync_all()?;
        file.persist(self.path.join(name)).map_err(|error| error.error)?;
        let blake3 = hasher.finalize().to_hex().to_string();
        self.written.borrow_mut().push(Written { path: name.to_owned(), bytes, blake3, rows });
        Ok(())
    }

    /// Writes a file, and remembers it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write(
        &self,
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut counted = self.begin(name)?;
        write(&mut counted)?;
        self.end(name, counted, None)
    }

    /// Begins the files of a table below a folder of this one.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn table(&self, below: &str, table: &Table) -> io::Result<OpenTable<'_>> {
        let mut sinks: Vec<(String, Box<dyn Sink>, Shared)> = Vec::new();
        let name = |ending: &str| format!("{below}{}.{ending}", table.name);
        let shared = Shared::new(self.begin(&name("csv"))?);
        sinks.push((name("csv"), Box::new(Csv::new(table, shared.clone())?), shared));
        if self.parquet {
            let shared = Shared::new(self.begin(&name("parquet"))?);
            if let Some(sink) = parquet(table, shared.clone())? {
                sinks.push((name("parquet"), sink, shared));
            }
        }
        Ok(OpenTable { folder: self, sinks, rows: 0 })
    }
}

/// Writes a table as Parquet; none if this clausecheck was built without.
#[cfg(feature = "parquet")]
fn parquet(table: &Table, out: Shared) -> io::Result<Option<Box<dyn Sink>>> {
    use crate::report::corpus::parquet::Parquet;
    Ok(Some(Box::new(Parquet::new(table, out)?)))
}

#[cfg(not(feature = "parquet"))]
#[allow(clippy::unnecessary_wraps, reason = "the other one can fail")]
fn parquet(_: &Table, _: Shared) -> io::Result<Option<Box<dyn Sink>>> {
    Ok(None)
}

impl OpenTable<'_> {
    /// Adds a row.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn add(&mut self, cells: Vec<Value>) -> io::Result<()> {
        self.rows += 1;
        if let Some((last, others)) = self.sinks.split_last_mut() {
            others.iter_mut().try_for_each(|(_, sink, _)| sink.take(cells.clone()))?;
            last.1.take(cells)?;
        }
        Ok(())
    }

    /// Puts the files in their place.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn finish(self) -> io::Result<()> {
        for (name, sink, shared) in self.sinks {
            sink.finish()?;
            let counted = shared.take()?;
            self.folder.end(&name, counted, Some(self.rows))?;
        }
        Ok(())
    }
}

/// What becomes of a file that others may read as far as the user's settings say.
fn ordinary_file() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}

/// The size and hash of a file.
///
/// # Errors
/// If it cannot be read.
pub fn look(path: &Path) -> io::Result<(u64, String)> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(fs::File::open(path)?)?;
    Ok((hasher.count(), hasher.finalize().to_hex().to_string()))
}

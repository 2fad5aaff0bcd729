//! What was read before, on disk, so that an unchanged document is not read again.
//!
//! One file an entry, named by the hash of everything that the entry depends on: an entry is right or
//! not there, and never out of date. Files are written beside and renamed, so that runs beside each
//! other share them without a lock, and carry a hash of their content, so that one that is damaged is
//! as good as none. Nothing that goes wrong here ends a run: it is only slower.
//!
//! What an entry means is left to whoever keeps it.

use std::fs;
use std::fs::File;
use std::io;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering;
use std::time::SystemTime;

/// Name of the folder of this form of entries; another form has another folder.
const FORM: &str = "v1";
/// Beginning of every entry.
const MAGIC: &[u8; 16] = b"clausecheck-c1\n\0";
/// Bytes of a hash.
const HASH: usize = 32;
/// Largest entry, in bytes.
const MAX_ENTRY: u64 = 512 << 20;
/// Bytes that all entries may take; when there are more, the oldest are deleted.
const MAX_TOTAL: u64 = 2 << 30;

/// Everything that an entry depends on, as one hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key([u8; HASH]);

impl Key {
    /// The key of parts, in order.
    #[must_use]
    pub fn of(parts: &[&[u8]]) -> Self {
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        Self(*hasher.finalize().as_bytes())
    }
}

/// What a folder of a cache holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Usage {
    /// Number of entries.
    pub entries: usize,
    /// Bytes that they take.
    pub bytes: u64,
    /// Bytes of entries of another form, which another version left.
    pub others: u64,
}

/// A folder of entries.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    written: AtomicU64,
}

impl Cache {
    /// The cache in a folder, which is made if need be and is then for its owner only: it holds the
    /// text of documents.
    ///
    /// # Errors
    /// If the folder cannot be made.
    pub fn open(folder: &Path) -> io::Result<Self> {
        let folder = folder.join(FORM);
        fs::create_dir_all(&folder)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(&folder, fs::Permissions::from_mode(0o700))?;
        }
        Ok(Self { folder, written: AtomicU64::new(0) })
    }

    /// What a folder of a cache holds; nothing if it is not there. It is not made.
    #[must_use]
    pub fn usage(folder: &Path) -> Usage {
        let mut usage = Usage::default();
        for form in fs::read_dir(folder).into_iter().flatten().flatten() {
            let entries = entries(&form.path());
            let bytes: u64 = entries.iter().map(|entry| entry.bytes).sum();
            if form.file_name() == FORM {
                (usage.entries, usage.bytes) = (entries.len(), bytes);
            } else {
                usage.others += bytes;
            }
        }
        usage
    }

    fn path(&self, key: Key) -> PathBuf {
        let name = blake3::Hash::from_bytes(key.0).to_hex();
        self.folder.join(&name[..2]).join(&name[2..])
    }

    /// The entry with this key. One that is damaged is deleted.
    #[must_use]
    pub fn get(&self, key: Key) -> Option<Vec<u8>> {
        let path = self.path(key);
        let mut bytes = Vec::new();
        let file = File::open(&path).ok()?;
        file.take(MAX_ENTRY + 1).read_to_end(&mut bytes).ok()?;
        let content = content_of(&bytes).map(<[u8]>::to_vec);
        if content.is_none() {
            // It may be gone already; then there is nothing to do.
            let _ = fs::remove_file(&path);
        }
        content
    }

    /// Keeps an entry. If that fails, it is not there next time.
    pub fn put(&self, key: Key, content: &[u8]) {
        let too_large = (content.len() + MAGIC.len() + HASH) as u64 > MAX_ENTRY;
        if !too_large && self.write(&self.path(key), content).is_ok() {
            self.written.fetch_add(content.len() as u64, Ordering::Relaxed);
        }
    }

    fn write(&self, path: &Path, content: &[u8]) -> io::Result<()> {
        let folder = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder)?;
        let mut beside = tempfile::NamedTempFile::new_in(folder)?;
        beside.write_all(MAGIC)?;
        beside.write_all(blake3::hash(content).as_bytes())?;
        beside.write_all(content)?;
        beside.persist(path)?;
        Ok(())
    }

    /// Deletes the oldest entries if there is too much, and something was added.
    pub fn tidy(&self) {
        if self.written.load(Ordering::Relaxed) > 0 {
            self.shrink_to(MAX_TOTAL);
        }
    }

    fn shrink_to(&self, most: u64) {
        let mut entries = entries(&self.folder);
        let mut total: u64 = entries.iter().map(|entry| entry.bytes).sum();
        entries.sort();
        for entry in entries {
            if total <= most {
                return;
            }
            // Another run may have deleted it.
            let _ = fs::remove_file(entry.path);
            total -= entry.bytes;
        }
    }
}

/// A file of the cache; the oldest is the least.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    time: SystemTime,
    bytes: u64,
    path: PathBuf,
}

/// The entries of a folder of one form.
fn entries(folder: &Path) -> Vec<Entry> {
    let folders = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = folders.filter_map(|folder| fs::read_dir(folder.path()).ok()).flatten();
    let known = files.filter_map(|file| {
        let file = file.ok()?;
        let metadata = file.metadata().ok()?;
        let time = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        Some(Entry { time, bytes: metadata.len(), path: file.path() })
    });
    known.collect()
}

/// The content of an entry, if it is whole.
fn content_of(bytes: &[u8]) -> Option<&[u8]> {
    let rest = bytes.strip_prefix(MAGIC.as_slice())?;
    let (hash, content) = rest.split_at_checked(HASH)?;
    (blake3::hash(content).as_bytes() == hash).then_some(content)
}

#[cfg(test)]
mod tests {
    use super::Cache;
    use super::Key;
    use std::fs;

    #[test]
    fn an_entry_is_right_or_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::open(folder.path()).unwrap();
        let (key, other) = (Key::of(&[b"a", b"b"]), Key::of(&[b"ab", b""]));
        assert_ne!(key, other);
        assert_eq!(cache.get(key), None);
        cache.put(key, b"content");
        assert_eq!(cache.get(key).as_deref(), Some(b"content".as_slice()));
        assert_eq!(cache.get(other), None);
        for damage in [b"".as_slice(), b"short", &[7; 200]] {
            fs::write(cache.path(key), damage).unwrap();
            assert_eq!(cache.get(key), None);
            assert!(!cache.path(key).exists());
        }
        cache.put(key, b"content");
        let mut bytes = fs::read(cache.path(key)).unwrap();
        *bytes.last_mut().unwrap() ^= 1;
        fs::write(cache.path(key), &bytes).unwrap();
        assert_eq!(cache.get(key), None);
    }

    #[test]
    fn the_oldest_entries_go_first() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::open(folder.path()).unwrap();
        let keys: Vec<Key> = (0..4_u8).map(|n| Key::of(&[&[n]])).collect();
        for (age, key) in keys.iter().enumerate() {
            cache.put(*key, &[0; 1000]);
            let time = std::time::SystemTime::UNIX_EPOCH
                + std::time::Duration::from_secs(1_000_000 + age as u64);
            let file = fs::File::options().write(true).open(cache.path(*key)).unwrap();
            file.set_modified(time).unwrap();
        }
        cache.shrink_to(2500);
        let there: Vec<bool> = keys.iter().map(|key| cache.get(*key).is_some()).collect();
        assert_eq!(there, [false, false, true, true]);
    }

    #[test]
    fn runs_beside_each_other_share_it() {
        let folder = tempfile::tempdir().unwrap();
        let keys: Vec<Key> = (0..50_u8).map(|n| Key::of(&[&[n]])).collect();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let cache = Cache::open(folder.path()).unwrap();
                    for (n, key) in keys.iter().enumerate() {
                        let content = vec![u8::try_from(n).unwrap(); 5000];
                        assert!(cache.get(*key).is_none_or(|found| found == content));
                        cache.put(*key, &content);
                    }
                });
            }
        });
        let cache = Cache::open(folder.path()).unwrap();
        assert!(keys.iter().all(|key| cache.get(*key).is_some()));
    }
}

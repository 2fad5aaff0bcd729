//! Where what was read is remembered.

use super::output;
use crate::app::Cache;
use crate::report::words;
use std::env;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

/// The cache in a folder, or in the one that the system has for caches. Without one, every document
/// is read; only a folder that was asked for is worth a word.
pub(super) fn open(folder: Option<&Path>) -> Option<Arc<Cache>> {
    let asked = folder.is_some();
    let folder = folder.map(Path::to_owned).or_else(of_system)?;
    match Cache::open(&folder) {
        Ok(cache) => Some(Arc::new(cache)),
        Err(error) => {
            if asked {
                let folder = folder.display();
                output::tell(&format!("clausecheck: `{folder}` cannot be used as cache: {error}"));
            }
            None
        }
    }
}

/// Where what was read is remembered, and how much that is.
pub(super) fn described(folder: Option<&Path>) -> String {
    let Some(folder) = folder.map(Path::to_owned).or_else(of_system) else {
        return "no folder is known for it, so every document is read anew".to_owned();
    };
    let usage = Cache::usage(&folder);
    let megabytes = |bytes: u64| bytes.div_ceil(1 << 20);
    let mut said = format!(
        "{}, {} in {} MB",
        words::display_safe(&folder.display().to_string()),
        words::count(usage.entries, "document"),
        megabytes(usage.bytes)
    );
    if usage.others > 0 {
        let others = megabytes(usage.others);
        said.push_str(&format!("; {others} MB of another version, which may be deleted"));
    }
    said
}

/// The folder for caches of the user.
fn of_system() -> Option<PathBuf> {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = set("XDG_CACHE_HOME")
        .or_else(|| set("LOCALAPPDATA"))
        .or_else(|| set("HOME").map(|home| home.join(".cache")))?;
    Some(folder.join("clausecheck"))
}

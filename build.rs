//! Rules are embedded; a new rule file must cause a rebuild.
//!
//! Shipped rules are also written as JSON, which is read at every start in a fraction of the time that
//! YAML takes. A file that cannot be turned into JSON is left to be read, and complained of, as YAML.

use std::collections::BTreeMap;
use std::env;
use std::error::Error;
use std::fs;
use std::hash::DefaultHasher;
use std::hash::Hash;
use std::hash::Hasher;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=rulesets");
    let mut files = BTreeMap::new();
    gather(Path::new("rulesets"), "", &mut files)?;
    println!("cargo:rustc-env=CLAUSECHECK_READERS={:016x}", readers()?);
    let folder = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    fs::write(Path::new(&folder).join("rulesets.json"), serde_json::to_string(&files)?)?;
    Ok(())
}

/// Where the code is that decides what is read of a document.
const READERS: [&str; 4] = ["Cargo.lock", "src/extract", "src/ocr", "src/worker"];

/// A hash of the readers: what they made of a document before is not used after a change.
fn readers() -> Result<u64, Box<dyn Error>> {
    let mut hasher = DefaultHasher::new();
    for path in READERS {
        println!("cargo:rerun-if-changed={path}");
        hash_files(Path::new(path), &mut hasher)?;
    }
    Ok(hasher.finish())
}

fn hash_files(path: &Path, hasher: &mut DefaultHasher) -> Result<(), Box<dyn Error>> {
    if path.is_dir() {
        let entries = fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path()));
        let mut paths: Vec<_> = entries.collect::<Result<_, _>>()?;
        paths.sort();
        return paths.iter().try_for_each(|path| hash_files(path, hasher));
    }
    // A package without its lock file has the versions of its dependencies in its own.
    if path.exists() {
        path.display().to_string().replace('\\', "/").hash(hasher);
        fs::read(path)?.hash(hasher);
    }
    Ok(())
}

/// Files below a folder, by their path below the first one.
fn gather(
    folder: &Path,
    path: &str,
    files: &mut BTreeMap<String, serde_json::Value>,
) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let below = if path.is_empty() { name.clone() } else { format!("{path}/{name}") };
        if entry.file_type()?.is_dir() {
            gather(&entry.path(), &below, files)?;
        } else if name.ends_with(".yaml")
            && let Ok(value) = serde_saphyr::from_str(&fs::read_to_string(entry.path())?)
        {
            files.insert(below, value);
        }
    }
    Ok(())
}

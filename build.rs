//! Rules are embedded; a new rule file must cause a rebuild.
//!
//! Shipped rules are also written as JSON, which is read at every start in a fraction of the time that
//! YAML takes. A file that cannot be turned into JSON is left to be read, and complained of, as YAML.

use std::collections::BTreeMap;
use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=rulesets");
    let mut files = BTreeMap::new();
    gather(Path::new("rulesets"), "", &mut files)?;
    let folder = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    fs::write(Path::new(&folder).join("rulesets.json"), serde_json::to_string(&files)?)?;
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

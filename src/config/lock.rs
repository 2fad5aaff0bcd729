//! The lock of rulesets: which version with which content was agreed on.
//!
//! ```toml
//! [[ruleset]]
//! name = "ours"
//! version = "2026.1"
//! hash = "…"      # BLAKE3 of its rules and its lexicon, those it extends included
//! ```

use super::problem::Problems;
use super::table::File;
use super::table::quoted;
use crate::model::RulesetStamp;

/// Reads a lock file.
///
/// # Errors
/// Everything that is wrong with the file, two rulesets of one name included.
pub fn parse(path: &str, text: &str) -> Result<Vec<RulesetStamp>, Problems> {
    let (mut file, mut root) = File::read(path, text);
    let renew = "`clausecheck rules lock` writes the file anew";
    let mut stamps: Vec<RulesetStamp> = Vec::new();
    for mut table in root.tables("ruleset", &mut file) {
        let span = table.span.clone();
        let name = table.needed_text("name", renew, &mut file);
        let version = table.needed_text("version", renew, &mut file);
        let hash = table.needed_text("hash", renew, &mut file);
        table.finish(&mut file);
        let (Some(name), Some(version), Some(hash)) = (name, version, hash) else { continue };
        if stamps.iter().any(|stamp| stamp.name == name.value) {
            let message = format!("the ruleset `{}` is locked twice", name.value);
            file.at(span, message, "keep the one that was agreed on");
            continue;
        }
        let (name, version, hash) = (name.value, version.value, hash.value);
        stamps.push(RulesetStamp { name, version, hash });
    }
    root.finish(&mut file);
    file.finish(stamps)
}

/// Writes a lock file that [`parse`] reads, in order of name.
#[must_use]
pub fn render(stamps: &[RulesetStamp]) -> String {
    let mut text = String::from(
        "# The rules that were agreed on. `clausecheck check --lock` tells if others are applied.\n\
         # Written by `clausecheck rules lock`.\n",
    );
    let mut sorted: Vec<&RulesetStamp> = stamps.iter().collect();
    sorted.sort_by(|a, b| a.name.cmp(&b.name));
    for stamp in sorted {
        text.push_str(&format!(
            "\n[[ruleset]]\nname = {}\nversion = {}\nhash = {}\n",
            quoted(&stamp.name),
            quoted(&stamp.version),
            quoted(&stamp.hash)
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::parse;
    use super::render;
    use crate::model::RulesetStamp;

    #[test]
    fn a_ruleset_is_locked_once() {
        let stamp = RulesetStamp {
            name: "ours".to_owned(),
            version: "1".to_owned(),
            hash: "abc".to_owned(),
        };
        let once = vec![stamp.clone()];
        assert_eq!(parse("l", &render(&once)).unwrap(), once);
        let twice = render(&[stamp.clone(), stamp]);
        let problems = parse("l", &twice).unwrap_err().0;
        assert!(problems[0].message.contains("locked twice"), "{problems:?}");
    }
}

//! What a ruleset extends: a shipped one by its name, or another file by its path. A path counts from
//! the folder of the file that names it and ends in `.yaml` or `.yml`, so that it can neither be taken
//! for a name nor lead to a file of another kind.

use super::problem::Problem;
use std::path::Component;
use std::path::Path;
use std::path::PathBuf;

/// Most rulesets that extend one another.
pub(super) const MOST: usize = 8;

/// Whether `extends` names a file.
pub(super) fn is_path(extends: &str) -> bool {
    [".yaml", ".yml"].iter().any(|end| extends.to_lowercase().ends_with(end))
}

/// The path of a file that another names. Steps up are taken out of the text, so that one file has one
/// path and circles are seen; links are not asked.
pub(super) fn beside(file: &str, extends: &str) -> String {
    let folder = Path::new(file).parent().unwrap_or(Path::new(""));
    let mut path = PathBuf::new();
    for part in folder.components().chain(Path::new(extends).components()) {
        match part {
            Component::CurDir => {}
            Component::ParentDir
                if matches!(path.components().next_back(), Some(Component::Normal(_))) =>
            {
                path.pop();
            }
            part => path.push(part),
        }
    }
    path.display().to_string()
}

/// What is wrong with extending the file `target`, if anything. `chain` are the paths of the rulesets so
/// far, the one that says `extends` last.
pub(super) fn refused(
    chain: &[&str],
    source: &str,
    extends: &str,
    target: &str,
    exists: bool,
) -> Option<Problem> {
    let file = chain.last().copied().unwrap_or_default();
    let (message, help) = if Path::new(extends).has_root() || extends.contains(':') {
        (
            format!("`extends` names `{extends}`, which is no path relative to this file"),
            "write how to get there from the folder of this file, such as `../shared/base.yaml`"
                .to_owned(),
        )
    } else if let Some(at) = chain.iter().position(|path| *path == target) {
        let circle: Vec<&str> = chain[at..].iter().copied().chain([target]).collect();
        (
            format!("`extends` goes in a circle: {}", circle.join(" → ")),
            "let one of them extend a shipped ruleset, or none".to_owned(),
        )
    } else if chain.len() >= MOST {
        (
            format!("more than {MOST} rulesets extend one another"),
            "put some of them into one file".to_owned(),
        )
    } else if !exists {
        (
            format!("`extends` names `{extends}`, and there is no file `{target}`"),
            "the path counts from the folder of this file".to_owned(),
        )
    } else {
        return None;
    };
    Some(Problem::at(file, source, extends, message, help))
}

#[cfg(test)]
mod tests {
    use super::beside;
    use super::is_path;

    #[cfg(unix)]
    #[test]
    fn one_file_has_one_path() {
        for (file, extends, expected) in [
            ("ours.yaml", "base.yaml", "base.yaml"),
            ("ours.yaml", "./base.yaml", "base.yaml"),
            ("a/b/ours.yaml", "../base.yaml", "a/base.yaml"),
            ("a/ours.yaml", "../../base.yaml", "../base.yaml"),
            ("../a/ours.yaml", "../base.yaml", "../base.yaml"),
            ("/a/ours.yaml", "x/../base.yaml", "/a/base.yaml"),
        ] {
            assert_eq!(beside(file, extends), expected, "{file}, {extends}");
        }
    }

    #[test]
    fn a_name_is_no_path() {
        assert!(is_path("../base.yaml") && is_path("BASE.YML"));
        assert!(!is_path("baseline") && !is_path("/etc/passwd") && !is_path("./baseline"));
    }
}

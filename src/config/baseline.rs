//! The file of gaps that were there before.
//!
//! ```toml
//! [[gap]]
//! pack = "ekstad"
//! rule = "avl-availability"
//! verdict = "weak"
//! fingerprints = ["…"]            # of the passages it rests on; none for what was not found
//! since = 2026-11-26              # the day on which it was first seen
//! confirmed = "Agreed with IT."   # optional: what a person wrote who looked at it
//! ```

use super::problem::Problems;
use super::table::File;
use super::table::Table;
use super::table::quoted;
use crate::model::Verdict;
use crate::review::KnownGap;

/// Verdicts that are gaps.
const GAPS: [Verdict; 3] = [Verdict::Weak, Verdict::Contradicted, Verdict::Missing];

/// Reads a baseline.
///
/// # Errors
/// Everything that is wrong with the file.
pub fn parse(path: &str, text: &str) -> Result<Vec<KnownGap>, Problems> {
    let (mut file, mut root) = File::read(path, text);
    let mut gaps = Vec::new();
    for mut table in root.tables("gap", &mut file) {
        gaps.extend(entry(&mut table, &mut file));
        table.finish(&mut file);
    }
    root.finish(&mut file);
    file.finish(gaps)
}

fn entry<'s>(table: &mut Table<'s>, file: &mut File<'s>) -> Option<KnownGap> {
    let renew = "`clausecheck check --write-baseline FILE` writes the file anew";
    let source = file.source_of(&table.span);
    let pack = table.needed_text("pack", renew, file);
    let rule = table.needed_text("rule", renew, file);
    let written = table.needed_text("verdict", renew, file);
    let verdict = written.and_then(|written| {
        let found = GAPS.into_iter().find(|verdict| verdict.code() == written.value);
        if found.is_none() {
            let message = format!("`{}` is no verdict of a gap", written.value);
            file.at(written.span, message, "use weak, contradicted or missing");
        }
        found
    });
    let is_dated = table.has("since");
    let since = table.date("since", file);
    if !is_dated {
        file.at(table.span.clone(), "`since` is missing".to_owned(), renew);
    }
    let fingerprints = table.texts("fingerprints", file).unwrap_or_default();
    let confirmed = table.text("confirmed", file);
    Some(KnownGap {
        pack: pack?.value,
        rule: rule?.value,
        verdict: verdict?,
        fingerprints: fingerprints.into_iter().map(|fingerprint| fingerprint.value).collect(),
        since: since?.value,
        confirmed: confirmed.map(|confirmed| confirmed.value),
        source,
    })
}

/// Writes gaps as a file that [`parse`] reads, in order of pack and rule.
#[must_use]
pub fn render(gaps: &[KnownGap]) -> String {
    let mut text = String::from(
        "# Gaps that were there when this file was written. `clausecheck check --baseline` tells them\n\
         # from new ones by their words, wherever these stand. Written by `--write-baseline`.\n",
    );
    let mut sorted: Vec<&KnownGap> = gaps.iter().collect();
    sorted.sort_by(|a, b| (&a.pack, &a.rule).cmp(&(&b.pack, &b.rule)));
    for gap in sorted {
        text.push_str(&format!(
            "\n[[gap]]\npack = {}\nrule = {}\nverdict = {}\n",
            quoted(&gap.pack),
            quoted(&gap.rule),
            quoted(gap.verdict.code())
        ));
        if !gap.fingerprints.is_empty() {
            let list: Vec<String> = gap.fingerprints.iter().map(|print| quoted(print)).collect();
            text.push_str(&format!("fingerprints = [{}]\n", list.join(", ")));
        }
        text.push_str(&format!("since = {}\n", gap.since));
        if let Some(confirmed) = &gap.confirmed {
            text.push_str(&format!("confirmed = {}\n", quoted(confirmed)));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::parse;
    use super::render;
    use crate::model::Verdict;
    use crate::review::KnownGap;

    #[test]
    fn what_is_written_is_read_again_in_order() {
        let gap = |rule: &str, verdict, fingerprints: &[&str]| KnownGap {
            pack: "a \"b\"".to_owned(),
            rule: rule.to_owned(),
            verdict,
            fingerprints: fingerprints.iter().map(|print| (*print).to_owned()).collect(),
            since: "2026-11-26".parse().unwrap(),
            confirmed: None,
            source: String::new(),
        };
        let gaps = [gap("z", Verdict::Missing, &[]), gap("a", Verdict::Weak, &["1", "2"])];
        let again = parse("b.toml", &render(&gaps)).unwrap();
        let rules: Vec<&str> = again.iter().map(|gap| gap.rule.as_str()).collect();
        assert_eq!(rules, ["a", "z"]);
        assert_eq!(again[0].fingerprints, ["1", "2"]);
        assert_eq!(render(&again), render(&gaps));
    }

    #[test]
    fn all_problems_come_at_once() {
        let text = "[[gap]]\npack = \"p\"\nrule = \"r\"\nverdict = \"met\"\nsince = 2026-13-01\n\
            [[gap]]\nrule = \"r\"\nverdict = \"weak\"\nfingerprints = [1]\n";
        let problems = parse("b.toml", text).unwrap_err().0;
        let lines: Vec<usize> = problems.iter().map(|problem| problem.line).collect();
        assert!(lines.contains(&4) && lines.contains(&9), "{problems:#?}");
        assert!(problems.len() >= 4, "{problems:#?}");
    }
}

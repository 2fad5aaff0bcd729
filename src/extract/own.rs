//! Our own reports among the documents of a pack. They quote what ought to be in a contract and offer
//! wording to paste, so that a report saved beside the contract would prove every clause.

use crate::model::Extraction;

/// What a report is left out as.
pub(super) const MESSAGE: &str =
    "it is a report of clausecheck, which proves nothing of a contract; it was left out";

/// How far into a file of data its mark stands, in bytes.
const HEAD: usize = 600;
/// What files of data begin with: our JSON, SARIF and JUnit, and our CSV.
const MARKS: [&str; 4] = [
    "\"clausecheck/",
    "\"name\": \"clausecheck\"",
    "<testsuites name=\"clausecheck\"",
    "pack,rule,title,family,severity,verdict,",
];
/// The program, which every report names.
const PROGRAM: &str = "clausecheck";
/// Digits of the hash of a ruleset that reports show.
const HASH: usize = 12;

/// Whether a document is a report of ours: data by their first bytes, text by the line that says with which
/// ruleset it was made ("clausecheck 0.1.0 with the ruleset baseline 0.1.0 (0123456789ab)").
pub(super) fn is_report(bytes: &[u8], extraction: &Extraction) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    MARKS.iter().any(|mark| head.contains(mark)) || is_stamped(&extraction.text)
}

fn is_stamped(text: &str) -> bool {
    text.contains(PROGRAM)
        && text.match_indices(" (").any(|(at, open)| {
            let version = text[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
            version && begins_with_hash(&text[at + open.len()..])
        })
}

/// Whether a text begins with the hash of a ruleset and a closing bracket.
fn begins_with_hash(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_hexdigit).count();
    digits == HASH && text[digits..].starts_with(')')
}

#[cfg(test)]
mod tests {
    use super::is_stamped;

    #[test]
    fn a_report_is_known_by_the_line_that_says_what_made_it() {
        assert!(is_stamped(
            "Made by clausecheck 0.1.0 with the ruleset baseline 0.1.0 (a7398c162e34)."
        ));
        assert!(is_stamped(
            "Gjord av clausecheck 1.2.0 med regelverket ekstad 2026.1 (0123456789ab)."
        ));
        let terminal =
            "Checked 1 document with baseline 0.1.0 (a7398c162e34). clausecheck explain …";
        assert!(is_stamped(terminal));
    }

    #[test]
    fn a_contract_that_names_the_program_is_no_report() {
        assert!(!is_stamped("The Supplier checks its offers with clausecheck 0.1.0 (or later)."));
        assert!(!is_stamped("Orders are numbered, as version 2 (a7398c162e34)."));
    }
}

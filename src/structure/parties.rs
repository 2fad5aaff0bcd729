//! The names that a document introduces for its parties: `Mailjet SAS ("Processor")`.

use crate::model::Block;
use crate::model::BlockKind;
use crate::model::Party;
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// How many blocks at the beginning may introduce the parties.
const PREAMBLE: usize = 80;

#[allow(clippy::expect_used, reason = "constant patterns, compiled in every test run")]
static INTRODUCED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r#"([A-ZÅÄÖÆØ][\w.&'’-]*(?:,? (?:[A-ZÅÄÖÆØ][\w.&'’-]*|of|and|och|och/eller|AB|i|für|de|du|van)){0,7})[^();]{0,120}\((?:[^()“”"]{0,40}?)["“”„»']{1,2}(?:the |The )?([^"“”»']{2,40})["”“»']"#,
    )
    .expect("internal: a constant pattern compiles")
});

/// Pairs of name and alias, sorted and distinct.
pub(super) fn find(text: &str, blocks: &[Block]) -> Vec<Party> {
    let mut found = BTreeSet::new();
    let judged = blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Furniture(_)));
    for block in judged.take(PREAMBLE) {
        for captures in INTRODUCED.captures_iter(block.span.of(text)) {
            let name = captures[1].trim().to_owned();
            let alias = captures[2].trim().trim_end_matches(',').to_owned();
            if name != alias && name.len() > 2 {
                found.insert(Party { name, alias });
            }
        }
    }
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::INTRODUCED;

    #[test]
    fn names_in_a_preamble() {
        let text = "between Umbrella Cloud AB, reg. no. 556000-0000 (the \"Supplier\"), and Northport Municipality (hereinafter “Customer”).";
        let found: Vec<(String, String)> =
            INTRODUCED.captures_iter(text).map(|c| (c[1].to_owned(), c[2].to_owned())).collect();
        assert_eq!(found[0], ("Umbrella Cloud AB".to_owned(), "Supplier".to_owned()));
        assert_eq!(found[1], ("Northport Municipality".to_owned(), "Customer".to_owned()));
    }
}

//! The names that a document introduces for its parties: `Mailjet SAS ("Processor")`.

use crate::language::GRAMMARS;
use crate::model::Block;
use crate::model::BlockKind;
use crate::model::Note;
use crate::model::NoteKind;
use crate::model::Party;
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// How many blocks at the beginning may introduce the parties.
const PREAMBLE: usize = 80;
/// Most names that are looked for in the text. Contracts have a handful.
const MOST: usize = 200;
/// How far before its alias a name may begin, in bytes.
const REACH: usize = 200;
/// An alias in quotation marks and brackets: `(the "Supplier")`, `(nedan ”Beställaren”)`.
static ALIAS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r#"\((?:[^()“”"„»]{0,40}?)["“”„»]{1,2}(?:the |The )?([^"“”»]{2,40})["”“»]"#)
});
/// Words with capitals, with the small words that names have between them.
static NAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\p{Lu}[\w.&'’-]*(?:,? (?:\p{Lu}[\w.&'’-]*|of|for|für|de|du|van|i))*")
});

#[allow(clippy::expect_used, reason = "constant patterns, compiled in every test run")]
fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("internal: a constant pattern compiles")
}

/// Pairs of name and alias, sorted and distinct, and what is to be said if there are too many.
pub(super) fn find(text: &str, blocks: &[Block]) -> (Vec<Party>, Option<Note>) {
    let mut found = BTreeSet::new();
    let judged = blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Furniture(_)));
    for block in judged.take(PREAMBLE) {
        let content = block.span.of(text);
        for captures in ALIAS.captures_iter(content) {
            if found.len() == MOST {
                let message = format!(
                    "more than {MOST} names of parties are introduced; the others were not told \
                     apart from other words"
                );
                let note = Note { kind: NoteKind::TooLarge, page: None, message };
                return (found.into_iter().collect(), Some(note));
            }
            let Some(bracket) = captures.get(0) else { continue };
            let alias = captures[1].trim().trim_end_matches(',').to_owned();
            if let Some(name) =
                name_before(&content[..bracket.start()]).filter(|name| *name != alias)
            {
                found.insert(Party { name, alias });
            }
        }
    }
    (found.into_iter().collect(), None)
}

/// The name that an alias belongs to: the first one after the last marker, or after the last bracket.
fn name_before(before: &str) -> Option<String> {
    let mut from = before.len().saturating_sub(REACH);
    while !before.is_char_boundary(from) {
        from += 1;
    }
    let near = &before[from..];
    let near = near.rsplit_once(')').map_or(near, |(_, rest)| rest);
    let marked =
        markers().filter_map(|marker| near.rfind(marker).map(|at| at + marker.len())).max();
    let candidate = &near[marked.unwrap_or(0)..];
    NAME.find_iter(candidate)
        .map(|name| name.as_str().trim_end_matches([',', '.']).trim())
        .find(|name| {
            name.chars().count() > 3 && !begins_sentence(name.split(' ').next().unwrap_or_default())
        })
        .map(str::to_owned)
}

/// What stands before the first or the second party, in all languages.
fn markers() -> impl Iterator<Item = &'static str> {
    GRAMMARS.iter().flat_map(|grammar| grammar.party_markers).copied()
}

/// Whether a capitalised word begins sentences rather than names.
fn begins_sentence(word: &str) -> bool {
    GRAMMARS.iter().any(|grammar| grammar.no_names.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::name_before;

    #[test]
    fn the_name_before_an_alias() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(name_before(text).as_deref(), expected, "{text}")
        };
        check("This contract is made between Lumen Ltd, reg. no. 7 ", Some("Lumen Ltd"));
        check("(the \"Supplier\"), and Northport Municipality ", Some("Northport Municipality"));
        check("Detta avtal träffas mellan Ekstads kommun, org.nr 212000-0002 ", Some("Ekstads"));
        check("This Agreement ", None);
    }
}

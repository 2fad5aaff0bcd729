//! Headings of requirement matrices, in all languages.
//!
//! Tells which row of a table names its columns, although a title and instructions may stand
//! above it, and which columns are for the answers of bidders. What a row demands is left to
//! `tables` and `provisions`.

use crate::language::Columns;
use crate::language::GRAMMARS;

/// Longest heading of a column, in characters.
pub(super) const MAX_HEADING: usize = 60;

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Use {
    /// Number of the requirement.
    Id,
    /// The requirement itself.
    Demand,
    /// How strongly it binds.
    Force,
    /// What bidders answer.
    Answer,
    /// A question of a bidder, in a record of questions that the buyer answers.
    Question,
}

/// Words and beginnings of words for a use in one language.
fn words_for(
    u: Use,
    columns: &'static Columns,
) -> (&'static [&'static str], &'static [&'static str]) {
    match u {
        Use::Id => (columns.id, &[]),
        Use::Demand => (columns.demand, columns.demand_beginnings),
        Use::Force => (columns.force, &[]),
        Use::Answer => (columns.answer, columns.answer_beginnings),
        Use::Question => (columns.question, &[]),
    }
}

/// Whether cells are the headings of a requirement matrix: at least two short ones name
/// different uses, and one of them more than a force, which cells below name as well.
pub(super) fn are_headings<'t>(cells: impl Iterator<Item = &'t str>) -> bool {
    let mut uses: Vec<Use> = cells.filter_map(use_of).collect();
    uses.sort_unstable();
    uses.dedup();
    uses.len() >= 2 && uses.contains(&Use::Demand)
        || uses.contains(&Use::Id) && uses.iter().any(|u| matches!(u, Use::Force | Use::Answer))
}

/// The columns in which bidders answer. None in a record of questions, where the buyer answers.
pub(super) fn answers(headings: &[(u32, &str)]) -> Vec<u32> {
    let uses: Vec<(u32, Option<Use>)> =
        headings.iter().map(|(column, heading)| (*column, use_of(heading))).collect();
    let has = |wanted: Use| uses.iter().any(|(_, found)| *found == Some(wanted));
    if has(Use::Question) || !has(Use::Demand) {
        return Vec::new();
    }
    uses.iter()
        .filter(|(_, found)| *found == Some(Use::Answer))
        .map(|(column, _)| *column)
        .collect()
}

/// What a heading says that its column is for. Answers win ("Comment on the requirement"), then
/// questions; a heading has no digits, which ids of requirements have ("Krav 12").
pub(super) fn use_of(heading: &str) -> Option<Use> {
    if heading.chars().count() > MAX_HEADING || heading.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let heading = heading.to_lowercase();
    let words: Vec<&str> = heading
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '#' | '°' | '/')))
        .filter(|word| !word.is_empty())
        .collect();
    // A sentence that holds such a word is no heading.
    if words.len() > 8 || heading.ends_with(['.', ';']) {
        return None;
    }
    let begins = |word: &str, list: &[&str]| list.iter().any(|begin| word.starts_with(begin));
    let uses = |wanted: Use| {
        GRAMMARS.iter().any(|grammar| {
            let (whole, beginnings) = words_for(wanted, &grammar.columns);
            // "Skall/Bör" is named by its parts.
            let named = |word: &str| word.split('/').all(|part| whole.contains(&part));
            words.iter().any(|word| whole.contains(word) || named(word) || begins(word, beginnings))
        })
    };
    let buyers = GRAMMARS
        .iter()
        .any(|grammar| words.iter().any(|word| begins(word, grammar.columns.buyer_beginnings)));
    if buyers && uses(Use::Answer) {
        return None;
    }
    [Use::Answer, Use::Question, Use::Force, Use::Demand, Use::Id].into_iter().find(|u| uses(*u))
}

#[cfg(test)]
mod tests {
    use super::answers;
    use super::are_headings;

    fn headings(cells: &[&str]) -> bool {
        are_headings(cells.iter().copied())
    }

    #[test]
    fn headings_in_eight_languages() {
        for row in [
            ["ID", "Requirement", "Priority", "Bidder's response"],
            ["Nr", "Krav", "Skall/Bör", "Leverantörens svar"],
            ["Nr.", "Kravbeskrivelse", "Type", "Besvarelse"],
            ["Lfd. Nr.", "Anforderung", "Muss/Soll", "Antwort des Bieters"],
            ["Nr.", "Eis", "Type", "Antwoord inschrijver"],
            ["Nro", "Vaatimus", "Pakollisuus", "Vastaus"],
            ["N°", "Exigence", "Priorité", "Réponse du candidat"],
            ["Nr.", "Krav", "Kategori", "Tilbudsgivers besvarelse"],
            ["Område", "Krav", "Skall/Bör", "Leverantörens svar"],
        ] {
            assert!(headings(&row), "{row:?}");
            let columns: Vec<(u32, &str)> = (0..).zip(row).collect();
            assert_eq!(answers(&columns), [3], "{row:?}");
        }
    }

    #[test]
    fn rows_of_requirements_are_no_headings() {
        assert!(!headings(&["Krav 12", "Loggning", "Skall"]));
        assert!(!headings(&["K1", "The Supplier shall comment on every requirement.", "Must"]));
        assert!(!headings(&["Type", "Must"]));
        assert!(headings(&["Kravnr", "Område", "Krav", "Skall/Bör", "ISO 27002"]));
        assert!(!headings(&["Encryption", "M"]));
    }

    #[test]
    fn buyers_answer_questions() {
        assert!(answers(&[(0, "Nr"), (1, "Fråga"), (2, "Svar")]).is_empty());
        assert!(answers(&[(0, "Measure"), (1, "Comment")]).is_empty());
        let kept = [(0, "Krav"), (1, "Köparens kommentar"), (2, "Kommentar")];
        assert_eq!(answers(&kept), [2]);
    }
}

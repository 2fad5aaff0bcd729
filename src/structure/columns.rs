//! Headings of requirement matrices, in eight languages.
//!
//! Tells which row of a table names its columns, although a title and instructions may stand
//! above it, and which columns are for the answers of bidders. What a row demands is left to
//! `tables` and `provisions`.

/// Longest heading of a column, in characters.
pub(super) const MAX_HEADING: usize = 60;

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Use {
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

/// Whole words of headings (in small letters) by use.
const WORDS: [(Use, &[&str]); 5] = [
    (
        Use::Id,
        &[
            "id",
            "nr",
            "no",
            "n°",
            "nº",
            "#",
            "ref",
            "reference",
            "référence",
            "nummer",
            "number",
            "numero",
            "numéro",
            "nro",
            "pos",
            "position",
            "lfd",
            "löpnr",
            "punkt",
            "item",
            "clause",
        ],
    ),
    (
        Use::Demand,
        &[
            "requirement",
            "requirements",
            "specification",
            "description",
            "beskrivning",
            "krav",
            "beskrivelse",
            "beschreibung",
            "omschrijving",
            "kuvaus",
            "eis",
            "eisen",
            "vereiste",
            "exigence",
            "exigences",
            "libellé",
            "text",
            "texte",
            "demand",
            "wens",
        ],
    ),
    (
        Use::Force,
        &[
            "priority",
            "prio",
            "prioritet",
            "priorität",
            "prioriteit",
            "prioriteetti",
            "priorité",
            "type",
            "typ",
            "tyyppi",
            "skall",
            "ska",
            "bör",
            "skal",
            "bør",
            "must",
            "should",
            "shall",
            "moscow",
            "m/s",
            "a/b",
            "muss",
            "soll",
            "kategori",
            "kategorie",
            "category",
            "categorie",
            "catégorie",
            "mandatory",
            "obligatory",
            "obligatorisk",
            "obligatoriskt",
            "obligatoire",
            "pakollisuus",
            "nivå",
            "level",
            "weight",
            "vikt",
            "class",
            "classe",
        ],
    ),
    (
        Use::Answer,
        &[
            "comment",
            "comments",
            "answer",
            "answers",
            "svar",
            "besvarelse",
            "response",
            "responses",
            "réponse",
            "réponses",
            "antwort",
            "antworten",
            "antwoord",
            "antwoorden",
            "vastaus",
            "vastaukset",
            "bidder",
            "tenderer",
            "anbudsgivare",
            "anbudsgivaren",
            "anbudsgivarens",
            "leverantörens",
            "tilbudsgiver",
            "tilbudsgivers",
            "leverandørens",
            "bieter",
            "bieters",
            "inschrijver",
            "tarjoaja",
            "tarjoajan",
            "soumissionnaire",
            "candidat",
            "uppfylls",
            "uppfyllelse",
            "oppfylt",
            "opfyldt",
            "opfyldelse",
            "erfüllt",
            "erfüllung",
            "voldoet",
            "täyttyy",
            "täyttyminen",
            "conformité",
            "conforme",
            "compliance",
            "compliant",
            "complies",
            "fulfilled",
            "opmerking",
            "opmerkingen",
            "toelichting",
            "huomautus",
            "huomautukset",
            "bemerkung",
            "bemerkungen",
            "remarks",
        ],
    ),
    (
        Use::Question,
        &[
            "question",
            "questions",
            "fråga",
            "frågor",
            "spørgsmål",
            "spørsmål",
            "frage",
            "fragen",
            "vraag",
            "vragen",
            "kysymys",
            "kysymykset",
        ],
    ),
];

/// Beginnings of words for the buyer, whose comments belong to the demands.
const BUYERS: [&str; 18] = [
    "köpar",
    "beställar",
    "kund",
    "upphandlande",
    "buyer",
    "customer",
    "purchaser",
    "authority",
    "ordregiv",
    "oppdragsgiv",
    "oppdragsgjev",
    "kunde",
    "auftraggeber",
    "vergabestelle",
    "acheteur",
    "opdrachtgever",
    "hankintayksik",
    "tilaaja",
];

/// Beginnings of compound words by use.
const BEGINNINGS: [(Use, &[&str]); 2] = [
    (Use::Demand, &["krav", "anforderung", "vaatimu", "leistungsbeschreibung", "requirement"]),
    (Use::Answer, &["kommentar", "komment", "commentaire", "leverantörssvar", "anbudssvar"]),
];

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
fn use_of(heading: &str) -> Option<Use> {
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
    let uses = |wanted: Use| {
        let whole = WORDS
            .iter()
            .any(|(found, list)| *found == wanted && words.iter().any(|word| list.contains(word)));
        let begun = BEGINNINGS.iter().any(|(found, list)| {
            *found == wanted
                && words.iter().any(|word| list.iter().any(|begin| word.starts_with(begin)))
        });
        whole || begun
    };
    let buyers = words.iter().any(|word| BUYERS.iter().any(|begin| word.starts_with(begin)));
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

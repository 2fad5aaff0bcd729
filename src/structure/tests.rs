//! Text in, structure out: every test shows a document and the provisions that come of it.

use super::structure;
use crate::language::Detector;
use crate::model::Block;
use crate::model::BlockKind;
use crate::model::Cell;
use crate::model::Document;
use crate::model::Extraction;
use crate::model::Format;
use crate::model::Provision;
use crate::model::ProvisionKind;
use crate::model::Source;
use crate::model::Span;

/// Builds a document from lines. `# ` is a heading of level 1, `## ` of level 2, `* ` a bullet,
/// `#. ` and `  #. ` an item that the format numbers by itself, `| a | b |` a row of the running
/// table; everything else is a paragraph.
fn document(lines: &[&str]) -> Document {
    let mut extraction = Extraction::new(Format::Text);
    let mut row = 0;
    let mut numbers = [0; 2];
    for line in lines {
        if let Some(text) = line.trim_start().strip_prefix("#. ") {
            let depth = usize::from(line.starts_with(' '));
            numbers[depth] += 1;
            numbers[depth + 1..].fill(0);
            push(&mut extraction, BlockKind::ListItem(u8::try_from(depth).unwrap()), text);
            let block = extraction.blocks.last_mut().unwrap();
            block.label = Some(format!("{}.", numbers[depth]));
            continue;
        }
        if let Some(cells) = line.strip_prefix("| ") {
            for (column, cell) in cells.trim_end_matches(" |").split(" | ").enumerate() {
                let cell_at = Cell { table: 0, row, column: u32::try_from(column).unwrap() };
                push(&mut extraction, BlockKind::TableCell(cell_at), cell);
            }
            row += 1;
            continue;
        }
        let (kind, text) = match line.split_once(' ') {
            Some(("#", text)) => (BlockKind::Heading(1), text),
            Some(("##", text)) => (BlockKind::Heading(2), text),
            Some(("*", text)) => (BlockKind::ListItem(0), text),
            _ => (BlockKind::Paragraph, *line),
        };
        push(&mut extraction, kind, text);
    }
    let source = Source { path: String::new(), hash: String::new() };
    structure(source, extraction, &Detector::default())
}

fn push(extraction: &mut Extraction, kind: BlockKind, text: &str) {
    if !extraction.text.is_empty() {
        extraction.text.push('\n');
    }
    let start = extraction.text.len();
    extraction.text.push_str(text);
    let span = Span::new(start, extraction.text.len());
    extraction.blocks.push(Block { kind, span, label: None, page: None, address: None });
}

fn show(document: &Document, provision: &Provision) -> String {
    let number =
        document.clause_path(provision.clause).next().map_or("", |clause| clause.number.as_str());
    let mut text = String::new();
    for span in &provision.lead_in {
        text.push_str(&format!("<{}> ", span.of(&document.text)));
    }
    text.push_str(&provision.span.of(&document.text).replace('\n', " | "));
    format!("[{number}] {text}")
}

/// The provisions that are no headings, each with its clause number and lead-in.
fn check(lines: &[&str], expected: &[&str]) {
    let document = document(lines);
    let found: Vec<String> = document
        .provisions
        .iter()
        .filter(|provision| provision.kind != ProvisionKind::Heading)
        .map(|provision| show(&document, provision))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn numbered_clauses_nest() {
    check(
        &[
            "# 1 Security",
            "1.1 The Supplier shall encrypt all data.",
            "1.2 The Supplier shall log all access.",
            "(a) Logs are kept for a year.",
            "(b) Logs are protected.",
            "# 2 Liability",
            "2.1 Liability is limited.",
        ],
        &[
            "[1.1] The Supplier shall encrypt all data.",
            "[1.2] The Supplier shall log all access.",
            "[1.2(a)] Logs are kept for a year.",
            "[1.2(b)] Logs are protected.",
            "[2.1] Liability is limited.",
        ],
    );
}

#[test]
fn an_annex_begins_its_own_numbering() {
    check(
        &[
            "# 9 Term",
            "9.1 It ends.",
            "Schedule 2 – Security",
            "1. Scope",
            "1.1 This applies to all systems.",
        ],
        &["[9.1] It ends.", "[Schedule 2, 1.1] This applies to all systems."],
    );
}

#[test]
fn a_list_of_annexes_holds_nothing() {
    check(
        &["Schedule 1 – Prices", "Schedule 2 – Security", "# 2 Term", "2.1 It ends."],
        &["[] Schedule 1 – Prices", "[] Schedule 2 – Security", "[2.1] It ends."],
    );
}

#[test]
fn items_continue_their_lead_in_and_running_text_ends_it() {
    check(
        &[
            "The Supplier shall:",
            "(a) encrypt all data,",
            "(b) log all access.",
            "The Customer may inspect the logs.",
            "The Supplier shall",
            "* make backups",
            "* test them",
        ],
        &[
            "[] The Supplier shall:",
            "[(a)] <The Supplier shall:> encrypt all data,",
            "[(b)] <The Supplier shall:> log all access.",
            "[] The Customer may inspect the logs.",
            "[] The Supplier shall",
            "[] <The Supplier shall> make backups",
            "[] <The Supplier shall> test them",
        ],
    );
}

#[test]
fn numbered_lists_within_numbered_lists_are_their_subclauses() {
    check(
        &[
            "# Article 4 Use",
            "#. The Client keeps an account.",
            "#. The User warrants that:",
            "  #. he uses no viruses;",
            "  #. he obeys the law.",
            "#. The Supplier stores the data.",
        ],
        &[
            "[1] The Client keeps an account.",
            "[2] The User warrants that:",
            "[2.1] <The User warrants that:> he uses no viruses;",
            "[2.2] <The User warrants that:> he obeys the law.",
            "[3] The Supplier stores the data.",
        ],
    );
}

#[test]
fn lists_within_a_sentence_are_items() {
    check(
        &["3.1 The Supplier shall (a) encrypt all data; and (b) log all access."],
        &[
            "[3.1] <The Supplier shall > (a) encrypt all data; and",
            "[3.1] <The Supplier shall > (b) log all access.",
        ],
    );
}

#[test]
fn rows_are_read_with_their_headings_and_force() {
    let lines = [
        "| ID | Requirement | Type |",
        "| 1 | Data is encrypted | Shall |",
        "| 2 | Dark theme | Should |",
    ];
    check(
        &lines,
        &[
            "[] <ID> <Requirement> <Type> 1 | Data is encrypted | Shall",
            "[] <ID> <Requirement> <Type> 2 | Dark theme | Should",
        ],
    );
    let document = document(&lines);
    let forces: Vec<_> =
        document.provisions.iter().filter_map(|provision| provision.stated_force).collect();
    assert_eq!(forces, [crate::model::Force::Must, crate::model::Force::Should]);
}

#[test]
fn contents_definitions_and_questions_are_told_apart() {
    let document = document(&[
        "1 Scope 3",
        "2 Security 4",
        "3 Liability 6",
        "4 Term 9",
        "# 1 Definitions",
        "\"Incident\" means any event that harms the service.",
        "# 2 Security",
        "Does the service encrypt all data?",
        "[Describe how the supplier shall make backups]",
    ]);
    let kinds: Vec<ProvisionKind> =
        document.provisions.iter().map(|provision| provision.kind).collect();
    let count = |wanted| kinds.iter().filter(|kind| **kind == wanted).count();
    assert_eq!(count(ProvisionKind::ContentsEntry), 4);
    assert_eq!(count(ProvisionKind::Definition), 1);
    assert_eq!(count(ProvisionKind::Question), 1);
    assert_eq!(count(ProvisionKind::Placeholder), 1);
}

#[test]
fn a_whole_clause_with_an_outline_level_is_text() {
    check(
        &[
            "# 4.1 The Supplier shall notify the Customer of every incident within 24 hours and shall assist in handling it.",
        ],
        &[
            "[4.1] The Supplier shall notify the Customer of every incident within 24 hours and shall assist in handling it.",
        ],
    );
}

#[test]
fn parties_are_found_in_the_preamble() {
    let document = document(&[
        "This contract is made between Lumen Ltd (the \"Supplier\") and the City of Northport (the \"Customer\").",
    ]);
    let names: Vec<(&str, &str)> =
        document.parties.iter().map(|party| (party.name.as_str(), party.alias.as_str())).collect();
    assert_eq!(names, [("City of Northport", "Customer"), ("Lumen Ltd", "Supplier")]);
}

#[test]
fn lists_that_open_lists_do_not_nest_without_end() {
    let lines = ["(a) The Supplier shall:"; 200];
    let document = document(&lines);
    assert_eq!(document.clauses.len(), 200);
    let deepest =
        (0..document.clauses.len()).map(|id| document.clause_path(Some(id)).count()).max();
    assert_eq!(deepest, Some(32));
    assert!(document.provisions.iter().all(|provision| provision.lead_in.len() < 40));
}

#[test]
fn a_list_may_begin_within_the_sentence_before_it() {
    let document = document(&[
        "2.1 The Supplier may end this Agreement: (a) if the Customer does not pay;",
        "(b) at any time on notice.",
        "2.2 The Customer shall pay.",
    ]);
    let shown: Vec<String> =
        document.provisions.iter().map(|provision| show(&document, provision)).collect();
    assert_eq!(shown[1], "[2.1(b)] <The Supplier may end this Agreement: > at any time on notice.");
    assert!(document.provisions[2].lead_in.is_empty());
}

#[test]
fn a_page_number_is_no_lead_in() {
    let document = document(&["2.1 Scope of the services", "12", "(a) Hosting and support."]);
    assert!(document.provisions.iter().all(|provision| provision.lead_in.is_empty()));
}

#[test]
fn titles_that_run_into_their_text_are_headings() {
    let kinds = |line: &str| -> Vec<ProvisionKind> {
        document(&[line]).provisions.iter().map(|provision| provision.kind).collect()
    };
    let text = "Limitation of Liability. Neither party is liable for lost profits.";
    assert_eq!(kinds(text), [ProvisionKind::Heading, ProvisionKind::Sentence]);
    assert_eq!(kinds("Neither party pays. It is not liable."), [ProvisionKind::Sentence; 2]);
    assert_eq!(kinds("NEITHER PARTY SHALL BE LIABLE"), [ProvisionKind::Sentence]);
}

#[test]
fn the_parties_agreement_is_no_lead_in() {
    let document = document(&[
        "NOW THEREFORE, to prevent disclosure of information, the parties agree as follows:",
        "1. The Supplier shall keep a log.",
    ]);
    assert!(document.provisions.iter().all(|provision| provision.lead_in.is_empty()));
}

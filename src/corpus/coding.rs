//! What people said about documents: coding sheets read, and set side by side.

use super::agreement::Item;
use crate::evaluation::GoldVerdict;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// Words for a code, and the code.
const WORDS: [(&str, GoldVerdict); 12] = [
    ("met", GoldVerdict::Met),
    ("weak", GoldVerdict::Weak),
    ("contradicted", GoldVerdict::Contradicted),
    ("present", GoldVerdict::Present),
    ("yes", GoldVerdict::Present),
    ("1", GoldVerdict::Present),
    ("missing", GoldVerdict::Missing),
    ("absent", GoldVerdict::Missing),
    ("no", GoldVerdict::Missing),
    ("0", GoldVerdict::Missing),
    ("not-applicable", GoldVerdict::Missing),
    ("not applicable", GoldVerdict::Missing),
];
/// Words for no code: the coder could not tell.
const UNCLEAR: [&str; 3] = ["unclear", "undetermined", "?"];

/// What a word of a coder means; `Ok(None)` if the coder could not tell, an error for another word.
///
/// # Errors
/// The words that are known.
pub fn verdict(word: &str) -> Result<Option<GoldVerdict>, String> {
    let word = word.trim().to_lowercase();
    if word.is_empty() || UNCLEAR.contains(&word.as_str()) {
        return Ok(None);
    }
    let known = WORDS.iter().find(|(name, _)| *name == word).map(|(_, code)| Some(*code));
    known.ok_or_else(|| "use met, weak, contradicted, present, missing or unclear".to_owned())
}

/// Which difference counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Whether the clause is there in any form.
    Presence,
    /// Whether it is met, weak, contradicted or missing.
    Verdict,
}

impl Level {
    /// Word used in tables.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Presence => "presence",
            Self::Verdict => "verdict",
        }
    }

    fn number(self, code: GoldVerdict) -> u32 {
        match self {
            Self::Presence => u32::from(code == GoldVerdict::Missing),
            Self::Verdict => code as u32,
        }
    }
}

/// A line of a coding sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// Name of the item; empty in sheets that are not ours.
    pub item: String,
    /// Document.
    pub document: String,
    /// Rule.
    pub rule: String,
    /// Passage, if the sheet asks about one.
    pub passage: String,
    /// The code; none if the coder could not tell.
    pub code: Option<GoldVerdict>,
}

/// All that one coder said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coder {
    /// Name: that of the file.
    pub name: String,
    /// Lines, in the order of the sheet.
    pub lines: Vec<Line>,
}

/// Reads the cells of a sheet, whose first row names the columns `document`, `rule` and `code`, and
/// perhaps `item` and `passage`.
///
/// # Errors
/// All problems, each with its row.
pub fn read(name: &str, rows: &[Vec<String>]) -> Result<Coder, Vec<String>> {
    let empty = Vec::new();
    let head = rows.first().unwrap_or(&empty);
    let column = |wanted: &[&str]| {
        head.iter().position(|cell| wanted.contains(&cell.trim().to_lowercase().as_str()))
    };
    let (item, passage) = (column(&["item"]), column(&["passage"]));
    let columns = (column(&["document", "doc"]), column(&["rule"]), column(&["code", "verdict"]));
    let (Some(document), Some(rule), Some(code)) = columns else {
        return Err(vec![format!(
            "{name}: the first row does not name the columns document, rule and code\n  help: use the sheet that `clausecheck sample` wrote"
        )]);
    };
    let mut problems = Vec::new();
    let mut lines = Vec::new();
    let mut seen = BTreeSet::new();
    for (number, row) in rows.iter().enumerate().skip(1) {
        let cell = |at: Option<usize>| {
            let text = at.and_then(|at| row.get(at)).map_or("", |cell| cell.trim());
            plain(text).to_owned()
        };
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let row = number + 1;
        let given = cell(Some(code));
        let code = verdict(&given).unwrap_or_else(|help| {
            problems.push(format!("{name}, row {row}: `{given}` is no code\n  help: {help}"));
            None
        });
        let line = Line {
            item: cell(item),
            document: cell(Some(document)),
            rule: cell(Some(rule)),
            passage: cell(passage),
            code,
        };
        if !seen.insert((line.item.clone(), line.document.clone(), line.rule.clone())) {
            let what = format!("{} {}", line.document, line.rule);
            problems.push(format!("{name}, row {row}: `{what}` stands there twice"));
        }
        lines.push(line);
    }
    if lines.is_empty() && problems.is_empty() {
        problems.push(format!("{name}: there is no line to compare"));
    }
    if problems.is_empty() { Ok(Coder { name: name.to_owned(), lines }) } else { Err(problems) }
}

/// A cell without the apostrophe that keeps a spreadsheet from taking it for a formula.
#[must_use]
pub fn plain(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r']) => rest,
        _ => cell,
    }
}

/// An item with what each coder said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Its line in the first sheet that has it.
    pub line: Line,
    /// In the order of the coders; none where a coder has no such line, or could not tell.
    pub codes: Vec<Option<GoldVerdict>>,
    /// How many coders have a line for it.
    pub listed: usize,
}

/// Sets coders side by side: by the names of items if all sheets have them, or else by document and
/// rule. In order of document, rule and item.
#[must_use]
pub fn compare(coders: &[&Coder]) -> Vec<Compared> {
    let named = coders.iter().all(|coder| coder.lines.iter().all(|line| !line.item.is_empty()));
    let key = |line: &Line| match named {
        true => (line.item.clone(), String::new()),
        false => (line.document.clone(), line.rule.clone()),
    };
    let mut found: BTreeMap<(String, String), Compared> = BTreeMap::new();
    for (number, coder) in coders.iter().enumerate() {
        for line in &coder.lines {
            let compared = found.entry(key(line)).or_insert_with(|| Compared {
                line: line.clone(),
                codes: vec![None; coders.len()],
                listed: 0,
            });
            compared.codes[number] = line.code;
            compared.listed += 1;
        }
    }
    let mut found: Vec<Compared> = found.into_values().collect();
    let place = |line: &Line| (line.document.clone(), line.rule.clone(), line.item.clone());
    found.sort_by_key(|compared| place(&compared.line));
    found
}

/// Levels on which the items can be compared: verdicts only if nobody said no more than *present*.
#[must_use]
pub fn levels(items: &[Compared]) -> &'static [Level] {
    const BOTH: [Level; 2] = [Level::Presence, Level::Verdict];
    let ungraded = items
        .iter()
        .any(|item| item.codes.iter().flatten().any(|code| *code == GoldVerdict::Present));
    if ungraded { &BOTH[..1] } else { &BOTH }
}

/// The items as agreement is computed of them; of one rule, or of all.
#[must_use]
pub fn items(compared: &[Compared], level: Level, rule: Option<&str>) -> Vec<Item> {
    compared
        .iter()
        .filter(|item| rule.is_none_or(|rule| item.line.rule == rule))
        .map(|item| Item {
            group: item.line.document.clone(),
            codes: item.codes.iter().map(|code| code.map(|code| level.number(code))).collect(),
        })
        .collect()
}

/// Whether coders differ on an item, counting *present* as the same as any verdict that says so.
#[must_use]
pub fn differs(item: &Compared) -> bool {
    let codes: BTreeSet<GoldVerdict> = item.codes.iter().flatten().copied().collect();
    let presence: BTreeSet<bool> = codes.iter().map(|code| *code == GoldVerdict::Missing).collect();
    presence.len() > 1 || codes.iter().filter(|code| **code != GoldVerdict::Present).count() > 1
}

#[cfg(test)]
mod tests {
    use super::GoldVerdict;
    use super::Level;
    use super::compare;
    use super::differs;
    use super::items;
    use super::levels;
    use super::read;

    fn rows(text: &str) -> Vec<Vec<String>> {
        text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
    }

    #[test]
    fn sheets_are_joined_whatever_their_order() {
        let a = read("a", &rows("item,document,rule,code\n1,d,r,met\n2,e,r,missing\n3,f,r,"));
        let b = read("b", &rows("code,rule,document,item\nunclear,r,f,3\nWeak,r,d,1\nno,r,e,2"));
        let (a, b) = (a.unwrap(), b.unwrap());
        let found = compare(&[&a, &b]);
        let codes: Vec<_> = found.iter().map(|item| item.codes.clone()).collect();
        assert_eq!(codes[0], [Some(GoldVerdict::Met), Some(GoldVerdict::Weak)]);
        assert_eq!(codes[1], [Some(GoldVerdict::Missing), Some(GoldVerdict::Missing)]);
        assert_eq!(codes[2], [None, None]);
        assert!(differs(&found[0]) && !differs(&found[1]) && !differs(&found[2]));
        assert_eq!(levels(&found), [Level::Presence, Level::Verdict]);
        let presence = items(&found, Level::Presence, None);
        assert_eq!(presence[0].codes, [Some(0), Some(0)]);
        assert!(items(&found, Level::Verdict, Some("other")).is_empty());
    }

    #[test]
    fn present_is_not_another_verdict_than_met() {
        let a = read("a", &rows("document,rule,code\nd,r,met\ne,r,weak")).unwrap();
        let b = read("b", &rows("document,rule,code\nd,r,present\ne,r,absent")).unwrap();
        let found = compare(&[&a, &b]);
        assert!(!differs(&found[0]) && differs(&found[1]));
        assert_eq!(levels(&found), [Level::Presence]);
    }

    #[test]
    fn all_problems_with_their_rows() {
        let problems =
            read("a", &rows("document,rule,code\nd,r,maybe\nd,r,met\n,,\ne,r,5")).unwrap_err();
        assert_eq!(problems.len(), 3, "{problems:#?}");
        assert!(problems[0].starts_with("a, row 2") && problems[2].starts_with("a, row 5"));
        assert!(read("a", &rows("x,y\n1,2")).unwrap_err()[0].contains("first row"));
        assert!(read("a", &rows("document,rule,code")).unwrap_err()[0].contains("no line"));
    }
}

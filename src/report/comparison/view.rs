//! What the page and the letter say of a comparison, in the same words and the same order.

use super::super::words;
use super::difference::Piece;
use super::difference::pieces;
use super::wording;
use crate::model::PackReport;
use crate::model::Verdict;
use crate::review::Change;
use crate::review::Comparison;
use crate::review::PassageChange;
use crate::review::RuleChange;
use crate::review::Side;

/// How many passages are shown for one demand.
const MAX_PASSAGES: usize = 6;

/// Demands that the same became of, each with its passages.
pub(super) struct Section {
    pub(super) title: &'static str,
    pub(super) meaning: &'static str,
    /// Class of its colour.
    pub(super) class: &'static str,
    pub(super) rules: Vec<Rule>,
}

/// A demand with its passages.
pub(super) struct Rule {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) severity: &'static str,
    pub(super) verdicts: String,
    pub(super) passages: Vec<Passage>,
    /// How many more passages there are.
    pub(super) left: usize,
}

/// What became of a passage.
pub(super) struct Passage {
    pub(super) old: Option<Quote>,
    pub(super) new: Option<Quote>,
    pub(super) whys: Vec<String>,
}

/// A passage on one side.
pub(super) struct Quote {
    pub(super) place: String,
    /// Code of its document's language.
    pub(super) language: &'static str,
    pub(super) pieces: Vec<Piece>,
}

/// Demands that are only named.
pub(super) struct Named {
    pub(super) title: String,
    pub(super) rules: Vec<String>,
}

/// The demands that changed for worse or better, the most serious first.
pub(super) fn sections(comparison: &Comparison) -> Vec<Section> {
    let shown = [
        (Change::Lost, "v-contradicted"),
        (Change::Weakened, "v-contradicted"),
        (Change::Mixed, "v-weak"),
        (Change::Gained, "v-met"),
        (Change::Strengthened, "v-met"),
    ];
    let sections = shown.into_iter().map(|(change, class)| Section {
        title: wording::change(change),
        meaning: wording::meaning(change),
        class,
        rules: of(comparison, change).into_iter().map(|change| rule(change, comparison)).collect(),
    });
    sections.filter(|section| !section.rules.is_empty()).collect()
}

/// Duties that bind less than before, where no rule looks.
pub(super) fn others(comparison: &Comparison) -> Vec<Passage> {
    comparison.others.iter().map(|change| passage(change, comparison)).collect()
}

/// The other demands, by name.
pub(super) fn named(comparison: &Comparison) -> Vec<Named> {
    let mut named = Vec::new();
    let mut add = |title: String, rules: Vec<&RuleChange>| {
        let rules: Vec<String> =
            rules.iter().map(|change| words::capitalised(&change.rule.title)).collect();
        if !rules.is_empty() {
            named.push(Named { title, rules });
        }
    };
    for change in [Change::Reworded, Change::Moved, Change::Unclear] {
        let title = format!("{}: {}", wording::change(change), wording::meaning(change));
        add(title, of(comparison, change));
    }
    for verdict in [Verdict::Missing, Verdict::Weak, Verdict::Contradicted, Verdict::Met] {
        let mut rules = of(comparison, Change::Same);
        rules.retain(|change| change.verdicts.1 == verdict);
        add(format!("{} in both, and unchanged", words::verdict(verdict)), rules);
    }
    named
}

/// How many demands became what, in words.
pub(super) fn counts(comparison: &Comparison) -> Vec<(&'static str, usize)> {
    let counts = Change::ALL.into_iter();
    let counts = counts.map(|change| (wording::change(change), comparison.count(change)));
    counts.filter(|(_, count)| *count > 0).collect()
}

/// Documents that were not fully read, with why.
pub(super) fn unread(comparison: &Comparison) -> Vec<String> {
    let documents = comparison.old.documents.iter().chain(&comparison.new.documents);
    let unread = documents.filter(|document| !document.status.is_complete());
    unread
        .map(|document| {
            let notes = document.notes.iter().filter(|note| note.kind.is_loss());
            let notes: Vec<&str> = notes.map(|note| note.message.as_str()).collect();
            format!("{}: {}", document.path, notes.join("; "))
        })
        .collect()
}

/// The rules that were applied, and by what.
pub(super) fn stamp(comparison: &Comparison) -> String {
    let stamp = &comparison.ruleset;
    format!(
        "{} {} ({}), clausecheck {}",
        stamp.name,
        stamp.version,
        stamp.hash.get(..12).unwrap_or_default(),
        env!("CARGO_PKG_VERSION")
    )
}

fn of(comparison: &Comparison, change: Change) -> Vec<&RuleChange> {
    let rules = comparison.rules.iter().filter(|rule| rule.change == change);
    let mut rules: Vec<&RuleChange> = rules.collect();
    rules.sort_by_key(|rule| std::cmp::Reverse(rule.rule.severity));
    rules
}

fn rule(change: &RuleChange, comparison: &Comparison) -> Rule {
    let passages = change.passages.iter().take(MAX_PASSAGES);
    Rule {
        id: change.rule.id.clone(),
        title: words::capitalised(&change.rule.title),
        severity: change.rule.severity.code(),
        verdicts: words::sentence(&wording::verdicts(change)),
        passages: passages.map(|change| passage(change, comparison)).collect(),
        left: change.passages.len().saturating_sub(MAX_PASSAGES),
    }
}

fn passage(change: &PassageChange, comparison: &Comparison) -> Passage {
    let whole = |side: &Side| vec![Piece { text: side.passage.quote.clone(), changed: false }];
    let (old, new) = match (&change.old, &change.new) {
        (Some(old), Some(new)) => pieces(&old.passage.quote, &new.passage.quote),
        (old, new) => (
            old.as_ref().map(whole).unwrap_or_default(),
            new.as_ref().map(whole).unwrap_or_default(),
        ),
    };
    let said = wording::one_sided(change).map(words::sentence);
    let whys = change.whys.iter().map(|why| words::sentence(&wording::why(why)));
    Passage {
        old: change.old.as_ref().map(|side| quote(side, &comparison.old, old)),
        new: change.new.as_ref().map(|side| quote(side, &comparison.new, new)),
        whys: said.into_iter().chain(whys).collect(),
    }
}

fn quote(side: &Side, pack: &PackReport, pieces: Vec<Piece>) -> Quote {
    let entry = pack.documents.get(side.passage.document);
    let path = entry.map_or("", |entry| entry.path.as_str());
    let name = path.rsplit('/').next().unwrap_or(path);
    Quote {
        place: words::place(name, &side.passage.place),
        language: entry.map_or("", |entry| entry.language.code()),
        pieces,
    }
}

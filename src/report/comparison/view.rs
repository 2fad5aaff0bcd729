//! What the page and the letter say of a comparison, in the same words and the same order.

use super::super::words;
use super::super::words::Words;
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
use crate::review::Survival;

/// How many passages are shown for one demand.
const MAX_PASSAGES: usize = 6;

/// Demands that the same became of, each with its passages.
pub(super) struct Section {
    pub(super) title: String,
    pub(super) meaning: String,
    /// Class of its colour.
    pub(super) class: &'static str,
    pub(super) rules: Vec<Rule>,
}

/// A demand with its passages.
pub(super) struct Rule {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) severity: String,
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

/// What is left of a demand, in a row of a table.
pub(super) struct Requirement {
    pub(super) id: String,
    pub(super) text: String,
    /// What either side says of it.
    pub(super) states: [String; 2],
    pub(super) survival: String,
    /// Why the newer side has less of it than was demanded.
    pub(super) whys: Vec<String>,
    /// Class of its colour.
    pub(super) class: &'static str,
}

/// Demands that are only named.
pub(super) struct Named {
    pub(super) title: String,
    pub(super) rules: Vec<String>,
}

/// The demands that changed for worse or better, the most serious first.
pub(super) fn sections(w: &Words, comparison: &Comparison) -> Vec<Section> {
    let shown = [
        (Change::Lost, "v-contradicted"),
        (Change::Weakened, "v-contradicted"),
        (Change::Mixed, "v-weak"),
        (Change::Gained, "v-met"),
        (Change::Strengthened, "v-met"),
    ];
    let sections = shown.into_iter().map(|(change, class)| Section {
        title: wording::change(w, change),
        meaning: wording::meaning(w, change),
        class,
        rules: of(comparison, change)
            .into_iter()
            .map(|change| rule(w, change, comparison))
            .collect(),
    });
    sections.filter(|section| !section.rules.is_empty()).collect()
}

/// Duties that bind less than before, where no rule looks.
pub(super) fn others(w: &Words, comparison: &Comparison) -> Vec<Passage> {
    comparison.others.iter().map(|change| passage(w, change, comparison)).collect()
}

/// The other demands, by name.
pub(super) fn named(w: &Words, comparison: &Comparison) -> Vec<Named> {
    let mut named = Vec::new();
    let mut add = |title: String, rules: Vec<&RuleChange>| {
        let rules: Vec<String> = rules
            .iter()
            .map(|change| words::capitalised(w.rule_text(&change.rule.title)))
            .collect();
        if !rules.is_empty() {
            named.push(Named { title, rules });
        }
    };
    for change in [Change::Reworded, Change::Moved, Change::Unclear] {
        let title = format!("{}: {}", wording::change(w, change), wording::meaning(w, change));
        add(title, of(comparison, change));
    }
    for verdict in [Verdict::Missing, Verdict::Weak, Verdict::Contradicted, Verdict::Met] {
        let mut rules = of(comparison, Change::Same);
        rules.retain(|change| change.verdicts.1 == verdict);
        add(w.say_of("compare-both-unchanged", &w.verdict(verdict)), rules);
    }
    named
}

/// What is left of each demand, in the order of their ids.
pub(super) fn requirements(w: &Words, comparison: &Comparison) -> Vec<Requirement> {
    let rules = comparison.by_requirement().into_iter();
    rules
        .map(|change| {
            let survival = change.survival();
            let (old, new) = change.verdicts;
            Requirement {
                id: change.rule.id.clone(),
                text: w.rule_text(&change.rule.requirement).to_owned(),
                states: [old, new].map(|verdict| w.verdict(verdict)),
                survival: words::capitalised(&wording::survival(w, survival)),
                whys: wording::shortcomings(w, change, comparison),
                class: survival_class(survival),
            }
        })
        .collect()
}

fn survival_class(survival: Survival) -> &'static str {
    match survival {
        Survival::Contradicted => "v-contradicted",
        Survival::Lost | Survival::NeverAsked => "v-missing",
        Survival::Weakened => "v-weak",
        Survival::NotAssessed => "v-undetermined",
        Survival::NotApplicable => "v-not-applicable",
        Survival::Added | Survival::Kept => "v-met",
    }
}

/// How many demands became what, in words.
pub(super) fn counts(w: &Words, comparison: &Comparison) -> Vec<(String, usize)> {
    let counts = Change::ALL.into_iter();
    let counts = counts.map(|change| (wording::change(w, change), comparison.count(change)));
    counts.filter(|(_, count)| *count > 0).collect()
}

/// Documents that were not fully read, with why.
pub(super) fn unread(w: &Words, comparison: &Comparison) -> Vec<String> {
    let documents = comparison.old.documents.iter().chain(&comparison.new.documents);
    let unread = documents.filter(|document| !document.status.is_complete());
    unread
        .map(|document| {
            let notes = document.notes.iter().filter(|note| note.kind.is_loss());
            let notes: Vec<String> = notes.map(|note| wording::note(w, note)).collect();
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

fn rule(w: &Words, change: &RuleChange, comparison: &Comparison) -> Rule {
    let passages = change.passages.iter().take(MAX_PASSAGES);
    Rule {
        id: change.rule.id.clone(),
        title: words::capitalised(w.rule_text(&change.rule.title)),
        severity: wording::severity(w, change.rule.severity),
        verdicts: words::sentence(&wording::verdicts(w, change)),
        passages: passages.map(|change| passage(w, change, comparison)).collect(),
        left: change.passages.len().saturating_sub(MAX_PASSAGES),
    }
}

fn passage(w: &Words, change: &PassageChange, comparison: &Comparison) -> Passage {
    let whole = |side: &Side| vec![Piece { text: side.passage.quote.clone(), changed: false }];
    let (old, new) = match (&change.old, &change.new) {
        (Some(old), Some(new)) => pieces(&old.passage.quote, &new.passage.quote),
        (old, new) => (
            old.as_ref().map(whole).unwrap_or_default(),
            new.as_ref().map(whole).unwrap_or_default(),
        ),
    };
    let said = wording::one_sided(w, change).map(|said| words::sentence(&said));
    let whys = change.whys.iter().map(|why| words::sentence(&wording::why(w, why)));
    Passage {
        old: change.old.as_ref().map(|side| quote(w, side, &comparison.old, old)),
        new: change.new.as_ref().map(|side| quote(w, side, &comparison.new, new)),
        whys: said.into_iter().chain(whys).collect(),
    }
}

fn quote(w: &Words, side: &Side, pack: &PackReport, pieces: Vec<Piece>) -> Quote {
    let entry = pack.documents.get(side.passage.document);
    let path = entry.map_or("", |entry| entry.path.as_str());
    let name = path.rsplit('/').next().unwrap_or(path);
    Quote {
        place: w.place(name, &side.passage.place),
        language: entry.map_or("", |entry| entry.language.code()),
        pieces,
    }
}

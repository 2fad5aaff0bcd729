//! What became of each demand between two packs: two versions, a template and its signed copy, a
//! tender and its contract, two offers.
//!
//! The verdicts of the two packs decide first. Where they are the same, the passages do: each is
//! compared with what became of it, by the reasons and numbers that the engine gave, so that a
//! "shall" that became a "should" is seen even where another passage still meets the demand.

use super::Outcome;
use super::align::Alignment;
use super::align::align;
use super::align::overlap;
use super::align::words;
use crate::model::Bearer;
use crate::model::Comparator;
use crate::model::Duty;
use crate::model::Force;
use crate::model::PackReading;
use crate::model::PackReport;
use crate::model::ParameterResult;
use crate::model::Polarity;
use crate::model::Quantity;
use crate::model::ReadPassage;
use crate::model::Reason;
use crate::model::RuleCard;
use crate::model::RuleReading;
use crate::model::RulesetStamp;
use crate::model::Severity;
use crate::model::Verdict;
use crate::model::Worth;
use std::collections::BTreeSet;

/// Share of the words of the shorter of two passages that the longer must hold as well.
const SAME_WORDS: f64 = 0.6;

/// What became of a demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// It is gone.
    Lost,
    /// It demands less, or something now contradicts it.
    Weakened,
    /// Some of it demands less, and some more.
    Mixed,
    /// It could not be assessed on one side, because not everything was read.
    Unclear,
    /// It was not there before.
    Gained,
    /// It demands more, or nothing contradicts it any more.
    Strengthened,
    /// It is said in other words, more often or less often, and demands as much.
    Reworded,
    /// It stands elsewhere, in the same words.
    Moved,
    /// Nothing became of it.
    Same,
}

impl Change {
    /// All, the most serious first.
    pub const ALL: [Self; 9] = [
        Self::Lost,
        Self::Weakened,
        Self::Mixed,
        Self::Unclear,
        Self::Gained,
        Self::Strengthened,
        Self::Reworded,
        Self::Moved,
        Self::Same,
    ];

    /// Word used in machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Lost => "lost",
            Self::Weakened => "weakened",
            Self::Mixed => "mixed",
            Self::Unclear => "unclear",
            Self::Gained => "gained",
            Self::Strengthened => "strengthened",
            Self::Reworded => "reworded",
            Self::Moved => "moved",
            Self::Same => "same",
        }
    }

    /// Whether the customer has less than before.
    #[must_use]
    pub fn is_worse(self) -> bool {
        matches!(self, Self::Lost | Self::Weakened | Self::Mixed)
    }
}

/// What makes a passage demand less or more than its counterpart.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// This holds of the new passage, and did not of the old.
    Now(Reason),
    /// This held of the old passage, and does not of the new.
    NoLonger(Reason),
    /// A number is looser, or tighter; none on a side that states none.
    Number {
        /// Name of the parameter.
        parameter: String,
        /// On the old side.
        old: Option<Quantity>,
        /// On the new side.
        new: Option<Quantity>,
        /// Whether the new one asks for less.
        looser: bool,
    },
    /// The new passage no longer demands what the rule is about.
    NoLongerDemanded,
    /// The old passage did not demand what the rule is about.
    NewlyDemanded,
}

impl Why {
    /// Whether it makes the new passage demand less.
    #[must_use]
    pub fn is_weaker(&self) -> bool {
        match self {
            Self::Now(_) | Self::NoLongerDemanded => true,
            Self::NoLonger(_) | Self::NewlyDemanded => false,
            Self::Number { looser, .. } => *looser,
        }
    }
}

/// A passage on one side, with what its rule makes of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// The passage.
    pub passage: ReadPassage,
    /// What it is worth; none if the rule makes nothing of it.
    pub worth: Option<Worth>,
    /// Why it is not worth more.
    pub reasons: Vec<Reason>,
}

/// What became of one passage.
#[derive(Debug, Clone, PartialEq)]
pub struct PassageChange {
    /// What became of it.
    pub change: Change,
    /// The passage on the old side; none if it is new.
    pub old: Option<Side>,
    /// The passage on the new side; none if it is gone.
    pub new: Option<Side>,
    /// What makes it demand less or more.
    pub whys: Vec<Why>,
}

/// What became of one demand.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleChange {
    /// The rule.
    pub rule: RuleCard,
    /// What became of it.
    pub change: Change,
    /// The verdicts, old and new.
    pub verdicts: (Verdict, Verdict),
    /// What became of its passages, the most serious first; those that stayed as they were are left
    /// out.
    pub passages: Vec<PassageChange>,
}

/// Two packs, and what became of each demand between them.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The rules that were applied.
    pub ruleset: RulesetStamp,
    /// The older pack, or the one that was asked for.
    pub old: PackReport,
    /// The newer pack, or the one that was given.
    pub new: PackReport,
    /// What became of each demand, in the order of the rules.
    pub rules: Vec<RuleChange>,
    /// Duties of the supplier that bind less than before, in passages that no rule takes for
    /// anything, in the order of the old pack.
    pub others: Vec<PassageChange>,
}

/// Compares two packs that the same rules were applied to.
#[must_use]
pub fn compare(ruleset: RulesetStamp, old: &PackReading, new: &PackReading) -> Comparison {
    let alignment = align(&old.passages, &new.passages);
    let comparer = Comparer { old, new, alignment };
    let rules = old.report.findings.len().min(new.report.findings.len());
    let rules = (0..rules).map(|rule| comparer.rule(rule)).collect();
    let others = comparer.others();
    Comparison { ruleset, old: old.report.clone(), new: new.report.clone(), rules, others }
}

impl Comparison {
    /// How many demands this became of.
    #[must_use]
    pub fn count(&self, change: Change) -> usize {
        self.rules.iter().filter(|rule| rule.change == change).count()
    }

    /// How a run over it ends: worse demands of at least some severity count as gaps.
    #[must_use]
    pub fn outcome(&self, fail_on: Option<Severity>) -> Outcome {
        self.outcome_by(fail_on, |rule| rule.change.is_worse())
    }

    /// How a run ends in which demands of at least some severity count as gaps if they are `worse`.
    pub(super) fn outcome_by(
        &self,
        fail_on: Option<Severity>,
        worse: impl Fn(&RuleChange) -> bool,
    ) -> Outcome {
        let documents = self.old.documents.iter().chain(&self.new.documents);
        if documents.into_iter().any(|document| !document.status.is_complete()) {
            return Outcome::Incomplete;
        }
        let counts = |rule: &RuleChange| {
            fail_on.is_some_and(|least| rule.rule.severity >= least) && worse(rule)
        };
        if self.rules.iter().any(counts) { Outcome::Gaps } else { Outcome::Clean }
    }
}

struct Comparer<'p> {
    old: &'p PackReading,
    new: &'p PackReading,
    alignment: Alignment,
}

impl Comparer<'_> {
    fn rule(&self, rule: usize) -> RuleChange {
        let (old, new) = (&self.old.report.findings[rule], &self.new.report.findings[rule]);
        let verdicts = (old.verdict, new.verdict);
        let mut passages = self.passages(rule);
        let change = by_verdicts(verdicts).unwrap_or_else(|| {
            let compared = |change: &PassageChange| change.old.is_some() && change.new.is_some();
            if !passages.iter().any(compared) {
                self.compare_best(rule, &mut passages);
            }
            by_passages(&passages)
        });
        passages.retain(|passage| passage.change != Change::Same);
        passages.sort_by_key(|passage| (rank_in(passage, change), passage.change));
        RuleChange { rule: new.rule.clone(), change, verdicts, passages }
    }

    /// What became of every passage that a rule takes for a demand or its opposite, on either side.
    fn passages(&self, rule: usize) -> Vec<PassageChange> {
        let pairs = self.pairs(rule);
        let mut changes: Vec<PassageChange> =
            pairs.iter().map(|(old, new)| self.passage(rule, Some(*old), *new)).collect();
        let met: BTreeSet<usize> = pairs.iter().filter_map(|(_, new)| *new).collect();
        for reading in self.new.readings[rule].iter().filter(|reading| decides(reading)) {
            if !met.contains(&reading.passage) {
                let old = self.alignment.old_of[reading.passage];
                let old = old.filter(|old| !pairs.iter().any(|(paired, _)| paired == old));
                changes.push(self.passage(rule, old, Some(reading.passage)));
            }
        }
        changes
    }

    /// The passages that decided on the old side, each with what became of it. Where its counterpart
    /// decides nothing (a table was cut up in another way), one that does and holds the same words
    /// takes its place.
    fn pairs(&self, rule: usize) -> Vec<(usize, Option<usize>)> {
        let deciding = |side: &PackReading| -> Vec<usize> {
            let readings = side.readings[rule].iter().filter(|reading| decides(reading));
            readings.map(|reading| reading.passage).collect()
        };
        let (old, mut free) = (deciding(self.old), deciding(self.new));
        let mut pairs: Vec<(usize, Option<usize>)> =
            old.into_iter().map(|old| (old, self.alignment.new_of[old])).collect();
        let mut alone = Vec::new();
        for (at, (_, new)) in pairs.iter().enumerate() {
            match new.and_then(|new| free.iter().position(|other| *other == new)) {
                Some(found) => drop(free.remove(found)),
                None => alone.push(at),
            }
        }
        for at in alone {
            let before = words(&self.old.passages[pairs[at].0].words);
            let shares = free.iter().enumerate().map(|(index, other)| {
                (overlap(&before, &words(&self.new.passages[*other].words)), index)
            });
            let best = shares.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
            if let Some((_, index)) = best.filter(|(share, _)| *share >= SAME_WORDS) {
                pairs[at].1 = Some(free.remove(index));
            }
        }
        pairs
    }

    /// Sets the best passages of either side against each other, for packs that share no passage of
    /// a rule.
    fn compare_best(&self, rule: usize, passages: &mut Vec<PassageChange>) {
        let best = |side: &PackReading| {
            let readings = side.readings[rule].iter().filter(|reading| decides(reading));
            let best = readings.max_by_key(|reading| {
                let fewest_first = std::cmp::Reverse((reading.reasons.len(), reading.passage));
                (rank(Some(reading)), fewest_first)
            });
            best.map(|reading| reading.passage)
        };
        let (Some(old), Some(new)) = (best(self.old), best(self.new)) else { return };
        let is = |side: &Option<Side>, pack: &PackReading, at: usize| {
            side.as_ref().is_some_and(|side| side.passage == pack.passages[at])
        };
        passages
            .retain(|passage| !is(&passage.old, self.old, old) && !is(&passage.new, self.new, new));
        passages.push(self.passage(rule, Some(old), Some(new)));
    }

    /// Duties that bind less than before where no rule looks.
    fn others(&self) -> Vec<PassageChange> {
        let readings = self.old.readings.iter().flatten().filter(|reading| decides(reading));
        let covered: BTreeSet<usize> = readings.map(|reading| reading.passage).collect();
        let alone = |passage: &ReadPassage| {
            Some(Side { passage: passage.clone(), worth: None, reasons: Vec::new() })
        };
        let pairs = self.alignment.new_of.iter().enumerate();
        pairs
            .filter(|(at, _)| !covered.contains(at))
            .filter_map(|(at, new)| {
                let (old, new) = (&self.old.passages[at], &self.new.passages[(*new)?]);
                let why = less_binding(old.duty, new.duty)?;
                let differs = words(&old.quote) != words(&new.quote);
                differs.then(|| PassageChange {
                    change: Change::Weakened,
                    old: alone(old),
                    new: alone(new),
                    whys: vec![Why::Now(why)],
                })
            })
            .collect()
    }

    fn reading<'r>(
        &self,
        side: &'r PackReading,
        rule: usize,
        at: usize,
    ) -> Option<&'r RuleReading> {
        let readings = &side.readings[rule];
        let found = readings.binary_search_by_key(&at, |reading| reading.passage).ok()?;
        Some(&readings[found])
    }

    /// What became of one passage.
    fn passage(&self, rule: usize, old: Option<usize>, new: Option<usize>) -> PassageChange {
        let of = |side: &PackReading, at: Option<usize>| {
            let at = at?;
            let reading = self.reading(side, rule, at);
            Some(Side {
                passage: side.passages[at].clone(),
                worth: reading.map(|reading| reading.worth),
                reasons: reading.map(|reading| reading.reasons.clone()).unwrap_or_default(),
            })
        };
        let there = |side, at: Option<usize>| at.and_then(|at| self.reading(side, rule, at));
        let (whys, strength) = match (old, new) {
            (Some(_), Some(_)) => {
                let readings = (there(self.old, old), there(self.new, new));
                let mut whys = whys(readings.0, readings.1);
                let versions = old.is_some_and(|old| self.alignment.new_of[old] == new);
                if versions && rank(readings.0) > 1 && rank(readings.1) > 1 {
                    let of = |side: &PackReading, at: Option<usize>| -> Vec<String> {
                        at.map(|at| side.passages[at].qualifiers.clone()).unwrap_or_default()
                    };
                    qualifiers(&of(self.old, old), &of(self.new, new), &mut whys);
                }
                let strength = strength(readings.0, readings.1, &whys);
                (whys, strength)
            }
            _ => (Vec::new(), None),
        };
        let (old, new) = (of(self.old, old), of(self.new, new));
        let change = match (&old, &new) {
            (Some(_), None) => Change::Lost,
            (None, Some(_)) => Change::Gained,
            (Some(old), Some(new)) => strength.unwrap_or_else(|| same_strength(old, new)),
            (None, None) => Change::Same,
        };
        PassageChange { change, old, new, whys }
    }
}

/// Why a duty of the supplier binds less than it did, if it does.
fn less_binding(old: Duty, new: Duty) -> Option<Reason> {
    let supplier = matches!(old.bearer, Bearer::Supplier | Bearer::Both);
    if !supplier || old.force != Force::Must || old.polarity != Polarity::Affirmed {
        return None;
    }
    match (new.polarity, new.force) {
        (Polarity::Denied, _) => Some(Reason::DutyDenied),
        (Polarity::Affirmed, Force::Should) => Some(Reason::OnlyRecommended),
        (Polarity::Affirmed, Force::May) => Some(Reason::OnlyPermitted),
        _ => None,
    }
}

/// Whether a passage demands what the rule is about, or its opposite.
fn decides(reading: &RuleReading) -> bool {
    matches!(reading.worth, Worth::Supports | Worth::FallsShort | Worth::Contradicts)
}

/// How much a passage gives the customer.
fn rank(reading: Option<&RuleReading>) -> u8 {
    match reading.map(|reading| reading.worth) {
        Some(Worth::Contradicts) => 0,
        Some(Worth::Misses | Worth::Near) | None => 1,
        Some(Worth::FallsShort) => 2,
        Some(Worth::Supports) => 3,
    }
}

/// What the verdicts alone tell; none if they are the same and the passages decide.
fn by_verdicts((old, new): (Verdict, Verdict)) -> Option<Change> {
    use Verdict::{Contradicted, Met, Missing, NotApplicable, Undetermined, Weak};
    let absent = |verdict| matches!(verdict, Missing | NotApplicable);
    let worth = |verdict| match verdict {
        Contradicted => 0,
        Missing | NotApplicable | Undetermined => 1,
        Weak => 2,
        Met => 3,
    };
    match (old, new) {
        (Undetermined, _) | (_, Undetermined) => Some(Change::Unclear),
        (old, new) if absent(old) && absent(new) => Some(Change::Same),
        (old, Met | Weak) if absent(old) => Some(Change::Gained),
        (Met | Weak, new) if absent(new) => Some(Change::Lost),
        (old, new) if worth(new) < worth(old) => Some(Change::Weakened),
        (old, new) if worth(new) > worth(old) => Some(Change::Strengthened),
        _ => None,
    }
}

/// What the passages tell of a demand whose verdict stays the same. One that is gone or new matters
/// if it contradicts, and no other took its place.
fn by_passages(passages: &[PassageChange]) -> Change {
    let mut against: isize = 0;
    let (mut weaker, mut stronger) = (false, false);
    for passage in passages {
        match passage.change {
            Change::Weakened => weaker = true,
            Change::Strengthened => stronger = true,
            Change::Mixed => (weaker, stronger) = (true, true),
            Change::Gained if contradicts(&passage.new) => against += 1,
            Change::Lost if contradicts(&passage.old) => against -= 1,
            _ => {}
        }
    }
    let has = |change| passages.iter().any(|passage| passage.change == change);
    match (weaker || against > 0, stronger || against < 0) {
        (true, true) => Change::Mixed,
        (true, false) => Change::Weakened,
        (false, true) => Change::Strengthened,
        _ if has(Change::Lost) || has(Change::Gained) || has(Change::Reworded) => Change::Reworded,
        _ if has(Change::Moved) => Change::Moved,
        _ => Change::Same,
    }
}

fn contradicts(side: &Option<Side>) -> bool {
    side.as_ref().is_some_and(|side| side.worth == Some(Worth::Contradicts))
}

/// How well a passage shows what became of its demand; what shows it best is smallest.
fn rank_in(passage: &PassageChange, change: Change) -> u8 {
    let shows = match (change, passage.change) {
        (_, own) if own == change => true,
        (Change::Weakened, Change::Gained) => contradicts(&passage.new),
        (Change::Strengthened, Change::Gained) => !contradicts(&passage.new),
        (Change::Strengthened, Change::Lost) => contradicts(&passage.old),
        (Change::Weakened, Change::Mixed) | (Change::Mixed, Change::Weakened) => true,
        _ => false,
    };
    u8::from(!shows)
}

/// What makes the new reading of a passage demand less or more.
fn whys(old: Option<&RuleReading>, new: Option<&RuleReading>) -> Vec<Why> {
    let none: &[Reason] = &[];
    let reasons = |side: Option<&RuleReading>| -> Vec<Reason> {
        let all = side.map_or(none, |reading| reading.reasons.as_slice());
        all.iter().filter(|reason| !is_number(reason)).cloned().collect()
    };
    let (before, after) = (reasons(old), reasons(new));
    let mut whys = Vec::new();
    if old.is_some_and(decides) && !new.is_some_and(decides) && after.is_empty() {
        whys.push(Why::NoLongerDemanded);
    }
    if !old.is_some_and(decides) && new.is_some_and(decides) && before.is_empty() {
        whys.push(Why::NewlyDemanded);
    }
    whys.extend(after.iter().filter(|reason| !before.contains(reason)).cloned().map(Why::Now));
    whys.extend(before.iter().filter(|reason| !after.contains(reason)).cloned().map(Why::NoLonger));
    let parameters = |side: Option<&RuleReading>| -> Vec<ParameterResult> {
        side.map(|reading| reading.parameters.clone()).unwrap_or_default()
    };
    let (before, after) = (parameters(old), parameters(new));
    for (old, new) in before.iter().zip(&after) {
        whys.extend(number(old, new));
    }
    whys
}

/// Adds, for two versions of a passage, the words that leave open how much is demanded and stand on one side only. A rule that puts
/// up with such words does not say so of words that were put in afterwards.
fn qualifiers(old: &[String], new: &[String], whys: &mut Vec<Why>) {
    let has = |side: &[String], word: &String| {
        side.iter().any(|other| other.to_lowercase() == word.to_lowercase())
    };
    let (before, after) = (old.to_vec(), new.to_vec());
    let added = after.iter().filter(|word| !has(old, word));
    let dropped = before.iter().filter(|word| !has(new, word));
    let added = added.map(|word| Why::Now(Reason::Vague(word.clone())));
    let dropped = dropped.map(|word| Why::NoLonger(Reason::Vague(word.clone())));
    for why in added.chain(dropped) {
        if !whys.contains(&why) {
            whys.push(why);
        }
    }
}

/// Whether a reason is about a number, which is compared as such.
fn is_number(reason: &Reason) -> bool {
    matches!(reason, Reason::NumberMissing { .. } | Reason::NumberOutside { .. })
}

/// What became of a number.
fn number(old: &ParameterResult, new: &ParameterResult) -> Option<Why> {
    let looser = match (&old.found, &new.found) {
        (None, None) => return None,
        (Some(_), None) => true,
        (None, Some(_)) => false,
        (Some(before), Some(after)) => is_looser(new.comparator, before, after)?,
    };
    let (parameter, old, new) = (new.name.clone(), old.found, new.found);
    Some(Why::Number { parameter, old, new, looser })
}

/// Whether the number that was found after asks for less than the one before; none if it asks for as
/// much, or the two cannot be compared.
fn is_looser(comparator: Comparator, before: &Quantity, after: &Quantity) -> Option<bool> {
    let as_strict = comparator.accepts(after, before)?;
    let as_loose = comparator.accepts(before, after)?;
    (as_strict != as_loose).then_some(as_loose)
}

/// Whether a passage demands less or more than its counterpart; none if as much.
fn strength(old: Option<&RuleReading>, new: Option<&RuleReading>, whys: &[Why]) -> Option<Change> {
    match rank(new).cmp(&rank(old)) {
        std::cmp::Ordering::Less => return Some(Change::Weakened),
        std::cmp::Ordering::Greater => return Some(Change::Strengthened),
        std::cmp::Ordering::Equal => {}
    }
    // Between two contradictions there is no more or less.
    if rank(new) < 2 {
        return None;
    }
    let weaker = whys.iter().any(Why::is_weaker);
    let stronger = whys.iter().any(|why| !why.is_weaker());
    match (weaker, stronger) {
        (true, true) => Some(Change::Mixed),
        (true, false) => Some(Change::Weakened),
        (false, true) => Some(Change::Strengthened),
        (false, false) => None,
    }
}

/// What became of a passage that demands as much as before.
fn same_strength(old: &Side, new: &Side) -> Change {
    let (old, new) = (&old.passage, &new.passage);
    let path = |passage: &ReadPassage| -> BTreeSet<String> {
        passage.place.path.last().map(|clause| words(clause).join(" ")).into_iter().collect()
    };
    if words(&old.quote) != words(&new.quote) {
        Change::Reworded
    } else if path(old) != path(new) {
        Change::Moved
    } else {
        Change::Same
    }
}

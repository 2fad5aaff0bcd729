//! From the passages of a pack to the finding of one rule.

use super::Engine;
use super::assess::Assessment;
use super::assess::Assessor;
use super::duty;
use super::index::PackIndex;
use super::index::Passage;
use super::index::PassageId;
use super::judge::Tally;
use super::judge::judge;
use super::matching;
use super::nearest;
use super::parameters;
use super::place;
use crate::model::Disposition;
use crate::model::DocumentKind;
use crate::model::Evidence;
use crate::model::Finding;
use crate::model::ParameterResult;
use crate::model::Reason;
use crate::model::Role;
use crate::model::Verdict;
use crate::ruleset::ConceptId;
use crate::ruleset::Pattern;
use crate::ruleset::Rule;

/// How many passages of one role a finding carries.
const SHOWN: usize = 5;

/// Everything found for a rule, sorted by what it is worth.
#[derive(Default)]
struct Gathered {
    full: Vec<(PassageId, Vec<ParameterResult>)>,
    weak: Vec<(PassageId, Vec<Reason>, Vec<ParameterResult>)>,
    against: Vec<(PassageId, Vec<Reason>)>,
    misses: Vec<(PassageId, Vec<Reason>)>,
}

/// The finding of `rule`.
pub(super) fn find(engine: &Engine<'_>, index: &PackIndex<'_>, rule: &Rule) -> Finding {
    let assessor = Assessor { ruleset: engine.ruleset, vocabulary: &engine.vocabulary, index };
    let mut gathered = gather(&assessor, rule);
    gathered.weak.sort_by_key(|(id, reasons, _)| (reasons.len(), *id));
    let not_of_kind = kinds_without(engine, index, rule);
    let trigger = rule
        .applies_when
        .as_ref()
        .filter(|applies| !engine.assumptions.applies.contains(&applies.key))
        .map(|applies| first_match(&applies.pattern, &assessor));
    let unread = index.pack.documents.iter().filter(|document| !document.is_fully_read()).count();
    let tally = Tally {
        triggered: not_of_kind.is_none() && trigger.is_none_or(|found| found.is_some()),
        complete: unread == 0 && !index.pack.documents.is_empty(),
        full: gathered.full.len(),
        weakened: gathered.weak.len(),
        contradicting: gathered.against.len(),
    };
    let verdict = judge(tally);
    let parameters = match (gathered.full.first(), gathered.weak.first()) {
        (Some((_, parameters)), _) | (None, Some((_, _, parameters))) => parameters.clone(),
        (None, None) => parameters::unread(rule),
    };
    let absent = matches!(verdict, Verdict::Missing | Verdict::Undetermined);
    let near = if absent {
        nearest::find(&assessor, rule, std::mem::take(&mut gathered.misses))
    } else {
        Vec::new()
    };
    let searched = index.len();
    let reasons = match not_of_kind.filter(|_| verdict == Verdict::NotApplicable) {
        Some(kinds) => vec![Reason::NotOfKind(kinds)],
        None => reasons(verdict, &gathered, &near, rule, searched, unread),
    };
    let evidence = evidence(&assessor, &gathered, near, trigger.flatten(), verdict);
    let (rule, disposition) = (rule.card.clone(), Disposition::Open);
    Finding { rule, verdict, reasons, parameters, evidence, disposition }
}

/// The kinds of documents in the pack, if the clause is expected in none of them.
fn kinds_without(
    engine: &Engine<'_>,
    index: &PackIndex<'_>,
    rule: &Rule,
) -> Option<Vec<DocumentKind>> {
    let kinds = engine.assumptions.kinds.clone().or_else(|| index.pack_kinds())?;
    let none = !kinds.is_empty() && kinds.iter().all(|kind| rule.not_in.contains(kind));
    none.then(|| kinds.into_iter().collect())
}

fn gather(assessor: &Assessor<'_>, rule: &Rule) -> Gathered {
    let mut gathered = Gathered { against: contradictions(assessor, rule), ..Gathered::default() };
    let contradicting: Vec<PassageId> = gathered.against.iter().map(|(id, _)| *id).collect();
    let mut candidates: Vec<PassageId> = rule
        .expects
        .iter()
        .flat_map(|expectation| assessor.index.candidates(&expectation.pattern.needs()))
        .collect();
    candidates.sort_unstable();
    candidates.dedup();
    for id in candidates {
        if contradicting.binary_search(&id).is_ok() {
            continue;
        }
        let passage = assessor.index.passage(id);
        // Once there is more support than is shown, only a denial can change the finding.
        if gathered.full.len() > SHOWN && !assessor.may_deny(&passage) {
            continue;
        }
        gathered.add(id, assessor.assess(rule, &passage));
    }
    if gathered.full.is_empty() {
        for id in contradiction_candidates(assessor, rule, true) {
            let found = assessor.contradiction(rule, &assessor.index.passage(id), true);
            if contradicting.binary_search(&id).is_err() {
                gathered.add(id, found);
            }
        }
    }
    gathered.against.sort_by_key(|(id, _)| *id);
    gathered
}

impl Gathered {
    /// Puts what a passage is worth where it belongs.
    fn add(&mut self, id: PassageId, assessment: Option<Assessment>) {
        match assessment {
            Some(Assessment::Supports { reasons, parameters }) if reasons.is_empty() => {
                self.full.push((id, parameters));
            }
            Some(Assessment::Supports { reasons, parameters }) => {
                self.weak.push((id, reasons, parameters));
            }
            Some(Assessment::Contradicts(reasons)) => self.against.push((id, reasons)),
            Some(Assessment::Misses(reasons)) => self.misses.push((id, reasons)),
            None => {}
        }
    }
}

/// Passages that do the opposite whatever else the pack says, in order.
fn contradictions(assessor: &Assessor<'_>, rule: &Rule) -> Vec<(PassageId, Vec<Reason>)> {
    let mut candidates = contradiction_candidates(assessor, rule, false);
    for concept in &rule.obsolete {
        candidates.extend(assessor.index.with(*concept));
    }
    candidates.sort_unstable();
    candidates.dedup();
    let judged = candidates.into_iter().filter_map(|id| {
        let passage = assessor.index.passage(id);
        let found = assessor.contradiction(rule, &passage, false);
        match found.or_else(|| assessor.obsolete(rule, &passage)) {
            Some(Assessment::Contradicts(reasons)) => Some((id, reasons)),
            _ => None,
        }
    });
    judged.collect()
}

/// Passages in which a contradicting wording may hold, in order; with `general`, one that gives
/// way to support.
fn contradiction_candidates(assessor: &Assessor<'_>, rule: &Rule, general: bool) -> Vec<PassageId> {
    let wordings = rule.contradicted_by.iter().filter(|wording| wording.unless_met == general);
    let mut found: Vec<PassageId> =
        wordings.flat_map(|wording| assessor.index.candidates(&wording.pattern.needs())).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The first provision in which a pattern holds; what people must know is not what a pack is about.
fn first_match(pattern: &Pattern, assessor: &Assessor<'_>) -> Option<PassageId> {
    let index = assessor.index;
    let mut concepts: Vec<ConceptId> = Vec::new();
    pattern.concepts(&mut concepts);
    let needs = pattern.needs();
    let candidates =
        if needs.is_empty() { index.candidates(&[concepts]) } else { index.candidates(&needs) };
    candidates.into_iter().find(|id| {
        let passage = index.passage(*id);
        matching::find(pattern, &passage, index).is_some() && !assessor.asks_for_skills(&passage)
    })
}

fn reasons(
    verdict: Verdict,
    gathered: &Gathered,
    near: &[(PassageId, Vec<Reason>)],
    rule: &Rule,
    searched: usize,
    unread: usize,
) -> Vec<Reason> {
    let not_read = (unread > 0).then_some(Reason::NotFullyRead { documents: unread });
    let mut reasons = match verdict {
        Verdict::Met => Vec::new(),
        Verdict::Weak => {
            gathered.weak.first().map(|(_, reasons, _)| reasons.clone()).unwrap_or_default()
        }
        Verdict::Contradicted => {
            gathered.against.first().map(|(_, reasons)| reasons.clone()).unwrap_or_default()
        }
        Verdict::NotApplicable => {
            let about = rule.applies_when.as_ref().map(|applies| applies.about.clone());
            about.map(Reason::NotTriggered).into_iter().collect()
        }
        Verdict::Missing | Verdict::Undetermined if near.is_empty() => {
            vec![Reason::NothingFound { searched }]
        }
        Verdict::Missing | Verdict::Undetermined => near[0].1.clone(),
    };
    if matches!(verdict, Verdict::Undetermined | Verdict::Weak) {
        reasons.extend(not_read);
    }
    reasons
}

fn evidence(
    assessor: &Assessor<'_>,
    gathered: &Gathered,
    near: Vec<(PassageId, Vec<Reason>)>,
    trigger: Option<PassageId>,
    verdict: Verdict,
) -> Vec<Evidence> {
    let one = |role, id: PassageId, reasons: Vec<Reason>| {
        passage_evidence(role, &assessor.index.passage(id), reasons, assessor)
    };
    let mut evidence = Vec::new();
    let against = gathered.against.iter().take(SHOWN);
    evidence.extend(against.map(|(id, reasons)| one(Role::Contradicts, *id, reasons.clone())));
    evidence.extend(
        gathered.full.iter().take(SHOWN).map(|(id, _)| one(Role::Supports, *id, Vec::new())),
    );
    if gathered.full.is_empty() {
        let weak = gathered.weak.iter().take(SHOWN);
        evidence.extend(weak.map(|(id, reasons, _)| one(Role::Weakens, *id, reasons.clone())));
    }
    if matches!(verdict, Verdict::Missing | Verdict::Undetermined) {
        evidence.extend(trigger.map(|id| one(Role::Triggers, id, Vec::new())));
    }
    evidence.extend(near.into_iter().map(|(id, reasons)| one(Role::Nearest, id, reasons)));
    evidence
}

pub(super) fn passage_evidence(
    role: Role,
    passage: &Passage<'_>,
    reasons: Vec<Reason>,
    assessor: &Assessor<'_>,
) -> Evidence {
    let span = passage.provision.span;
    Evidence {
        role,
        document: passage.document,
        span,
        place: place::place(&assessor.index.pack.documents[passage.document], passage),
        quote: passage.quote(),
        duty: Some(duty::duty(passage, span, assessor.vocabulary).duty),
        reasons,
    }
}

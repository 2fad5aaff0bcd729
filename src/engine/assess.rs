//! What one passage is worth to one rule.

use super::bearer;
use super::duty;
use super::duty::Reading;
use super::elsewhere;
use super::index::PackIndex;
use super::index::Passage;
use super::matching;
use super::parameters;
use super::vague;
use super::vague::Numbers;
use super::vocabulary::Vocabulary;
use crate::model::Bearer;
use crate::model::Force;
use crate::model::Form;
use crate::model::ParameterResult;
use crate::model::Polarity;
use crate::model::ProvisionKind;
use crate::model::Reason;
use crate::model::Span;
use crate::ruleset::ConceptId;
use crate::ruleset::Expectation;
use crate::ruleset::Rule;
use crate::ruleset::Ruleset;
use crate::ruleset::Wording;

/// How far "disabled", "not be used" … may stand from the technology that it phases out.
const PHASE_OUT_REACH: usize = 110;

/// How far behind the words of a rule an exception still concerns them, in bytes.
const EXCEPTION_REACH: usize = 120;

/// How far behind "unless" the customer stands who may decide otherwise, in bytes.
const CUSTOMER_REACH: usize = 8;

/// What a passage does for a rule.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Assessment {
    /// It demands what the rule asks for; the reasons say where it falls short.
    Supports { reasons: Vec<Reason>, parameters: Vec<ParameterResult> },
    /// It does the opposite.
    Contradicts(Vec<Reason>),
    /// It speaks of the same thing without demanding it.
    Misses(Vec<Reason>),
}

/// Looks at passages with the eyes of a ruleset.
pub(super) struct Assessor<'a> {
    pub(super) ruleset: &'a Ruleset,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) index: &'a PackIndex<'a>,
}

impl Assessor<'_> {
    /// What the passage is worth to the rule; the best of what its expectations make of it.
    /// `None` if the passage does not speak of what the rule is about.
    pub(super) fn assess(&self, rule: &Rule, passage: &Passage<'_>) -> Option<Assessment> {
        rule.expects
            .iter()
            .filter_map(|expectation| self.expectation(rule, expectation, passage))
            .min_by_key(rank)
    }

    fn expectation(
        &self,
        rule: &Rule,
        expectation: &Expectation,
        passage: &Passage<'_>,
    ) -> Option<Assessment> {
        let region = matching::find(&expectation.pattern, passage, self.index)?;
        let at = region.unwrap_or(passage.provision.span);
        if let Some(reason) = not_a_demand(passage.provision.kind, expectation.form) {
            return Some(Assessment::Misses(vec![reason]));
        }
        // "even if it had knowledge of the possibility": a statement is no list of skills.
        if let Some(reason) = self.only_tells(passage) {
            return Some(Assessment::Misses(vec![reason]));
        }
        let demands = expectation.form != Form::Statement || expectation.falls_short.is_some();
        if (demands && self.asks_for_skills(passage)) || self.lists_skills(passage) {
            return Some(Assessment::Misses(vec![Reason::OnlySkills]));
        }
        let reading = duty::duty(passage, at, self.vocabulary);
        if let Some(assessment) = wrong_polarity(expectation, &reading) {
            return Some(assessment);
        }
        if let Some(reason) = wrong_party(expectation, &reading) {
            return Some(Assessment::Misses(vec![reason]));
        }
        if !reading.binding && expectation.form == Form::Obligation {
            return Some(Assessment::Misses(vec![Reason::NotBinding]));
        }
        let mut reasons = match &expectation.falls_short {
            Some(why) => vec![Reason::WeakWording(why.clone())],
            None => self.weak_wordings(rule, passage),
        };
        reasons.extend(weak_force(expectation.form, &reading));
        reasons.extend(self.exception(rule, expectation.form, passage, at, &reading));
        let (parameters, shortfalls) = parameters::read(rule, passage, at, self.index);
        let stated = parameters.iter().any(|parameter| parameter.found.is_some());
        if passage.provision.kind == ProvisionKind::Definition
            && !stated
            && !elsewhere::defines_used_term(passage)
        {
            return Some(Assessment::Misses(vec![Reason::OnlyDefinition]));
        }
        let numbers = Numbers { stated, shortfalls };
        reasons.extend(vague::reasons(
            self.ruleset,
            self.vocabulary,
            rule,
            passage,
            at,
            &reading,
            numbers,
        ));
        Some(Assessment::Supports { reasons, parameters })
    }

    /// Why a passage demands nothing though it is a sentence or an item: it is the wording of a form
    /// ("confidential treatment has been requested"), or its lead-in only tells what follows
    /// ("Changes include:").
    fn only_tells(&self, passage: &Passage<'_>) -> Option<Reason> {
        let vocabulary = self.vocabulary;
        if passage.own.iter().any(|hit| hit.concept == vocabulary.boilerplate) {
            return Some(Reason::OnlyBoilerplate);
        }
        let tells = passage.lead_in().any(|hit| hit.concept == vocabulary.describes);
        (tells && !self.binds_by_itself(passage)).then_some(Reason::NotBinding)
    }

    /// "for the following purposes: (i) …, the Processor shall inform the Controller": an item may go on
    /// to bind the supplier in so many words.
    fn binds_by_itself(&self, passage: &Passage<'_>) -> bool {
        let of = |concept| passage.own.iter().filter(move |hit| hit.concept == concept);
        of(self.vocabulary.must)
            .any(|verb| of(self.vocabulary.supplier).any(|party| bearer::are_close(party, verb)))
    }

    /// Whether a passage has anything that can turn a demand into its denial.
    pub(super) fn may_deny(&self, passage: &Passage<'_>) -> bool {
        let vocabulary = self.vocabulary;
        let denying = [vocabulary.negation, vocabulary.not_required, vocabulary.must_not];
        passage.own.iter().chain(passage.lead_in()).any(|hit| denying.contains(&hit.concept))
    }

    /// "experience of penetration tests": what people must know is not what is done for the customer.
    pub(super) fn asks_for_skills(&self, passage: &Passage<'_>) -> bool {
        let skill = self.vocabulary.skill;
        passage.own.iter().any(|hit| hit.concept == skill)
            || self.lists_skills(passage)
            || passage.is_under(skill)
    }

    /// "Experience of the following counts: …": an item of a list of skills demands nothing.
    fn lists_skills(&self, passage: &Passage<'_>) -> bool {
        passage.lead_in().any(|hit| hit.concept == self.vocabulary.skill)
    }

    /// "unless …", "except …" behind a duty leaves a way out, except where it is the law or the customer
    /// who asks for something else.
    fn exception(
        &self,
        rule: &Rule,
        form: Form,
        passage: &Passage<'_>,
        at: Span,
        reading: &Reading,
    ) -> Option<Reason> {
        let vocabulary = self.vocabulary;
        if form != Form::Obligation || rule.tolerates.contains(&vocabulary.exception) {
            return None;
        }
        let modal = reading.modal.filter(|_| reading.duty.polarity == Polarity::Affirmed)?;
        let hit = passage.own.iter().find(|hit| {
            let start = hit.start as usize;
            hit.concept == vocabulary.exception
                && start >= modal.end()
                && start < at.end() + EXCEPTION_REACH
        })?;
        let follows = |concept: ConceptId, within: usize| {
            passage.own.iter().any(|other| {
                other.concept == concept
                    && other.start >= hit.end
                    && ((other.start - hit.end) as usize) < within
            })
        };
        let words = hit.span().of(passage.text).to_owned();
        let excused = follows(vocabulary.compelled, EXCEPTION_REACH)
            || follows(vocabulary.customer, CUSTOMER_REACH);
        (!excused).then_some(Reason::Exception(words))
    }

    /// Wordings of the rule that make the passage weak.
    fn weak_wordings(&self, rule: &Rule, passage: &Passage<'_>) -> Vec<Reason> {
        rule.weakened_by
            .iter()
            .filter(|wording| self.holds(wording, passage).is_some())
            .map(|wording| Reason::WeakWording(wording.wording.clone()))
            .collect()
    }

    /// Whether a wording stands in the passage with the polarity that it needs.
    fn holds(&self, wording: &Wording, passage: &Passage<'_>) -> Option<Span> {
        let region = matching::find(&wording.pattern, passage, self.index)?;
        let at = region.unwrap_or(passage.provision.span);
        let polarity = duty::duty(passage, at, self.vocabulary).duty.polarity;
        wording.polarity.is_none_or(|wanted| wanted == polarity).then_some(at)
    }

    /// Whether the passage does the opposite of what the rule asks for, by a wording that holds
    /// against any support or, with `general`, by one that gives way to it.
    pub(super) fn contradiction(
        &self,
        rule: &Rule,
        passage: &Passage<'_>,
        general: bool,
    ) -> Option<Assessment> {
        if not_a_demand(passage.provision.kind, Form::Obligation).is_some() {
            return None;
        }
        let reasons: Vec<Reason> = rule
            .contradicted_by
            .iter()
            .filter(|wording| wording.unless_met == general)
            .filter(|wording| {
                self.holds(wording, passage)
                    .is_some_and(|at| !self.is_phased_out(passage, at.start(), at.end()))
            })
            .map(|wording| Reason::OppositeWording(wording.wording.clone()))
            .collect();
        (!reasons.is_empty()).then_some(Assessment::Contradicts(reasons))
    }

    /// Whether the passage allows or demands obsolete technology.
    pub(super) fn obsolete(&self, rule: &Rule, passage: &Passage<'_>) -> Option<Assessment> {
        if not_a_demand(passage.provision.kind, Form::Obligation).is_some()
            || self.asks_for_skills(passage)
        {
            return None;
        }
        let hit = passage.own.iter().find(|hit| {
            rule.obsolete.contains(&hit.concept)
                && !self.is_phased_out(passage, hit.start as usize, hit.end as usize)
        })?;
        let at = hit.span();
        let reading = duty::duty(passage, at, self.vocabulary);
        let allowed = reading.duty.polarity == Polarity::Affirmed
            && (reading.binding || reading.modal.is_some());
        let replace_by =
            self.ruleset.lexicon.concept(hit.concept).replace_by.clone().unwrap_or_default();
        let reason = Reason::Obsolete { found: at.of(passage.text).to_owned(), replace_by };
        allowed.then(|| Assessment::Contradicts(vec![reason]))
    }

    fn is_phased_out(&self, passage: &Passage<'_>, start: usize, end: usize) -> bool {
        let close = |hit: &super::index::Hit| {
            let outside = hit.end as usize <= start || hit.start as usize >= end;
            let distance = if hit.end as usize <= start {
                start - hit.end as usize
            } else {
                (hit.start as usize).saturating_sub(end)
            };
            outside && distance <= PHASE_OUT_REACH
        };
        passage.own.iter().any(|hit| hit.concept == self.vocabulary.phase_out && close(hit))
            || passage.lead_in().any(|hit| hit.concept == self.vocabulary.phase_out)
    }
}

/// What counts first: a duty that is denied, then support with few reasons, then misses.
fn rank(assessment: &Assessment) -> (u8, usize) {
    match assessment {
        Assessment::Contradicts(_) => (0, 0),
        Assessment::Supports { reasons, .. } => (1, reasons.len()),
        Assessment::Misses(_) => (2, 0),
    }
}

/// Why a passage of this kind demands nothing, whatever it says.
fn not_a_demand(kind: ProvisionKind, form: Form) -> Option<Reason> {
    match kind {
        ProvisionKind::Heading => Some(Reason::OnlyHeading),
        ProvisionKind::ContentsEntry => Some(Reason::OnlyContents),
        ProvisionKind::Definition if form != Form::Statement => Some(Reason::OnlyDefinition),
        ProvisionKind::Question => Some(Reason::OnlyQuestion),
        ProvisionKind::Placeholder => Some(Reason::OnlyPlaceholder),
        _ => None,
    }
}

fn wrong_polarity(expectation: &Expectation, reading: &Reading) -> Option<Assessment> {
    let denied = reading.duty.polarity == Polarity::Denied && reading.modal.is_some();
    let concerns = expectation.any_bearer || binds_supplier(reading);
    if denied && expectation.form == Form::Obligation && concerns {
        // What only touches on the matter denies nothing of it when it is denied.
        let denial = vec![Reason::DutyDenied];
        return Some(match expectation.falls_short {
            Some(_) => Assessment::Misses(denial),
            None => Assessment::Contradicts(denial),
        });
    }
    let wanted = expectation.polarity?;
    match (wanted, reading.duty.polarity) {
        (wanted, found) if wanted == found => None,
        // "The Supplier does not store data outside the EU": the prohibition in the indicative.
        (Polarity::Prohibited, Polarity::Denied) if reading.modal.is_none() => None,
        (Polarity::Affirmed, Polarity::Denied)
            if reading.modal.is_some() && binds_supplier(reading) =>
        {
            Some(Assessment::Contradicts(vec![Reason::DutyDenied]))
        }
        (Polarity::Affirmed, Polarity::Prohibited) => {
            Some(Assessment::Misses(vec![Reason::Forbidden]))
        }
        (Polarity::Prohibited, _) => Some(Assessment::Misses(vec![Reason::NotForbidden])),
        (Polarity::Affirmed, Polarity::Denied) => {
            Some(Assessment::Misses(vec![Reason::DutyDenied]))
        }
        _ => Some(Assessment::Misses(vec![Reason::NotBinding])),
    }
}

fn binds_supplier(reading: &Reading) -> bool {
    matches!(reading.duty.bearer, Bearer::Supplier | Bearer::Both | Bearer::Unstated)
}

fn wrong_party(expectation: &Expectation, reading: &Reading) -> Option<Reason> {
    let bearer = reading.duty.bearer;
    let (right, may) = (expectation.form == Form::Right, reading.duty.force == Force::May);
    if right && may && bearer == Bearer::Supplier && !reading.offers {
        return Some(Reason::RightOfSupplier);
    }
    if expectation.any_bearer || expectation.form != Form::Obligation || binds_supplier(reading) {
        return None;
    }
    Some(Reason::WrongParty(bearer))
}

/// Why the force of a passage is not enough. Rights and statements need no "shall".
fn weak_force(form: Form, reading: &Reading) -> Option<Reason> {
    match (form, reading.duty.force) {
        (Form::Obligation, Force::Should) | (Form::Right, Force::Should) => {
            Some(Reason::OnlyRecommended)
        }
        (Form::Obligation, Force::May) => Some(Reason::OnlyPermitted),
        _ => None,
    }
}

//! One language's sentences, with English behind them.

use super::shorten;
use crate::model::Basis;
use crate::model::Bearer;
use crate::model::Comparator;
use crate::model::Disposition;
use crate::model::DocumentKind;
use crate::model::Finding;
use crate::model::Force;
use crate::model::Language;
use crate::model::Note;
use crate::model::Place;
use crate::model::Quantity;
use crate::model::ReadStatus;
use crate::model::Reason;
use crate::model::Role;
use crate::model::Severity;
use crate::model::StorageColumn;
use crate::model::Unit;
use crate::model::Verdict;
use crate::model::Waiver;
use fluent_bundle::FluentArgs;
use fluent_bundle::FluentResource;
use fluent_bundle::FluentValue;
use fluent_bundle::concurrent::FluentBundle;
use std::collections::BTreeMap;
use unic_langid::LanguageIdentifier;

/// The sentences of each language.
const SENTENCES: [(Language, &str); 8] = [
    (Language::English, include_str!("en.ftl")),
    (Language::Swedish, include_str!("sv.ftl")),
    (Language::Danish, include_str!("da.ftl")),
    (Language::Norwegian, include_str!("no.ftl")),
    (Language::German, include_str!("de.ftl")),
    (Language::Dutch, include_str!("nl.ftl")),
    (Language::Finnish, include_str!("fi.ftl")),
    (Language::French, include_str!("fr.ftl")),
];

/// The words of one language.
pub struct Words {
    language: Language,
    /// The language's own sentences, then the English ones.
    bundles: Vec<FluentBundle<FluentResource>>,
    /// What rules say of themselves, by the English text.
    texts: BTreeMap<String, String>,
}

/// A value in a sentence.
type Argument<'a> = (&'static str, FluentValue<'a>);

impl Words {
    /// The words of a language; those of English for one that has none. `texts` are translations
    /// of what rules say of themselves, by the English text.
    #[must_use]
    pub fn new(language: Language, texts: BTreeMap<String, String>) -> Self {
        let language =
            if Language::NAMED.contains(&language) { language } else { Language::English };
        let mut languages = vec![language];
        if language != Language::English {
            languages.push(Language::English);
        }
        Self { language, bundles: languages.into_iter().map(bundle).collect(), texts }
    }

    /// English words.
    #[must_use]
    pub fn english() -> Self {
        Self::new(Language::English, BTreeMap::new())
    }

    /// ISO 639-1 code of the language.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.language.code()
    }

    /// The sentence with this key.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The sentence with this key about a number of things.
    #[must_use]
    pub fn say_count(&self, key: &str, number: usize) -> String {
        self.say_with(key, &[("n", number.into())])
    }

    /// The sentence with this key about a text.
    #[must_use]
    pub fn say_of(&self, key: &str, text: &str) -> String {
        self.say_with(key, &[("x", text.into())])
    }

    /// The sentence with this key, with values in it. A key that no language has is said as it
    /// is; a test keeps that from happening.
    #[must_use]
    pub fn say_with(&self, key: &str, arguments: &[Argument<'_>]) -> String {
        let values: FluentArgs<'_> =
            arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.bundles
            .iter()
            .find_map(|bundle| {
                let pattern = bundle.get_message(key)?.value()?;
                let said = bundle.format_pattern(pattern, Some(&values), &mut Vec::new());
                Some(said.into_owned())
            })
            .unwrap_or_else(|| key.to_owned())
    }

    /// What a rule says of itself, translated where the ruleset can.
    #[must_use]
    pub fn rule_text<'a>(&'a self, english: &'a str) -> &'a str {
        self.texts.get(english).map_or(english, String::as_str)
    }

    /// Code of the language in which [`rule_text`](Self::rule_text) gives this text.
    #[must_use]
    pub fn language_of(&self, english: &str) -> &'static str {
        if self.texts.contains_key(english) { self.code() } else { Language::English.code() }
    }

    /// A verdict.
    #[must_use]
    pub fn verdict(&self, verdict: Verdict) -> String {
        self.say(&format!("verdict-{}", verdict.code()))
    }

    /// What a verdict means, in a sentence.
    #[must_use]
    pub fn verdict_meaning(&self, verdict: Verdict) -> String {
        self.say(&format!("meaning-{}", verdict.code()))
    }

    /// How much a gap matters.
    #[must_use]
    pub fn severity(&self, severity: Severity) -> String {
        self.say(&format!("severity-{}", severity.code()))
    }

    /// A family of rules; its own name where no language knows it.
    #[must_use]
    pub fn family(&self, family: &str) -> String {
        let key = format!("family-{family}");
        let said = self.say(&key);
        if said == key { super::capitalised(&family.replace('-', " ")) } else { said }
    }

    /// What a passage does for a rule.
    #[must_use]
    pub fn role(&self, role: Role) -> String {
        self.say(&format!("role-{}", role.code()))
    }

    /// How far a document was read.
    #[must_use]
    pub fn status(&self, status: ReadStatus) -> String {
        self.say(&format!("status-{}", status.code()))
    }

    /// A column of the table of data.
    #[must_use]
    pub fn column(&self, column: StorageColumn) -> String {
        self.say(&format!("column-{}", column.code()))
    }

    /// How far a reference was checked; empty for one that was looked up.
    #[must_use]
    pub fn basis(&self, basis: Basis) -> String {
        match basis {
            Basis::LookedUp => String::new(),
            Basis::Knowledge => self.say("basis-knowledge"),
            Basis::Uncertain => self.say("basis-uncertain"),
        }
    }

    /// A language by its name.
    #[must_use]
    pub fn language(&self, language: Language) -> String {
        self.say(&format!("language-{}", language.code()))
    }

    /// What must be known of how a document was read. In English the reader's own message, which
    /// says most.
    #[must_use]
    pub fn note(&self, note: &Note) -> String {
        let said = if self.language == Language::English {
            note.message.clone()
        } else {
            let said = self.say(&format!("note-{}", note.kind.code()));
            note.subject().map_or(said.clone(), |subject| format!("{said}: {subject}"))
        };
        match note.page {
            Some(page) => {
                self.say_with("note-on-page", &[("page", page.into()), ("note", said.into())])
            }
            None => said,
        }
    }

    /// One plain sentence for a reason, without a final stop.
    #[must_use]
    pub fn reason(&self, reason: &Reason) -> String {
        match reason {
            Reason::OnlyRecommended => self.say("reason-only-recommended"),
            Reason::OnlyPermitted => self.say("reason-only-permitted"),
            Reason::Vague(words) => self.say_of("reason-vague", words),
            Reason::NumberMissing { parameter, instead, comparator, required } => {
                let required = self.required(*comparator, required);
                let parameter = self.rule_text(parameter);
                match instead {
                    Some(words) => self.say_with(
                        "reason-number-instead",
                        &[
                            ("instead", words.as_str().into()),
                            ("parameter", parameter.into()),
                            ("required", required.into()),
                        ],
                    ),
                    None => self.say_with(
                        "reason-number-missing",
                        &[("parameter", parameter.into()), ("required", required.into())],
                    ),
                }
            }
            Reason::NumberOutside { parameter, found, comparator, required } => self.say_with(
                "reason-number-outside",
                &[
                    ("parameter", self.rule_text(parameter).into()),
                    ("found", self.quantity(found).into()),
                    ("required", self.required(*comparator, required).into()),
                ],
            ),
            Reason::WeakWording(wording) | Reason::OppositeWording(wording) => {
                self.rule_text(wording).to_owned()
            }
            Reason::DutyDenied => self.say("reason-duty-denied"),
            Reason::Forbidden => self.say("reason-forbidden"),
            Reason::NotForbidden => self.say("reason-not-forbidden"),
            Reason::Obsolete { found, replace_by } if replace_by.is_empty() => {
                self.say_of("reason-obsolete", found)
            }
            Reason::Obsolete { found, replace_by } => self.say_with(
                "reason-obsolete-instead",
                &[("x", found.as_str().into()), ("instead", self.rule_text(replace_by).into())],
            ),
            Reason::NotBinding => self.say("reason-not-binding"),
            Reason::OnlySkills => self.say("reason-only-skills"),
            Reason::RightOfSupplier => self.say("reason-right-of-supplier"),
            Reason::WrongParty(bearer) => {
                self.say(&format!("reason-wrong-party-{}", bearer.code()))
            }
            Reason::OnlyHeading => self.say("reason-only-heading"),
            Reason::OnlyContents => self.say("reason-only-contents"),
            Reason::OnlyDefinition => self.say("reason-only-definition"),
            Reason::OnlyQuestion => self.say("reason-only-question"),
            Reason::OnlyPlaceholder => self.say("reason-only-placeholder"),
            Reason::Exception(words) => self.say_of("reason-exception", words),
            Reason::OnlyBoilerplate => self.say("reason-only-boilerplate"),
            Reason::Lacks { found, missing } => self.say_with(
                "reason-lacks",
                &[
                    ("found", self.ideas(found, "list-and").into()),
                    ("missing", self.ideas(missing, "list-or").into()),
                ],
            ),
            Reason::NothingFound { searched } => self.say_count("reason-nothing-found", *searched),
            Reason::NotFullyRead { documents } => {
                self.say_count("reason-not-fully-read", *documents)
            }
            Reason::NotOfKind(kinds) => {
                let kinds: Vec<String> = kinds.iter().map(|kind| self.kind(*kind)).collect();
                self.say_of("reason-not-of-kind", &self.list(&kinds, "list-or"))
            }
            Reason::NotTriggered(about) => {
                self.say_of("reason-not-triggered", self.rule_text(about))
            }
        }
    }

    /// The reasons of a finding, each a sentence. Where nothing was found, most reasons say why the
    /// passage that comes nearest does not do, and that is said with them.
    #[must_use]
    pub fn reasons(&self, finding: &Finding) -> Vec<String> {
        let absent = matches!(finding.verdict, Verdict::Missing | Verdict::Undetermined);
        let of_pack = |reason: &Reason| {
            matches!(reason, Reason::NothingFound { .. } | Reason::NotFullyRead { .. })
        };
        let sentence = |reason: &Reason| {
            let said = self.reason(reason);
            let nearest = absent && !of_pack(reason);
            super::sentence(&if nearest { self.say_of("reason-of-nearest", &said) } else { said })
        };
        finding.reasons.iter().map(sentence).collect()
    }

    /// Ideas in the words of the ruleset, in a list.
    fn ideas(&self, ideas: &[String], last: &str) -> String {
        let said: Vec<String> = ideas.iter().map(|idea| self.rule_text(idea).to_owned()).collect();
        self.list(&said, last)
    }

    /// "one, two and three", with the sentence `last` for the end.
    fn list(&self, items: &[String], last: &str) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [init @ .., end] => self
                .say_with(last, &[("init", init.join(", ").into()), ("end", end.as_str().into())]),
        }
    }

    /// A number with its unit.
    #[must_use]
    pub fn quantity(&self, quantity: &Quantity) -> String {
        let number = if quantity.unit == Unit::Version && quantity.value.fract() == 0.0 {
            format!("{:.1}", quantity.value)
        } else {
            quantity.value.to_string()
        };
        let number = match (self.language, quantity.unit) {
            (Language::English, _) | (_, Unit::Version) => number,
            _ => number.replace('.', ","),
        };
        let unit = match quantity.unit {
            Unit::Minutes => "minutes",
            Unit::Hours => "hours",
            Unit::Days => "days",
            Unit::WorkingDays => "working-days",
            Unit::Weeks => "weeks",
            Unit::Months => "months",
            Unit::Years => "years",
            Unit::PriceBaseAmount => "price-base-amounts",
            Unit::Version => return number,
            unit => return format!("{number} {}", unit.symbol()),
        };
        self.say_of(&format!("unit-{unit}"), &number)
    }

    /// A threshold with the sign for how a number must stand to it.
    #[must_use]
    pub fn required(&self, comparator: Comparator, threshold: &Quantity) -> String {
        format!("{} {}", comparator.symbol(), self.quantity(threshold))
    }

    /// A kind of document, with its article where the language has one.
    #[must_use]
    pub fn kind(&self, kind: DocumentKind) -> String {
        self.say(&format!("kind-{}", kind.code()))
    }

    /// A kind of document in a word.
    #[must_use]
    pub fn short_kind(&self, kind: DocumentKind) -> String {
        self.say(&format!("short-kind-{}", kind.code()))
    }

    /// Who is bound.
    #[must_use]
    pub fn party(&self, bearer: Bearer) -> String {
        self.say(&format!("party-{}", bearer.code()))
    }

    /// How strongly.
    #[must_use]
    pub fn force(&self, force: Force) -> String {
        self.say(&format!("force-{}", force.code()))
    }

    /// What people decided about a finding, as a sentence; empty if nothing.
    #[must_use]
    pub fn disposition(&self, disposition: &Disposition) -> String {
        let said = match disposition {
            Disposition::Open => return String::new(),
            Disposition::Waived(waiver) => self.waived(waiver),
            Disposition::Known { since } => self.say_of("disposition-known", since),
            Disposition::Confirmed { comment } => {
                self.say_of("disposition-confirmed", unended(comment))
            }
        };
        super::sentence(&said)
    }

    fn waived(&self, waiver: &Waiver) -> String {
        let mut values = vec![
            ("reason", unended(&waiver.reason).into()),
            ("approver", waiver.approver.as_str().into()),
            ("expires", waiver.expires.as_str().into()),
        ];
        match &waiver.control {
            None => self.say_with("disposition-waived", &values),
            Some(control) => {
                values.push(("control", unended(control).into()));
                self.say_with("disposition-waived-control", &values)
            }
        }
    }

    /// Where a passage stands: "contract.docx, page 4, 9.2 Incidents".
    #[must_use]
    pub fn place(&self, document: &str, place: &Place) -> String {
        let mut words = document.to_owned();
        if let Some(page) = place.page {
            words.push_str(&format!(", {}", self.say_with("place-page", &[("page", page.into())])));
        }
        if let Some(label) = &place.page_label {
            words.push_str(&format!(" ({})", self.say_of("place-label", label)));
        }
        if place.recognised {
            words.push_str(&format!(", {}", self.say("place-recognised")));
        }
        if !place.clause.is_empty() {
            words.push_str(", ");
            words.push_str(&shorten(&place.clause, 70));
        } else if let Some((table, row)) = place.row {
            let numbers = [("table", table.into()), ("row", row.into())];
            words.push_str(&format!(", {}", self.say_with("place-row", &numbers)));
        }
        words
    }
}

/// A sentence of somebody's without its final stop.
fn unended(sentence: &str) -> &str {
    sentence.trim_end().trim_end_matches('.')
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let source = SENTENCES.iter().find(|(of, _)| *of == language).map_or("", |(_, source)| source);
    // A sentence that does not parse is left out and then missed by a test.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partly, _)| partly);
    // Fluent knows Norwegian by the code of its written form.
    let code = if language == Language::Norwegian { "nb" } else { language.code() };
    let identifier: LanguageIdentifier = code.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

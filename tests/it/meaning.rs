//! What a change of wording means: each rule's own model clause is deleted, denied, weakened,
//! robbed of its number and moved, and the verdict must follow.

use clausecheck::engine::Engine;
use clausecheck::extract::Options;
use clausecheck::extract::extract;
use clausecheck::language::Detector;
use clausecheck::language::fold;
use clausecheck::language::quantities;
use clausecheck::language::sentences;
use clausecheck::model::Document;
use clausecheck::model::Form;
use clausecheck::model::Language;
use clausecheck::model::Pack;
use clausecheck::model::Source;
use clausecheck::model::Verdict;
use clausecheck::ruleset;
use clausecheck::ruleset::Rule;
use clausecheck::ruleset::Ruleset;
use clausecheck::structure::structure;
use std::fs;
use std::path::Path;

/// How a language says the three forces of a duty: the binding verbs, what recommends instead,
/// and what denies instead.
struct Verbs {
    language: Language,
    filler: &'static str,
    should: &'static [(&'static str, &'static str)],
    denied: &'static [(&'static str, &'static str)],
}

const VERBS: [Verbs; 8] = [
    Verbs {
        language: Language::English,
        filler: "The price is paid within the time that the order states. Deliveries are made to the address of the Customer.",
        should: &[(" shall ", " should "), (" must ", " should ")],
        denied: &[(" shall ", " is not obliged to "), (" must ", " is not obliged to ")],
    },
    Verbs {
        language: Language::Swedish,
        filler: "Priset betalas inom den tid som anges i beställningen. Leverans sker till beställarens adress.",
        should: &[(" ska ", " bör "), (" måste ", " bör ")],
        denied: &[(" ska ", " behöver inte "), (" måste ", " behöver inte ")],
    },
    Verbs {
        language: Language::Danish,
        filler: "Prisen betales inden for den frist, der er anført i bestillingen. Levering sker til kundens adresse.",
        should: &[(" skal ", " bør ")],
        denied: &[(" skal ", " er ikke forpligtet til at ")],
    },
    Verbs {
        language: Language::Norwegian,
        filler: "Prisen betales innen den fristen som er angitt i bestillingen. Levering skjer til kundens adresse.",
        should: &[(" skal ", " bør ")],
        denied: &[(" skal ", " behøver ikke ")],
    },
    Verbs {
        language: Language::German,
        filler: "Der Preis wird innerhalb der in der Bestellung genannten Frist gezahlt. Die Lieferung erfolgt an die Anschrift des Auftraggebers.",
        should: &[(" muss ", " sollte "), (" müssen ", " sollten ")],
        denied: &[(" muss ", " muss nicht "), (" müssen ", " müssen nicht ")],
    },
    Verbs {
        language: Language::Dutch,
        filler: "De prijs wordt betaald binnen de termijn die in de bestelling staat. De levering vindt plaats op het adres van de opdrachtgever.",
        should: &[
            (" moeten ", " behoren te "),
            (" moet ", " behoort te "),
            (" dient ", " behoort "),
        ],
        denied: &[(" moeten ", " hoeven niet te "), (" moet ", " hoeft niet te ")],
    },
    Verbs {
        language: Language::Finnish,
        filler: "Hinta maksetaan tilauksessa mainitussa ajassa ja se on kiinteä. Toimitus tapahtuu asiakkaan osoitteeseen.",
        should: &[(" tulee ", " tulisi ")],
        denied: &[(" tulee ", " ei tarvitse ")],
    },
    Verbs {
        language: Language::French,
        filler: "Le prix est payé dans le délai qui est indiqué dans la commande. La livraison est faite à l’adresse de l’acheteur.",
        should: &[(" doit ", " devrait "), (" doivent ", " devraient ")],
        denied: &[(" doit ", " n’est pas tenu de "), (" doivent ", " ne sont pas tenus de ")],
    },
];

struct Bench {
    ruleset: Ruleset,
    detector: Detector,
}

impl Bench {
    fn new() -> Self {
        let ruleset = ruleset::load("baseline").expect("the shipped ruleset loads");
        Self { ruleset, detector: Detector::default() }
    }

    fn document(&self, name: &str, text: &str) -> Document {
        let source = Source { path: name.to_owned(), hash: String::new() };
        structure(source, extract(text.as_bytes(), name, &Options::default()), &self.detector)
    }

    /// The verdict of a rule on a pack of text files. What does not apply is absent as well.
    fn verdict(&self, rule: &Rule, texts: &[&str]) -> Verdict {
        let engine = Engine::new(&self.ruleset).expect("the shipped lexicon is complete");
        let documents = (1..).zip(texts).map(|(n, text)| self.document(&format!("{n}.txt"), text));
        let pack = Pack { name: String::new(), documents: documents.collect() };
        match engine.judge_rule(&pack, rule).verdict {
            Verdict::NotApplicable => Verdict::Missing,
            verdict => verdict,
        }
    }

    /// Judges every model clause after a change; `None` where the change does not apply. Returns
    /// what was judged, and complaints about verdicts that are not among the allowed ones.
    fn check(
        &self,
        change: impl Fn(&Rule, &str, &Verbs) -> Option<Vec<String>>,
        allowed: &[Verdict],
    ) -> (usize, Vec<String>) {
        let (mut judged, mut complaints) = (0, Vec::new());
        for rule in &self.ruleset.rules {
            for verbs in &VERBS {
                let clauses = &rule.card.model_clauses;
                let clause = clauses.iter().find(|(code, _)| code == verbs.language.code());
                let Some((code, clause)) = clause else { continue };
                let Some(texts) = change(rule, clause, verbs) else { continue };
                let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
                judged += 1;
                let verdict = self.verdict(rule, &texts);
                if !allowed.contains(&verdict) {
                    complaints.push(format!(
                        "{} ({code}): {} for {texts:?}",
                        rule.card.id,
                        verdict.code()
                    ));
                }
            }
        }
        (judged, complaints)
    }
}

/// Whether a rule asks for a duty, which needs a verb; rights and statements do not.
fn asks_for_duty(rule: &Rule) -> bool {
    rule.expects.iter().all(|expected| expected.form == Form::Obligation)
}

/// The sentences of a clause that meet its rule by themselves, with their verbs of duty replaced;
/// `None` if there are none.
fn with_other_verbs(
    bench: &Bench,
    rule: &Rule,
    clause: &str,
    verbs: &Verbs,
    pairs: &[(&str, &str)],
) -> Option<Vec<String>> {
    let sentences = sentences(clause, verbs.language).into_iter().map(|range| &clause[range]);
    let replaced: Vec<String> = sentences
        .filter(|sentence| pairs.iter().any(|(verb, _)| sentence.contains(verb)))
        .filter(|sentence| bench.verdict(rule, &[sentence]) == Verdict::Met)
        .map(|sentence| {
            pairs.iter().fold(sentence.to_owned(), |text, (verb, other)| text.replace(verb, other))
        })
        .collect();
    (asks_for_duty(rule) && !replaced.is_empty()).then(|| vec![replaced.join(" ")])
}

/// The clause without its numbers; `None` if its rule needs none.
fn without_numbers(rule: &Rule, clause: &str, language: Language) -> Option<String> {
    let kinds: Vec<_> = rule
        .parameters
        .iter()
        .filter(|parameter| parameter.required)
        .map(|parameter| parameter.threshold.unit.kind())
        .collect();
    let mut text = clause.to_owned();
    for kind in &kinds {
        let found = quantities(&fold(&text), language, *kind);
        for (range, _) in found.into_iter().rev() {
            text.replace_range(range, "");
        }
    }
    (!kinds.is_empty()).then_some(text)
}

fn assert_none(what: &str, (judged, complaints): (usize, Vec<String>), at_least: usize) {
    assert!(judged >= at_least, "{what}: only {judged} clauses were judged");
    assert!(
        complaints.is_empty(),
        "{what}: {} of {judged}\n{}",
        complaints.len(),
        complaints.join("\n")
    );
}

#[test]
fn a_deleted_clause_is_missing() {
    let deleted = |_: &Rule, _: &str, verbs: &Verbs| Some(vec![verbs.filler.to_owned()]);
    assert_none("deleted", Bench::new().check(deleted, &[Verdict::Missing]), 130);
}

#[test]
fn a_denied_clause_is_contradicted() {
    let bench = Bench::new();
    let denied = |rule: &Rule, clause: &str, verbs: &Verbs| {
        with_other_verbs(&bench, rule, clause, verbs, verbs.denied)
    };
    assert_none("denied", bench.check(denied, &[Verdict::Contradicted]), 90);
}

#[test]
fn a_clause_that_only_recommends_is_weak() {
    let bench = Bench::new();
    let recommended = |rule: &Rule, clause: &str, verbs: &Verbs| {
        with_other_verbs(&bench, rule, clause, verbs, verbs.should)
    };
    assert_none("recommended", bench.check(recommended, &[Verdict::Weak]), 90);
}

#[test]
fn a_clause_without_its_number_is_weak() {
    let unnumbered = |rule: &Rule, clause: &str, verbs: &Verbs| {
        Some(vec![without_numbers(rule, clause, verbs.language)?])
    };
    assert_none("without number", Bench::new().check(unnumbered, &[Verdict::Weak]), 12);
}

#[test]
fn a_clause_counts_in_whatever_document_it_stands() {
    let moved = |_: &Rule, clause: &str, verbs: &Verbs| {
        Some(vec![verbs.filler.to_owned(), format!("Schedule 4\n\n{clause}")])
    };
    assert_none("moved", Bench::new().check(moved, &[Verdict::Met]), 130);
}

/// The documents of a clean sample pack.
fn sample(bench: &Bench, pack: &str) -> Vec<Document> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/clean").join(pack);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let name = path.display().to_string();
        let source = Source { path: name.clone(), hash: String::new() };
        let extraction = extract(&fs::read(path).unwrap(), &name, &Options::default());
        structure(source, extraction, &bench.detector)
    };
    paths.iter().map(read).collect()
}

#[test]
fn a_clause_that_is_deleted_from_a_sample_pack_is_found_no_longer() {
    let bench = Bench::new();
    let engine = Engine::new(&bench.ruleset).expect("the shipped lexicon is complete");
    for name in ["northport-docx", "ekstad-docx"] {
        let whole = Pack { name: name.to_owned(), documents: sample(&bench, name) };
        let mut deleted = 0;
        for rule in &bench.ruleset.rules {
            let mut pack = whole.clone();
            let mut finding = engine.judge_rule(&pack, rule);
            while matches!(finding.verdict, Verdict::Met | Verdict::Weak) {
                deleted += 1;
                for evidence in &finding.evidence {
                    let provisions = &mut pack.documents[evidence.document].provisions;
                    let before = provisions.len();
                    provisions.retain(|provision| provision.span != evidence.span);
                    assert!(
                        provisions.len() < before,
                        "{}: evidence is no provision",
                        rule.card.id
                    );
                }
                finding = engine.judge_rule(&pack, rule);
            }
            let absent = matches!(finding.verdict, Verdict::Missing | Verdict::NotApplicable);
            assert!(absent, "{name}: {} is {}", rule.card.id, finding.verdict.code());
        }
        assert!(deleted >= 60, "{name}: only {deleted} passages were deleted");
    }
}

#[test]
fn a_number_may_stand_where_the_clause_refers_to() {
    let bench = Bench::new();
    let rule = bench.ruleset.rules.iter().find(|rule| rule.card.id == "inc-notification").unwrap();
    let demand =
        "2. Incidents\n\n2.1 The Supplier shall notify the Customer of security incidents within";
    let judge = |texts: &[&str]| bench.verdict(rule, texts);
    let clause = format!(
        "{demand} the time stated in clause 4.2.\n\n4. Times\n\n4.2 Time to notify: 12 hours."
    );
    let other = format!(
        "{demand} the time stated in clause 4.3.\n\n4. Times\n\n4.2 Time to notify: 12 hours."
    );
    let late = format!(
        "{demand} the time stated in clause 4.2.\n\n4. Times\n\n4.2 Time to notify: 72 hours."
    );
    let term =
        format!("1. Definitions\n\n“Notice Period” means 24 hours.\n\n{demand} the Notice Period.");
    let annex = format!("{demand} the time stated in Schedule 4.");
    assert_eq!(judge(&[&clause]), Verdict::Met);
    assert_eq!(judge(&[&other]), Verdict::Weak);
    assert_eq!(judge(&[&late]), Verdict::Weak);
    assert_eq!(judge(&[&term]), Verdict::Met);
    assert_eq!(judge(&[&annex]), Verdict::Weak);
    assert_eq!(judge(&[&annex, "Schedule 4\n\nTime to notify: 12 hours."]), Verdict::Met);
}

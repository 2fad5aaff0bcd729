//! Whom sentences bind where the parties are called by names or by "we" and "you".

use std::path::Path;
use std::process::Command;

/// What `extract` says of the sentences with these words: "supplier:must".
fn bound(text: &str, language: &str, words: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("terms.txt");
    std::fs::write(&file, text).unwrap();
    let shown = extract(&file, language);
    let lines = shown.lines().filter(|line| line.contains(words));
    let duties: Vec<&str> = lines.filter_map(|line| line.split_whitespace().nth(2)).collect();
    duties.join(" ")
}

fn extract(file: &Path, language: &str) -> String {
    let program = Command::new(env!("CARGO_BIN_EXE_clausecheck"))
        .args(["extract", "--isolated", "--lang", language])
        .arg(file)
        .output()
        .unwrap();
    String::from_utf8(program.stdout).unwrap()
}

/// Terms of a supplier, and a sentence of its that is asked about.
const OWN_TERMS: [(&str, &str, &str); 8] = [
    (
        "en",
        "Your account and your data are part of our services. Our services cost a fee.",
        "We encrypt all data.",
    ),
    (
        "sv",
        "Ditt konto och dina uppgifter finns i våra tjänster. Våra tjänster kostar.",
        "Vi krypterar alla data.",
    ),
    (
        "da",
        "Din konto og dine data er i vores tjenester. Vores tjenester koster.",
        "Vi krypterer alle data.",
    ),
    (
        "no",
        "Din konto og dine data er i våre tjenester. Våre tjenester koster.",
        "Vi krypterer alle data.",
    ),
    (
        "de",
        "Ihr Konto und Ihre Daten liegen in unserer Plattform. Unsere Dienste kosten.",
        "Wir verschlüsseln alle Daten.",
    ),
    (
        "nl",
        "Uw account en uw gegevens staan in onze dienst. Onze dienst kost geld.",
        "Wij versleutelen alle gegevens.",
    ),
    (
        "fi",
        "Tilisi ja tietosi ovat palvelussa. Palvelumme on maksullinen. Palvelumme kehittyy.",
        "Salaamme kaikki tiedot.",
    ),
    (
        "fr",
        "Votre compte et vos données sont dans nos services. Nos services sont payants.",
        "Nous chiffrons toutes les données.",
    ),
];

#[test]
fn we_is_the_supplier_where_a_supplier_speaks() {
    for (language, terms, sentence) in OWN_TERMS {
        let duty = bound(&format!("{terms} {sentence}"), language, sentence);
        assert_eq!(duty, "supplier:states", "{sentence}");
    }
}

#[test]
fn we_is_nobody_in_particular_elsewhere() {
    for (language, _, sentence) in OWN_TERMS {
        assert_eq!(bound(sentence, language, sentence), "-:states", "{sentence}");
    }
}

#[test]
fn obligations_to_a_party_do_not_bind_it() {
    let sentences = [
        ("en", "Persons who help to fulfil the obligations to the Customer shall be authorised."),
        ("de", "Gegenüber dem Auftraggeber muss der Auftragnehmer dies nachweisen."),
    ];
    let bearers = sentences.map(|(language, text)| bound(text, language, text));
    assert_eq!(bearers, ["-:must", "supplier:must"]);
}

/// A processing agreement that calls its supplier by name, and speaks of processors in general.
fn agreement(name: &str) -> String {
    let clauses = [
        "shall process the data only on instructions of the Customer.",
        "shall inform the Customer of the rules for any processor or supplier.",
        "will name each supplier and processor to the Customer.",
        "shall keep a list of processors, suppliers and contractors.",
        "may suggest another processor or supplier to the Customer.",
    ];
    let mut text = format!("Between Acme Ltd (\"{name}\") and the customer (\"Customer\").\n\n");
    for clause in clauses {
        text.push_str(&format!("In each case {name} {clause}\n\n"));
    }
    text + "The site is at https://acme.example and https://www.acme.example/acme.\n"
}

#[test]
fn a_defined_name_before_verbs_of_duty_is_the_suppliers() {
    let duty = bound(&agreement("Acme"), "en", "instructions of the Customer");
    assert_eq!(duty, "supplier:must");
}

#[test]
fn an_abbreviation_is_rather_an_office() {
    let duty = bound(&agreement("COR"), "en", "instructions of the Customer");
    assert_eq!(duty, "-:must");
}

//! Properties that hold for any input: same bytes out for any number of threads, spans that fit,
//! quotes that are in the text.

use clausecheck::app;
use clausecheck::app::Settings;
use clausecheck::extract::Options;
use clausecheck::extract::extract;
use clausecheck::input;
use clausecheck::language::Detector;
use clausecheck::model::Source;
use clausecheck::report::json::v1;
use clausecheck::ruleset;
use clausecheck::structure::structure;
use proptest::prelude::ProptestConfig;
use proptest::prelude::proptest;
use std::path::Path;

#[test]
fn the_same_bytes_come_out_for_any_number_of_threads() {
    let ruleset = ruleset::load("baseline").unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/gapped");
    let packs = input::collect(&[folder.display().to_string()], true).unwrap();
    let run = |jobs| {
        let settings = Settings { jobs, ..Settings::default() };
        let mut out = Vec::new();
        v1::write(&app::check(&packs, &ruleset, &settings, &|_| {}).unwrap(), &mut out).unwrap();
        out
    };
    let one = run(1);
    assert!(one == run(2) && one == run(7));
}

fn check_spans(text: &[u8], name: &str) {
    let extraction = extract(text, name, &Options::default());
    let source = Source { path: name.to_owned(), hash: String::new() };
    let document = structure(source, extraction, &Detector::default());
    let fits =
        |span: clausecheck::model::Span| document.text.get(span.start()..span.end()).is_some();
    for block in &document.blocks {
        assert!(fits(block.span));
    }
    for (id, clause) in document.clauses.iter().enumerate() {
        assert!(clause.heading.is_none_or(fits));
        assert!(clause.parent.is_none_or(|parent| parent < id), "parents come first");
    }
    for provision in &document.provisions {
        assert!(fits(provision.span) && !provision.span.of(&document.text).trim().is_empty());
        assert!(provision.lead_in.iter().all(|span| fits(*span)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn spans_fit_whatever_the_text(text in "(([0-9]{1,2}\\.)*[0-9]? ?[(a-c)]{0,3} ?[A-Za-zåäöß§•“\"'’:;.?| -]{0,60}\n{0,2}){0,12}") {
        check_spans(text.as_bytes(), "a.txt");
        check_spans(text.as_bytes(), "a.md");
        check_spans(text.as_bytes(), "a.html");
    }

    #[test]
    fn bytes_never_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
        check_spans(&bytes, "a.txt");
    }
}

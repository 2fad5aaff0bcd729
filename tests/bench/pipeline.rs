//! What each stage costs on the samples: `cargo bench`. Times are printed, not asserted.

use clausecheck::app;
use clausecheck::app::Settings;
use clausecheck::engine::Engine;
use clausecheck::extract::Options;
use clausecheck::extract::extract;
use clausecheck::input;
use clausecheck::language::Detector;
use clausecheck::model::Document;
use clausecheck::model::Pack;
use clausecheck::model::Source;
use clausecheck::ruleset;
use clausecheck::structure::structure;
use criterion::Criterion;
use criterion::Throughput;
use criterion::criterion_group;
use criterion::criterion_main;
use std::hint::black_box;
use std::path::Path;

fn sample(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/clean").join(name);
    std::fs::read(path).expect("the sample is there")
}

fn document(bytes: &[u8], name: &str) -> Document {
    let source = Source { path: name.to_owned(), hash: String::new() };
    structure(source, extract(bytes, name, &Options::default()), &Detector::default())
}

fn extraction(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("extract");
    for name in ["northport-docx/2-contract.docx", "northport-pdf/2-contract.pdf"] {
        let bytes = sample(name);
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function(name, |bencher| {
            bencher.iter(|| extract(black_box(&bytes), name, &Options::default()));
        });
    }
    group.finish();
}

fn structuring(criterion: &mut Criterion) {
    let bytes = sample("northport-docx/2-contract.docx");
    let extraction = extract(&bytes, "2-contract.docx", &Options::default());
    let detector = Detector::default();
    let mut group = criterion.benchmark_group("structure");
    group.throughput(Throughput::Bytes(extraction.text.len() as u64));
    group.bench_function("contract", |bencher| {
        bencher.iter(|| {
            let source = Source { path: String::new(), hash: String::new() };
            structure(source, black_box(extraction.clone()), &detector)
        });
    });
    group.finish();
}

/// What contracts mostly consist of, as far as this matters for security: nine parts in ten.
const BOILERPLATE: &str = "\
The Supplier shall deliver the Services in accordance with the time schedule agreed by the parties. \
Invoices are payable within thirty days of receipt, and interest on late payment follows the law. \
The Customer shall give the Supplier access to its premises during office hours where this is needed. \
Prices are fixed for the first year and may thereafter be adjusted once a year by the consumer price index. \
Neither party may assign this Agreement without the written consent of the other party. \
If a delivery is late for reasons for which the Supplier answers, the Customer is entitled to a reduction of the price. \
A change to this Agreement is valid only if it is made in writing and signed by both parties. \
The Supplier's staff shall follow the rules of order that apply at the place of work. \
Should any provision of this Agreement be invalid, the remaining provisions stay in force. \
Disputes are settled by the courts of the place where the Customer has its seat. \
The parties meet every quarter to go through the deliveries of the past months and plan those to come. \
Each party appoints a representative who may decide in questions concerning the assignment.";

fn judging(criterion: &mut Criterion) {
    let whole = ruleset::load("baseline").expect("the shipped ruleset loads");
    let ids: Vec<&str> = whole.rules.iter().step_by(2).map(|rule| rule.card.id.as_str()).collect();
    let half = format!(
        "name: half\nversion: '1'\ndescription: every other rule\nextends: baseline\nrules: [{}]\n",
        ids.join(", ")
    );
    let half = ruleset::load_sources("half.yaml".to_owned(), &[("half.yaml".to_owned(), half)])
        .expect("half of the shipped rules load");
    let contract = sample("northport-docx/2-contract.docx");
    let mut dense = document(&contract, "2-contract.docx");
    let clauses = dense.text.clone();
    repeat(&mut dense, 40);
    let boilerplate = vec![BOILERPLATE; 9 * clauses.len() / BOILERPLATE.len()].join("\n\n");
    let mut usual = document(format!("{clauses}\n\n{boilerplate}").as_bytes(), "contract.txt");
    repeat(&mut usual, 8);
    let mut group = criterion.benchmark_group("judge");
    for (name, ruleset, document) in [
        ("clauses only, all rules", &whole, dense),
        ("a tenth clauses, all rules", &whole, usual.clone()),
        ("a tenth clauses, half the rules", &half, usual),
    ] {
        let engine = Engine::new(ruleset).expect("the shipped lexicon is complete");
        group.throughput(Throughput::Bytes(document.text.len() as u64));
        let pack = Pack { name: String::new(), documents: vec![document] };
        group.bench_function(name, |bencher| bencher.iter(|| engine.judge_pack(black_box(&pack))));
    }
    group.finish();
}

/// Makes a long document of a short one.
fn repeat(document: &mut Document, copies: usize) {
    let text = (0..copies).map(|_| document.text.as_str()).collect::<Vec<_>>().join("\n");
    let provisions = document.provisions.clone();
    for copy in 1..copies {
        let offset = copy * (document.text.len() + 1);
        let moved = |span: clausecheck::model::Span| {
            clausecheck::model::Span::new(span.start() + offset, span.end() + offset)
        };
        document.provisions.extend(provisions.iter().cloned().map(|mut provision| {
            provision.span = moved(provision.span);
            provision.lead_in.iter_mut().for_each(|span| *span = moved(*span));
            provision
        }));
    }
    document.text = text;
}

fn whole_runs(criterion: &mut Criterion) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/clean/northport-docx");
    let packs =
        input::collect(&[folder.display().to_string()], false).expect("the sample is there");
    let settings = Settings { jobs: 1, ..Settings::default() };
    criterion.bench_function("run: load rules, check a pack of three", |bencher| {
        bencher.iter(|| {
            let ruleset = ruleset::load("baseline").expect("the shipped ruleset loads");
            app::check(black_box(&packs), &ruleset, &settings, &|_| {})
                .expect("the sample is readable")
        });
    });
}

criterion_group!(benches, extraction, structuring, judging, whole_runs);
criterion_main!(benches);

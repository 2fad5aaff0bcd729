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

fn judging(criterion: &mut Criterion) {
    let ruleset = ruleset::load("baseline").expect("the shipped ruleset loads");
    let engine = Engine::new(&ruleset).expect("the shipped lexicon is complete");
    let mut document = document(&sample("northport-docx/2-contract.docx"), "2-contract.docx");
    let copies = 40;
    repeat(&mut document, copies);
    let bytes = document.text.len() as u64;
    let pack = Pack { name: String::new(), documents: vec![document] };
    let mut group = criterion.benchmark_group("judge");
    group.throughput(Throughput::Bytes(bytes));
    group.bench_function("contract, forty times", |bencher| {
        bencher.iter(|| engine.judge_pack(black_box(&pack)))
    });
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

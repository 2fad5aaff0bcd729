//! What is fuzzed, and what each part starts from. The same bodies run under libFuzzer
//! (`fuzz_targets/`) and under a driver that needs nothing but this toolchain (`src/bin/drive.rs`).
//!
//! A body may neither panic, hang nor grow. A panic in a library that reads a format is not ours to
//! mend and costs only the guarded process; it is counted and passed over.

mod parts;
mod seeds;

pub use parts::unpack;
pub use seeds::seeds;

use clausecheck::annotate::annotate;
use clausecheck::engine::Engine;
use clausecheck::extract::Limits;
use clausecheck::extract::Options;
use clausecheck::extract::archive;
use clausecheck::extract::extract;
use clausecheck::language::Detector;
use clausecheck::language::MatcherBuilder;
use clausecheck::language::fold;
use clausecheck::model::Anchor;
use clausecheck::model::Area;
use clausecheck::model::Block;
use clausecheck::model::Comment;
use clausecheck::model::Extraction;
use clausecheck::model::Pack;
use clausecheck::model::Source;
use clausecheck::ruleset;
use clausecheck::ruleset::Ruleset;
use clausecheck::structure::structure;
use clausecheck::worker;
use parts::pack;
use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use std::sync::LazyLock;
use std::sync::Once;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering;

/// Names of the targets.
pub const TARGETS: [&str; 16] = [
    "pdf",
    "docx",
    "sheets",
    "opendocument",
    "pptx",
    "rtf",
    "html",
    "markdown",
    "text",
    "mail",
    "zip",
    "structure",
    "rules",
    "frames",
    "terms",
    "annotate",
];

/// Parts of the formats whose files are ZIP containers.
#[must_use]
pub fn part_names(target: &str) -> &'static [&'static str] {
    match target {
        "docx" | "annotate" => &[
            "word/document.xml",
            "word/numbering.xml",
            "word/styles.xml",
            "word/footnotes.xml",
            "word/header1.xml",
            "word/comments.xml",
            "word/_rels/document.xml.rels",
            "_rels/.rels",
            "word/settings.xml",
            "[Content_Types].xml",
        ],
        "sheets" => &[
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/workbook.xml",
            "xl/styles.xml",
            "xl/_rels/workbook.xml.rels",
            "xl/comments1.xml",
            "xl/worksheets/_rels/sheet1.xml.rels",
            "_rels/.rels",
            "xl/drawings/drawing1.xml",
            "[Content_Types].xml",
        ],
        "opendocument" => {
            &["content.xml", "styles.xml", "META-INF/manifest.xml", "mimetype", "meta.xml"]
        }
        "pptx" => &[
            "ppt/slides/slide1.xml",
            "ppt/presentation.xml",
            "ppt/_rels/presentation.xml.rels",
            "ppt/notesSlides/notesSlide1.xml",
            "ppt/slides/_rels/slide1.xml.rels",
            "_rels/.rels",
            "[Content_Types].xml",
        ],
        _ => &[],
    }
}

static FOREIGN: AtomicU64 = AtomicU64::new(0);

/// Panics in libraries so far.
#[must_use]
pub fn foreign_panics() -> u64 {
    FOREIGN.load(Ordering::Relaxed)
}

/// Runs one target on one input.
///
/// # Panics
/// If there is no such target. A panic of clausecheck ends the process.
pub fn run(target: &str, data: &[u8]) {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        std::panic::set_hook(Box::new(|info| {
            let place = info.location().map(ToString::to_string).unwrap_or_default();
            if place.contains("/registry/") || place.contains("/rustc/") {
                eprintln!("FOREIGN {place}");
                FOREIGN.fetch_add(1, Ordering::Relaxed);
            } else {
                eprintln!("OURS {info}");
                std::process::abort();
            }
        }));
    });
    // What panics in a library is told apart by the hook.
    let _ = catch_unwind(AssertUnwindSafe(|| body(target, data)));
}

fn body(target: &str, data: &[u8]) {
    match target {
        "docx" | "sheets" | "opendocument" | "pptx" => {
            let needed = seeds::needed(target, data);
            read(&pack(data, part_names(target), &needed), "a.zip");
        }
        "pdf" => read(data, "a.pdf"),
        "rtf" => read(data, "a.rtf"),
        "html" => read(data, "a.html"),
        "markdown" => read(data, "a.md"),
        "text" => read(data, "a.txt"),
        "mail" | "zip" => container(data, if target == "mail" { "a.eml" } else { "a.zip" }),
        "structure" => judge(data),
        "rules" => load(data),
        "frames" => drop(worker::hear(data, 1000, &limits())),
        "terms" => find(data),
        "annotate" => comment(data),
        other => panic!("there is no target `{other}`"),
    }
}

/// Low, so that a bound is reached rather than the clock of the fuzzer.
fn limits() -> Limits {
    Limits {
        pages: 50,
        entry_bytes: 4 << 20,
        total_bytes: 8 << 20,
        cells: 20_000,
        text_bytes: 1 << 20,
        blocks: 20_000,
        glyphs_per_page: 20_000,
        page_seconds: 2,
        ..Limits::default()
    }
}

fn read(bytes: &[u8], name: &str) {
    hold(&extract(bytes, name, &Options { limits: limits(), ..Options::default() }));
}

/// What is promised of every extraction: its parent accepts it.
fn hold(extraction: &Extraction) {
    let mut last = 0;
    for block in &extraction.blocks {
        assert!(block.span.start() >= last && !block.span.of(&extraction.text).is_empty());
        last = block.span.end();
    }
    let lost = extraction.notes.iter().any(|note| note.kind.is_loss());
    assert!(lost || !extraction.blocks.is_empty(), "empty in silence");
}

fn container(bytes: &[u8], name: &str) {
    let members = archive::unpack(bytes, name, &limits(), &|_| None);
    for member in members.into_iter().flatten() {
        if let archive::Content::Bytes(bytes) = member.content {
            let name = member.path.rsplit('/').next().unwrap_or_default();
            read(&bytes[..bytes.len().min(1 << 16)], name);
        }
    }
}

static RULES: LazyLock<Ruleset> =
    LazyLock::new(|| ruleset::load("baseline").expect("it is shipped"));
static DETECTOR: LazyLock<Detector> = LazyLock::new(Detector::default);

/// Cuts text up and judges it.
fn judge(data: &[u8]) {
    let extraction = extract(data, "a.md", &Options { limits: limits(), ..Options::default() });
    let source = Source { path: "a.md".to_owned(), hash: String::new() };
    let document = structure(source, extraction, &DETECTOR);
    for provision in &document.provisions {
        assert!(document.text.get(provision.span.start()..provision.span.end()).is_some());
    }
    let engine = Engine::new(&RULES).expect("it is shipped");
    let pack = Pack { name: "a".to_owned(), documents: vec![document] };
    assert_eq!(engine.judge_pack(&pack).findings.len(), RULES.rules.len());
}

/// Loads a ruleset whose files stand one after the other, each behind a zero byte.
fn load(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let paths = ["ours.yaml", "lexicon/a.yaml", "rules/a.yaml", "rules/b.yaml"];
    let own: Vec<(String, String)> = paths
        .iter()
        .zip(text.split('\0'))
        .map(|(path, text)| ((*path).to_owned(), text.to_owned()))
        .collect();
    match ruleset::load_sources("ours.yaml".to_owned(), &own) {
        Ok(ruleset) => drop(ruleset::lint(&ruleset)),
        Err(problems) => drop(problems.to_string()),
    }
}

/// Terms stand in lines before a zero byte, the text behind it.
fn find(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (terms, text) = text.split_once('\0').unwrap_or(("supplier*\nshall .. not", text));
    let mut builder = MatcherBuilder::default();
    for (number, term) in (0..).zip(terms.lines().take(50)) {
        // A term that is refused is one that is not matched.
        let _ = builder.add(number, term);
    }
    let matcher = builder.build();
    for hit in matcher.find(text, &fold(text)) {
        assert!(text.get(hit.start..hit.end).is_some_and(|hit| !hit.is_empty()));
    }
}

/// Comments a PDF document, or a Word document made of parts, at its first blocks.
fn comment(data: &[u8]) {
    let bytes = if data.starts_with(b"%PDF-") {
        data.to_vec()
    } else {
        pack(data, part_names("annotate"), &seeds::needed("docx", data))
    };
    let extraction = extract(&bytes, "a", &Options { limits: limits(), ..Options::default() });
    let at = |block: &Block| {
        let paragraph = Anchor::letters(block.span.of(&extraction.text));
        let to = paragraph.chars().count();
        let anchor = Some(Anchor { paragraph, occurrence: 0, from: to / 2, to });
        let areas = vec![Area { page: 1, left: 72.0, top: 72.0, right: 300.0, bottom: 90.0 }];
        Comment { anchor, areas, lines: vec!["Not found".to_owned(), "Why.".to_owned()] }
    };
    let comments: Vec<Comment> = extraction.blocks.iter().take(20).map(at).collect();
    let Ok(copy) = annotate(&bytes, &comments, 4 << 20) else { return };
    if bytes.starts_with(b"%PDF-") {
        assert!(copy.starts_with(&bytes), "the original stands at the beginning");
    }
    assert_eq!(Ok(copy), annotate(&bytes, &comments, 4 << 20), "the same each time");
}

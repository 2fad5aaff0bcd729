//! Scans: pages drawn as pictures, and what an installed tesseract makes of them. The tests that
//! need it say so and pass without it, unless `CLAUSECHECK_TESSERACT=required`, as in `.ci/run`.

#![allow(clippy::print_stdout, reason = "a test that is skipped says so")]

use clausecheck::app;
use clausecheck::app::AppError;
use clausecheck::app::Ocr;
use clausecheck::app::Settings;
use clausecheck::extract;
use clausecheck::extract::Options;
use clausecheck::input;
use clausecheck::model::NoteKind;
use clausecheck::model::Picture;
use clausecheck::model::Report;
use clausecheck::ocr::Tesseract;
use clausecheck::ruleset;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)
}

/// The pages of a PDF as pictures.
fn pictures(pdf: &[u8]) -> Vec<Picture> {
    (1..).map_while(|page| extract::picture(pdf, "x.pdf", &Options::default(), page)).collect()
}

/// A PDF whose pages are pictures and nothing else.
fn scan(pages: &[Picture]) -> Vec<u8> {
    let kids: String = (0..pages.len()).map(|page| format!("{} 0 R ", 10 + 3 * page)).collect();
    let mut pdf = format!(
        "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n\
         2 0 obj\n<</Type/Pages/Count {}/Kids[{kids}]>>\nendobj\n",
        pages.len()
    )
    .into_bytes();
    for (index, page) in pages.iter().enumerate() {
        let id = 10 + 3 * index;
        let (width, height) = (page.width as f32 / page.scale, page.height as f32 / page.scale);
        let content = format!("{width} 0 0 {height} 0 0 cm /I Do");
        pdf.extend(
            format!(
                "{id} 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Contents {} 0 R\
                 /Resources<</XObject<</I {} 0 R>>>>>>\nendobj\n\
                 {} 0 obj\n<</Length {}>>\nstream\n{content}\nendstream\nendobj\n\
                 {} 0 obj\n<</Type/XObject/Subtype/Image/Width {}/Height {}/BitsPerComponent 8\
                 /ColorSpace/DeviceGray/Length {}>>\nstream\n",
                id + 1, id + 2, id + 1, content.len(), id + 2, page.width, page.height,
                page.grey.len()
            )
            .into_bytes(),
        );
        pdf.extend(&page.grey);
        pdf.extend(b"\nendstream\nendobj\n");
    }
    pdf.extend(b"trailer\n<</Root 1 0 R>>\n%%EOF\n");
    pdf
}

/// A folder with the scans of the PDF files of a sample pack.
fn scanned(pack: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in fs::read_dir(sample(pack)).unwrap() {
        let path = file.unwrap().path();
        let pages = pictures(&fs::read(&path).unwrap());
        assert!(!pages.is_empty());
        fs::write(folder.path().join(path.file_name().unwrap()), scan(&pages)).unwrap();
    }
    folder
}

fn check(folder: &Path, ocr: Ocr) -> Result<Report, AppError> {
    let ruleset = ruleset::load("baseline").unwrap();
    let packs = input::collect(&[folder.display().to_string()], false).unwrap();
    app::check(&packs, &ruleset, &Settings { ocr, ..Settings::default() }, &|_| {})
}

fn verdicts(report: &Report) -> BTreeMap<&str, &str> {
    let findings = report.packs.iter().flat_map(|pack| &pack.findings);
    findings.map(|finding| (finding.rule.id.as_str(), finding.verdict.code())).collect()
}

/// Tesseract, if it is there; a notice if it is not.
fn tesseract(test: &str) -> Option<Tesseract> {
    let found = Tesseract::find();
    let required =
        std::env::var_os("CLAUSECHECK_TESSERACT").is_some_and(|value| value == "required");
    assert!(found.is_some() || !required, "tesseract is required and was not found");
    if found.is_none() {
        println!("notice: {test} was skipped, because tesseract is not installed");
    }
    found
}

#[test]
fn a_drawn_page_is_dark_where_its_words_are() {
    let pdf = fs::read(sample("clean/ekstad-pdf/2-avtal.pdf")).unwrap();
    let extraction = extract::extract(&pdf, "x.pdf", &Options::default());
    let picture = extract::picture(&pdf, "x.pdf", &Options::default(), 1).unwrap();
    let darkness = |left: f32, top: f32, right: f32, bottom: f32| {
        let at = |points: f32| (points * picture.scale) as usize;
        let rows = at(top)..at(bottom);
        let pixels = rows.flat_map(|row| {
            let from = row * picture.width as usize;
            &picture.grey[from + at(left)..from + at(right)]
        });
        let (mut sum, mut count) = (0_u64, 0_u64);
        for pixel in pixels {
            sum += u64::from(255 - pixel);
            count += 1;
        }
        sum as f64 / count.max(1) as f64
    };
    let words: Vec<_> = extraction.printed.iter().filter(|word| word.area.page == 1).collect();
    assert!(words.len() > 100);
    for word in words {
        let area = word.area;
        let dark = darkness(area.left, area.top, area.right, area.bottom);
        assert!(dark > 10.0, "{} {area:?}: {dark}", word.span.of(&extraction.text));
    }
    assert!(darkness(0.0, 0.0, 50.0, 700.0) < 0.1, "the margin is white");
}

#[test]
fn without_recognition_a_scan_is_no_proof_of_absence() {
    let folder = scanned("gapped/northport-pdf");
    let Err(AppError::NothingReadable(3, report)) = check(folder.path(), Ocr::Never) else {
        panic!("three scans have no text");
    };
    assert!(verdicts(&report).values().all(|verdict| *verdict == "undetermined"));
}

#[test]
fn scanned_packs_say_the_same_as_the_packs() {
    let Some(tesseract) = tesseract("scanned_packs_say_the_same_as_the_packs") else { return };
    for (pack, language) in [("gapped/northport-pdf", "English"), ("gapped/ekstad-pdf", "Swedish")]
    {
        if !tesseract.languages().iter().any(|installed| installed.name() == language) {
            println!("notice: {pack} was skipped, because tesseract has no data for {language}");
            continue;
        }
        let folder = scanned(pack);
        let recognised = check(folder.path(), Ocr::Auto).unwrap();
        let drawn = check(&sample(pack), Ocr::Auto).unwrap();
        assert_eq!(verdicts(&recognised), verdicts(&drawn), "{pack}");
        for document in &recognised.packs[0].documents {
            let kinds: Vec<NoteKind> = document.notes.iter().map(|note| note.kind).collect();
            assert!(kinds.contains(&NoteKind::Recognised), "{}: {kinds:?}", document.path);
            assert!(!kinds.contains(&NoteKind::NoTextLayer), "{}: {kinds:?}", document.path);
        }
        let evidence = recognised.packs[0].findings.iter().flat_map(|finding| &finding.evidence);
        for evidence in evidence {
            assert!(evidence.place.recognised && !evidence.place.areas.is_empty());
        }
    }
}

#[test]
fn a_text_layer_can_be_left_aside() {
    let Some(_) = tesseract("a_text_layer_can_be_left_aside") else { return };
    let document = sample("gapped/northport-pdf/3-service-levels.pdf");
    let report = check(&document, Ocr::Always).unwrap();
    let notes: Vec<NoteKind> =
        report.packs[0].documents[0].notes.iter().map(|note| note.kind).collect();
    assert_eq!(notes, [NoteKind::Recognised]);
}

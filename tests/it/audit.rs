//! An audit end to end: the same bytes whatever the order and however often it was killed, what
//! was not read is not missing, metadata that do not match are told, and people's codes are
//! set beside what was found.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::process::Output;
use std::process::Stdio;
use std::time::Duration;

const HAS: &str = "1. Security\n\nThe Supplier shall notify the Customer of security incidents within 24 hours.\nThe Supplier shall encrypt all data at rest.\n";
const LACKS: &str =
    "1. Delivery\n\nThe Supplier shall deliver the goods to the address of the Customer.\n";

/// Sixteen small contracts, half of them with clauses, one that cannot be read, in two folders.
fn corpus(folder: &Path) {
    for (n, country) in (0..16).map(|n| (n, ["se", "fi"][n % 2])) {
        let below = folder.join(country);
        fs::create_dir_all(&below).unwrap();
        let words: String = (0..60).map(|w| format!("w{} ", words_of(n * 1000 + w))).collect();
        let text = format!("{}\n2. Place\n\n{words}\n", if n < 8 { HAS } else { LACKS });
        fs::write(below.join(format!("contract-{n:02}.txt")), text).unwrap();
    }
    fs::write(folder.join("fi/scan.pdf"), b"%PDF-1.7\nnothing that can be read").unwrap();
    fs::write(folder.join("fi/.hidden"), "x").unwrap();
}

/// A word of letters that no other number has.
fn words_of(number: usize) -> String {
    number.to_string().bytes().map(|digit| char::from(b'a' + digit - b'0')).collect()
}

fn metadata(folder: &Path) -> String {
    let mut lines = "path,country,year,weight\n".to_owned();
    for n in 0..16 {
        let country = ["se", "fi"][n % 2];
        let year = 2018 + n / 4;
        lines.push_str(&format!("{country}/contract-{n:02}.txt,{country},{year},{}\n", 1 + n % 3));
    }
    lines.push_str("fi/scan.pdf,fi,2020,1\n");
    let path = folder.join("metadata.csv");
    fs::write(&path, lines).unwrap();
    path.display().to_string()
}

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clausecheck"));
    command.args(args).stdin(Stdio::null()).env("NO_COLOR", "1");
    command.env("CLAUSECHECK_NO_CACHE", "true");
    command
}

fn run(args: &[&str]) -> Output {
    command(args).output().unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr[..]].concat()).into_owned()
}

fn audit(corpus: &Path, output: &Path, more: &[&str]) -> Output {
    let (corpus, output) = (corpus.display().to_string(), output.display().to_string());
    run(&[&["audit", &corpus, "-o", &output, "--draws", "200"], more].concat())
}

/// All files of a run that must not depend on time and order.
fn content(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for below in ["", "statistics", "figures"] {
        for entry in fs::read_dir(folder.join(below)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(folder).unwrap().display().to_string();
            if path.is_file() && name != "run.json" && name != "journal.jsonl" {
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

fn table(path: &Path) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

fn json(path: &Path) -> serde_json::Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

#[test]
fn the_same_bytes_whatever_the_threads_and_the_kills() {
    let place = tempfile::tempdir().unwrap();
    let documents = place.path().join("corpus");
    corpus(&documents);
    let table = metadata(place.path());
    let options = ["--metadata", &table, "--by", "country,year", "--trend", "year"];
    let (one, two) = (place.path().join("one"), place.path().join("two"));
    let output = audit(&documents, &one, &[&options[..], &["--jobs", "1"]].concat());
    assert_eq!(output.status.code(), Some(3), "{}", told(&output));
    assert!(told(&output).contains("17 packs: 16 fully read, 0 partly, 1 not at all"));

    // Killed again and again, each time a little later, until it comes through.
    let (corpus, two_shown) = (documents.display().to_string(), two.display().to_string());
    let args = ["audit", &corpus, "-o", &two_shown, "--draws", "200", "--jobs", "2"];
    for patience in 1..12 {
        let mut child = command(&[&args[..], &options[..]].concat());
        let mut child = child.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(patience * 25));
        let _ = child.kill();
        child.wait().unwrap();
    }
    // What a run that was killed while it wrote a table leaves behind is swept away.
    fs::create_dir_all(two.join("statistics")).unwrap();
    fs::write(two.join("statistics/.clausecheck-x1.tmp"), "half a table").unwrap();
    let output = audit(&documents, &two, &[&options[..], &["--jobs", "2"]].concat());
    assert_eq!(output.status.code(), Some(3), "{}", told(&output));
    assert_eq!(content(&one), content(&two));
    assert!(content(&one).contains_key("statistics/trends.csv"));
    assert!(content(&one).contains_key("figures/heat-map-1-country.svg"));

    // Once more, with nothing left to judge and other statistics: what no longer holds goes.
    let output = audit(&documents, &two, &["--seed", "2"]);
    assert!(told(&output).contains("going on with an audit that has judged 17 packs"));
    let files = content(&two);
    assert!(!files.contains_key("statistics/trends.csv"));
    assert!(!files.contains_key("figures/heat-map-1-country.svg"));
    let run = json(&two.join("run.json"));
    let last = run["sessions"].as_array().unwrap().last().unwrap();
    assert_eq!((last["judged"].as_u64(), last["known"].as_u64()), (Some(0), Some(17)));
}

#[test]
fn what_was_not_read_is_not_missing() {
    let place = tempfile::tempdir().unwrap();
    let documents = place.path().join("corpus");
    corpus(&documents);
    let run = place.path().join("run");
    audit(&documents, &run, &[]);
    let findings = table(&run.join("findings.csv"));
    let of_scan: Vec<_> = findings.iter().filter(|row| row["pack"] == "fi/scan.pdf").collect();
    assert!(!of_scan.is_empty());
    assert!(of_scan.iter().all(|row| row["verdict"] == "undetermined"));
    let shares = table(&run.join("statistics/prevalence.csv"));
    let at_rest = shares
        .iter()
        .find(|row| row["rule"] == "cry-at-rest" && row["measure"] == "present")
        .unwrap();
    assert_eq!((at_rest["packs"].as_str(), at_rest["not_fully_read"].as_str()), ("17", "1"));
    assert_eq!((at_rest["hits"].as_str(), at_rest["cases"].as_str()), ("8", "16"));
    assert_eq!(at_rest["share"], "0.5");
    // 8 of 17, and 9 of 17 if the scan has it.
    assert_eq!((at_rest["lowest"].as_str(), at_rest["highest"].as_str()), ("0.470588", "0.529412"));
    let about = json(&run.join("run.json"));
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    let schema = serde_json::to_value(clausecheck::report::corpus::run::schema()).unwrap();
    compiler.add_resource("run.json", schema).unwrap();
    let index = compiler.compile("run.json", &mut schemas).unwrap();
    if let Err(error) = schemas.validate(&about, index) {
        panic!("{error:#}");
    }
    let left_out = &about["left_out"];
    assert_eq!(left_out[0]["path"], "fi/.hidden");
}

#[test]
fn an_audit_is_verified_or_what_differs_is_told() {
    let place = tempfile::tempdir().unwrap();
    let documents = place.path().join("corpus");
    corpus(&documents);
    let folder = place.path().join("run");
    audit(&documents, &folder, &[]);
    let shown = folder.display().to_string();
    let output = run(&["verify", &shown]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert!(told(&output).starts_with("identical: 17 packs judged again"), "{}", told(&output));

    // The corpus moved.
    let moved = place.path().join("moved");
    fs::rename(&documents, &moved).unwrap();
    let output = run(&["verify", &shown]);
    assert_eq!(output.status.code(), Some(2), "{}", told(&output));
    let output = run(&["verify", &shown, "--corpus", &moved.display().to_string()]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));

    // A contract changed, one is gone, one is new, and a table was touched.
    fs::write(moved.join("se/contract-00.txt"), LACKS).unwrap();
    fs::remove_file(moved.join("se/contract-02.txt")).unwrap();
    fs::write(moved.join("se/new.txt"), HAS).unwrap();
    let findings = folder.join("findings.csv");
    let text = fs::read_to_string(&findings).unwrap().replacen("missing", "met", 1);
    fs::write(&findings, text).unwrap();
    let output = run(&["verify", &shown, "--corpus", &moved.display().to_string()]);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    let told = told(&output);
    assert!(told.contains("findings.csv: changed since the audit"), "{told}");
    assert!(told.contains("packs whose files changed (1):\n    se/contract-00.txt"), "{told}");
    assert!(
        told.contains("packs of the audit that are gone (1):\n    se/contract-02.txt"),
        "{told}"
    );
    assert!(told.contains("packs that were not in the audit (1):\n    se/new.txt"), "{told}");
    assert!(told.contains("statistics/prevalence.csv: comes out otherwise"), "{told}");
}

#[test]
fn metadata_that_do_not_match_are_told() {
    let place = tempfile::tempdir().unwrap();
    let documents = place.path().join("corpus");
    corpus(&documents);
    let table = place.path().join("m.csv");
    fs::write(&table, "id,country\nse/contract-00.txt,SE\nse/none.txt,SE\n").unwrap();
    let path = table.display().to_string();
    let folder = place.path().join("run");
    let output = audit(&documents, &folder, &["--metadata", &path]);
    assert_eq!(output.status.code(), Some(2));
    let words = told(&output);
    assert!(
        words.contains("packs without a line (16)") && words.contains("fi/scan.pdf"),
        "{words}"
    );
    assert!(words.contains("lines without a pack (1)") && words.contains("se/none.txt"), "{words}");
    assert!(!folder.exists(), "nothing is written");
    let more = ["--metadata", &path, "--allow-unmatched", "--by", "country"];
    let output = audit(&documents, &folder, &more);
    assert_eq!(output.status.code(), Some(3), "{}", told(&output));
    assert_eq!(json(&folder.join("run.json"))["metadata_without_pack"][0], "se/none.txt");
    // A category of one has counts and no interval.
    let shares = self::table(&folder.join("statistics/prevalence.csv"));
    let one = shares.iter().find(|row| row["category"] == "SE").unwrap();
    let cells = ["cases", "share", "low"].map(|name| one[name].as_str());
    assert_eq!(cells, ["1", "", ""]);
    assert!(one["notes"].contains("few-cases"));

    // A column that divides nothing.
    let lines: String = (0..300).map(|n| format!("{n}.txt,{n}x\n")).collect();
    let many = place.path().join("many");
    fs::create_dir(&many).unwrap();
    (0..300).for_each(|n| fs::write(many.join(format!("{n}.txt")), LACKS).unwrap());
    fs::write(&table, format!("id,name\n{lines}")).unwrap();
    let output = audit(&many, &place.path().join("r2"), &["--metadata", &path, "--by", "name"]);
    assert!(told(&output).contains("has 300 categories"), "{}", told(&output));

    // Duplicates, unknown columns and a detector that is none, all at once.
    fs::write(&table, "id,country\nx,SE\nx,FI\n").unwrap();
    let output = audit(&documents, &folder, &["--metadata", &path, "--detector", &path]);
    let words = told(&output);
    assert!(words.contains("line 3: `x` stands here a second time"), "{words}");
    assert!(words.contains("columns are rule, sensitivity_hits"), "{words}");
}

#[test]
fn a_folder_with_something_else_is_left_alone() {
    let place = tempfile::tempdir().unwrap();
    let documents = place.path().join("corpus");
    corpus(&documents);
    let output = audit(&documents, &documents, &[]);
    assert_eq!(output.status.code(), Some(2), "{}", told(&output));
    let folder = place.path().join("run");
    audit(&documents, &folder, &[]);
    let output = audit(&documents, &folder, &["--unit", "folder"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("unit `document` (now `folder`)"), "{}", told(&output));
}

#[test]
fn folders_can_be_packs() {
    let place = tempfile::tempdir().unwrap();
    let documents = place.path().join("corpus");
    corpus(&documents);
    let folder = place.path().join("run");
    let output = audit(&documents, &folder, &["--unit", "folder"]);
    assert!(told(&output).contains("2 packs: 1 fully read, 1 partly"), "{}", told(&output));
    let packs = table(&folder.join("packs.csv"));
    let names: Vec<&str> = packs.iter().map(|row| row["pack"].as_str()).collect();
    assert_eq!(names, ["fi", "se"]);
}

#[test]
fn a_plan_is_kept_to() {
    let place = tempfile::tempdir().unwrap();
    let documents = place.path().join("corpus");
    corpus(&documents);
    let plan = place.path().join("plan.json").display().to_string();
    let output = run(&["audit", "--preregister", &plan, "--draws", "200", "--seed", "5"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let hash = blake3::hash(&fs::read(&plan).unwrap()).to_hex().to_string();
    assert!(told(&output).contains(&hash));
    let folder = place.path().join("run");
    let output = audit(&documents, &folder, &["--plan", &plan, "--seed", "6"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("seed: planned `5`, now `6`"), "{}", told(&output));
    let output = audit(&documents, &folder, &["--plan", &plan, "--seed", "5"]);
    assert_eq!(output.status.code(), Some(3), "{}", told(&output));
    assert_eq!(json(&folder.join("run.json"))["plan"], hash);
}

#[test]
fn shares_are_corrected_where_the_rules_were_measured() {
    let place = tempfile::tempdir().unwrap();
    let documents = place.path().join("corpus");
    corpus(&documents);
    let measured = place.path().join("measured.csv");
    fs::write(
        &measured,
        "rule,sensitivity_hits,positives,specificity_hits,negatives\ncry-at-rest,80,100,100,100\ninc-notification,1,2,50,50\n",
    )
    .unwrap();
    let folder = place.path().join("run");
    audit(&documents, &folder, &["--detector", &measured.display().to_string()]);
    let shares = table(&folder.join("statistics/prevalence.csv"));
    let of = |rule: &str| {
        shares.iter().find(|row| row["rule"] == rule && row["measure"] == "present").unwrap()
    };
    // 0.5 / 0.8
    assert_eq!(of("cry-at-rest")["corrected"], "0.625");
    let low: f64 = of("cry-at-rest")["corrected_low"].parse().unwrap();
    assert!((0.2..0.5).contains(&low), "{low}");
    assert_eq!(of("inc-notification")["corrected"], "");
    assert_eq!(of("inc-notification")["notes"], "detector-measured-on-few");
    assert_eq!(of("lia-cap")["corrected"], "");
    let page = fs::read_to_string(folder.join("report.html")).unwrap();
    assert!(page.contains("62.5 %") && page.contains("Rogan and Gladen"));
}

/// Fills in the sheet as a coder would.
fn code(sheet: &Path, to: &Path, answer: impl Fn(&BTreeMap<String, String>) -> String) {
    let mut reader = csv::Reader::from_path(sheet).unwrap();
    let head = reader.headers().unwrap().clone();
    let mut writer = csv::Writer::from_path(to).unwrap();
    writer.write_record(&head).unwrap();
    for row in reader.deserialize::<BTreeMap<String, String>>() {
        let mut row = row.unwrap();
        let answer = answer(&row);
        row.insert("code".to_owned(), answer);
        writer.write_record(head.iter().map(|name| &row[name])).unwrap();
    }
    writer.flush().unwrap();
}

#[test]
fn people_code_a_blind_sample_and_agreement_is_told() {
    let place = tempfile::tempdir().unwrap();
    let documents = place.path().join("corpus");
    corpus(&documents);
    let path = metadata(place.path());
    let folder = place.path().join("run");
    audit(&documents, &folder, &["--metadata", &path]);
    let (shown, drawn) = (folder.display().to_string(), place.path().join("drawn"));
    let to = drawn.display().to_string();
    let rules = ["--rules", "cry-at-rest,inc-notification", "--seed", "7"];
    let args = [&["sample", &shown, "--n", "10", "--stratify", "country", "-o", &to], &rules[..]];
    let output = run(&args.concat());
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert!(told(&output).contains("20 questions about 10 documents"), "{}", told(&output));
    let sheet = drawn.join("coding.csv");
    let blind = fs::read_to_string(&sheet).unwrap();
    assert!(!blind.contains("undetermined") && !blind.contains(",met,"), "{blind}");
    let key = table(&drawn.join("key.csv"));
    assert!(key.iter().any(|row| row["verdict"] == "missing"), "negatives are drawn, too");
    assert!(key.iter().all(|row| row["document"] != "fi/scan.pdf"));
    assert!(key.iter().all(|row| row["probability"].parse::<f64>().unwrap() < 1.0));

    // The same seed draws the same, and passages are drawn of both sorts.
    let again = place.path().join("again");
    let to = again.display().to_string();
    let args = [&["sample", &shown, "--n", "10", "--stratify", "country", "-o", &to], &rules[..]];
    run(&args.concat());
    assert_eq!(fs::read(&sheet).unwrap(), fs::read(again.join("coding.csv")).unwrap());
    assert_eq!(
        fs::read(drawn.join("coding.xlsx")).unwrap(),
        fs::read(again.join("coding.xlsx")).unwrap()
    );
    let passages = place.path().join("passages");
    let to = passages.display().to_string();
    let args = [&["sample", &shown, "--n", "8", "--of", "passages", "-o", &to], &rules[..]];
    let output = run(&args.concat());
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let found = table(&passages.join("key.csv"));
    assert_eq!(found.iter().filter(|row| row["stratum"] == "found").count(), 4);

    // Two coders, one of whom makes a mistake, and the tool.
    let truth = |row: &BTreeMap<String, String>| {
        let number: usize = row["document"][row["document"].len() - 6..][..2].parse().unwrap();
        if number < 8 { "met".to_owned() } else { "missing".to_owned() }
    };
    let (ann, bob) = (place.path().join("ann.csv"), place.path().join("bob.csv"));
    code(&sheet, &ann, truth);
    code(
        &sheet,
        &bob,
        |row| if row["item"] == "q00003" { "unclear".to_owned() } else { truth(row) },
    );
    let (ann, bob) = (ann.display().to_string(), bob.display().to_string());
    let key = drawn.join("key.csv").display().to_string();
    let results = place.path().join("agreement").display().to_string();
    let output = run(&["agree", &ann, &bob, "--tool", &key, "-o", &results, "--draws", "200"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let words = told(&output);
    assert!(
        words.contains("ann.csv, bob.csv: 19 items coded by two or more; 1 left open"),
        "{words}"
    );
    let rows = table(&Path::new(&results).join("agreement.csv"));
    assert_eq!(rows[0]["raw"], "1");
    assert_eq!(rows[0]["alpha"], "1");
    assert!(rows.iter().any(|row| row["coders"] == "ann.csv, clausecheck"));
    assert!(Path::new(&results).join("disagreements.xlsx").exists());
    // What people said tells how often the tool is right, and an audit can be corrected by it.
    let detector = Path::new(&results).join("detector.csv");
    let counts = table(&detector);
    let sum = |name: &str| counts.iter().map(|row| row[name].parse::<u32>().unwrap()).sum::<u32>();
    assert_eq!(sum("positives") + sum("negatives"), 19);
    assert_eq!(
        (sum("positives"), sum("negatives")),
        (sum("sensitivity_hits"), sum("specificity_hits"))
    );
    let output = audit(&documents, &folder, &["--detector", &detector.display().to_string()]);
    assert_eq!(output.status.code(), Some(3), "{}", told(&output));

    // Coders of different documents have no agreement.
    let other = place.path().join("other.csv");
    fs::write(&other, "document,rule,code\nnowhere.txt,cry-at-rest,met\n").unwrap();
    let output = run(&["agree", &ann, &other.display().to_string()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("no item in common"), "{}", told(&output));
    let output = run(&["agree", &ann]);
    assert!(told(&output).contains("nobody to agree with"), "{}", told(&output));
}

#[test]
fn a_filled_in_workbook_is_read() {
    let place = tempfile::tempdir().unwrap();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let rows = [["document", "rule", "code"], ["a.txt", "r", "met"], ["b.txt", "r", "missing"]];
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    let path = place.path().join("ann.xlsx");
    book.save(&path).unwrap();
    let other = place.path().join("bob.csv");
    fs::write(&other, "document;rule;code\na.txt;r;weak\nb.txt;r;met\n").unwrap();
    let output = run(&[
        "agree",
        &path.display().to_string(),
        &other.display().to_string(),
        "--draws",
        "100",
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert!(told(&output).contains("2 items on which somebody differs"), "{}", told(&output));
    // A cell far away is no reason to take memory for all between.
    let far = place.path().join("far.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "document").unwrap();
    sheet.write_string(1_048_575, 16_383, "x").unwrap();
    book.save(&far).unwrap();
    let output = run(&["agree", &far.display().to_string(), &other.display().to_string()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("more than 200000 rows"), "{}", told(&output));
    fs::write(&other, "document;rule;code\na.txt;r;maybe\n").unwrap();
    let output = run(&["agree", &path.display().to_string(), &other.display().to_string()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("bob.csv, row 2: `maybe` is no code"), "{}", told(&output));
}

#[test]
fn findings_go_to_qualitative_analysis_and_codes_come_back() {
    let place = tempfile::tempdir().unwrap();
    let documents = place.path().join("corpus");
    corpus(&documents);
    let folder = place.path().join("run");
    audit(&documents, &folder, &[]);
    let shown = folder.display().to_string();
    let path = |name: &str| place.path().join(name).display().to_string();
    let (book, project, blind) = (path("rules.qdc"), path("found.qdpx"), path("blind.qdpx"));
    let output = run(&["export", &shown, "--codebook", &book, "--project", &project]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let text = fs::read_to_string(&book).unwrap();
    assert!(text.contains("name=\"inc-notification: weak\""), "{text}");

    // The passages lie where the project says.
    let mut archive = zip::ZipArchive::new(fs::File::open(&project).unwrap()).unwrap();
    let xml = std::io::read_to_string(archive.by_name("project.qde").unwrap()).unwrap();
    let source = xml.split("<TextSource").find(|s| s.contains("\"se/contract-00.txt\"")).unwrap();
    let value = |from: &str, name: &str| {
        from.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    let file = value(source, "plainTextPath").replace("internal://", "sources/");
    let text = std::io::read_to_string(archive.by_name(&file).unwrap()).unwrap();
    let passage = source.split("<PlainTextSelection").find(|s| s.contains("cry-at-rest")).unwrap();
    let start: usize = value(passage, "startPosition").parse().unwrap();
    let end: usize = value(passage, "endPosition").parse().unwrap();
    let coded: String = text.chars().skip(start).take(end - start).collect();
    assert_eq!(coded, "The Supplier shall encrypt all data at rest.");

    // What comes back as codes agrees with what went out.
    let findings = folder.join("findings.csv").display().to_string();
    let output = run(&["agree", &project, "--tool", &findings, "--draws", "100"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert!(told(&output).contains("0 items on which somebody differs"), "{}", told(&output));

    // A project for coders holds nothing that was found.
    let output = run(&["export", &shown, "--project", &blind, "--blind"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let mut archive = zip::ZipArchive::new(fs::File::open(&blind).unwrap()).unwrap();
    let xml = std::io::read_to_string(archive.by_name("project.qde").unwrap()).unwrap();
    assert!(xml.contains("<TextSource") && !xml.contains("CodeRef"));
}

#[test]
fn a_run_that_somebody_else_wrote_cannot_write_elsewhere() {
    let place = tempfile::tempdir().unwrap();
    let documents = place.path().join("corpus");
    corpus(&documents);
    let folder = place.path().join("run");
    audit(&documents, &folder, &[]);
    let elsewhere = place.path().join("elsewhere");
    let path = folder.join("run.json");
    let honest = json(&path);
    for hostile in [
        vec!["--output".to_owned(), elsewhere.display().to_string()],
        vec!["--preregister".to_owned(), elsewhere.display().to_string()],
        vec!["check".to_owned(), "--".to_owned()],
    ] {
        let mut run = honest.clone();
        run["arguments"] = serde_json::to_value(&hostile).unwrap();
        run["files"][0]["path"] = "../../etc/passwd".into();
        fs::write(&path, run.to_string()).unwrap();
        let output = self::run(&["verify", &folder.display().to_string()]);
        assert_ne!(output.status.code(), Some(0), "{hostile:?}: {}", told(&output));
        assert!(!told(&output).contains("passwd: changed"), "{}", told(&output));
        assert!(!elsewhere.exists(), "{hostile:?}");
    }
}

#[test]
fn names_below_several_folders_do_not_clash() {
    let place = tempfile::tempdir().unwrap();
    let (one, two) = (place.path().join("one/docs"), place.path().join("two/docs"));
    corpus(&one);
    corpus(&two);
    let folder = place.path().join("run").display().to_string();
    let (first, second) = (one.display().to_string(), two.display().to_string());
    let output = run(&["audit", &first, &second, "-o", &folder]);
    assert_eq!(output.status.code(), Some(2));
    let words = told(&output);
    assert!(words.contains("two documents are called `docs/fi/contract-01.txt`"), "{words}");
    let both = place.path().display().to_string();
    let output = run(&["audit", &both, "-o", &folder, "--exclude", "*.pdf"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert!(told(&output).contains("32 packs: 32 fully read"), "{}", told(&output));
}

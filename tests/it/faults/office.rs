//! Word files and workbooks that lie, nest and swell (fault cases 17–28).

use super::Case;
use super::READ;
use super::case;
use std::io::Cursor;
use std::io::Write;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const OPEN: &str = r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#;
const CLOSE: &str = "</w:body></w:document>";
const PARAGRAPH: &str =
    "<w:p><w:r><w:t>The supplier shall notify within 72 hours.</w:t></w:r></w:p>";
const SHEET: &str =
    r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#;
const STRINGS: &str = r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#;

pub(super) fn cases() -> Vec<Case> {
    let mut cases = word();
    cases.extend(nested());
    cases.extend(broken());
    cases.extend(workbooks());
    cases
}

/// A text that every reader of the good file must find.
pub(super) fn good_word() -> Vec<u8> {
    docx(&format!("{OPEN}{PARAGRAPH}{CLOSE}"), &[])
}

/// A document that takes long to read.
#[cfg(target_os = "linux")]
pub(super) fn slow() -> Vec<u8> {
    docx(&format!("{OPEN}{}{CLOSE}", PARAGRAPH.repeat(400_000)), &[])
}

fn word() -> Vec<Case> {
    let entities: String = (0..10)
        .map(|level: usize| {
            let inner =
                level.checked_sub(1).map_or("&a;".to_owned(), |below| format!("&a{below};"));
            format!("<!ENTITY a{level} \"{}\">", inner.repeat(10))
        })
        .collect();
    let laughs = format!(
        "<!DOCTYPE l [<!ENTITY a \"lol\">{entities}]>{OPEN}<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>{CLOSE}"
    );
    let declared = "<!DOCTYPE l [<!ENTITY % p '<!ENTITY x \"shall\">'> %p;]>";
    let parameters = format!("{declared}{OPEN}<w:p><w:r><w:t>[&x;]</w:t></w:r></w:p>{CLOSE}");
    let wide = format!("\u{feff}{}", parameters);
    let wide: Vec<u8> = wide.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let open = format!(
        "{declared}<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' \
         xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text><text:p>[&x;] \
         The Supplier shall.</text:p></office:text></office:body></office:document-content>"
    );
    let namespaces: String = (0..200_000).map(|n| format!(" xmlns:n{n}='u'")).collect();
    let outside = format!(
        "<!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>{OPEN}<w:p><w:r><w:t>[&x;]</w:t></w:r></w:p>{CLOSE}"
    );
    let long = format!("{OPEN}<w:p><w:r><w:t>{}</w:t></w:r></w:p>{CLOSE}", "A".repeat(20 << 20));
    let many = format!("{OPEN}{}{CLOSE}", PARAGRAPH.repeat(30_000));
    let attributes: String = (0..500_000).map(|number| format!(" w:a{number}=\"1\"")).collect();
    let elsewhere = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="r8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="../../../../etc/passwd"/></Relationships>"#;
    let plain = format!("{OPEN}{PARAGRAPH}{CLOSE}");
    vec![
        case(17, "entities.docx", docx(&laughs, &[]), &["entities-refused"]),
        case(17, "outside-entity.docx", docx(&outside, &[]), &["entities-refused"]),
        case(17, "parameter-entities.docx", docx(&parameters, &[]), &["entities-refused"]),
        case(17, "wide-entity.docx", docx_of_bytes(&wide, &[]), &["entities-refused"]),
        case(17, "entity.odt", odt(&open), &["entities-refused"]),
        case(
            20,
            "namespaces.docx",
            docx(&format!("{OPEN}<w:p{namespaces}/>{PARAGRAPH}{CLOSE}"), &[]),
            &["damaged"],
        ),
        case(18, "one-long-word.docx", docx(&long, &[]), &["too-large"]),
        case(18, "many-paragraphs.docx", docx(&many, &[]), &["too-large"]),
        case(
            20,
            "attributes.docx",
            docx(&format!("{OPEN}<w:p{attributes}/>{PARAGRAPH}{CLOSE}"), &[]),
            &["read"],
        ),
        case(
            23,
            "links-elsewhere.docx",
            docx(&plain, &[("word/_rels/document.xml.rels", elsewhere)]),
            &["read"],
        ),
        case(
            30,
            "way-out.docx",
            docx(&plain, &[("../../../../clausecheck-canary", "x")]),
            &["read"],
        ),
    ]
}

fn nested() -> Vec<Case> {
    let nest = |open: &str, close: &str, depth: usize| {
        let (open, close) = (open.repeat(depth), close.repeat(depth));
        docx(&format!("{OPEN}{open}{PARAGRAPH}{close}{CLOSE}"), &[])
    };
    let (table, end) = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>");
    vec![
        case(19, "tables-300.docx", nest(table, end, 300), &["read"]),
        case(19, "tables-3000.docx", nest(table, end, 3_000), &["too-deep"]),
        case(19, "tables-20000.docx", nest(table, end, 20_000), &["too-deep"]),
        case(
            19,
            "controls-50000.docx",
            nest("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 50_000),
            &["too-deep"],
        ),
        case(19, "unknown-500000.docx", nest("<w:zz>", "</w:zz>", 500_000), &["too-deep"]),
    ]
}

fn broken() -> Vec<Case> {
    let good = good_word();
    let mut lying = good.clone();
    let directory = find(&lying, b"PK\x01\x02");
    let entry = directory + find(&lying[directory..], b"word/document.xml") - 46;
    lying[entry + 24..entry + 28].copy_from_slice(&0xffff_fff0_u32.to_le_bytes());
    let mut flipped = good.clone();
    let content = find(&flipped, b"word/document.xml") + 40;
    flipped[content] ^= 0xff;
    // Word shows one of the two texts, and we read the other.
    let mut twice = docx(&format!("{OPEN}{PARAGRAPH}{CLOSE}"), &[("word/documenu.xml", "<x/>")]);
    while let Some(at) = twice.windows(17).position(|window| window == b"word/documenu.xml") {
        twice[at + 12] = b't';
    }
    let mut renamed = good.clone();
    let local = find(&renamed, b"word/document.xml");
    renamed[local + 5..local + 13].copy_from_slice(b"elsewher");
    let upper = docx(&format!("{OPEN}{PARAGRAPH}{CLOSE}"), &[("WORD/document.xml", OPEN)]);
    let encrypted =
        [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 600], &utf16("EncryptedPackage")];
    let legacy = [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 600], &utf16("WordDocument")];
    let odd = [OPEN.as_bytes(), b"<w:p><w:r><w:t>\xff\xfebad</w:t></w:r></w:p>", CLOSE.as_bytes()];
    let noise: Vec<u8> =
        (0..5_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    vec![
        case(21, "size-lies.docx", lying, &["read"]),
        case(21, "wrong-sum.docx", flipped, &["damaged"]),
        case(21, "cut.docx", good[..good.len() - 80].to_vec(), &["damaged"]),
        case(21, "noise.docx", [b"PK\x03\x04", &noise[..]].concat(), &["damaged"]),
        case(12, "unclosed.docx", docx(&format!("{OPEN}{PARAGRAPH}"), &[]), &["damaged"]),
        case(12, "bad-text.docx", docx_of_bytes(&odd.concat(), &[]), &["garbled"]),
        case(21, "same-part.docx", twice, &["ambiguous"]),
        case(21, "other-names.docx", renamed, &["ambiguous"]),
        case(21, "same-in-capitals.docx", upper, &["ambiguous"]),
        case(13, "encrypted.docx", encrypted.concat(), &["needs-password"]),
        case(22, "legacy.docx", legacy.concat(), &["unsupported-format"]),
        case(22, "no-relations.docx", good.clone(), READ),
        case(22, "rtf.docx", b"{\\rtf1 The supplier shall encrypt all data.}".to_vec(), READ),
    ]
}

fn workbooks() -> Vec<Case> {
    let corner = format!(
        r#"{SHEET}<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>"#
    );
    let dimension = format!(
        r#"{SHEET}<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>"#
    );
    let rows: String = (1..=20_000)
        .map(|row| format!(r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>"#))
        .collect();
    let repeated = format!("{SHEET}<sheetData>{rows}</sheetData></worksheet>");
    let long = format!(
        r#"{STRINGS} count="1" uniqueCount="1"><si><t>{}</t></si></sst>"#,
        "A".repeat(200_000)
    );
    let lying = format!(
        r#"{SHEET}<sheetData><row r="1"><c r="A1" t="s"><v>4000000000</v></c></row></sheetData></worksheet>"#
    );
    let billions = format!(r#"{STRINGS} count="4000000000" uniqueCount="4000000000"></sst>"#);
    let overflow = format!(
        r#"{SHEET}<sheetData><row r="4294967296"><c r="ZZZZZZZZ99999999999"><v>1</v></c></row></sheetData></worksheet>"#
    );
    vec![
        case(26, "far-corner.xlsx", xlsx(&corner, None), READ),
        case(26, "dimension-lies.xlsx", xlsx(&dimension, None), READ),
        case(27, "one-text-20000-times.xlsx", xlsx(&repeated, Some(&long)), &["too-large"]),
        case(27, "billions-of-strings.xlsx", xlsx(&lying, Some(&billions)), &["damaged"]),
        // The number overflows in the library, which only a debug build notices.
        case(27, "cell-overflow.xlsx", xlsx(&overflow, None), &["crashed", "damaged"]),
    ]
}

pub(super) fn docx(document: &str, more: &[(&str, &str)]) -> Vec<u8> {
    docx_of_bytes(document.as_bytes(), more)
}

fn docx_of_bytes(document: &[u8], more: &[(&str, &str)]) -> Vec<u8> {
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("word/document.xml", document),
    ];
    parts.extend(more.iter().map(|(name, content)| (*name, content.as_bytes())));
    zip(&parts)
}

/// A workbook of one sheet with more parts.
pub(super) fn xlsx_with(more: &[(&str, &str)]) -> Vec<u8> {
    let cell = r#"<c r="A1" t="inlineStr"><is><t>The Supplier shall encrypt.</t></is></c>"#;
    let sheet = format!(r#"{SHEET}<sheetData><row r="1">{cell}</row></sheetData></worksheet>"#);
    xlsx_of(&sheet, None, more)
}

/// A text document.
pub(super) fn odt(content: &str) -> Vec<u8> {
    let kind = b"application/vnd.oasis.opendocument.text";
    zip(&[
        ("mimetype", kind),
        ("META-INF/manifest.xml", b"<manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

fn xlsx(sheet: &str, strings: Option<&str>) -> Vec<u8> {
    xlsx_of(sheet, strings, &[])
}

fn xlsx_of(sheet: &str, strings: Option<&str>, more: &[(&str, &str)]) -> Vec<u8> {
    let types = TYPES
        .replace("/word/document.xml", "/xl/workbook.xml")
        .replace("wordprocessingml.document.main", "spreadsheetml.sheet.main");
    let relations = RELATIONS.replace("word/document.xml", "xl/workbook.xml");
    let book = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    let inner = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", relations.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", inner.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    if let Some(strings) = strings {
        parts.push(("xl/sharedStrings.xml", strings.as_bytes()));
    }
    parts.extend(more.iter().map(|(name, content)| (*name, content.as_bytes())));
    zip(&parts)
}

pub(super) fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn find(bytes: &[u8], needle: &[u8]) -> usize {
    bytes.windows(needle.len()).position(|window| window == needle).unwrap()
}

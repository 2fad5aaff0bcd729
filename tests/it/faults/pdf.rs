//! PDF files that lie, loop and swell (fault cases 1–13).

use super::Case;
use super::case;
use clausecheck::extract::Options;
use clausecheck::extract::extract;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::collections::BTreeMap;
use std::io::Write;

const TEXT: &[u8] = b"BT /F1 12 Tf 72 700 Td (The supplier shall notify within 72 hours.) Tj ET";

type Objects = BTreeMap<usize, Vec<u8>>;

pub(super) fn cases() -> Vec<Case> {
    let mut cases = bombs();
    cases.extend(loops());
    cases.extend(lies());
    cases
}

fn bombs() -> Vec<Case> {
    let bomb = swell(256);
    let twice = deflate(&bomb);
    let hex: Vec<u8> = bomb.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect();
    let runs = [b"\x81 ".repeat(200_000), vec![0x80]].concat();
    let mut ranges = page(b"BT /F1 12 Tf 72 700 Td <0001> Tj ET");
    ranges.insert(
        5,
        b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 6 0 R>>".to_vec(),
    );
    ranges.insert(6, stream("/Filter/FlateDecode", &deflate(b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange endcmap end end")));
    ranges.insert(
        7,
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W[]>>".to_vec(),
    );
    let mut floods = b"q ".repeat(5_000_000);
    floods.extend_from_slice(TEXT);
    vec![
        // The reader gives up on a bomb, or is stopped: which comes first depends on the machine.
        case(1, "flate-bomb.pdf", pdf(&page_of("/Filter/FlateDecode", &bomb)), &["too-large"]),
        case(
            2,
            "flate-twice.pdf",
            pdf(&page_of("/Filter[/FlateDecode/FlateDecode]", &twice)),
            &["too-large"],
        ),
        case(2, "run-lengths.pdf", pdf(&page_of("/Filter/RunLengthDecode", &runs)), &["too-large"]),
        case(
            2,
            "text-of-bomb.pdf",
            pdf(&page_of("/Filter[/ASCIIHexDecode/FlateDecode]", &hex)),
            &["too-large"],
        ),
        case(6, "endless-range.pdf", pdf(&ranges), &["read"]),
        case(7, "many-operators.pdf", pdf(&page(&floods)), &["read", "timeout", "too-large"]),
    ]
}

fn loops() -> Vec<Case> {
    let mut tree = page(TEXT);
    tree.insert(2, b"<</Type/Pages/Kids[2 0 R]/Count 1>>".to_vec());
    let mut form = page(b"/X Do");
    form.insert(3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</X 6 0 R>>>>>>".to_vec());
    form.insert(
        6,
        stream(
            "/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 6 0 R>>>>/Filter/FlateDecode",
            &deflate(b"/X Do"),
        ),
    );
    let mut font = page(TEXT);
    font.insert(5, b"5 0 R".to_vec());
    let mut length = page(TEXT);
    let body = deflate(TEXT);
    let own = [b"<</Filter/FlateDecode/Length 4 0 R>>stream\n", &body[..], b"\nendstream"].concat();
    length.insert(4, own);
    let mut many = page(TEXT);
    let last = many[&3].clone();
    many.insert(2, b"<</Type/Pages/Kids[10 0 R 10 0 R]/Count 1>>".to_vec());
    for number in 10..42 {
        let kid = number + 1;
        let node = format!("<</Type/Pages/Kids[{kid} 0 R {kid} 0 R]/Count 1>>");
        many.insert(number, node.into_bytes());
    }
    many.insert(42, last);
    let whole = String::from_utf8_lossy(&pdf(&plain_page())).into_owned();
    let at = whole.rfind("xref\n0").unwrap();
    let previous = whole.replace("/Root 1 0 R>>", &format!("/Root 1 0 R/Prev {at}>>"));
    vec![
        case(5, "form-in-itself.pdf", pdf(&form), &["empty"]),
        case(9, "tree-in-itself.pdf", pdf(&tree), &["damaged"]),
        case(9, "billions-of-pages.pdf", pdf(&many), &["read"]),
        case(10, "previous-in-itself.pdf", previous.into_bytes(), &["read"]),
        case(10, "length-in-itself.pdf", pdf(&length), &["read"]),
        case(11, "font-in-itself.pdf", pdf(&font), &["read"]),
    ]
}

fn lies() -> Vec<Case> {
    let predictor = "/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2147483647/Colors 4/BitsPerComponent 16>>";
    let mut arrays = page(TEXT);
    arrays.insert(6, [b"[".repeat(200_000), b"]".repeat(200_000)].concat());
    let mut dictionaries = page(TEXT);
    let deep = [b"<</A ".repeat(100_000), b"1".to_vec(), b">>".repeat(100_000)].concat();
    let catalog = [b"<</Type/Catalog/Pages 2 0 R/X ", &deep[..], b">>"].concat();
    dictionaries.insert(1, catalog);
    // What the page draws stands in a stream of objects that swells.
    let mut packed = page(TEXT);
    packed.remove(&4);
    let bomb = swell(256);
    packed.insert(6, stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", &bomb));
    let scan = b"q 600 0 0 700 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x20 EI Q";
    let mut portfolio = page(TEXT);
    portfolio.insert(
        1,
        b"<</Type/Catalog/Pages 2 0 R/Collection<<>>/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.docx)/EF<</F 6 0 R>>>>]>>>>>>".to_vec(),
    );
    portfolio.insert(6, stream("", b"x"));
    // The second half of what the page draws is damaged, and the first looks whole.
    let mut half = page(TEXT);
    let odd =
        String::from_utf8_lossy(&half[&3]).replace("/Contents 4 0 R", "/Contents[4 0 R 6 0 R]");
    half.insert(3, odd.into_bytes());
    half.insert(6, stream("/Filter/ASCII85Decode", b"\xff\xfe no such thing ~> \x80"));
    let mut count = page(TEXT);
    count.insert(2, b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>".to_vec());
    let mut font = page(TEXT);
    font.remove(&5);
    let mut sheet = page(TEXT);
    let flat = String::from_utf8_lossy(&sheet[&3]).replace("[0 0 612 792]", "[0 0]");
    sheet.insert(3, flat.into_bytes());
    let numbers =
        b"BT /F1 1e308 Tf 999999999999999999999999 -99999999999999999999999999 Td (x) Tj ET";
    let locked = String::from_utf8_lossy(&pdf(&plain_page())).replace(
        "/Root 1 0 R",
        "/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Unknown/V 9/R 9/O(x)/U(x)/P -1>>",
    );
    vec![
        case(4, "huge-predictor.pdf", pdf(&page_of(predictor, &deflate(TEXT))), &["damaged"]),
        case(8, "deep-arrays.pdf", pdf(&arrays), &["read"]),
        case(8, "deep-dictionaries.pdf", pdf(&dictionaries), &["damaged"]),
        case(9, "count-lies.pdf", pdf(&count), &["read"]),
        case(11, "no-font.pdf", pdf(&font), &["read"]),
        case(11, "flat-page.pdf", pdf(&sheet), &["read"]),
        case(11, "huge-numbers.pdf", pdf(&page(numbers)), &["read"]),
        case(12, "cut.pdf", pdf(&page(TEXT))[..300].to_vec(), &["damaged"]),
        case(3, "stream-of-objects.pdf", pdf(&packed), &["damaged", "memory", "too-large"]),
        case(14, "scan.pdf", pdf(&page(scan)), &["no-text-layer"]),
        case(15, "portfolio.pdf", pdf(&portfolio), &["attachment-not-read"]),
        case(12, "half.pdf", pdf(&half), &["damaged"]),
        case(13, "unknown-lock.pdf", locked.into_bytes(), &["needs-password"]),
    ]
}

/// A document that every reader reads.
pub(super) fn good() -> Vec<u8> {
    pdf(&page(TEXT))
}

/// A document with links, actions, scripts and files elsewhere.
pub(super) fn pointing_at(url: &str) -> Vec<u8> {
    let mut objects = page(b"BT /F1 12 Tf 72 700 Td (The Supplier shall encrypt.) Tj ET");
    let catalog = format!(
        "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI({url}a)>>/AA<</WC<</S/JavaScript/JS(app.launchURL\\(\"{url}j\"\\))>>>>/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(app.alert\\(1\\))>>]>>>>>>"
    );
    objects.insert(1, catalog.into_bytes());
    let links = format!(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI({url}u)>>>><</Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F({url}l)>>>><</Subtype/Link/Rect[0 0 9 9]/A<</S/GoToR/F<</FS/URL/F({url}g)>>>>>><</Subtype/Link/Rect[0 0 9 9]/A<</S/SubmitForm/F<</FS/URL/F({url}s)>>>>>>]>>"
    );
    objects.insert(3, links.into_bytes());
    pdf(&objects)
}

/// A PDF with a good cross-reference table around the objects.
fn pdf(objects: &Objects) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut offsets = BTreeMap::new();
    for (number, body) in objects {
        offsets.insert(*number, out.len());
        out.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
        out.extend_from_slice(body);
        out.extend_from_slice(b"\nendobj\n");
    }
    let table = out.len();
    let size = objects.keys().max().unwrap() + 1;
    out.extend_from_slice(format!("xref\n0 {size}\n0000000000 65535 f \n").as_bytes());
    for number in 1..size {
        let line = match offsets.get(&number) {
            Some(offset) => format!("{offset:010} 00000 n \n"),
            None => "0000000000 65535 f \n".to_owned(),
        };
        out.extend_from_slice(line.as_bytes());
    }
    let end = format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
    out.extend_from_slice(end.as_bytes());
    out
}

/// One page that draws `content`.
fn page(content: &[u8]) -> Objects {
    page_of("/Filter/FlateDecode", &deflate(content))
}

/// One page whose content stands there uncompressed, so that the file is text.
fn plain_page() -> Objects {
    page_of("", TEXT)
}

fn page_of(entries: &str, content: &[u8]) -> Objects {
    let page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>";
    BTreeMap::from([
        (1, b"<</Type/Catalog/Pages 2 0 R>>".to_vec()),
        (2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec()),
        (3, page.to_vec()),
        (4, stream(entries, content)),
        (5, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_vec()),
    ])
}

fn stream(entries: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<<{entries}/Length {}>>stream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A stream of that many megabytes of blanks, made without making them: a block that ends on a
/// byte boundary can be repeated.
fn swell(megabytes: usize) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.flush().unwrap();
    let head = encoder.get_ref().len();
    encoder.write_all(&vec![b' '; 1 << 20]).unwrap();
    encoder.flush().unwrap();
    let block = encoder.get_ref()[head..].to_vec();
    let mut out = encoder.get_ref().clone();
    for _ in 1..megabytes {
        out.extend_from_slice(&block);
    }
    // A last, empty block; the checksum is left out.
    out.extend_from_slice(&[0x03, 0x00]);
    out
}

#[test]
fn a_later_version_is_read_and_the_earlier_one_is_named() {
    let mut bytes = pdf(&page(TEXT));
    let previous = bytes.windows(5).rposition(|window| window == b"xref\n").unwrap() - 5;
    let table = bytes[..previous].windows(5).rposition(|window| window == b"xref\n").unwrap();
    let (body, words) = (bytes.len(), b"BT /F1 12 Tf 72 700 Td (Nothing is owed.) Tj ET");
    bytes.extend_from_slice(b"4 0 obj\n");
    bytes.extend_from_slice(&stream("", words));
    bytes.extend_from_slice(b"\nendobj\n");
    let end = bytes.len();
    let tail = format!(
        "xref\n4 1\n{body:010} 00000 n \ntrailer\n<</Size 6/Root 1 0 R/Prev {table}>>\nstartxref\n{end}\n%%EOF\n"
    );
    bytes.extend_from_slice(tail.as_bytes());
    let extraction = extract(&bytes, "updated.pdf", &Options::default());
    assert!(extraction.text.contains("Nothing is owed"), "{}", extraction.text);
    assert!(!extraction.text.contains("72 hours"), "{}", extraction.text);
    let codes: Vec<&str> = extraction.notes.iter().map(|note| note.kind.code()).collect();
    assert_eq!(codes, ["earlier-versions"]);
    let first = extract(&pdf(&page(TEXT)), "first.pdf", &Options::default());
    assert!(first.notes.is_empty(), "{:?}", first.notes);
}

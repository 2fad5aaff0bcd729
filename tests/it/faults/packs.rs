//! Archives, odd files, odd names and odd text (fault cases 29–38).

use super::Case;
use super::READ;
use super::case;
use super::office::zip;

pub(super) fn cases() -> Vec<Case> {
    let mut cases = archives();
    cases.extend(files());
    cases.extend(texts());
    cases
}

fn archives() -> Vec<Case> {
    let mut nested = zip(&[("0.txt", &vec![b'0'; 10 << 20])]);
    for _ in 0..5 {
        let names: Vec<String> = (0..16).map(|number| format!("{number}.zip")).collect();
        let parts: Vec<(&str, &[u8])> =
            names.iter().map(|name| (name.as_str(), nested.as_slice())).collect();
        nested = zip(&parts);
    }
    let names: Vec<String> = (0..25_000).map(|number| format!("f{number}")).collect();
    let entries: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let ways_out: [(&str, &[u8]); 5] = [
        ("../../out.txt", b"The supplier shall encrypt."),
        ("/abs.txt", b"The supplier shall encrypt."),
        ("C:\\win.txt", b"The supplier shall encrypt."),
        ("a\\..\\..\\b.txt", b"The supplier shall encrypt."),
        ("CON", b"The supplier shall encrypt."),
    ];
    let mut twice = zip(&[("a.txt", b"one"), ("b.txt", b"two")]);
    for at in 0..twice.len() - 5 {
        if &twice[at..at + 5] == b"b.txt" {
            twice[at] = b'a';
        }
    }
    let mut renamed = zip(&[("a.txt", b"one"), ("b.txt", b"two")]);
    let at = renamed.windows(5).position(|five| five == b"b.txt").unwrap();
    renamed[at] = b'c';
    // Both entries of the directory lead to the same content.
    let mut overlap = zip(&[("a.txt", &[b'a'; 99]), ("b.txt", &[b'b'; 99])]);
    let second = overlap.windows(4).rposition(|four| four == b"PK\x01\x02").unwrap();
    overlap[second + 42..second + 46].copy_from_slice(&[0; 4]);
    let odd_names: [(&str, &[u8]); 5] = [
        ("a.txt:hidden", b"The supplier shall encrypt."),
        ("dot.txt.", b"The supplier shall encrypt."),
        ("nul\0.txt", b"The supplier shall encrypt."),
        ("\u{1b}[2J::error::.txt", b"The supplier shall encrypt."),
        ("\\\\host\\share.txt", b"The supplier shall encrypt."),
    ];
    // Names that differ and are the same label, which must not cost the square of their number.
    let labels: Vec<String> = (0..300).map(|n| format!("{}a.txt", "./".repeat(n))).collect();
    let labels: Vec<(&str, &[u8])> =
        labels.iter().map(|name| (name.as_str(), &b"The supplier shall encrypt."[..])).collect();
    // A method that is not read, in both places where it is said.
    let mut method = zip(&[("a.txt", b"The supplier shall encrypt.")]);
    let directory = method.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    method[8] = 14;
    method[directory + 10] = 14;
    let mut locked = zip(&[("a.txt", b"The supplier shall encrypt.")]);
    locked[6] |= 1;
    locked[directory + 8] |= 1;
    vec![
        case(29, "nested.zip", nested, &["too-deep"]),
        case(29, "many-entries.zip", zip(&entries), &["too-many-parts"]),
        case(30, "ways-out.zip", zip(&ways_out), READ),
        case(31, "same-name.zip", twice, &["ambiguous"]),
        case(31, "other-name.zip", renamed, &["ambiguous"]),
        case(29, "overlap.zip", overlap, &["ambiguous", "damaged"]),
        case(30, "odd-names.zip", zip(&odd_names), READ),
        case(30, "same-label.zip", zip(&labels), READ),
        case(32, "lzma.zip", method, &["unsupported-format"]),
        case(32, "locked.zip", locked, &["needs-password"]),
    ]
}

fn files() -> Vec<Case> {
    let polyglot = [b"%PDF-1.7\n".to_vec(), zip(&[("a.txt", b"one")])].concat();
    let two_in_one = [super::pdf::good(), zip(&[("a.txt", b"one")])].concat();
    vec![
        case(33, "empty.pdf", Vec::new(), &["empty"]),
        case(33, "one-byte.docx", b"P".to_vec(), &["read"]),
        case(33, "picture.pdf", b"\x89PNG\r\n\x1a\n".to_vec(), &["unsupported-format"]),
        case(33, "polyglot.pdf", polyglot, &["ambiguous", "damaged"]),
        case(33, "two-in-one.pdf", two_in_one, &["ambiguous"]),
        case(35, "\u{1b}[31mred.txt", b"The supplier shall encrypt.".to_vec(), READ),
        case(35, "a\u{202e}txt.exe", b"The supplier shall encrypt.".to_vec(), READ),
        case(35, "two\n::error::lines.txt", b"The supplier shall encrypt.".to_vec(), READ),
        case(35, "=cmd|<script>.txt", b"The supplier shall encrypt.".to_vec(), READ),
        case(35, &"n".repeat(255), b"The supplier shall encrypt.".to_vec(), READ),
    ]
}

fn texts() -> Vec<Case> {
    let commands = "::error::The supplier shall encrypt all data.\n\n\u{1b}]8;;http://x\u{7}link\u{1b}[2J ![x](http://x/y) @everyone";
    let disguised = "The sup\u{200b}plier sha\u{ad}ll encrypt \u{202e}atad\u{202c} in ﬁles.";
    vec![
        case(36, "disguised.txt", disguised.as_bytes().to_vec(), READ),
        case(37, "commands.txt", commands.as_bytes().to_vec(), READ),
        case(38, "one-word.txt", vec![b'a'; 1 << 20], &["too-large"]),
        case(38, "one-paragraph.txt", b"encrypt.".repeat(1 << 17), &["too-large"]),
        case(38, "lists-in-lists.txt", b"(a) shall:\n\n".repeat(15_000), &["too-large"]),
        case(38, "many-paragraphs.txt", b"encrypt\n\n".repeat(15_000), &["read"]),
    ]
}

//! Files that end early or were changed on their way (fault cases 12, 21): a document of which
//! something is missing never counts as read.

use super::office;
use super::pdf;
use clausecheck::extract::Options;
use clausecheck::extract::extract;
use clausecheck::model::Extraction;

/// Places at which each file is cut, and bytes of it that are changed.
const PLACES: usize = 50;

fn files() -> [(&'static str, Vec<u8>); 5] {
    let open = "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' \
                xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text>\
                <text:p>The Supplier shall encrypt.</text:p></office:text></office:body></office:document-content>";
    let line = r"The Supplier shall {\b encrypt} all data.\par ";
    let rtf = format!(r"{{\rtf1\ansi {}}}", line.repeat(20)).into_bytes();
    [
        ("a.docx", office::good_word()),
        ("a.xlsx", office::xlsx_with(&[])),
        ("a.odt", office::odt(open)),
        ("a.pdf", pdf::good()),
        ("a.rtf", rtf),
    ]
}

fn read(bytes: &[u8], name: &str) -> Extraction {
    extract(bytes, name, &Options::default())
}

fn is_lost(extraction: &Extraction) -> bool {
    extraction.notes.iter().any(|note| note.kind.is_loss())
}

#[test]
fn a_file_that_ends_early_is_never_read_in_silence() {
    for (name, bytes) in files() {
        let whole = read(&bytes, name);
        assert!(whole.text.contains("upplier shall") && !is_lost(&whole), "{name}: {whole:?}");
        for place in 1..=PLACES {
            let cut = bytes.len() * place / (PLACES + 1);
            let part = read(&bytes[..cut], name);
            assert!(is_lost(&part) || part.text == whole.text, "{name} at {cut}: {part:?}");
        }
    }
}

/// Containers have sums of their parts; a byte of the others may be changed unseen.
#[test]
fn a_container_with_a_changed_byte_is_never_another_text_in_silence() {
    let mut random = 0x9e37_79b9_u32;
    for (name, bytes) in files().into_iter().take(3) {
        let whole = read(&bytes, name);
        for _ in 0..PLACES * 4 {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let mut changed = bytes.clone();
            let at = (random >> 8) as usize % changed.len();
            changed[at] ^= 1 << (random >> 5 & 7);
            let found = read(&changed, name);
            assert!(is_lost(&found) || found.text == whole.text, "{name} at {at}: {found:?}");
        }
    }
}

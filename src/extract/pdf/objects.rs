//! Objects of a PDF beside its pages: text strings, arrays, name and number trees.
//!
//! What a file says about itself may be wrong, circular or endless; every walk here is flat and
//! bounded. What the objects mean is left to the callers.

use hayro_interpret::hayro_syntax::object::Array;
use hayro_interpret::hayro_syntax::object::Dict;
use hayro_interpret::hayro_syntax::object::MaybeRef;
use hayro_interpret::hayro_syntax::object::Object;
use hayro_interpret::hayro_syntax::object::String as PdfString;
use hayro_interpret::hayro_syntax::xref::XRef;

/// Nodes of one tree, or items of one list, that are looked at.
pub(super) const MAX_NODES: usize = 50_000;

/// Text string of a dictionary: UTF-16 with a mark, UTF-8 with a mark, else `PDFDocEncoding`.
pub(super) fn text(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units = rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}')).collect()
        }
        [0xff, 0xfe, rest @ ..] => {
            let units = rest.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}')).collect()
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|&byte| document_character(byte)).collect(),
    }
}

/// `PDFDocEncoding`, which is Latin-1 but for these.
fn document_character(byte: u8) -> char {
    const FROM_80: [char; 33] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚',
        '™', 'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}', '€',
    ];
    match byte {
        0x80..=0xa0 => FROM_80[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// The text of an entry, if it is a string that shows anything.
pub(super) fn text_of(dict: &Dict<'_>, key: &str) -> Option<String> {
    let text = text(dict.get::<PdfString<'_>>(key)?.as_bytes());
    (!text.trim().is_empty()).then_some(text)
}

/// Items of an array, references followed, broken ones left out.
pub(super) fn items<'a>(array: &Array<'a>, xref: &'a XRef) -> impl Iterator<Item = Object<'a>> {
    array.raw_iter().take(MAX_NODES).filter_map(|item| match item {
        MaybeRef::Ref(reference) => xref.get::<Object<'_>>(reference.into()),
        MaybeRef::NotRef(object) => Some(object),
    })
}

/// Items of an array that are dictionaries.
pub(super) fn dicts<'a>(array: &Array<'a>, xref: &'a XRef) -> impl Iterator<Item = Dict<'a>> {
    items(array, xref).filter_map(Object::into_dict)
}

/// Keys and values of a name tree (`Names`) or number tree (`Nums`) in order.
pub(super) fn tree<'a>(
    root: Dict<'a>,
    entries: &str,
    xref: &'a XRef,
) -> Vec<(Object<'a>, Object<'a>)> {
    let mut found = Vec::new();
    let mut waiting = vec![root];
    let mut nodes = 0;
    while let Some(node) = waiting.pop() {
        nodes += 1;
        if nodes + found.len() > MAX_NODES {
            break;
        }
        if let Some(array) = node.get::<Array<'_>>(entries) {
            let mut pairs = items(&array, xref);
            while let (Some(key), Some(value)) = (pairs.next(), pairs.next()) {
                found.push((key, value));
            }
        }
        if let Some(array) = node.get::<Array<'_>>("Kids") {
            let at = waiting.len();
            waiting.extend(dicts(&array, xref).take(MAX_NODES - found.len().min(MAX_NODES)));
            waiting[at..].reverse();
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn text_strings() {
        assert_eq!(text(b"\xfe\xff\0\xc5\0r"), "År");
        assert_eq!(text(b"\xff\xfe\xc5\0r\0"), "År");
        assert_eq!(text(b"\xef\xbb\xbf\xc3\x85r"), "År");
        assert_eq!(text(b"\xc5r \x85 100 \xa0"), "År – 100 €");
    }
}

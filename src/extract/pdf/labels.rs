//! Page labels: what is printed on a page or shown by viewers as its number ("iv", "A-3").

use super::super::numerals::Numeral;
use super::objects;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::Dict;
use hayro_interpret::hayro_syntax::object::Object;

/// Label of every page that has another one than its number.
pub(super) fn labels(pdf: &Pdf, catalog: &Dict<'_>) -> Vec<Option<String>> {
    let count = pdf.pages().len();
    let mut labels = vec![None; count];
    let Some(root) = catalog.get::<Dict<'_>>("PageLabels") else { return labels };
    let mut ranges: Vec<(usize, Dict<'_>)> = objects::tree(root, "Nums", pdf.xref())
        .into_iter()
        .filter_map(|(key, value)| {
            Some((usize::try_from(key.into_i32()?).ok()?, value.into_dict()?))
        })
        .collect();
    ranges.sort_by_key(|(from, _)| *from);
    for (index, (from, range)) in ranges.iter().enumerate() {
        let to = ranges.get(index + 1).map_or(count, |(next, _)| *next).min(count);
        let prefix = objects::text_of(range, "P").unwrap_or_default();
        let start = i64::from(range.get::<i32>("St").unwrap_or(1).max(1));
        let numeral = numeral(range);
        for (page, number) in (*from..to).zip(start..) {
            let label = format!("{prefix}{}", numeral.format(number)).trim().to_owned();
            let other = !label.is_empty() && label != (page + 1).to_string();
            labels[page] = other.then_some(label);
        }
    }
    labels
}

fn numeral(range: &Dict<'_>) -> Numeral {
    let Some(Object::Name(style)) = range.get::<Object<'_>>(b"S") else { return Numeral::None };
    match &*style as &[u8] {
        b"R" => Numeral::UpperRoman,
        b"r" => Numeral::LowerRoman,
        b"A" => Numeral::UpperLetter,
        b"a" => Numeral::LowerLetter,
        _ => Numeral::Decimal,
    }
}

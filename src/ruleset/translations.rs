//! What shipped rules say of themselves, in other languages: a file for each, from the English text to
//! its translation.

use super::load;
use crate::model::Language;
use std::collections::BTreeMap;

/// Translations of titles, wordings, parameters and ideas by the English text; none for English.
#[must_use]
pub fn translations(language: Language) -> BTreeMap<String, String> {
    let path = format!("reference/translations/{}.yaml", language.code());
    load::shipped_reference(&path).unwrap_or_default()
}

//! Which language a block is in.
//!
//! Function words decide: they are frequent, short and different enough between the eight
//! languages, and counting them costs one look-up a word. A document whose function words are
//! in none of them is shown to `whatlang`, so that Estonian is not taken for poor Finnish.

use super::GRAMMARS;
use crate::model::Language;
use std::collections::HashMap;

/// Fewest words in which a block can leave the language of its document.
const MIN_WORDS: usize = 8;
/// Share of function words below which a document is shown to the second detector.
const MIN_SHARE: f64 = 0.18;
/// How much of a document the second detector sees.
const SAMPLE: usize = 6_000;

type Counts = [u32; 8];

/// Tells languages apart. Build once, use for many documents.
pub struct Detector {
    words: HashMap<&'static str, u8>,
}

impl Default for Detector {
    fn default() -> Self {
        let mut words = HashMap::new();
        for (index, grammar) in GRAMMARS.iter().enumerate() {
            for word in grammar.function_words.split_whitespace() {
                *words.entry(word).or_insert(0) |= 1 << index;
            }
        }
        Self { words }
    }
}

impl Detector {
    /// Main language of a document, and the language of each block, from their folded texts.
    #[must_use]
    pub fn detect(&self, blocks: &[&str]) -> (Language, Vec<Language>) {
        let counted: Vec<(Counts, usize)> = blocks.iter().map(|block| self.count(block)).collect();
        let mut total = Counts::default();
        for (counts, _) in &counted {
            for (sum, count) in total.iter_mut().zip(counts) {
                *sum += count;
            }
        }
        let words: usize = counted.iter().map(|(_, words)| words).sum();
        let document = self.document_language(blocks, &total, words);
        let languages = counted
            .iter()
            .map(|(counts, words)| block_language(counts, *words, document))
            .collect();
        (document, languages)
    }

    fn count(&self, text: &str) -> (Counts, usize) {
        let mut counts = Counts::default();
        let mut words = 0;
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
            words += 1;
            if let Some(mask) = self.words.get(word) {
                for (index, count) in counts.iter_mut().enumerate() {
                    *count += u32::from(mask >> index & 1);
                }
            }
        }
        (counts, words)
    }

    fn document_language(&self, blocks: &[&str], total: &Counts, words: usize) -> Language {
        let (best, count) = best(total);
        if words == 0 {
            return Language::Unknown;
        }
        if f64::from(count) >= MIN_SHARE * words as f64 {
            return best;
        }
        let mut sample = String::new();
        for block in blocks {
            if sample.len() > SAMPLE {
                break;
            }
            sample.push_str(block);
            sample.push(' ');
        }
        match whatlang::detect(&sample) {
            Some(info) if info.is_reliable() => named(info.lang()),
            _ if count > 0 => best,
            _ => among_named(&sample),
        }
    }
}

/// The likeliest of the eight languages for a text too short to have function words.
fn among_named(sample: &str) -> Language {
    let named_languages = vec![
        whatlang::Lang::Eng,
        whatlang::Lang::Swe,
        whatlang::Lang::Dan,
        whatlang::Lang::Nob,
        whatlang::Lang::Deu,
        whatlang::Lang::Nld,
        whatlang::Lang::Fin,
        whatlang::Lang::Fra,
    ];
    let detector = whatlang::Detector::with_allowlist(named_languages);
    detector.detect_lang(sample).map_or(Language::Unknown, named)
}

fn block_language(counts: &Counts, words: usize, document: Language) -> Language {
    let (language, count) = best(counts);
    let own = GRAMMARS
        .iter()
        .position(|grammar| grammar.language == document)
        .map_or(0, |index| counts[index]);
    if words >= MIN_WORDS && count >= 3 && count > 2 * own { language } else { document }
}

/// The language with most function words; the earlier one where two are level.
fn best(counts: &Counts) -> (Language, u32) {
    let mut best = (Language::Unknown, 0);
    for (grammar, count) in GRAMMARS.iter().zip(counts) {
        if *count > best.1 {
            best = (grammar.language, *count);
        }
    }
    best
}

fn named(lang: whatlang::Lang) -> Language {
    match lang {
        whatlang::Lang::Eng => Language::English,
        whatlang::Lang::Swe => Language::Swedish,
        whatlang::Lang::Dan => Language::Danish,
        whatlang::Lang::Nob => Language::Norwegian,
        whatlang::Lang::Deu => Language::German,
        whatlang::Lang::Nld => Language::Dutch,
        whatlang::Lang::Fin => Language::Finnish,
        whatlang::Lang::Fra => Language::French,
        _ => Language::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::Detector;
    use crate::model::Language;

    #[test]
    fn an_english_annex_in_a_swedish_tender_is_english() {
        let swedish =
            "leverantören ska underrätta beställaren om incidenter och åtgärda dem enligt avtalet";
        let english = "the supplier shall notify the buyer of any incident and remedy it under this agreement";
        let (document, blocks) =
            Detector::default().detect(&[swedish, swedish, english, "tls 1.2"]);
        assert_eq!(document, Language::Swedish);
        assert_eq!(blocks[2..], [Language::English, Language::Swedish]);
    }

    #[test]
    fn danish_and_norwegian_are_told_apart() {
        let danish = "leverandøren skal underrette kunden om sikkerhedshændelser inden for 24 timer efter at hændelsen er opdaget af leverandøren";
        let norwegian = "leverandøren skal varsle kunden om sikkerhetshendelser innen 24 timer etter at hendelsen er oppdaget av leverandøren";
        let detector = Detector::default();
        assert_eq!(detector.detect(&[danish]).0, Language::Danish);
        assert_eq!(detector.detect(&[norwegian]).0, Language::Norwegian);
    }

    #[test]
    fn a_language_without_lexicon_is_other() {
        let spanish = "el contratista deberá notificar al cliente cualquier incidente de seguridad en un plazo máximo de veinticuatro horas desde su detección y cooperar con él";
        assert_eq!(Detector::default().detect(&[spanish]).0, Language::Other);
    }
}

//! How much a ruleset may cost: bounds on its files, and on what one rule may ask for.
//!
//! Rules come from strangers too. What would make loading or judging explode is refused with its
//! place and advice, before anything is judged. Depth, aliases and nodes of a YAML file are bounded
//! by its parser.

use super::pattern::PatternFile;
use super::schema::RuleFile;

/// Longest file, in bytes. The longest shipped one has a tenth of it.
pub(super) const FILE_BYTES: u64 = 4 << 20;
/// Most files of a ruleset.
pub(super) const FILES: usize = 20_000;
/// Most problems that are located and shown.
pub(super) const PROBLEMS: usize = 200;
/// Most concepts, words and operators of one rule.
const PARTS: usize = 2_000;
/// Most words between things that are near.
const WORDS: u32 = 200;
/// Most words and phrases of one rule.
const TERMS: usize = 20_000;

/// Longest word for which another spelling is looked for, and that is shown whole.
pub(super) const LONGEST_WORD: usize = 100;

/// A word or phrase of the author as it is shown.
pub(super) fn shown(words: &str) -> String {
    match words.char_indices().nth(LONGEST_WORD) {
        Some((at, _)) => format!("{} …", &words[..at]),
        None => words.to_owned(),
    }
}

/// What is too costly about a rule: where (a word of the file), what, and what to do.
pub(super) fn too_costly(rule: &RuleFile) -> Option<(&'static str, String, &'static str)> {
    let expects = rule.expects.iter().map(|expectation| &expectation.pattern);
    let wordings = rule.weakened_by.iter().chain(&rule.contradicted_by);
    let mut weight = Weight::default();
    for pattern in expects.chain(wordings.map(|wording| &wording.pattern)) {
        weight.add(pattern, false);
    }
    let id = &rule.id;
    if weight.nested {
        let message = format!("the rule `{id}` has `clause` within `clause`");
        return Some(("clause", message, "`clause` looks at the whole clause: once is enough"));
    }
    if weight.far {
        let message = format!("the rule `{id}` has `near` over more than {WORDS} words");
        return Some(("near", message, "`clause` looks for what stands further apart"));
    }
    if weight.parts > PARTS {
        let message = format!("the rule `{id}` has more than {PARTS} concepts and operators");
        return Some((
            "expects",
            message,
            "make several rules of it, or put words into the lexicon",
        ));
    }
    if weight.terms > TERMS {
        let message = format!("the rule `{id}` has more than {TERMS} words and phrases of its own");
        return Some(("words", message, "use `*` for the endings of words, or fewer words"));
    }
    None
}

/// What the patterns of one rule come to.
#[derive(Default)]
struct Weight {
    parts: usize,
    terms: usize,
    nested: bool,
    far: bool,
}

impl Weight {
    fn add(&mut self, pattern: &PatternFile, in_clause: bool) {
        self.parts += 1;
        match pattern {
            PatternFile::All(list) | PatternFile::Any(list) => {
                list.iter().for_each(|inner| self.add(inner, in_clause));
            }
            PatternFile::Near(near) => {
                self.far |= near.within.max(near.before).max(near.after) > WORDS;
                near.of.iter().chain(&near.without).for_each(|inner| self.add(inner, in_clause));
            }
            PatternFile::Not(inner) | PatternFile::Topic(inner) => self.add(inner, in_clause),
            PatternFile::Clause(inner) => {
                self.nested |= in_clause;
                self.add(inner, true);
            }
            PatternFile::Words(words) => {
                self.terms += words.terms().values().map(Vec::len).sum::<usize>();
            }
            PatternFile::Concept(_) | PatternFile::Quantity(_) => {}
        }
    }
}

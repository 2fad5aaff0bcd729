//! What must be known of a language besides its lexicon terms: one file a language.
//!
//! Function words, abbreviations, numbers and units, the small words that open conditions,
//! relative clauses and exceptions, and the words by which contracts name their annexes,
//! definitions and columns. Everything that analyses text asks here, so that a further language
//! is a further file and no change of code. How the words are used is left to those who ask; all
//! of them are folded (small letters, hyphens as spaces) unless the field says otherwise.

mod da;
mod de;
mod en;
mod fi;
mod fr;
mod nl;
mod no;
mod sv;

use crate::model::Language;
use crate::model::Unit;

/// One language.
#[derive(Debug)]
pub struct Grammar {
    /// Which one.
    pub language: Language,
    /// Frequent short words by which the language is recognised, between spaces.
    pub(super) function_words: &'static str,
    /// Abbreviations after which a full stop ends nothing, without their last stop.
    pub(super) abbreviations: &'static [&'static str],
    /// Number words as deadlines use them.
    pub(super) numbers: &'static [(&'static str, f64)],
    /// Units of time, as regular expressions without groups; longer ones before their beginnings.
    pub(super) units: &'static [(&'static str, Unit)],
    /// "yearly", "every quarter": regular expressions without groups, with the time from one to the next.
    pub(super) intervals: &'static [(&'static str, f64, Unit)],
    /// The currency that "kr" and the like mean.
    pub(super) crown: Unit,
    /// Verbs that make a sentence of a line and of the word before them a subject.
    pub verbs: &'static [&'static str],
    /// What opens a condition at the beginning of a sentence; with a space behind it where the word
    /// ends there.
    pub conditions: &'static [&'static str],
    /// What opens a circumstance without a verb of its own at the beginning of a sentence: "upon ".
    pub circumstances: &'static [&'static str],
    /// First words of sentences whose subject stands behind their verb ("Within 24 hours informs the
    /// Supplier …") or, without [`Self::present_endings`], behind a comma.
    pub openers: &'static [&'static str],
    /// Endings of verbs in the present tense, in languages where the subject follows the verb if
    /// something else begins the sentence.
    pub present_endings: &'static [&'static str],
    /// Adverbs that make a recommendation of the duty that they stand by: "preferably".
    pub preferences: &'static [&'static str],
    /// The duty whose two parts enclose what is to be done: "hat … zu".
    pub duty_bracket: Bracket,
    /// Months where their names are capitalised and follow a full stop: "31. Januar".
    pub months: &'static [&'static str],
    /// Words that begin a relative or subordinate clause.
    pub relatives: &'static [&'static str],
    /// How many words may stand between such a word and its verb, where verbs close their clause.
    pub relative_reach: usize,
    /// Whether such a word must follow a comma, because it is an article too.
    pub relatives_after_comma: bool,
    /// Words that may stand between such a word and its verb: pronouns and auxiliaries.
    pub between: &'static [&'static str],
    /// Modal verbs that at the end of a clause depend on another before them: "sollte … können".
    pub final_modals: &'static [&'static str],
    /// Relative pronouns that may stand before a party: "which the Customer may".
    pub pronouns: &'static [&'static str],
    /// Pronouns by which a main clause resumes the subject of its condition: "so meldet er".
    pub resuming: &'static [&'static str],
    /// Endings of verbs that tell the word before them as their subject, wherever it stands.
    pub verbs_behind_subject: &'static [&'static str],
    /// Articles that show the party behind them to be the subject.
    pub nominative: &'static [&'static str],
    /// Articles that may stand before a party.
    pub articles: &'static [&'static str],
    /// "so that": what follows says what for. Between spaces.
    pub purposes: &'static [&'static str],
    /// Whether a negation may stand at the end of its clause: "darf die Daten ohne Zustimmung nicht
    /// weitergeben".
    pub negates_late: bool,
    /// Words after a negation that turn it into a limit: "not (later than)", "not (only)".
    pub limits: &'static [&'static str],
    /// What sets a bound where it is forbidden: "shall not exceed 4 hours" demands at most 4 hours.
    pub bounds: &'static [&'static str],
    /// "without", "other than": the way out of a prohibition. Between spaces.
    pub ways_out: &'static [&'static str],
    /// Words that only seem to give a way out: "uden for" (outside) is not "uden" (without).
    pub no_ways_out: &'static [&'static str],
    /// What stands before the one who acts in a passive sentence, each with a space before it.
    pub agents: &'static [&'static str],
    /// Participles after which that one only approves or asks: "approved by the Customer".
    pub bystanders: &'static [&'static str],
    /// Verbs by which one who may do so claims something of the other: "may require that".
    pub claims: &'static [&'static str],
    /// Words that may stand between a verb of duty and a subject that follows it.
    pub before_subject: &'static [&'static str],
    /// Whether every noun is written with a capital, so that a capital tells no name.
    pub capitalises_nouns: bool,
    /// What follows a party in the genitive: "'s".
    pub genitive_marks: &'static [&'static str],
    /// Endings of parties in the genitive.
    pub genitive_endings: &'static [&'static str],
    /// Endings of parties in the genitive where that is also the case of one who must do something
    /// ("Toimittajan tulee"): such a party owns something unless a verb of duty follows it at once.
    pub owner_endings: &'static [&'static str],
    /// What stands before a party that owns something: "of (the)".
    pub possessives: &'static [&'static str],
    /// What stands before a party to whom something is done: "obligations to (the)".
    pub towards: &'static [&'static str],
    /// How the passive is built.
    pub passive: Passive,
    /// How it says that a party only receives: "shall be notified".
    pub receiving: Receiving,
    /// Titles of tables of contents.
    pub contents_titles: &'static [&'static str],
    /// Beginnings of titles above definitions.
    pub definition_titles: &'static [&'static str],
    /// What makes a sentence a definition, with the space before it.
    pub definition_verbs: &'static [&'static str],
    /// Beginnings of sentences that define without quotation marks.
    pub definition_openers: &'static [&'static str],
    /// What the sentence ends with by which the parties begin to agree: "as follows:".
    pub agreement_ends: &'static [&'static str],
    /// Words of that sentence, one of which it has.
    pub agreement_words: &'static [&'static str],
    /// Words for parts of a contract that are no annexes: "clause", "§".
    pub clause_words: &'static [&'static str],
    /// Words for annexes: as written, and the word they are compared by.
    pub annexes: &'static [(&'static str, &'static str)],
    /// What stands before the name of a party in a preamble. Between spaces, capitals matter.
    pub party_markers: &'static [&'static str],
    /// Capitalised words that begin sentences rather than names, as written.
    pub no_names: &'static [&'static str],
    /// First words of names of parties that say nothing of their own: "City".
    pub common_names: &'static [&'static str],
    /// What the parties are called in terms that a supplier writes.
    pub persons: Persons,
    /// Headings of requirement tables.
    pub columns: Columns,
    /// Words in cells that say how strongly a row binds.
    pub forces: Forces,
}

/// A duty whose verb stands far before the infinitive that closes its clause: "hat … zu löschen",
/// "hat … vorzulegen".
#[derive(Debug)]
pub struct Bracket {
    /// The verbs that open it; none if the language has no such duty.
    pub verbs: &'static [&'static str],
    /// Those of them that bind their subject; the subject of the others is what it is done to: "ist … zu".
    pub binding: &'static [&'static str],
    /// What stands before the infinitive, or within it behind a prefix.
    pub particle: &'static str,
    /// Prefixes behind which the particle stands within the infinitive.
    pub prefixes: &'static [&'static str],
}

impl Bracket {
    /// For languages without one.
    pub const NONE: Self = Self { verbs: &[], binding: &[], particle: "", prefixes: &[] };

    /// Whether these two words in a row close the bracket.
    #[must_use]
    pub fn is_closed_by(&self, before_last: &str, last: &str) -> bool {
        let infinitive = last.len() > 3 && last.ends_with('n');
        let within = |prefix: &&str| {
            last.strip_prefix(prefix).is_some_and(|rest| rest.starts_with(self.particle))
        };
        infinitive && (before_last == self.particle || self.prefixes.iter().any(within))
    }
}

/// "We" and "you" in terms that a supplier writes, and how such terms are known. All small.
#[derive(Debug)]
pub struct Persons {
    /// The supplier: "we"; with a star, what such words end in.
    pub supplier: &'static [&'static str],
    /// The customer: "you". Not where the same word means somebody else.
    pub customer: &'static [&'static str],
    /// What only a supplier says of itself: "our services".
    pub offered: &'static [&'static str],
    /// What only a supplier says of its customer: "your account".
    pub used: &'static [&'static str],
}

/// How a language says that somebody is given or told something, and does nothing himself.
#[derive(Debug)]
pub struct Receiving {
    /// Auxiliaries of the passive, also behind a verb of duty: "is", "be".
    pub auxiliaries: &'static [&'static str],
    /// Verbs of receiving.
    pub verbs: &'static [&'static str],
    /// Participles that bind: "obliged".
    pub bound: &'static [&'static str],
}

/// How a language says that something is done.
#[derive(Debug)]
pub struct Passive {
    /// Auxiliaries, between spaces.
    pub auxiliaries: &'static [&'static str],
    /// How many words after the auxiliary the participle may stand.
    pub reach: usize,
    /// Beginnings of participles; none means any.
    pub prefixes: &'static [&'static str],
    /// Endings of participles.
    pub endings: &'static [&'static str],
    /// Participles that follow no rule.
    pub irregular: &'static [&'static str],
    /// Verbs that are passive by themselves ("hålls"), and the endings of longer ones, of more than
    /// five letters ("krypteras").
    pub verb_endings: &'static [&'static str],
}

impl Passive {
    /// Whether a word looks like a participle.
    #[must_use]
    pub fn is_participle(&self, word: &str) -> bool {
        let word = word.trim_end_matches([',', '.', ';', ':']);
        let begun =
            self.prefixes.is_empty() || self.prefixes.iter().any(|prefix| word.starts_with(prefix));
        (begun && self.endings.iter().any(|ending| word.ends_with(ending)))
            || self.irregular.contains(&word)
    }

    /// Whether a word is a verb that is passive by itself.
    #[must_use]
    pub fn is_verb(&self, word: &str) -> bool {
        self.verb_endings.contains(&word)
            || word.chars().count() > 5
                && self.verb_endings.iter().any(|ending| word.ends_with(ending))
    }
}

/// Words in headings of requirement tables, by what their column is for.
#[derive(Debug)]
pub struct Columns {
    /// Number of the requirement.
    pub id: &'static [&'static str],
    /// The requirement.
    pub demand: &'static [&'static str],
    /// Beginnings of compounds for the requirement.
    pub demand_beginnings: &'static [&'static str],
    /// How strongly it binds.
    pub force: &'static [&'static str],
    /// The answer of a bidder.
    pub answer: &'static [&'static str],
    /// Beginnings of compounds for that answer.
    pub answer_beginnings: &'static [&'static str],
    /// A question, which the buyer answers.
    pub question: &'static [&'static str],
    /// Beginnings of words for the buyer, whose comments belong to the demands.
    pub buyer_beginnings: &'static [&'static str],
}

/// Words that state how strongly a row binds, and nothing else; in small letters, hyphens kept.
#[derive(Debug)]
pub struct Forces {
    /// It must be.
    pub must: &'static [&'static str],
    /// It should be.
    pub should: &'static [&'static str],
    /// It may be.
    pub may: &'static [&'static str],
    /// What a cell says that agrees with its heading.
    pub yes: &'static [&'static str],
    /// Parts of headings that announce letters for forces in the cells below.
    pub announced: &'static [&'static str],
}

impl Grammar {
    /// Whether a word, in small letters, is one of the frequent short ones.
    #[must_use]
    pub fn is_function_word(&self, word: &str) -> bool {
        self.function_words.split_whitespace().any(|known| known == word)
    }
}

/// All languages, in the order of [`Language::NAMED`].
pub const GRAMMARS: [&Grammar; 8] =
    [&en::EN, &sv::SV, &da::DA, &no::NO, &de::DE, &nl::NL, &fi::FI, &fr::FR];

/// What is known of a language; English for text whose language has no grammar.
#[must_use]
pub fn grammar(language: Language) -> &'static Grammar {
    GRAMMARS.into_iter().find(|grammar| grammar.language == language).unwrap_or(GRAMMARS[0])
}

#[cfg(test)]
mod tests {
    use super::GRAMMARS;
    use crate::language::fold;
    use crate::model::Language;

    #[test]
    fn every_named_language_has_a_grammar() {
        let languages: Vec<Language> = GRAMMARS.iter().map(|grammar| grammar.language).collect();
        assert_eq!(languages, Language::NAMED);
    }

    #[test]
    fn words_are_folded() {
        for grammar in GRAMMARS {
            let lists = [
                grammar.conditions,
                grammar.relatives,
                grammar.between,
                grammar.purposes,
                grammar.limits,
                grammar.ways_out,
                grammar.agents,
                grammar.definition_verbs,
                grammar.agreement_ends,
                grammar.agreement_words,
            ];
            for word in lists.concat() {
                assert_eq!(fold(word), word, "{:?}", grammar.language);
            }
        }
    }

    #[test]
    fn words_that_need_spaces_have_them() {
        for grammar in GRAMMARS {
            let both = [grammar.purposes, grammar.ways_out, grammar.passive.auxiliaries].concat();
            assert!(both.iter().all(|word| word.starts_with(' ') && word.ends_with(' ')));
            assert!(grammar.agents.iter().all(|word| word.starts_with(' ')));
        }
    }
}

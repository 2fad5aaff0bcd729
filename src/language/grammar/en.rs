//! English.

use super::Columns;
use super::Forces;
use super::Grammar;
use super::Passive;
use crate::model::Language;
use crate::model::Unit;

pub(super) const EN: Grammar = Grammar {
    language: Language::English,
    function_words: "the of and to in shall any for or by be is that with as on such this not from which are will may an it \
         at all its other has been must have their if under",
    abbreviations: &[
        "e.g", "i.e", "etc", "no", "nos", "art", "arts", "sec", "cl", "cf", "para", "paras", "inc",
        "ltd", "co", "corp", "vs", "mr", "mrs", "ms", "dr", "st", "approx", "incl", "excl", "max",
        "min", "resp", "ref", "vol", "ed", "fig", "p", "pp", "ver", "u.s", "u.k",
    ],
    numbers: &[
        ("one", 1.0),
        ("two", 2.0),
        ("three", 3.0),
        ("four", 4.0),
        ("five", 5.0),
        ("six", 6.0),
        ("seven", 7.0),
        ("eight", 8.0),
        ("nine", 9.0),
        ("ten", 10.0),
        ("twelve", 12.0),
        ("fourteen", 14.0),
        ("fifteen", 15.0),
        ("eighteen", 18.0),
        ("twenty one", 21.0),
        ("twenty four", 24.0),
        ("twenty", 20.0),
        ("thirty six", 36.0),
        ("thirty", 30.0),
        ("forty five", 45.0),
        ("forty eight", 48.0),
        ("forty", 40.0),
        ("sixty", 60.0),
        ("seventy two", 72.0),
        ("ninety", 90.0),
        ("hundred and twenty", 120.0),
    ],
    units: &[
        ("(?:working|business) days?", Unit::WorkingDays),
        ("minutes?|mins?", Unit::Minutes),
        ("hours?|hrs?|h", Unit::Hours),
        ("(?:calendar |consecutive )?days?", Unit::Days),
        ("weeks?", Unit::Weeks),
        ("(?:calendar )?months?", Unit::Months),
        ("(?:calendar |contract )?years?", Unit::Years),
    ],
    intervals: &[
        (
            "annual(?:ly)?|yearly|once (?:a|per|every) (?:calendar )?year|(?:every|each) year",
            1.0,
            Unit::Years,
        ),
        ("half yearly|twice (?:a|per) year|biannual(?:ly)?", 6.0, Unit::Months),
        ("quarterly|(?:every|each) quarter", 3.0, Unit::Months),
        ("monthly|(?:every|each) month|once a month", 1.0, Unit::Months),
        ("weekly|(?:every|each) week|once a week", 1.0, Unit::Weeks),
        ("daily|(?:every|each) (?:day|night)|nightly|once a day", 1.0, Unit::Days),
        ("biennial(?:ly)?|every (?:two|second) years?", 2.0, Unit::Years),
    ],
    crown: Unit::Sek,
    verbs: &[
        "shall", "will", "must", "may", "should", "can", "is", "are", "has", "have", "agrees",
        "undertakes", "warrants", "represents", "acknowledges", "hereby", "provides", "means",
    ],
    conditions: &[
        "if ", "where ", "when ", "whenever ", "in case ", "in the event ", "should ", "unless ",
        "to the extent ", "upon ", "while ", "provided ", "as soon as ",
    ],
    relatives: &["that", "which", "who", "whom", "whose", "where", "if", "how"],
    between: &[
        "it", "they", "he", "party", "is", "are", "was", "were", "has", "have",
    ],
    pronouns: &["which"],
    articles: &["the"],
    purposes: &[" so that ", " in order that "],
    limits: &["only", "later than", "less than", "more than", "limited to", "exceed"],
    ways_out: &[" without ", " other than ", " outside of "],
    agents: &[" by", " by the", " by any"],
    bystanders: &["approved", "requested"],
    before_subject: &["the", "each", "any"],
    genitive_marks: &["'s", "’s", "s'", "s’"],
    genitive_endings: &["rs’"],
    possessives: &["of"],
    passive: Passive {
        auxiliaries: &[" is ", " are ", " remains ", " has been "],
        reach: 3,
        prefixes: &[],
        endings: &["ed"],
        irregular: &["kept", "held", "made", "run"],
        verb_endings: &[],
    },
    contents_titles: &["contents", "table of contents"],
    definition_titles: &["definition", "interpretation"],
    definition_verbs: &[
        " means", " shall mean", " has the meaning", " refers to ", " is defined as",
    ],
    definition_openers: &["a \"", "the \""],
    annexes: &[
        ("annex", "annex"),
        ("annexe", "annex"),
        ("annexes", "annex"),
        ("appendix", "appendix"),
        ("appendices", "appendix"),
        ("schedule", "schedule"),
        ("schedules", "schedule"),
        ("exhibit", "exhibit"),
        ("exhibits", "exhibit"),
    ],
    party_markers: &[" between ", " by ", " and ", " with ", ": ", "; "],
    no_names: &[
        "This", "The", "These", "Agreement", "Contract", "Whereas", "WHEREAS", "Each", "In",
        "Where", "Annex",
    ],
    common_names: &["the", "city", "city of", "ministry", "department", "this", "company"],
    columns: Columns {
        id: &["id", "no", "#", "ref", "reference", "number", "pos", "position", "item", "clause"],
        demand: &[
            "requirement", "requirements", "specification", "description", "text", "demand",
        ],
        demand_beginnings: &["requirement"],
        force: &[
            "priority", "prio", "type", "must", "should", "shall", "moscow", "m/s", "a/b",
            "category", "mandatory", "obligatory", "level", "weight", "class",
        ],
        answer: &[
            "comment", "comments", "answer", "answers", "response", "responses", "bidder",
            "tenderer", "compliance", "compliant", "complies", "fulfilled", "remarks",
        ],
        answer_beginnings: &[],
        question: &["question", "questions"],
        buyer_beginnings: &["buyer", "customer", "purchaser", "authority"],
    },
    forces: Forces {
        must: &["shall", "must", "mandatory", "required"],
        should: &["should", "desirable", "want", "recommended"],
        may: &["optional", "could", "may", "nice to have", "option"],
        yes: &["yes"],
        announced: &[
            "priorit", "type", "level", "m/s", "a/b", "must", "shall", "moscow", "class",
            "obligat", "mandatory",
        ],
    },
};

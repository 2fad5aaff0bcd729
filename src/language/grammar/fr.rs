//! French.

use super::Columns;
use super::Forces;
use super::Grammar;
use super::Passive;
use crate::model::Language;
use crate::model::Unit;

pub(super) const FR: Grammar = Grammar {
    language: Language::French,
    function_words: "le la les de des du et à en un une que est pour par dans qui sur au aux ou avec ne pas ce sont être son \
         ses cette l d doit",
    abbreviations: &[
        "p.ex", "p", "cf", "art", "al", "etc", "n", "no", "min", "max", "env", "resp", "réf", "ex",
        "m", "mm", "mme", "sté", "tél", "vol", "chap", "par", "c.-à-d", "i.e",
    ],
    numbers: &[
        ("un", 1.0),
        ("une", 1.0),
        ("deux", 2.0),
        ("trois", 3.0),
        ("quatre", 4.0),
        ("cinq", 5.0),
        ("six", 6.0),
        ("sept", 7.0),
        ("huit", 8.0),
        ("neuf", 9.0),
        ("dix", 10.0),
        ("douze", 12.0),
        ("quatorze", 14.0),
        ("quinze", 15.0),
        ("dix huit", 18.0),
        ("vingt quatre", 24.0),
        ("vingt", 20.0),
        ("trente six", 36.0),
        ("trente", 30.0),
        ("quarante huit", 48.0),
        ("quarante", 40.0),
        ("soixante douze", 72.0),
        ("soixante", 60.0),
        ("quatre vingt dix", 90.0),
    ],
    units: &[
        ("jours? (?:ouvrés?|ouvrables?)", Unit::WorkingDays),
        ("minutes?|min", Unit::Minutes),
        ("heures?|h", Unit::Hours),
        ("jours?(?: calendaires?| francs?)?", Unit::Days),
        ("semaines?", Unit::Weeks),
        ("mois", Unit::Months),
        ("ans?|années?", Unit::Years),
    ],
    intervals: &[
        (
            "annuel(?:le|s|les|lement)?|chaque année|tous les ans|une fois par an",
            1.0,
            Unit::Years,
        ),
        (
            "semestriel(?:le|s|les|lement)?|chaque semestre|deux fois par an",
            6.0,
            Unit::Months,
        ),
        (
            "trimestriel(?:le|s|les|lement)?|chaque trimestre|tous les trimestres",
            3.0,
            Unit::Months,
        ),
        (
            "mensuel(?:le|s|les|lement)?|chaque mois|tous les mois|une fois par mois",
            1.0,
            Unit::Months,
        ),
        (
            "hebdomadaires?|chaque semaine|toutes les semaines|une fois par semaine",
            1.0,
            Unit::Weeks,
        ),
        (
            "quotidien(?:ne|s|nes|nement)?|chaque (?:jour|nuit)|tous les jours|toutes les nuits",
            1.0,
            Unit::Days,
        ),
        ("tous les deux ans|biennal(?:e|es)?|bisannuel(?:le|s|les)?", 2.0, Unit::Years),
    ],
    crown: Unit::Dkk,
    verbs: &[
        "est", "sont", "doit", "doivent", "devra", "devront", "peut", "peuvent", "sera", "seront",
        "s'engage", "s’engage", "assure", "garantit", "a", "ont",
    ],
    conditions: &[
        "si ", "lorsque ", "lorsqu", "quand ", "dès que ", "en cas de ", "en cas d", "dans le cas ",
        "dans la mesure ", "à moins ", "sous réserve ",
    ],
    relatives: &["qui", "que", "dont", "lequel", "laquelle", "lesquels", "lesquelles", "où", "si"],
    between: &["il", "elle", "ils", "elles", "est", "sont", "ne", "n"],
    pronouns: &["que", "dont", "lesquels"],
    articles: &["le", "la", "les", "l", "l’", "l'"],
    purposes: &[" afin que ", " pour que ", " de sorte que ", " de façon à ce que "],
    limits: &["seulement", "uniquement", "plus tard", "plus de", "exclusivement"],
    ways_out: &[" sans ", " autre que ", " autrement que ", " sauf ", " hormis ", " excepté "],
    agents: &[" par", " par le", " par la", " par l’", " par l'"],
    bystanders: &["approuvé", "approuvés", "approuvée", "agréé", "demandé"],
    before_subject: &["le", "la", "également", "aussi"],
    genitive_marks: &[],
    genitive_endings: &[],
    possessives: &["du", "de", "d’", "d'", "des"],
    passive: Passive {
        auxiliaries: &[" est ", " sont ", " sera ", " seront ", " a été ", " ont été "],
        reach: 4,
        prefixes: &[],
        endings: &["é", "ée", "és", "ées", "is", "ise", "ises", "us", "ue", "ues", "its", "ites"],
        irregular: &["tenu", "tenue", "fait", "conduit", "mis"],
        verb_endings: &[],
    },
    contents_titles: &["sommaire", "table des matières"],
    definition_titles: &["définition", "terminologie", "interprétation"],
    definition_verbs: &[
        " désigne ", " désignent ", " signifie ", " on entend par ", " s'entend ", " s’entend ",
        " est défini",
    ],
    definition_openers: &["par "],
    annexes: &[("annexe", "annexe"), ("annexes", "annexe"), ("appendice", "appendice")],
    party_markers: &[" entre ", " et ", " avec "],
    no_names: &["Le", "La", "Les", "Ce", "Cette", "Contrat", "Présent", "Entre", "Ci-après"],
    common_names: &["ville", "commune", "la", "le", "les"],
    columns: Columns {
        id: &["id", "n°", "nº", "numéro", "référence", "ref", "réf"],
        demand: &["exigence", "exigences", "libellé", "texte", "description"],
        demand_beginnings: &["exigence"],
        force: &["priorité", "type", "catégorie", "obligatoire", "classe"],
        answer: &["réponse", "réponses", "soumissionnaire", "candidat", "conformité", "conforme"],
        answer_beginnings: &["commentaire"],
        question: &["question", "questions"],
        buyer_beginnings: &["acheteur", "adjudicateur"],
    },
    forces: Forces {
        must: &["obligatoire", "exigé", "impératif"],
        should: &["souhaité", "recommandé"],
        may: &["optionnel", "facultatif"],
        yes: &["oui"],
        announced: &["type", "priorit", "obligat"],
    },
};

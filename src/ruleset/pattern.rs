//! How a pattern is written in YAML.
//!
//! A word is a concept, a list is "any of these", and a map with one key is an operator:
//! `all`, `any`, `near`, `not`, `topic`, `clause`, `words`, `quantity`.

use schemars::JsonSchema;
use schemars::Schema;
use schemars::SchemaGenerator;
use schemars::json_schema;
use serde::Deserialize;
use serde::Deserializer;
use serde::de::Error;
use serde::de::MapAccess;
use serde::de::SeqAccess;
use serde::de::Visitor;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

const OPERATORS: [&str; 8] = ["all", "any", "near", "not", "topic", "clause", "words", "quantity"];

/// A pattern as written.
#[derive(Debug, Clone, PartialEq)]
pub enum PatternFile {
    /// The concept stands in the passage or its lead-in.
    Concept(String),
    /// All of these stand in the passage, near each other.
    All(Vec<PatternFile>),
    /// At least one of these.
    Any(Vec<PatternFile>),
    /// All of these stand in the passage within a number of words.
    Near(Box<NearFile>),
    /// None of this stands in the passage.
    Not(Box<PatternFile>),
    /// The pattern holds if headings above the passage count too.
    Topic(Box<PatternFile>),
    /// The pattern holds somewhere in the same clause.
    Clause(Box<PatternFile>),
    /// Words of this rule alone, by language code.
    Words(Box<WordsFile>),
    /// A number with a unit of this kind stands in the passage.
    Quantity(QuantityKind),
}

/// Patterns that stand within some words of one another.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NearFile {
    /// Words that may stand between one and the next (`in_order`), or between the first and each
    /// of the others.
    pub within: u32,
    /// What must stand there: concepts, words, quantities, or lists of these.
    pub of: Vec<PatternFile>,
    /// Whether they must stand in this order.
    #[serde(default)]
    pub in_order: bool,
    /// What must not stand between the first and the last of them.
    #[serde(default)]
    pub without: Option<PatternFile>,
    /// Words before them in which it must not stand either.
    #[serde(default)]
    pub before: u32,
    /// Words after them in which it must not stand either.
    #[serde(default)]
    pub after: u32,
}

/// Words of one rule, with a name for the report.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names are language codes")]
pub struct WordsFile {
    /// What the words stand for, in reports: "storing or processing".
    #[serde(default, rename = "as")]
    pub name: Option<String>,
    /// Words of every language.
    #[serde(default)]
    pub all: Vec<String>,
    #[serde(default)]
    pub en: Vec<String>,
    #[serde(default)]
    pub sv: Vec<String>,
    #[serde(default)]
    pub da: Vec<String>,
    #[serde(default)]
    pub no: Vec<String>,
    #[serde(default)]
    pub de: Vec<String>,
    #[serde(default)]
    pub nl: Vec<String>,
    #[serde(default)]
    pub fi: Vec<String>,
    #[serde(default)]
    pub fr: Vec<String>,
}

impl WordsFile {
    /// The words by language code.
    pub(super) fn terms(&self) -> BTreeMap<String, Vec<String>> {
        let lists = [
            ("all", &self.all),
            ("en", &self.en),
            ("sv", &self.sv),
            ("da", &self.da),
            ("no", &self.no),
            ("de", &self.de),
            ("nl", &self.nl),
            ("fi", &self.fi),
            ("fr", &self.fr),
        ];
        let filled = lists.into_iter().filter(|(_, list)| !list.is_empty());
        filled.map(|(code, list)| (code.to_owned(), list.clone())).collect()
    }
}

/// Kinds of quantities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum QuantityKind {
    Duration,
    Percent,
    Money,
    Version,
    KeyLength,
}

impl<'de> Deserialize<'de> for PatternFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PatternVisitor)
    }
}

struct PatternVisitor;

impl<'de> Visitor<'de> for PatternVisitor {
    type Value = PatternFile;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a concept, a list of patterns, or one of {}", OPERATORS.join(", "))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<PatternFile, E> {
        Ok(PatternFile::Concept(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<PatternFile, A::Error> {
        let mut patterns = Vec::new();
        while let Some(pattern) = list.next_element()? {
            patterns.push(pattern);
        }
        Ok(PatternFile::Any(patterns))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<PatternFile, A::Error> {
        let Some(operator) = map.next_key::<String>()? else {
            return Err(A::Error::custom(format!(
                "an empty map is no pattern; use one of {}",
                OPERATORS.join(", ")
            )));
        };
        let pattern = match operator.as_str() {
            "all" => PatternFile::All(map.next_value()?),
            "any" => PatternFile::Any(map.next_value()?),
            "near" => PatternFile::Near(map.next_value()?),
            "not" => PatternFile::Not(map.next_value()?),
            "topic" => PatternFile::Topic(map.next_value()?),
            "clause" => PatternFile::Clause(map.next_value()?),
            "words" => PatternFile::Words(map.next_value()?),
            "quantity" => PatternFile::Quantity(map.next_value()?),
            other => return Err(A::Error::unknown_field(other, &OPERATORS)),
        };
        match map.next_key::<String>()? {
            None => Ok(pattern),
            Some(second) => Err(A::Error::custom(format!(
                "a pattern has one operator, here are `{operator}` and `{second}`; put both under `all`"
            ))),
        }
    }
}

impl JsonSchema for PatternFile {
    fn schema_name() -> Cow<'static, str> {
        "Pattern".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let pattern = generator.subschema_for::<Self>();
        let kinds = generator.subschema_for::<QuantityKind>();
        let list = json_schema!({ "type": "array", "items": pattern, "minItems": 1 });
        let words = generator.subschema_for::<WordsFile>();
        let near = generator.subschema_for::<NearFile>();
        let operator = |name: &str, schema: &Schema, description: &str| {
            json_schema!({
                "type": "object",
                "properties": { name: schema },
                "required": [name],
                "additionalProperties": false,
                "description": description
            })
        };
        json_schema!({
            "description": "A concept, a list (any of these), or an operator.",
            "anyOf": [
                { "type": "string", "description": "The concept stands in the passage or its lead-in." },
                list,
                operator("all", &list, "All of these stand in the passage, near each other."),
                operator("any", &list, "At least one of these."),
                operator("near", &near, "All of these stand within some words of one another."),
                operator("not", &pattern, "None of this stands in the passage."),
                operator("topic", &pattern, "Headings above the passage count too."),
                operator("clause", &pattern, "It holds somewhere in the same clause."),
                operator("words", &words, "Words of this rule alone, by language code."),
                operator("quantity", &kinds, "A number with a unit of this kind stands in the passage.")
            ]
        })
    }
}

//! From what authors write to what the engine uses, with every problem found on the way.

use super::bounds;
use super::compiled::Applicability;
use super::compiled::Concept;
use super::compiled::ConceptId;
use super::compiled::Example;
use super::compiled::Expectation;
use super::compiled::Lexicon;
use super::compiled::Near;
use super::compiled::Parameter;
use super::compiled::Pattern;
use super::compiled::Rule;
use super::compiled::Ruleset;
use super::compiled::Wording;
use super::like;
use super::load::Files;
use super::load::Parsed;
use super::names::card;
use super::names::form;
use super::names::not_in;
use super::names::polarity;
use super::names::unit_kind;
use super::names::verdict;
use super::pattern::NearFile;
use super::pattern::PatternFile;
use super::problem::Problem;
use super::problem::Problems;
use super::reference::standard_of;
use super::schema::BearerName;
use super::schema::ExampleFile;
use super::schema::OverrideFile;
use super::schema::ParameterFile;
use super::schema::RuleFile;
use super::schema::RulesetFile;
use super::schema::StatusName;
use super::schema::WordingFile;
use super::tables;
use super::tables::Tables;
use crate::language::Matcher;
use crate::language::MatcherBuilder;
use crate::language::parse_quantity;
use crate::model::Comparator;
use crate::model::Language;
use crate::model::RulesetStamp;
use crate::model::SourceRef;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// Compiles the files of a ruleset. `problems` are those met while reading them.
pub(super) fn compile(files: &Files, problems: Problems) -> Result<Ruleset, Problems> {
    let mut compiler = Compiler {
        problems,
        concepts: Vec::new(),
        by_id: BTreeMap::new(),
        shipped: BTreeSet::new(),
        builders: BTreeMap::new(),
        applicability: BTreeMap::new(),
        languages: named_languages(files),
    };
    compiler.add_lexicons(files);
    let Some(main) = files.rulesets.first() else {
        return compiler.problems.or(()).and_then(|()| {
            Err(Problems(vec![Problem::at(
                "",
                "",
                "",
                "no ruleset was found".to_owned(),
                String::new(),
            )]))
        });
    };
    for file in files.rulesets.iter().rev() {
        compiler.add_applicability(file);
    }
    let wanted = compiler.selection(files);
    let mut rules = Vec::new();
    let mut seen = BTreeSet::new();
    let alike = compiler.alike(files);
    for file in &files.rules {
        let file = alike.get(&file.path).unwrap_or(file);
        if !seen.insert(file.content.id.clone()) {
            compiler.report(
                file,
                &file.content.id,
                format!("rule `{}` is defined twice", file.content.id),
                "give one of them another id",
            );
        }
        if let Some((needle, message, help)) = bounds::too_costly(&file.content) {
            compiler.report(file, needle, message, help);
            continue;
        }
        let rule = compiler.rule(file, files);
        let deprecated = file.content.status == StatusName::Deprecated;
        if !deprecated && wanted.as_ref().is_none_or(|wanted| wanted.contains(&file.content.id)) {
            rules.push(rule);
        }
    }
    compiler.check_overrides(files, &seen);
    let vague = files
        .rulesets
        .iter()
        .flat_map(|file| compiler.concept_list(file, &file.content.vague))
        .collect();
    let tables = compiler.tables(files);
    rules.sort_by(|a, b| (&a.card.family, &a.card.id).cmp(&(&b.card.family, &b.card.id)));
    let mut matchers: BTreeMap<Language, Matcher> = std::mem::take(&mut compiler.builders)
        .into_iter()
        .map(|(language, builder)| (language, builder.build()))
        .collect();
    let languages = compiler.judged_languages(files);
    if let Some(languages) = &languages {
        matchers.retain(|language, _| languages.contains(language));
    }
    let standards = main.content.standards.clone();
    for rule in &mut rules {
        let first = |source: &SourceRef| {
            !standard_of(&source.reference).is_some_and(|standard| standards.contains(&standard.id))
        };
        rule.card.sources.sort_by_key(first);
    }
    let ruleset = Ruleset {
        stamp: RulesetStamp {
            name: main.content.name.clone(),
            version: main.content.version.clone(),
            hash: hash(files),
        },
        description: main.content.description.trim().to_owned(),
        extends: main.content.extends.clone(),
        standards,
        rules,
        applicability: compiler.applicability.into_values().collect(),
        lexicon: Lexicon { concepts: compiler.concepts, matchers },
        vague,
        tables,
    };
    compiler.problems.or(ruleset)
}

struct Compiler {
    problems: Problems,
    concepts: Vec<Concept>,
    by_id: BTreeMap<String, ConceptId>,
    /// Concepts that clausecheck brings along.
    shipped: BTreeSet<ConceptId>,
    builders: BTreeMap<Language, MatcherBuilder>,
    applicability: BTreeMap<String, Applicability>,
    /// Languages for which the lexicon has terms of its own; `all` stands for these.
    languages: BTreeSet<Language>,
}

impl Compiler {
    fn report<T>(&mut self, file: &Parsed<T>, needle: &str, message: String, help: &str) {
        // More are not read by anybody, and each is looked for in its file.
        if self.problems.0.len() >= bounds::PROBLEMS {
            return;
        }
        self.problems.0.push(Problem::at(
            &file.path,
            &file.source,
            needle,
            message,
            help.to_owned(),
        ));
    }

    fn add_lexicons(&mut self, files: &Files) {
        for file in &files.lexicons {
            for concept in &file.content.concepts {
                if let Some(known) = self.by_id.get(&concept.id).copied() {
                    // A ruleset of one's own may call a shipped idea by words of its own.
                    let adds = concept.name.is_none() && concept.replace_by.is_none();
                    if adds && !file.shipped && self.shipped.contains(&known) {
                        self.add_terms(file, known, &concept.terms);
                        continue;
                    }
                    self.report(
                        file,
                        &concept.id,
                        format!("concept `{}` is defined twice", concept.id),
                        "merge the two",
                    );
                    continue;
                }
                let name = concept.name.clone().unwrap_or_else(|| concept.id.replace('-', " "));
                let id = self.new_concept(concept.id.clone(), name, concept.replace_by.clone());
                self.by_id.insert(concept.id.clone(), id);
                if file.shipped {
                    self.shipped.insert(id);
                }
                self.add_terms(file, id, &concept.terms);
            }
        }
    }

    fn new_concept(&mut self, id: String, name: String, replace_by: Option<String>) -> ConceptId {
        let index = ConceptId::try_from(self.concepts.len()).unwrap_or(ConceptId::MAX);
        self.concepts.push(Concept { id, name, replace_by, languages: BTreeSet::new() });
        index
    }

    fn add_terms<T>(
        &mut self,
        file: &Parsed<T>,
        id: ConceptId,
        terms: &BTreeMap<String, Vec<String>>,
    ) {
        for (code, list) in terms {
            let languages = match Language::from_code(code) {
                Some(language) => vec![language],
                None if code == "all" => self.languages.iter().copied().collect(),
                None => {
                    self.report(
                        file,
                        code,
                        format!("`{code}` is no language code"),
                        &format!("use one of {}, all", language_codes()),
                    );
                    continue;
                }
            };
            if let Some(concept) = self.concepts.get_mut(id as usize) {
                concept.languages.extend(languages.iter().filter(|_| !list.is_empty()));
            }
            for term in list {
                for language in &languages {
                    let builder = self.builders.entry(*language).or_default();
                    // Shipped terms were read when they were shipped, which a test proves.
                    if file.shipped {
                        builder.add_known(id, term);
                    } else if let Err(error) = builder.add(id, term) {
                        self.report(
                            file,
                            term,
                            format!("the term `{}` cannot be used: {error}", bounds::shown(term)),
                            "see `rulesets/README.md` for the grammar of terms",
                        );
                        break;
                    }
                }
            }
        }
    }

    fn add_applicability(&mut self, file: &Parsed<RulesetFile>) {
        for (key, entry) in &file.content.applicability {
            let pattern = self.pattern(file, &entry.pattern, key);
            let (key, about) = (key.clone(), entry.about.clone());
            self.applicability.insert(key.clone(), Applicability { key, about, pattern });
        }
    }

    /// Tables about a pack: those of the first ruleset in the chain that has any.
    fn tables(&mut self, files: &Files) -> Option<Tables> {
        let file = files.rulesets.iter().find(|file| file.content.tables.is_some())?;
        let source = file.content.tables.as_ref()?;
        Some(tables::compile(source, |pattern| self.pattern(file, pattern, "tables")))
    }

    /// Ids of the rules to apply: those of the first ruleset in the chain that names any.
    fn selection(&mut self, files: &Files) -> Option<BTreeSet<String>> {
        let known: BTreeSet<&str> =
            files.rules.iter().map(|file| file.content.id.as_str()).collect();
        let file = files.rulesets.iter().find(|file| file.content.rules.is_some())?;
        let ids = file.content.rules.as_ref()?;
        for id in ids {
            if !known.contains(id.as_str()) {
                let help = nearest(id, known.iter().copied());
                self.report(file, id, format!("there is no rule `{id}`"), &help);
            }
        }
        Some(ids.iter().cloned().collect())
    }

    /// Languages in which the rules can judge: those of the first ruleset in the chain that names
    /// any.
    fn judged_languages(&mut self, files: &Files) -> Option<BTreeSet<Language>> {
        let file = files.rulesets.iter().find(|file| file.content.languages.is_some())?;
        let mut languages = BTreeSet::new();
        for code in file.content.languages.as_ref()? {
            match Language::from_code(code).filter(|language| self.languages.contains(language)) {
                Some(language) => {
                    languages.insert(language);
                }
                None => {
                    let known: Vec<&str> =
                        self.languages.iter().map(|language| language.code()).collect();
                    self.report(
                        file,
                        code,
                        format!("`languages` names `{code}`, for which the lexicon has no terms"),
                        &format!("use some of {}", known.join(", ")),
                    );
                }
            }
        }
        Some(languages)
    }

    fn check_overrides(&mut self, files: &Files, known: &BTreeSet<String>) {
        for file in &files.rulesets {
            for id in file.content.overrides.keys() {
                if !known.contains(id) {
                    let help = nearest(id, known.iter().map(String::as_str));
                    self.report(
                        file,
                        id,
                        format!("`overrides` names `{id}`, which is no rule"),
                        &help,
                    );
                }
            }
        }
    }

    /// Rules that are like another one, by path, with all that they take from it.
    fn alike(&mut self, files: &Files) -> BTreeMap<String, Parsed<RuleFile>> {
        let mut alike = BTreeMap::new();
        for file in files.rules.iter().filter(|file| file.content.like.is_some()) {
            let like = file.content.like.as_deref().unwrap_or_default();
            let base = files.rules.iter().find(|other| other.content.id == like);
            match base.filter(|base| base.content.like.is_none()) {
                Some(base) => {
                    let (path, source) = (file.path.clone(), file.source.clone());
                    let content = like::merged(&file.content, &base.content);
                    alike.insert(path.clone(), Parsed { path, source, content, shipped: false });
                }
                None => {
                    let known = files.rules.iter().filter(|other| other.content.like.is_none());
                    let help = nearest(like, known.map(|other| other.content.id.as_str()));
                    let message = format!("`like` names `{like}`, which is no rule of its own");
                    self.report(file, like, message, &help);
                }
            }
        }
        alike
    }

    fn rule(&mut self, file: &Parsed<RuleFile>, files: &Files) -> Rule {
        let source = &file.content;
        let stem = file.path.rsplit(['/', '\\']).next().unwrap_or_default();
        if stem.strip_suffix(".yaml").or_else(|| stem.strip_suffix(".yml")) != Some(&source.id) {
            self.report(
                file,
                &source.id,
                format!("the id `{}` is not the file name", source.id),
                "rename one of them",
            );
        }
        if source.expects.is_empty() {
            self.report(
                file,
                "expects",
                "the rule expects nothing".to_owned(),
                "give at least one pattern",
            );
        }
        let overrides: Vec<&OverrideFile> = files
            .rulesets
            .iter()
            .filter_map(|ruleset| ruleset.content.overrides.get(&source.id))
            .collect();
        let expects = source
            .expects
            .iter()
            .map(|expectation| Expectation {
                pattern: self.pattern(file, &expectation.pattern, &source.id),
                form: form(expectation.form.unwrap_or(source.form)),
                any_bearer: expectation.bearer.unwrap_or(source.bearer) == BearerName::Any,
                polarity: polarity(expectation.polarity),
                falls_short: expectation.falls_short.clone(),
            })
            .collect();
        Rule {
            card: card(source, &overrides),
            applies_when: self.applies_when(file),
            not_in: not_in(source),
            expects,
            weakened_by: self.wordings(file, &source.weakened_by),
            contradicted_by: self.wordings(file, &source.contradicted_by),
            tolerates: self.concept_list(file, &source.tolerates),
            parameters: source
                .parameters
                .iter()
                .filter_map(|p| self.parameter(file, p, &overrides))
                .collect(),
            obsolete: self.concept_list(file, &source.obsolete),
            examples: source.examples.iter().map(|example| self.example(file, example)).collect(),
            other_thresholds: overrides.iter().any(|change| !change.thresholds.is_empty()),
        }
    }

    fn example(&mut self, file: &Parsed<RuleFile>, source: &ExampleFile) -> Example {
        let language = source.lang.as_deref().and_then(Language::from_code);
        if let Some(code) = source.lang.as_ref().filter(|_| language.is_none()) {
            let message = format!("`{code}` is no language code");
            self.report(file, code, message, &format!("use one of {}", language_codes()));
        }
        Example { verdict: verdict(source.verdict), text: source.text.clone(), language }
    }

    fn applies_when(&mut self, file: &Parsed<RuleFile>) -> Option<Applicability> {
        let key = &file.content.applies_when;
        if key == "always" {
            return None;
        }
        let found = self.applicability.get(key).cloned();
        if found.is_none() {
            let known: Vec<String> = self.applicability.keys().cloned().collect();
            self.report(
                file,
                key,
                format!("`applies_when` names `{key}`, which the ruleset does not define"),
                &format!("use always or one of: {}", known.join(", ")),
            );
        }
        found
    }

    fn wordings(&mut self, file: &Parsed<RuleFile>, list: &[WordingFile]) -> Vec<Wording> {
        list.iter()
            .map(|entry| Wording {
                wording: entry.wording.clone(),
                pattern: self.pattern(file, &entry.pattern, &file.content.id),
                polarity: polarity(entry.polarity),
                unless_met: entry.unless_met,
            })
            .collect()
    }

    fn parameter(
        &mut self,
        file: &Parsed<RuleFile>,
        source: &ParameterFile,
        overrides: &[&OverrideFile],
    ) -> Option<Parameter> {
        let (comparator, written) = match (&source.at_most, &source.at_least) {
            (Some(limit), None) => (Comparator::AtMost, limit),
            (None, Some(limit)) => (Comparator::AtLeast, limit),
            _ => {
                self.report(
                    file,
                    &source.name,
                    format!("parameter `{}` needs either `at_most` or `at_least`", source.name),
                    "give exactly one",
                );
                return None;
            }
        };
        let changed = overrides.iter().find_map(|change| change.thresholds.get(&source.name));
        let written = changed.unwrap_or(written);
        let Some(threshold) = parse_quantity(written) else {
            self.report(
                file,
                written,
                format!("`{written}` is no quantity"),
                "write a number with its unit, such as 24 hours, 99.5 %, TLS 1.2, 256 bits",
            );
            return None;
        };
        let near = self.concept_list(file, &source.near);
        Some(Parameter {
            name: source.name.clone(),
            comparator,
            threshold,
            required: source.required,
            near,
        })
    }

    fn concept_list<T>(&mut self, file: &Parsed<T>, ids: &[String]) -> Vec<ConceptId> {
        ids.iter().filter_map(|id| self.concept(file, id)).collect()
    }

    fn concept<T>(&mut self, file: &Parsed<T>, id: &str) -> Option<ConceptId> {
        let found = self.by_id.get(id).copied();
        if found.is_none() {
            let help = nearest(id, self.by_id.keys().map(String::as_str));
            self.report(file, id, format!("there is no concept `{id}` in the lexicon"), &help);
        }
        found
    }

    fn pattern<T>(&mut self, file: &Parsed<T>, source: &PatternFile, owner: &str) -> Pattern {
        let mut list =
            |list: &[PatternFile]| list.iter().map(|p| self.pattern(file, p, owner)).collect();
        match source {
            PatternFile::All(patterns) => Pattern::All(list(patterns)),
            PatternFile::Any(patterns) => Pattern::Any(list(patterns)),
            PatternFile::Near(near) => self.near(file, near, owner),
            PatternFile::Not(inner) => Pattern::Not(Box::new(self.pattern(file, inner, owner))),
            PatternFile::Clause(inner) => {
                Pattern::Clause(Box::new(self.pattern(file, inner, owner)))
            }
            PatternFile::Topic(inner) => topic(self.pattern(file, inner, owner)),
            PatternFile::Quantity(kind) => Pattern::Quantity(unit_kind(*kind)),
            PatternFile::Concept(id) => {
                self.concept(file, id).map_or_else(|| Pattern::Any(Vec::new()), Pattern::Concept)
            }
            PatternFile::Words(words) => {
                let terms = words.terms();
                let name = words.name.clone().unwrap_or_else(|| quoted(&terms));
                let id = self.new_concept(format!("{owner}#{}", self.concepts.len()), name, None);
                self.add_terms(file, id, &terms);
                Pattern::Concept(id)
            }
        }
    }

    fn near<T>(&mut self, file: &Parsed<T>, source: &NearFile, owner: &str) -> Pattern {
        let of: Vec<Pattern> = source.of.iter().map(|p| self.pattern(file, p, owner)).collect();
        let without = source.without.as_ref().map(|p| self.pattern(file, p, owner));
        if of.len() < 2 || !of.iter().chain(&without).all(Pattern::has_places) {
            self.report(
                file,
                "near",
                format!(
                    "`near` in `{owner}` counts words between too few things, or some that stand in no one place"
                ),
                "give two or more concepts, `words`, `quantity`, `near`, or lists of these",
            );
        }
        Pattern::Near(Box::new(Near {
            within: source.within as usize,
            of,
            in_order: source.in_order,
            without,
            before: source.before as usize,
            after: source.after as usize,
        }))
    }
}

/// The codes of all languages that can be named.
fn language_codes() -> String {
    let codes: Vec<&str> = Language::NAMED.iter().map(|language| language.code()).collect();
    codes.join(", ")
}

/// Languages that any lexicon file names.
fn named_languages(files: &Files) -> BTreeSet<Language> {
    let concepts = files.lexicons.iter().flat_map(|file| &file.content.concepts);
    concepts
        .flat_map(|concept| concept.terms.keys())
        .filter_map(|code| Language::from_code(code))
        .collect()
}

/// A name for words that were given none: the first of them, in English where there are any.
fn quoted(terms: &BTreeMap<String, Vec<String>>) -> String {
    let english = terms.get("en").into_iter();
    let first = english.chain(terms.values()).flatten().next().map_or("", String::as_str);
    format!("“{}”", first.replace(" .. ", " … ").replace('*', "…"))
}

/// The pattern with every concept looked for in headings too.
fn topic(pattern: Pattern) -> Pattern {
    match pattern {
        Pattern::Concept(id) => Pattern::Topic(id),
        Pattern::All(list) => Pattern::All(list.into_iter().map(topic).collect()),
        Pattern::Any(list) => Pattern::Any(list.into_iter().map(topic).collect()),
        other => other,
    }
}

/// "did you mean …", if something known is spelled much like `word`.
fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> String {
    if word.len() > bounds::LONGEST_WORD {
        return String::new();
    }
    known
        .filter(|candidate| candidate.len() <= bounds::LONGEST_WORD)
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= 2 + candidate.len() / 5)
        .min()
        .map(|(_, candidate)| format!("did you mean `{candidate}`?"))
        .unwrap_or_default()
}

/// Hash over name and text of all files, so that a changed rule or term is noticed, wherever the
/// files lie.
fn hash(files: &Files) -> String {
    let rulesets = files.rulesets.iter().map(|file| (&file.path, &file.source));
    let lexicons = files.lexicons.iter().map(|file| (&file.path, &file.source));
    let rules = files.rules.iter().map(|file| (&file.path, &file.source));
    let name = |path: &'_ String| path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    let parts = rulesets.chain(lexicons).chain(rules);
    let mut parts: Vec<(String, &String)> =
        parts.map(|(path, source)| (name(path), source)).collect();
    parts.sort_unstable();
    let mut hasher = blake3::Hasher::new();
    for (name, source) in parts {
        for part in [name.as_str(), source.as_str()] {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
    }
    hasher.finalize().to_hex().to_string()
}

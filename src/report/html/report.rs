//! The report as a page for a browser: what matters at the top, every finding with its passages,
//! and beside it the documents with these passages marked.

use super::Page;
use super::chart;
use super::chart::Chart;
use super::text;
use super::text::DocumentView;
use super::text::Part;
use crate::model::Accountability;
use crate::model::Bearer;
use crate::model::Conflict;
use crate::model::DocumentEntry;
use crate::model::Evidence;
use crate::model::Finding;
use crate::model::Language;
use crate::model::Mention;
use crate::model::PackReport;
use crate::model::ParameterResult;
use crate::model::Report;
use crate::model::Role;
use crate::model::StatedNumber;
use crate::model::StorageColumn;
use crate::model::StorageRow;
use crate::model::Verdict;
use crate::report::policy;
use crate::report::view;
use crate::report::view::Context;
use crate::report::view::Counts;
use crate::report::view::Group;
use crate::report::view::PackView;
use crate::report::view::VERDICTS;
use crate::report::words;
use crate::report::words::Words;
use crate::review::FactorStatus;
use crate::review::Handled;
use askama::Template;
use std::collections::BTreeMap;
use std::io;
use std::io::Write;

/// How many gaps are named under "What matters most".
const URGENT: usize = 12;
/// Longest passage in a table, in characters.
const SHORT: usize = 220;

#[derive(Template)]
#[template(path = "report.html", config = ".askama.toml", whitespace = "minimize")]
struct ReportPage<'r> {
    page: Page,
    w: &'r Words,
    badges: Vec<Badge>,
    met: Badge,
    columns: Vec<String>,
    packs: Vec<PackSection<'r>>,
    matrix: Option<Vec<MatrixRow>>,
    has_texts: bool,
    remarks: Vec<String>,
    stamps: Vec<String>,
}

/// A verdict as it is shown.
struct Badge {
    class: &'static str,
    mark: String,
    name: String,
    meaning: String,
}

impl Badge {
    fn new(verdict: Verdict, w: &Words) -> Self {
        Self {
            class: verdict.code(),
            mark: w.say(&format!("mark-{}", verdict.code())),
            name: w.verdict(verdict),
            meaning: w.verdict_meaning(verdict),
        }
    }
}

/// A demand with its cell for each pack: class, mark, name of the verdict, and where it leads.
type MatrixRow = (String, Vec<(&'static str, String, String, String)>);

/// A cell of a table, and whether it is a gap.
type Cell = (String, bool);

struct PackSection<'r> {
    id: String,
    view: PackView<'r>,
    recognised: bool,
    urgent: Vec<FindingRow<'r>>,
    urgent_more: String,
    cards: Vec<(Badge, usize)>,
    documents: Vec<DocumentRow<'r>>,
    chart: Chart,
    family_counts: Vec<(String, Counts)>,
    standard_chart: Chart,
    standards: Vec<(String, Counts)>,
    factors: Vec<(FactorStatus<'r>, &'static str, String)>,
    conflicts: Vec<ConflictRow>,
    precedence: Vec<PassageRow>,
    storage: Vec<StorageLine>,
    accountability: Vec<AccountabilityLine>,
    worklist: Vec<Family<'r>>,
    /// What the mark of each finding in the text is called.
    titles: Vec<String>,
}

struct Family<'r> {
    name: String,
    rows: Vec<FindingRow<'r>>,
}

struct DocumentRow<'r> {
    id: String,
    entry: &'r DocumentEntry,
    path: &'r str,
    lang: &'static str,
    kinds: String,
    language: String,
    status: String,
    notes: Vec<String>,
    has_text: bool,
    text: Option<DocumentView>,
}

struct FindingRow<'r> {
    id: String,
    number: usize,
    finding: &'r Finding,
    badge: Badge,
    severity: String,
    title: String,
    title_lang: &'static str,
    reason: String,
    reasons: Vec<String>,
    numbers: Vec<(String, String, String, String)>,
    passages: Vec<PassageRow>,
    nearest: Vec<PassageRow>,
    clause: Option<(&'r str, &'r str)>,
    /// Name of its language, if that is not the language of the pack.
    clause_language: String,
    question: String,
    sources: Vec<(&'r str, String)>,
    disposition: String,
}

struct PassageRow {
    role: String,
    role_code: &'static str,
    quote: String,
    lang: &'static str,
    place: String,
    href: String,
    reasons: String,
    doubtful: String,
}

/// Numbers that do not agree, and the passages that state them.
struct ConflictRow {
    id: String,
    title: String,
    numbers: String,
    passages: Vec<PassageRow>,
}

/// What a column says: words, or the numbers of the findings that say it for the whole pack.
struct StorageItem {
    words: String,
    gap: bool,
    see: Vec<(usize, String)>,
}

struct StorageLine {
    who: String,
    cells: Vec<StorageItem>,
    passage: String,
    lang: &'static str,
    place: String,
}

struct AccountabilityLine {
    id: String,
    title: String,
    title_lang: &'static str,
    who: String,
    nobody: bool,
    cells: Vec<Cell>,
}

/// Writes the page.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(report: &Report, context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    let w = context.words;
    let title = match report.packs.as_slice() {
        [pack] => w.say_of("report-title", &pack.name),
        packs => w.say_count("report-title-many", packs.len()),
    };
    let sections: Vec<PackSection<'_>> = report
        .packs
        .iter()
        .enumerate()
        .map(|(number, pack)| {
            let (id, paths) = (format!("p{number}"), view::paths(pack));
            Layout { id, pack, context, paths }.section()
        })
        .collect();
    let page = ReportPage {
        page: Page { title, lang: w.code() },
        w,
        badges: VERDICTS.into_iter().map(|verdict| Badge::new(verdict, w)).collect(),
        met: Badge::new(Verdict::Met, w),
        columns: StorageColumn::ALL.into_iter().map(|column| w.column(column)).collect(),
        matrix: (sections.len() > 1).then(|| matrix(&sections, w)),
        has_texts: report.packs.iter().any(|pack| !pack.texts.is_empty()),
        remarks: policy::sentences(report),
        stamps: report.rulesets.iter().map(|stamp| super::stamp(stamp, w)).collect(),
        packs: sections,
    };
    out.write_all(page.render().map_err(io::Error::other)?.as_bytes())
}

/// Every demand in every pack.
fn matrix(sections: &[PackSection<'_>], w: &Words) -> Vec<MatrixRow> {
    let mut rules: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    for finding in sections.iter().flat_map(|section| &section.view.report.findings) {
        let rule = &finding.rule;
        rules.insert((rule.family.as_str(), rule.id.as_str()), rule.title.as_str());
    }
    let row = |((_, id), title): ((&str, &str), &str)| {
        let cells = sections.iter().map(|section| {
            let findings = &section.view.report.findings;
            match findings.iter().position(|finding| finding.rule.id == id) {
                Some(number) => {
                    let verdict = findings[number].verdict;
                    let mark = w.say(&format!("mark-{}", verdict.code()));
                    let href = format!("{}-f{number}", section.id);
                    (verdict.code(), mark, w.verdict(verdict), href)
                }
                None => ("", String::new(), String::new(), String::new()),
            }
        });
        (words::capitalised(w.rule_text(title)), cells.collect())
    };
    rules.into_iter().map(row).collect()
}

/// Lays out one pack.
struct Layout<'r> {
    id: String,
    pack: &'r PackReport,
    context: &'r Context<'r>,
    paths: Vec<&'r str>,
}

impl<'r> Layout<'r> {
    fn section(self) -> PackSection<'r> {
        let w = self.context.words;
        let view = PackView::new(self.pack, self.context);
        let urgent: Vec<&Finding> = view.urgent().collect();
        let counted = |groups: &[Group<'_>], name: &dyn Fn(&str) -> String| {
            groups.iter().map(|group| (name(group.name), group.counts)).collect()
        };
        let family = |name: &str| w.family(name);
        let standard = |name: &str| name.to_owned();
        let rows = |group: &Group<'r>| Family {
            name: w.family(group.name),
            rows: group.findings.iter().map(|finding| self.finding(finding)).collect(),
        };
        let statuses = view.factors.iter().cloned();
        PackSection {
            recognised: self.recognised(),
            urgent: urgent.iter().take(URGENT).map(|finding| self.finding(finding)).collect(),
            urgent_more: match urgent.len().saturating_sub(URGENT) {
                0 => String::new(),
                more => w.say_count("urgent-more", more),
            },
            cards: view.counts.each().map(|(v, count)| (Badge::new(v, w), count)).collect(),
            documents: (0..self.pack.documents.len()).map(|at| self.document(at)).collect(),
            chart: chart::draw(&view.families, family),
            family_counts: counted(&view.families, &family),
            standard_chart: chart::draw(&view.standards, |name| words::shorten(name, 34)),
            standards: counted(&view.standards, &standard),
            factors: statuses.map(|status| factor(status, w)).collect(),
            conflicts: self.pack.conflicts.iter().map(|one| self.conflict(one)).collect(),
            precedence: self.precedence(),
            storage: self.pack.storage.iter().map(|row| self.storage(row)).collect(),
            accountability: self
                .pack
                .accountability
                .iter()
                .map(|answers| self.accountability(answers))
                .collect(),
            titles: self.titles(),
            worklist: view.families.iter().map(rows).collect(),
            view,
            id: self.id,
        }
    }

    /// What the mark of each finding in the text is called.
    fn titles(&self) -> Vec<String> {
        let w = self.context.words;
        let titles = self.pack.findings.iter().enumerate().map(|(number, finding)| {
            let title = w.rule_text(&finding.rule.title);
            w.say_with("text-evidence-for", &[("n", (number + 1).into()), ("x", title.into())])
        });
        titles.collect()
    }

    /// Whether any evidence was recognised in a picture.
    fn recognised(&self) -> bool {
        let evidence = self.pack.findings.iter().flat_map(|finding| &finding.evidence);
        evidence.into_iter().any(|evidence| evidence.place.recognised)
    }

    fn document(&self, number: usize) -> DocumentRow<'r> {
        let w = self.context.words;
        let entry = &self.pack.documents[number];
        let kinds: Vec<String> = entry.kinds.iter().map(|kind| w.short_kind(*kind)).collect();
        let text = text::view(self.pack, number).filter(|text| !text.parts.is_empty());
        DocumentRow {
            id: format!("{}-d{number}", self.id),
            entry,
            path: self.path(number),
            lang: entry.language.code(),
            kinds: kinds.join(", "),
            language: w.language(entry.language),
            status: w.status(entry.status),
            notes: entry.notes.iter().map(|note| w.note(note)).collect(),
            has_text: text.is_some(),
            text,
        }
    }

    /// How a document is called.
    fn path(&self, document: usize) -> &'r str {
        self.paths.get(document).copied().unwrap_or_default()
    }

    /// Number of a finding in its pack.
    fn number(&self, rule: &str) -> usize {
        self.pack.findings.iter().position(|finding| finding.rule.id == rule).unwrap_or(0)
    }

    fn finding(&self, finding: &'r Finding) -> FindingRow<'r> {
        let w = self.context.words;
        let number = self.number(&finding.rule.id);
        let reasons = w.reasons(finding);
        let pack_language = view::pack_language(self.pack).code();
        let clause = view::model_clause(finding, pack_language);
        let passages = |nearest: bool| {
            let passages = finding.evidence.iter().enumerate();
            let wanted = passages.filter(|(_, one)| (one.role == Role::Nearest) == nearest);
            wanted.map(|(at, evidence)| self.passage(number, at, evidence)).collect()
        };
        let title = w.rule_text(&finding.rule.title);
        let question = match finding.verdict {
            Verdict::Met | Verdict::NotApplicable => String::new(),
            verdict => w.say_of(&format!("question-{}", verdict.code()), title),
        };
        FindingRow {
            id: format!("{}-f{number}", self.id),
            number: number + 1,
            finding,
            badge: Badge::new(finding.verdict, w),
            severity: w.severity(finding.rule.severity),
            title: words::capitalised(title),
            title_lang: w.language_of(&finding.rule.title),
            reason: reasons.first().cloned().unwrap_or_default(),
            reasons,
            numbers: finding.parameters.iter().map(|number| self.number_row(number)).collect(),
            passages: passages(false),
            nearest: passages(true),
            clause,
            clause_language: clause
                .filter(|(code, _)| *code != pack_language)
                .and_then(|(code, _)| Language::from_code(code))
                .map(|language| w.language(language))
                .unwrap_or_default(),
            question,
            sources: finding
                .rule
                .sources
                .iter()
                .map(|source| (source.reference.as_str(), w.basis(source.basis)))
                .collect(),
            disposition: w.disposition(&finding.disposition),
        }
    }

    fn number_row(&self, parameter: &ParameterResult) -> (String, String, String, String) {
        let w = self.context.words;
        let stated = parameter.found.as_ref().map(|found| w.quantity(found));
        let within = match (&stated, parameter.ok) {
            (None, _) => String::new(),
            (Some(_), true) => w.say("finding-yes"),
            (Some(_), false) => w.say("finding-no"),
        };
        (
            w.rule_text(&parameter.name).to_owned(),
            stated.unwrap_or_else(|| w.say("finding-nothing")),
            w.required(parameter.comparator, &parameter.required),
            within,
        )
    }

    fn passage(&self, finding: usize, number: usize, evidence: &Evidence) -> PassageRow {
        let marked = !self.pack.texts.is_empty() && text::is_marked(evidence);
        let href = format!("{}-e{finding}-{number}", self.id);
        self.passage_in(evidence, if marked { href } else { String::new() })
    }

    /// A passage that leads to a place in the text, or to none.
    fn passage_in(&self, evidence: &Evidence, href: String) -> PassageRow {
        let w = self.context.words;
        let document = self.pack.documents.get(evidence.document);
        let path = self.path(evidence.document);
        let reasons: Vec<String> =
            evidence.reasons.iter().map(|reason| words::sentence(&w.reason(reason))).collect();
        PassageRow {
            role: w.role(evidence.role),
            role_code: evidence.role.code(),
            quote: evidence.quote.clone(),
            lang: document.map_or("und", |entry| entry.language.code()),
            place: w.place(path, &evidence.place),
            href,
            reasons: reasons.join(" "),
            doubtful: evidence.place.doubtful.join(", "),
        }
    }

    fn conflict(&self, conflict: &Conflict) -> ConflictRow {
        let w = self.context.words;
        let numbers = conflict.numbers.iter().map(|number| w.quantity(&number.quantity));
        let passage = |number: &StatedNumber| PassageRow {
            role: w.quantity(&number.quantity),
            reasons: String::new(),
            ..self.passage_in(&number.evidence, String::new())
        };
        ConflictRow {
            id: format!("{}-f{}", self.id, self.number(&conflict.rule.id)),
            title: words::capitalised(w.rule_text(&conflict.parameter)),
            numbers: numbers.collect::<Vec<_>>().join(", "),
            passages: conflict.numbers.iter().map(passage).collect(),
        }
    }

    /// What says which number goes before which.
    fn precedence(&self) -> Vec<PassageRow> {
        let first = self.pack.conflicts.first();
        let passages = first.into_iter().flat_map(|conflict| &conflict.precedence);
        passages.map(|evidence| self.passage_in(evidence, String::new())).collect()
    }

    fn storage(&self, row: &StorageRow) -> StorageLine {
        let w = self.context.words;
        let document = self.pack.documents.get(row.passage.document);
        let path = self.path(row.passage.document);
        let cells = row.cells.iter().map(|cell| {
            let words = match (cell.words.is_empty(), cell.elsewhere.is_empty()) {
                (true, true) => w.say("storage-gap"),
                (true, false) => format!("{} ", w.say("storage-see")),
                (false, _) => cell.words.join(", "),
            };
            let elsewhere = cell.elsewhere.iter().filter(|_| cell.words.is_empty());
            let see = elsewhere.map(|rule| {
                let number = self.number(rule);
                (number + 1, format!("{}-f{number}", self.id))
            });
            StorageItem { words, gap: cell.is_empty(), see: see.collect() }
        });
        StorageLine {
            who: self.keeper(row.keeper),
            cells: cells.collect(),
            passage: words::shorten(&row.passage.words, SHORT),
            lang: document.map_or("und", |entry| entry.language.code()),
            place: w.place(path, &row.passage.place),
        }
    }

    /// Who is named, or that nobody is.
    fn keeper(&self, bearer: Bearer) -> String {
        let w = self.context.words;
        if bearer == Bearer::Unstated { w.say("accountability-unstated") } else { w.party(bearer) }
    }

    fn title(&self, rule: &str) -> String {
        let title = &self.pack.findings[self.number(rule)].rule.title;
        self.context.words.rule_text(title).to_owned()
    }

    fn accountability(&self, answers: &Accountability) -> AccountabilityLine {
        let w = self.context.words;
        let number = self.number(&answers.rule);
        let gap = || (w.say("accountability-gap"), true);
        let mention = |mention: &Option<Mention>| {
            mention
                .as_ref()
                .map_or_else(gap, |mention| (words::shorten(&mention.words, SHORT / 2), false))
        };
        let nobody = answers.bearer == Bearer::Unstated;
        AccountabilityLine {
            id: format!("{}-f{number}", self.id),
            title: words::capitalised(&self.title(&answers.rule)),
            title_lang: w.language_of(&self.pack.findings[number].rule.title),
            who: self.keeper(answers.bearer),
            nobody,
            cells: vec![
                answers.deadline.as_ref().map_or_else(gap, |number| (w.quantity(number), false)),
                mention(&answers.proof),
                mention(&answers.consequence),
            ],
        }
    }
}

fn factor<'r>(status: FactorStatus<'r>, w: &Words) -> (FactorStatus<'r>, &'static str, String) {
    let (class, key) = match status.handled {
        Handled::Yes => ("met", "factors-yes"),
        Handled::No => ("missing", "factors-no"),
        Handled::Open => ("undetermined", "factors-open"),
        Handled::NotApplicable => ("not-applicable", "factors-not-applicable"),
    };
    (status, class, w.say(key))
}

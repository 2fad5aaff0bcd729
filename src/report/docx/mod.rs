//! The report as a new Word document: an overview, each gap with its passages and wording to paste,
//! what could not be read, and questions to put. Written with real headings, tables whose heads are
//! repeated, and the language of every passage, so that Word can navigate, print and proofread it.
//!
//! A customer's own document is never written by this module; see `annotate`.

pub(in crate::report) mod parts;

use super::html::stamp;
use super::rows;
use super::rows::Passage;
use super::rows::Requirement;
use super::view::Context;
use super::view::PackView;
use super::view::model_clause;
use super::view::pack_language;
use super::words;
use super::words::Words;
use crate::model::Evidence;
use crate::model::Finding;
use crate::model::Mention;
use crate::model::PackReport;
use crate::model::Report;
use crate::model::Role;
use crate::model::StorageColumn;
use crate::model::Verdict;
use docx_rs::Docx;
use parts::bullet;
use parts::heading;
use parts::label;
use parts::paragraph;
use parts::quotation;
use parts::table;
use parts::wording;
use std::io;
use std::io::Cursor;
use std::io::Write;

/// How many passages of one finding are quoted.
const PASSAGES: usize = 3;
/// Longest quote, in characters.
const QUOTE: usize = 900;

/// Writes the document.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(report: &Report, context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    let w = context.words;
    let stamps: Vec<String> = report.rulesets.iter().map(|one| stamp(one, w)).collect();
    let mut docx = parts::document(&stamps.join(" "));
    for pack in &report.packs {
        docx = Letter { pack, view: PackView::new(pack, context), w }.add_to(docx);
    }
    let mut bytes = Cursor::new(Vec::new());
    parts::finish(docx, w.code()).pack(&mut bytes).map_err(io::Error::other)?;
    out.write_all(bytes.get_ref())
}

/// What is said of one pack.
struct Letter<'r> {
    pack: &'r PackReport,
    view: PackView<'r>,
    w: &'r Words,
}

impl Letter<'_> {
    fn add_to(&self, mut docx: Docx) -> Docx {
        let w = self.w;
        docx = docx.add_paragraph(heading(0, &w.say_of("letter-title", &self.pack.name)));
        docx = docx.add_paragraph(paragraph(&w.say_of("letter-intro", &self.pack.name)));
        docx = docx.add_paragraph(paragraph(&w.say("summary-advice")));
        docx = self.overview(docx);
        docx = self.unread(docx);
        docx = self.gaps(docx);
        docx = self.conflicts(docx);
        docx = self.questions(docx);
        docx = self.storage(docx);
        docx = self.accountability(docx);
        self.found(docx)
    }

    fn overview(&self, docx: Docx) -> Docx {
        let w = self.w;
        let rows = self.view.counts.each().map(|(verdict, count)| {
            vec![w.verdict(verdict), count.to_string(), w.verdict_meaning(verdict)]
        });
        let heads = [w.say("sheet-verdict"), w.say("families-total"), w.say("documents-notes")];
        let counts = table(&heads, &[26, 10, 64], rows.collect());
        let heads = ["sheet-severity", "sheet-verdict", "sheet-demand", "sheet-reasons"];
        let rows = self.view.gaps.iter().map(|finding| {
            let reason = w.reasons(finding).into_iter().next();
            vec![
                w.severity(finding.rule.severity),
                w.verdict(finding.verdict),
                self.title(finding),
                reason.unwrap_or_default(),
            ]
        });
        let list = table(&heads.map(|key| w.say(key)), &[14, 18, 32, 36], rows.collect());
        docx.add_paragraph(heading(1, &w.say("letter-table")))
            .add_table(counts)
            .add_paragraph(paragraph(""))
            .add_table(list)
    }

    fn unread(&self, mut docx: Docx) -> Docx {
        let documents = self.pack.documents.iter().zip(&self.view.paths);
        let mut documents = documents.filter(|(one, _)| !one.status.is_complete()).peekable();
        if documents.peek().is_none() {
            return docx;
        }
        docx = docx.add_paragraph(heading(1, &self.w.say("letter-unread")));
        docx = docx
            .add_paragraph(paragraph(&self.w.say_count("summary-read-partly", self.view.unread())));
        for (document, path) in documents {
            let notes = document.notes.iter().filter(|note| note.kind.is_loss()).take(4);
            let notes: Vec<String> = notes.map(|note| self.w.note(note)).collect();
            docx = docx.add_paragraph(bullet(&format!("{path}: {}", notes.join("; "))));
        }
        docx
    }

    fn gaps(&self, mut docx: Docx) -> Docx {
        if self.view.gaps.is_empty() {
            return docx;
        }
        docx = docx.add_paragraph(heading(1, &self.w.say("letter-gaps")));
        for finding in &self.view.gaps {
            docx = self.gap(docx, finding);
        }
        docx
    }

    fn gap(&self, mut docx: Docx, finding: &Finding) -> Docx {
        let w = self.w;
        let verdict = format!(
            "{} · {} · {}",
            w.verdict(finding.verdict),
            w.severity(finding.rule.severity),
            finding.rule.id
        );
        docx = docx.add_paragraph(heading(2, &self.title(finding)));
        docx = docx.add_paragraph(label(&verdict));
        let decided = w.disposition(&finding.disposition);
        if !decided.is_empty() {
            docx = docx.add_paragraph(paragraph(&decided));
        }
        for reason in w.reasons(finding) {
            docx = docx.add_paragraph(bullet(&reason));
        }
        for passage in rows::passages(self.pack, finding, w).iter().take(PASSAGES) {
            docx = self.passage(docx, passage);
        }
        if let Some((code, clause)) = model_clause(finding, pack_language(self.pack).code()) {
            docx = docx.add_paragraph(label(&w.say("finding-model-clause")));
            docx = docx.add_paragraph(wording(clause, code));
        }
        docx
    }

    fn passage(&self, docx: Docx, passage: &Passage<'_>) -> Docx {
        let place = self.w.place(passage.document, &passage.evidence.place);
        let document = self.pack.documents.get(passage.evidence.document);
        let code = document.map_or("", |document| document.language.code());
        let quote = words::shorten(passage.quote, QUOTE);
        let mut docx = docx.add_paragraph(label(&format!("{}: {place}", passage.role)));
        docx = docx.add_paragraph(quotation(&quote, code));
        if passage.evidence.role == Role::Nearest && !passage.reasons.is_empty() {
            docx = docx.add_paragraph(paragraph(&passage.reasons));
        }
        docx
    }

    /// Numbers that do not agree, and what says which goes before which.
    fn conflicts(&self, mut docx: Docx) -> Docx {
        let w = self.w;
        let Some(first) = self.pack.conflicts.first() else { return docx };
        docx = docx.add_paragraph(heading(1, &w.say("conflicts-heading")));
        docx = docx.add_paragraph(paragraph(&w.say("conflicts-caption")));
        let place = |evidence: &Evidence| {
            let path = self.view.paths.get(evidence.document).copied();
            w.place(path.unwrap_or_default(), &evidence.place)
        };
        let numbers = self.pack.conflicts.iter().flat_map(|conflict| {
            conflict.numbers.iter().map(|number| {
                vec![
                    words::capitalised(w.rule_text(&conflict.parameter)),
                    w.quantity(&number.quantity),
                    place(&number.evidence),
                    words::shorten(&number.evidence.quote, 240),
                ]
            })
        });
        let heads = ["finding-number", "finding-stated", "storage-where", "sheet-quote"];
        docx = docx.add_table(table(
            &heads.map(|key| w.say(key)),
            &[22, 12, 26, 40],
            numbers.collect(),
        ));
        if first.precedence.is_empty() {
            return docx.add_paragraph(paragraph(&w.say("conflicts-no-precedence")));
        }
        docx = docx.add_paragraph(label(&w.say("conflicts-precedence")));
        for evidence in &first.precedence {
            let text = format!("{}: “{}”", place(evidence), words::shorten(&evidence.quote, QUOTE));
            docx = docx.add_paragraph(bullet(&text));
        }
        docx
    }

    fn questions(&self, mut docx: Docx) -> Docx {
        let asked = self.view.gaps.iter().copied().chain(self.view.undetermined());
        let mut asked = asked.peekable();
        if asked.peek().is_none() {
            return docx;
        }
        docx = docx.add_paragraph(heading(1, &self.w.say("letter-questions")));
        for finding in asked {
            let key = format!("question-{}", finding.verdict.code());
            let title = self.w.rule_text(&finding.rule.title);
            docx = docx.add_paragraph(bullet(&self.w.say_of(&key, title)));
        }
        docx
    }

    fn storage(&self, docx: Docx) -> Docx {
        let w = self.w;
        let docx = docx.add_paragraph(heading(1, &w.say("storage-heading")));
        if self.pack.storage.is_empty() {
            return docx.add_paragraph(paragraph(&w.say("storage-none")));
        }
        let mut heads = vec![w.say("storage-who")];
        heads.extend(StorageColumn::ALL.iter().map(|column| w.column(*column)));
        heads.push(w.say("storage-where"));
        let rows = self.pack.storage.iter().map(|row| {
            let mut cells = vec![w.party(row.keeper)];
            cells.extend(row.cells.iter().map(|cell| {
                if cell.is_empty() {
                    w.say("storage-gap")
                } else if cell.words.is_empty() {
                    w.say_of("storage-elsewhere", &cell.elsewhere.join("; "))
                } else {
                    cell.words.join(", ")
                }
            }));
            cells.push(self.place(&row.passage));
            cells
        });
        docx.add_paragraph(paragraph(&w.say("storage-caption"))).add_table(table(
            &heads,
            &[12, 16, 14, 14, 14, 14, 16],
            rows.collect(),
        ))
    }

    fn accountability(&self, docx: Docx) -> Docx {
        let w = self.w;
        let docx = docx.add_paragraph(heading(1, &w.say("accountability-heading")));
        if self.pack.accountability.is_empty() {
            return docx.add_paragraph(paragraph(&w.say("accountability-none")));
        }
        let keys = ["topic", "who", "deadline", "proof", "consequence"];
        let heads = keys.map(|key| w.say(&format!("accountability-{key}")));
        let gap = w.say("accountability-gap");
        let rows = self.pack.accountability.iter().map(|answers| {
            let finding = self.pack.findings.iter().find(|one| one.rule.id == answers.rule);
            let said = |mention: &Option<Mention>| {
                mention.as_ref().map_or(gap.clone(), |one| words::shorten(&one.words, 160))
            };
            vec![
                finding.map(|finding| self.title(finding)).unwrap_or_default(),
                w.party(answers.bearer),
                answers.deadline.as_ref().map_or(gap.clone(), |one| w.quantity(one)),
                said(&answers.proof),
                said(&answers.consequence),
            ]
        });
        docx.add_paragraph(paragraph(&w.say("accountability-caption"))).add_table(table(
            &heads,
            &[28, 14, 12, 23, 23],
            rows.collect(),
        ))
    }

    fn found(&self, docx: Docx) -> Docx {
        let w = self.w;
        let requirements = rows::requirements(self.pack, w);
        let met = requirements.iter().filter(|row| row.finding.verdict == Verdict::Met);
        let row = |row: &Requirement<'_>| {
            let passage = row.passage.as_ref();
            vec![
                row.title.clone(),
                passage.map(|one| w.place(one.document, &one.evidence.place)).unwrap_or_default(),
                passage.map(|one| words::shorten(one.quote, 240)).unwrap_or_default(),
            ]
        };
        let rows: Vec<Vec<String>> = met.map(row).collect();
        let docx = docx.add_paragraph(heading(1, &w.say("letter-found")));
        let docx = docx.add_paragraph(paragraph(&w.verdict_meaning(Verdict::Met)));
        if rows.is_empty() {
            return docx;
        }
        let heads = ["sheet-demand", "storage-where", "sheet-quote"].map(|key| w.say(key));
        docx.add_table(table(&heads, &[34, 26, 40], rows))
    }

    fn title(&self, finding: &Finding) -> String {
        words::capitalised(self.w.rule_text(&finding.rule.title))
    }

    fn place(&self, mention: &Mention) -> String {
        let path = self.view.paths.get(mention.document).copied();
        self.w.place(path.unwrap_or_default(), &mention.place)
    }
}

//! The report as a workbook: one row for each demand with a drop-down for what people decide, the passages by
//! document, the documents, and the two tables about the pack. Every text is written as text: no
//! cell can become a formula or a link.

use super::html::stamp;
use super::rows;
use super::rows::Requirement;
use super::view;
use super::view::Context;
use super::view::VERDICTS;
use super::words;
use super::words::Words;
use crate::model::Mention;
use crate::model::PackReport;
use crate::model::Report;
use crate::model::StorageColumn;
use rust_xlsxwriter::Color;
use rust_xlsxwriter::DataValidation;
use rust_xlsxwriter::DocProperties;
use rust_xlsxwriter::ExcelDateTime;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::FormatAlign;
use rust_xlsxwriter::FormatBorder;
use rust_xlsxwriter::Workbook;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;
use std::io;
use std::io::Write;

/// Longest text of a cell in Excel, in UTF-16 units; ours is counted in characters and stays below.
const CELL: usize = 16_000;
/// Most rows of a sheet in Excel, the heading included.
const ROWS: u32 = 1_048_575;

/// Most lines of a row that are in sight; the rest shows when the cell is opened.
const LINES: f64 = 9.0;

/// Keys of the decisions of the drop-down, in its order.
pub const DECISIONS: [&str; 4] =
    ["decision-open", "decision-confirm", "decision-accept", "decision-wrong"];

/// Keys of the headings of the sheet of demands, with the width of their columns in characters.
const REQUIREMENTS: [(&str, f64); 17] = [
    ("sheet-pack", 14.0),
    ("sheet-rule", 22.0),
    ("sheet-demand", 36.0),
    ("sheet-family", 16.0),
    ("sheet-severity", 10.0),
    ("sheet-verdict", 18.0),
    ("sheet-reasons", 40.0),
    ("sheet-document", 24.0),
    ("sheet-page", 7.0),
    ("sheet-clause", 22.0),
    ("sheet-quote", 50.0),
    ("sheet-decision", 20.0),
    ("sheet-comment", 34.0),
    ("sheet-approver", 18.0),
    ("sheet-expires", 16.0),
    ("sheet-wording", 50.0),
    // What tells a row when it is read back.
    ("sheet-fingerprint", 12.0),
];

/// Writes the workbook.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(report: &Report, context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut book = Book::new(context.words);
    let bytes = book.fill(report).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

struct Book<'w> {
    workbook: Workbook,
    w: &'w Words,
    head: Format,
    text: Format,
    small: Format,
    /// Widths of the columns of the sheet that is being written, in characters.
    widths: Vec<f64>,
}

impl<'w> Book<'w> {
    fn new(w: &'w Words) -> Self {
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let head = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_background_color(Color::RGB(0x001F_3A5F))
            .set_font_color(Color::White)
            .set_border_bottom(FormatBorder::Thin);
        let small = Format::new().set_align(FormatAlign::Top).set_font_color(Color::Gray);
        Self { workbook: Workbook::new(), w, head, text, small, widths: Vec::new() }
    }

    fn fill(&mut self, report: &Report) -> Result<Vec<u8>, XlsxError> {
        // The time of making would make every workbook another one.
        let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
        let title = match report.packs.as_slice() {
            [pack] => self.w.say_of("report-title", &pack.name),
            packs => self.w.say_count("report-title-many", packs.len()),
        };
        let properties = DocProperties::new()
            .set_title(words::shorten(&words::display_safe(&title), 200))
            .set_author("clausecheck")
            .set_creation_datetime(&made);
        self.workbook.set_properties(&properties);
        self.requirements(&report.packs)?;
        self.passages(&report.packs)?;
        self.documents(&report.packs)?;
        self.storage(&report.packs)?;
        self.accountability(&report.packs)?;
        self.about(report)?;
        self.workbook.save_to_buffer()
    }

    /// A sheet with a heading that stays in sight and on every printed page.
    fn sheet(&mut self, name: &str, columns: &[(&str, f64)]) -> Result<Worksheet, XlsxError> {
        let mut sheet = Worksheet::new();
        self.widths = columns.iter().map(|(_, width)| *width).collect();
        sheet.set_name(words::shorten(&self.w.say(name), 28))?;
        for (column, (key, width)) in (0..).zip(columns) {
            sheet.write_string_with_format(0, column, self.w.say(key), &self.head)?;
            sheet.set_column_width(column, *width)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.set_repeat_rows(0, 0)?;
        sheet.set_landscape();
        sheet.set_paper_size(9);
        sheet.set_print_fit_to_pages(1, 0);
        Ok(sheet)
    }

    /// Writes a row that is as high as its text needs, within bounds: a row must be read at a glance.
    fn cells(&self, sheet: &mut Worksheet, row: u32, cells: &[&str]) -> Result<(), XlsxError> {
        let lines = cells.iter().zip(&self.widths).map(|(text, width)| {
            let lines = text.split('\n').map(|line| (line.chars().count() as f64 / width).ceil());
            lines.map(|lines| lines.max(1.0)).sum::<f64>()
        });
        let lines = lines.fold(1.0, f64::max).min(LINES);
        sheet.set_row_height(row, lines * 15.0)?;
        for (column, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
            sheet.write_string_with_format(row, column, cell(text), &self.text)?;
        }
        Ok(())
    }

    /// Adds the sheet, with a filter over its rows.
    fn add(&mut self, mut sheet: Worksheet, rows: u32, columns: usize) -> Result<(), XlsxError> {
        let last = u16::try_from(columns.saturating_sub(1)).unwrap_or(u16::MAX);
        sheet.autofilter(0, 0, rows.max(1), last)?;
        self.workbook.push_worksheet(sheet);
        Ok(())
    }

    fn requirements(&mut self, packs: &[PackReport]) -> Result<(), XlsxError> {
        let mut sheet = self.sheet("sheet-requirements", &REQUIREMENTS)?;
        let mut rows: Vec<Requirement<'_>> =
            packs.iter().flat_map(|pack| rows::requirements(pack, self.w)).collect();
        rows.sort_by_key(|row| {
            let rank = VERDICTS.iter().position(|verdict| *verdict == row.finding.verdict);
            let gap = row.finding.verdict.is_gap();
            (!gap, std::cmp::Reverse(row.finding.rule.severity), rank)
        });
        let mut at = 0;
        for row in &rows {
            if at >= ROWS {
                break;
            }
            at += 1;
            self.requirement(&mut sheet, at, row)?;
        }
        self.decisions(&mut sheet, at)?;
        self.colour_verdicts(&mut sheet, at)?;
        self.add(sheet, at, REQUIREMENTS.len())
    }

    fn requirement(
        &self,
        sheet: &mut Worksheet,
        at: u32,
        row: &Requirement<'_>,
    ) -> Result<(), XlsxError> {
        let passage = row.passage.as_ref();
        let page = passage.and_then(|passage| passage.page);
        let quote = passage
            .map(|passage| format!("{} — {}", passage.role, passage.quote))
            .unwrap_or_default();
        let cells = [
            row.pack,
            &row.finding.rule.id,
            &row.title,
            &row.family,
            &row.severity,
            &row.verdict,
            &row.reasons,
            passage.map_or("", |passage| passage.document),
            "",
            passage.map_or("", |passage| passage.clause),
            &quote,
            "",
            &row.disposition,
            "",
            "",
            row.wording,
        ];
        self.cells(sheet, at, &cells)?;
        // On one line, so that it does not make the row high.
        let print = u16::try_from(cells.len()).unwrap_or(u16::MAX);
        sheet.write_string_with_format(at, print, &row.fingerprints, &self.small)?;
        if let Some(page) = page {
            sheet.write_number_with_format(at, 8, page, &self.text)?;
        }
        Ok(())
    }

    /// The drop-down for decisions.
    fn decisions(&self, sheet: &mut Worksheet, rows: u32) -> Result<(), XlsxError> {
        let words: Vec<String> = DECISIONS.iter().map(|key| self.w.say(key)).collect();
        let choice = DataValidation::new()
            .allow_list_strings(&words)?
            .ignore_blank(true)
            .set_input_title(words::shorten(&self.w.say("sheet-decision"), 30))?
            .set_input_message(words::shorten(&self.w.say("sheet-how"), 240))?;
        sheet.add_data_validation(1, 11, rows.max(1), 11, &choice)?;
        Ok(())
    }

    /// A colour beside the word of each verdict.
    fn colour_verdicts(&self, sheet: &mut Worksheet, rows: u32) -> Result<(), XlsxError> {
        use crate::model::Verdict::{Contradicted, Met, Missing, Undetermined, Weak};
        let colours = [
            (Contradicted, 0x00FF_E3E6),
            (Missing, 0x00FF_E9D6),
            (Weak, 0x00FF_F3C4),
            (Undetermined, 0x00EC_E7FF),
            (Met, 0x00D7_F5DF),
        ];
        for (verdict, colour) in colours {
            let format = Format::new().set_background_color(Color::RGB(colour));
            let rule = rust_xlsxwriter::ConditionalFormatCell::new()
                .set_rule(rust_xlsxwriter::ConditionalFormatCellRule::EqualTo(
                    self.w.verdict(verdict),
                ))
                .set_format(format);
            sheet.add_conditional_format(1, 5, rows.max(1), 5, &rule)?;
        }
        Ok(())
    }

    fn passages(&mut self, packs: &[PackReport]) -> Result<(), XlsxError> {
        let columns = [
            ("sheet-pack", 14.0),
            ("sheet-rule", 22.0),
            ("sheet-demand", 36.0),
            ("sheet-verdict", 18.0),
            ("sheet-document", 28.0),
            ("sheet-page", 7.0),
            ("sheet-clause", 24.0),
            ("sheet-role", 16.0),
            ("sheet-quote", 70.0),
            ("sheet-reasons", 40.0),
        ];
        let mut sheet = self.sheet("sheet-passages", &columns)?;
        let mut at = 0;
        for pack in packs {
            for finding in &pack.findings {
                for passage in rows::passages(pack, finding, self.w) {
                    if at >= ROWS {
                        break;
                    }
                    at += 1;
                    let title = words::capitalised(self.w.rule_text(&finding.rule.title));
                    let verdict = self.w.verdict(finding.verdict);
                    let cells = [
                        &pack.name,
                        &finding.rule.id,
                        title.as_str(),
                        &verdict,
                        passage.document,
                        "",
                        passage.clause,
                        &passage.role,
                        passage.quote,
                        &passage.reasons,
                    ];
                    self.cells(&mut sheet, at, &cells)?;
                    if let Some(page) = passage.page {
                        sheet.write_number_with_format(at, 5, page, &self.text)?;
                    }
                }
            }
        }
        self.add(sheet, at, columns.len())
    }

    fn documents(&mut self, packs: &[PackReport]) -> Result<(), XlsxError> {
        let columns = [
            ("sheet-pack", 14.0),
            ("documents-file", 40.0),
            ("documents-kind", 14.0),
            ("documents-language", 12.0),
            ("documents-pages", 8.0),
            ("documents-status", 14.0),
            ("documents-notes", 80.0),
        ];
        let mut sheet = self.sheet("sheet-documents", &columns)?;
        let documents = packs
            .iter()
            .flat_map(|pack| pack.documents.iter().map(move |document| (pack, document)));
        let mut at = 0;
        for (pack, document) in documents.take(ROWS as usize) {
            at += 1;
            let kinds: Vec<String> =
                document.kinds.iter().map(|kind| self.w.short_kind(*kind)).collect();
            let notes: Vec<String> = document.notes.iter().map(|note| self.w.note(note)).collect();
            let kinds = kinds.join(", ");
            let cells = [
                &pack.name,
                &document.path,
                kinds.as_str(),
                &self.w.language(document.language),
                "",
                &self.w.status(document.status),
                &notes.join("\n"),
            ];
            self.cells(&mut sheet, at, &cells)?;
            if let Some(pages) = document.pages {
                sheet.write_number_with_format(at, 4, pages, &self.text)?;
            }
        }
        self.add(sheet, at, columns.len())
    }

    fn storage(&mut self, packs: &[PackReport]) -> Result<(), XlsxError> {
        let mut columns = vec![("sheet-pack", 14.0), ("storage-who", 18.0)];
        let keys = StorageColumn::ALL.map(|column| format!("column-{}", column.code()));
        columns.extend(keys.iter().map(|key| (key.as_str(), 24.0)));
        columns.extend([("storage-passage", 70.0), ("storage-where", 40.0)]);
        let mut sheet = self.sheet("sheet-storage", &columns)?;
        let mut at = 0;
        for (pack, row) in
            packs.iter().flat_map(|pack| pack.storage.iter().map(move |row| (pack, row)))
        {
            at += 1;
            let mut cells = vec![pack.name.clone(), self.w.party(row.keeper)];
            for cell in &row.cells {
                cells.push(if cell.is_empty() {
                    self.w.say("storage-gap")
                } else if cell.words.is_empty() {
                    self.w.say_of("storage-elsewhere", &cell.elsewhere.join("; "))
                } else {
                    cell.words.join(", ")
                });
            }
            cells.extend([row.passage.words.clone(), self.place(pack, &row.passage)]);
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            self.cells(&mut sheet, at, &cells)?;
        }
        self.add(sheet, at, columns.len())
    }

    fn accountability(&mut self, packs: &[PackReport]) -> Result<(), XlsxError> {
        let columns = [
            ("sheet-pack", 14.0),
            ("sheet-rule", 22.0),
            ("accountability-topic", 36.0),
            ("accountability-who", 18.0),
            ("accountability-deadline", 18.0),
            ("accountability-proof", 50.0),
            ("accountability-consequence", 50.0),
            ("storage-where", 40.0),
        ];
        let mut sheet = self.sheet("sheet-accountability", &columns)?;
        let mut at = 0;
        for (pack, answers) in packs
            .iter()
            .flat_map(|pack| pack.accountability.iter().map(move |answers| (pack, answers)))
        {
            at += 1;
            let rule = pack.findings.iter().find(|finding| finding.rule.id == answers.rule);
            let title = rule.map_or("", |finding| self.w.rule_text(&finding.rule.title));
            let title = words::capitalised(title);
            let gap = self.w.say("accountability-gap");
            let said = |mention: &Option<Mention>| {
                mention.as_ref().map_or(gap.clone(), |mention| mention.words.clone())
            };
            let deadline = answers.deadline.as_ref().map(|found| self.w.quantity(found));
            let cells = [
                &pack.name,
                &answers.rule,
                title.as_str(),
                &self.w.party(answers.bearer),
                &deadline.unwrap_or(gap.clone()),
                &said(&answers.proof),
                &said(&answers.consequence),
                &self.place(pack, &answers.passage),
            ];
            self.cells(&mut sheet, at, &cells)?;
        }
        self.add(sheet, at, columns.len())
    }

    fn about(&mut self, report: &Report) -> Result<(), XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(words::shorten(&self.w.say("sheet-notes"), 28))?;
        sheet.set_column_width(0, 110.0)?;
        let mut lines = vec![self.w.say("sheet-how"), self.w.say("summary-advice")];
        for verdict in VERDICTS {
            let (name, meaning) = (self.w.verdict(verdict), self.w.verdict_meaning(verdict));
            lines.push(format!("{name}: {meaning}"));
        }
        lines.extend(report.rulesets.iter().map(|ruleset| stamp(ruleset, self.w)));
        for (row, line) in (0..).zip(&lines) {
            sheet.write_string_with_format(row, 0, cell(line), &self.text)?;
        }
        self.workbook.push_worksheet(sheet);
        Ok(())
    }

    fn place(&self, pack: &PackReport, mention: &Mention) -> String {
        let path = view::paths(pack).get(mention.document).copied();
        self.w.place(path.unwrap_or_default(), &mention.place)
    }
}

/// Text as a cell holds it: not too long, and with nothing that a program or a reader would obey.
fn cell(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(words::display_safe).collect();
    words::shorten(&lines.join("\n"), CELL)
}

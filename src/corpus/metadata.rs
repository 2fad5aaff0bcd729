//! What is known about the packs beside their text: a table that the researcher brings.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt;

/// Names of a column that names the pack, where none is given.
const NAMES: [&str; 6] = ["id", "pack", "path", "file", "document", "doc"];
/// Most numbers of one kind that are a stratum each.
const MOST_CATEGORIES: usize = 12;

/// The table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Names of the columns, without that of the pack.
    pub columns: Vec<String>,
    /// The cells of each pack.
    pub rows: BTreeMap<String, Vec<String>>,
}

/// What is wrong with the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Line, counted from 1; 0 if it concerns the whole file.
    pub line: u64,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}\n  help: {}", self.message, self.help),
            line => write!(f, "line {line}: {}\n  help: {}", self.message, self.help),
        }
    }
}

fn problem(line: u64, message: String, help: &str) -> Problem {
    Problem { line, message, help: help.to_owned() }
}

/// The character that separates columns: of comma, semicolon and tab the one that the first line
/// has most of.
fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |of: u8| first.bytes().filter(|byte| *byte == of).count();
    [b',', b';', b'\t'].into_iter().max_by_key(|of| (count(*of), *of == b',')).unwrap_or(b',')
}

/// Reads a table with a line of names. `id` is the column that names the pack.
///
/// # Errors
/// All problems of the file.
pub fn read(text: &str, id: Option<&str>) -> Result<Metadata, Vec<Problem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(text))
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let names: Vec<String> = match reader.headers() {
        Ok(names) => names.iter().map(str::to_owned).collect(),
        Err(error) => {
            return Err(vec![problem(1, error.to_string(), "the file must be a table in UTF-8")]);
        }
    };
    let mut problems = header_problems(&names);
    let Some(key) = key_column(&names, id) else {
        let wanted = id.map_or_else(|| NAMES.join(", "), str::to_owned);
        let message = format!("no column is called {wanted}; there are {}", names.join(", "));
        problems.push(problem(1, message, "`--id COLUMN` tells which column names the pack"));
        return Err(problems);
    };
    let mut metadata = Metadata {
        columns: names
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != key)
            .map(|(_, n)| n.clone())
            .collect(),
        rows: BTreeMap::new(),
    };
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                problems.push(problem(line, error.to_string(), "the file must be UTF-8"));
                continue;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        if record.iter().all(str::is_empty) {
            continue;
        }
        if record.len() != names.len() {
            let message =
                format!("{} cells where the first line has {}", record.len(), names.len());
            problems.push(problem(line, message, "quote cells that hold the separator"));
            continue;
        }
        let name = record.get(key).unwrap_or_default().replace('\\', "/");
        let cells: Vec<String> = record
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != key)
            .map(|(_, c)| c.to_owned())
            .collect();
        if name.is_empty() {
            problems.push(problem(line, "the pack has no name".to_owned(), "fill in its path"));
        } else if metadata.rows.insert(name.clone(), cells).is_some() {
            let message = format!("`{name}` stands here a second time");
            problems.push(problem(line, message, "keep one line for each pack"));
        }
    }
    if problems.is_empty() { Ok(metadata) } else { Err(problems) }
}

fn header_problems(names: &[String]) -> Vec<Problem> {
    let mut seen = BTreeSet::new();
    let twice = names.iter().filter(|name| !seen.insert(name.as_str()));
    twice
        .map(|name| problem(1, format!("two columns are called `{name}`"), "rename one of them"))
        .collect()
}

fn key_column(names: &[String], id: Option<&str>) -> Option<usize> {
    let called = |wanted: &str| names.iter().position(|name| name.eq_ignore_ascii_case(wanted));
    match id {
        Some(id) => called(id),
        None => NAMES.iter().find_map(|name| called(name)),
    }
}

impl Metadata {
    /// The column with this name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.eq_ignore_ascii_case(name))
    }

    /// The cell of a pack; empty if there is none.
    #[must_use]
    pub fn cell(&self, pack: &str, column: usize) -> &str {
        self.rows.get(pack).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    /// Packs that the table has no line for, and lines for which there is no pack.
    #[must_use]
    pub fn unmatched<'m>(&'m self, packs: &'m [String]) -> (Vec<&'m str>, Vec<&'m str>) {
        let known: BTreeSet<&str> = packs.iter().map(String::as_str).collect();
        let without = packs.iter().filter(|pack| !self.rows.contains_key(*pack));
        let stray = self.rows.keys().filter(|row| !known.contains(row.as_str()));
        (without.map(String::as_str).collect(), stray.map(String::as_str).collect())
    }

    /// The category of each pack by a column; empty where it says nothing. A column of numbers that
    /// has more than twelve of them is cut into quarters with as many packs each.
    #[must_use]
    pub fn categories(&self, packs: &[String], column: usize) -> Vec<String> {
        let cells: Vec<&str> = packs.iter().map(|pack| self.cell(pack, column)).collect();
        let filled: BTreeSet<&str> =
            cells.iter().filter(|cell| !cell.is_empty()).copied().collect();
        let numbers: Vec<f64> = cells.iter().filter_map(|cell| number(cell)).collect();
        let numeric = filled.iter().all(|cell| number(cell).is_some());
        if !numeric || filled.len() <= MOST_CATEGORIES {
            return cells.into_iter().map(str::to_owned).collect();
        }
        let bounds = quarters(numbers);
        cells
            .into_iter()
            .map(|cell| number(cell).map_or_else(String::new, |number| bin(number, &bounds)))
            .collect()
    }
}

/// A number as people write it in a cell.
#[must_use]
pub fn number(cell: &str) -> Option<f64> {
    cell.trim().parse().ok().filter(|number: &f64| number.is_finite())
}

/// The least number, the three quartiles and the greatest.
fn quarters(mut numbers: Vec<f64>) -> [f64; 5] {
    numbers.sort_by(f64::total_cmp);
    [0.0, 0.25, 0.5, 0.75, 1.0].map(|share| super::correction::quantile(&numbers, share))
}

fn bin(number: f64, bounds: &[f64; 5]) -> String {
    let quarter = (1..4).filter(|at| number > bounds[*at]).count();
    let open = if quarter == 0 { "from" } else { "above" };
    format!(
        "Q{} ({open} {} to {})",
        quarter + 1,
        short(bounds[quarter]),
        short(bounds[quarter + 1])
    )
}

/// A bound for people: large ones need no decimals.
fn short(number: f64) -> String {
    if number.abs() >= 1_000.0 { format!("{number:.0}") } else { number.to_string() }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn tables_of_different_tongues() {
        let table =
            read("\u{feff}Path;country;year\na.pdf;SE;2020\nb\\c.pdf; FI ;\n", None).unwrap();
        assert_eq!(table.columns, ["country", "year"]);
        assert_eq!(table.cell("b/c.pdf", 0), "FI");
        assert_eq!(table.cell("b/c.pdf", 1), "");
        assert_eq!(table.column("Year"), Some(1));
        let packs = ["a.pdf".to_owned(), "d.pdf".to_owned()];
        assert_eq!(table.unmatched(&packs), (vec!["d.pdf"], vec!["b/c.pdf"]));
    }

    #[test]
    fn all_problems_at_once() {
        let problems = read("id,x,x\na,1,1\na,2,2\n,3,3\nb,1\n", None).unwrap_err();
        let lines: Vec<u64> = problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [1, 3, 4, 5]);
        let problems = read("name,x\na,1\n", None).unwrap_err();
        assert!(problems[0].message.contains("no column"), "{problems:?}");
        assert!(read("name,x\na,1\n", Some("NAME")).is_ok());
    }

    #[test]
    fn many_numbers_become_quarters() {
        let lines: String = (1..=40).map(|n| format!("p{n},{}\n", n * 10)).collect();
        let table = read(&format!("id,value\n{lines}"), None).unwrap();
        let packs: Vec<String> = (1..=40).map(|n| format!("p{n}")).collect();
        let found = table.categories(&packs, 0);
        assert_eq!(found.iter().filter(|name| name.starts_with("Q1")).count(), 10);
        assert_eq!(found[0], "Q1 (from 10 to 107.5)");
        assert_eq!(found[39], "Q4 (above 302.5 to 400)");
    }
}

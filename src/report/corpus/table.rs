//! Tables that describe themselves. A row is a struct whose documented fields are the columns, so
//! that the data, the codebook and the data package cannot drift apart.

use crate::report::csv::quote_safe;
use std::io;
use std::io::Write;

/// What a column holds, in the words of the Frictionless Table Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Type {
    String,
    Integer,
    Number,
    Boolean,
}

impl Type {
    /// Its name in a Table Schema.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
        }
    }
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Value {
    Null,
    Text(String),
    Integer(i64),
    Number(f64),
    Boolean(bool),
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it means.
    pub meaning: String,
    /// What it holds.
    pub of: Type,
    /// Whether cells may be empty.
    pub optional: bool,
}

/// A table without its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Name of its file, without ending.
    pub name: &'static str,
    /// What a row is.
    pub meaning: String,
    /// Columns, in order.
    pub columns: Vec<Column>,
    /// Columns whose values together occur once; empty if rows may repeat.
    pub key: &'static [&'static str],
    /// Columns that name a row of another table, and that table; its key is of the same name.
    pub refers: &'static [(&'static str, &'static str)],
}

/// What a field of a row can be.
pub trait Cell {
    /// What its column holds.
    const OF: Type;
    /// Whether it may be empty.
    const OPTIONAL: bool = false;
    /// Its value.
    fn value(&self) -> Value;
}

impl Cell for String {
    const OF: Type = Type::String;
    fn value(&self) -> Value {
        if self.is_empty() { Value::Null } else { Value::Text(self.clone()) }
    }
}

impl Cell for u64 {
    const OF: Type = Type::Integer;
    fn value(&self) -> Value {
        Value::Integer(i64::try_from(*self).unwrap_or(i64::MAX))
    }
}

impl Cell for f64 {
    const OF: Type = Type::Number;
    /// Rounded to six decimals, which no reader misses and on which all machines agree.
    fn value(&self) -> Value {
        let rounded = (self * 1e6).round() / 1e6;
        if rounded.is_finite() { Value::Number(rounded + 0.0) } else { Value::Null }
    }
}

impl Cell for bool {
    const OF: Type = Type::Boolean;
    fn value(&self) -> Value {
        Value::Boolean(*self)
    }
}

impl<T: Cell> Cell for Option<T> {
    const OF: Type = T::OF;
    const OPTIONAL: bool = true;
    fn value(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::value)
    }
}

/// A struct whose fields are the columns of a table.
pub trait Row {
    /// The table.
    fn table() -> Table;
    /// The cells, in the order of the columns.
    fn cells(&self) -> Vec<Value>;
}

/// Defines a row: a struct whose documented fields are columns.
macro_rules! row {
    (
        $(#[doc = $about:literal])+
        $vis:vis struct $name:ident in $file:literal, key $key:expr, refers $refers:expr;
        $($(#[doc = $meaning:literal])+ $(#[serde($($serde:tt)*)])? $field:ident: $of:ty,)+
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        $vis struct $name {
            $($(#[doc = $meaning])+ $(#[serde($($serde)*)])? $vis $field: $of,)+
        }

        impl $crate::report::corpus::table::Row for $name {
            fn table() -> $crate::report::corpus::table::Table {
                use $crate::report::corpus::table::Cell;
                let words = |lines: &[&str]| lines.concat().trim().to_owned();
                $crate::report::corpus::table::Table {
                    name: $file,
                    meaning: words(&[$($about),+]),
                    columns: vec![$($crate::report::corpus::table::Column {
                        name: stringify!($field).to_owned(),
                        meaning: words(&[$($meaning),+]),
                        of: <$of as Cell>::OF,
                        optional: <$of as Cell>::OPTIONAL,
                    }),+],
                    key: $key,
                    refers: $refers,
                }
            }

            fn cells(&self) -> Vec<$crate::report::corpus::table::Value> {
                use $crate::report::corpus::table::Cell;
                vec![$(self.$field.value()),+]
            }
        }
    };
}
pub(crate) use row;

/// Takes the rows of a table, one after the other.
pub trait Sink {
    /// Takes the next row.
    ///
    /// # Errors
    /// If it cannot be written.
    fn take(&mut self, cells: Vec<Value>) -> io::Result<()>;

    /// Says that no row follows.
    ///
    /// # Errors
    /// If what is left cannot be written.
    fn finish(self: Box<Self>) -> io::Result<()>;
}

/// Writes a table as CSV (RFC 4180) in UTF-8, with line feeds. What is empty is not there.
pub struct Csv<W: Write> {
    writer: csv::Writer<W>,
}

impl<W: Write> Csv<W> {
    /// Begins with the names of the columns.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn new(table: &Table, out: W) -> io::Result<Self> {
        let mut writer = csv::WriterBuilder::new().from_writer(out);
        writer.write_record(table.columns.iter().map(|column| &column.name))?;
        Ok(Self { writer })
    }
}

impl<W: Write> Sink for Csv<W> {
    fn take(&mut self, cells: Vec<Value>) -> io::Result<()> {
        for cell in cells {
            match cell {
                Value::Null => self.writer.write_field("")?,
                Value::Text(text) => self.writer.write_field(quote_safe(&text).as_bytes())?,
                Value::Integer(number) => self.writer.write_field(number.to_string())?,
                Value::Number(number) => self.writer.write_field(number.to_string())?,
                Value::Boolean(value) => self.writer.write_field(value.to_string())?,
            }
        }
        self.writer.write_record(None::<&[u8]>)?;
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.writer.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::Csv;
    use super::Row;
    use super::Sink;
    use super::Type;

    row! {
        /// One row for each thing
        /// that there is.
        struct Thing in "things", key &["name"], refers &[];
        /// Its name.
        name: String,
        /// How heavy it is.
        weight: Option<f64>,
        /// Whether it is new.
        new: bool,
    }

    #[test]
    fn a_row_knows_its_columns() {
        let table = Thing::table();
        assert_eq!(table.meaning, "One row for each thing that there is.");
        let names: Vec<_> = table.columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(names, ["name", "weight", "new"]);
        assert_eq!(table.columns[1].of, Type::Number);
        assert!(table.columns[1].optional && !table.columns[0].optional);
    }

    #[test]
    fn cells_are_escaped_and_rounded() {
        let mut out = Vec::new();
        let mut csv = Box::new(Csv::new(&Thing::table(), &mut out).unwrap());
        for (name, weight) in [("=a, \"b\"", Some(1.0 / 3.0)), ("c", None), ("d", Some(-0.0))] {
            let thing = Thing { name: name.to_owned(), weight, new: true };
            csv.take(thing.cells()).unwrap();
        }
        csv.finish().unwrap();
        let text = String::from_utf8(out).unwrap();
        assert_eq!(text, "name,weight,new\n\"'=a, \"\"b\"\"\",0.333333,true\nc,,true\nd,0,true\n");
    }
}

//! Tables as Parquet, for programs that read columns. With the feature `parquet` only, since its
//! libraries take long to build.

use super::table::Sink;
use super::table::Table;
use super::table::Type;
use super::table::Value;
use arrow_array::ArrayRef;
use arrow_array::BooleanArray;
use arrow_array::Float64Array;
use arrow_array::Int64Array;
use arrow_array::RecordBatch;
use arrow_array::StringArray;
use arrow_schema::DataType;
use arrow_schema::Field;
use arrow_schema::Schema;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use std::io;
use std::io::Write;
use std::sync::Arc;

/// Rows that are written at a time.
const BATCH: usize = 4_096;

/// Writes a table as Parquet, compressed with Snappy, which all readers know.
pub struct Parquet<W: Write + Send> {
    writer: ArrowWriter<W>,
    schema: Arc<Schema>,
    types: Vec<Type>,
    rows: Vec<Vec<Value>>,
}

impl<W: Write + Send> Parquet<W> {
    /// Begins with the names and types of the columns.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn new(table: &Table, out: W) -> io::Result<Self> {
        let fields: Vec<Field> = table
            .columns
            .iter()
            .map(|column| {
                let of = match column.of {
                    Type::String => DataType::Utf8,
                    Type::Integer => DataType::Int64,
                    Type::Number => DataType::Float64,
                    Type::Boolean => DataType::Boolean,
                };
                // Empty text is no value, in every column.
                Field::new(&column.name, of, true)
            })
            .collect();
        let schema = Arc::new(Schema::new(fields));
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by(format!("clausecheck {}", env!("CARGO_PKG_VERSION")))
            .set_max_row_group_row_count(Some(BATCH))
            .build();
        let writer = ArrowWriter::try_new(out, Arc::clone(&schema), Some(properties))
            .map_err(io::Error::other)?;
        let types = table.columns.iter().map(|column| column.of).collect();
        Ok(Self { writer, schema, types, rows: Vec::new() })
    }

    fn write(&mut self) -> io::Result<()> {
        let columns = self.types.iter().enumerate().map(|(at, of)| column(&self.rows, at, *of));
        let batch = RecordBatch::try_new(Arc::clone(&self.schema), columns.collect())
            .map_err(io::Error::other)?;
        self.rows.clear();
        self.writer.write(&batch).map_err(io::Error::other)
    }
}

fn column(rows: &[Vec<Value>], at: usize, of: Type) -> ArrayRef {
    let cells = rows.iter().map(|row| row.get(at).unwrap_or(&Value::Null));
    match of {
        Type::String => Arc::new(StringArray::from_iter(cells.map(|cell| match cell {
            Value::Text(text) => Some(text.as_str()),
            _ => None,
        }))),
        Type::Integer => Arc::new(Int64Array::from_iter(cells.map(|cell| match cell {
            Value::Integer(number) => Some(*number),
            _ => None,
        }))),
        Type::Number => Arc::new(Float64Array::from_iter(cells.map(|cell| match cell {
            Value::Number(number) => Some(*number),
            _ => None,
        }))),
        Type::Boolean => Arc::new(BooleanArray::from_iter(cells.map(|cell| match cell {
            Value::Boolean(value) => Some(*value),
            _ => None,
        }))),
    }
}

impl<W: Write + Send> Sink for Parquet<W> {
    fn take(&mut self, cells: Vec<Value>) -> io::Result<()> {
        self.rows.push(cells);
        if self.rows.len() >= BATCH { self.write() } else { Ok(()) }
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        if !self.rows.is_empty() {
            self.write()?;
        }
        self.writer.close().map_err(io::Error::other)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Parquet;
    use crate::report::corpus::table::Column;
    use crate::report::corpus::table::Sink;
    use crate::report::corpus::table::Table;
    use crate::report::corpus::table::Type;
    use crate::report::corpus::table::Value;
    use arrow_array::Array;
    use arrow_array::Float64Array;
    use arrow_array::StringArray;
    use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
    use std::fs::File;

    #[test]
    fn what_is_written_is_read_again() {
        let column = |name: &str, of| Column {
            name: name.to_owned(),
            meaning: String::new(),
            of,
            optional: true,
        };
        let table = Table {
            name: "things",
            meaning: String::new(),
            columns: vec![column("name", Type::String), column("weight", Type::Number)],
            key: &[],
            refers: &[],
        };
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("things.parquet");
        let mut sink = Box::new(Parquet::new(&table, File::create(&path).unwrap()).unwrap());
        for row in 0..5_000 {
            let weight = if row % 2 == 0 { Value::Null } else { Value::Number(f64::from(row)) };
            sink.take(vec![Value::Text(format!("=thing {row}")), weight]).unwrap();
        }
        sink.finish().unwrap();
        let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(&path).unwrap()).unwrap();
        assert_eq!(reader.metadata().file_metadata().num_rows(), 5_000);
        let batch = reader.build().unwrap().next().unwrap().unwrap();
        let names = batch.column(0).as_any().downcast_ref::<StringArray>().unwrap();
        let weights = batch.column(1).as_any().downcast_ref::<Float64Array>().unwrap();
        assert_eq!(names.value(3), "=thing 3");
        assert!(weights.is_null(2) && weights.value(3) == 3.0);
    }
}

//! `datapackage.json`: the tables of an audit for programs that know Frictionless data packages.

use super::run::File;
use super::table::Table;
use serde_json::Value;
use serde_json::json;
use std::io;
use std::io::Write;

/// Writes the description of tables, with the CSV file of each. `tables` come with the folder below
/// which they are.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(tables: &[(&str, Table)], files: &[File], out: &mut dyn Write) -> io::Result<()> {
    let resources: Vec<Value> = tables.iter().map(|(below, t)| resource(below, t, files)).collect();
    let package = json!({
        "profile": "tabular-data-package",
        "name": "clausecheck-run",
        "title": "Audit of contracts with clausecheck",
        "resources": resources,
    });
    serde_json::to_writer_pretty(&mut *out, &package)?;
    writeln!(out)
}

fn resource(below: &str, table: &Table, files: &[File]) -> Value {
    let path = format!("{below}{}.csv", table.name);
    let file = files.iter().find(|file| file.path == path);
    let fields: Vec<Value> = table
        .columns
        .iter()
        .map(|column| {
            let mut field = json!({
                "name": column.name,
                "type": column.of.name(),
                "description": column.meaning,
            });
            if table.key.contains(&column.name.as_str()) && !column.optional {
                // Empty text is a value of its own in a key: the whole corpus has no column.
                let required = !matches!(column.name.as_str(), "column" | "category" | "note");
                field["constraints"] = json!({ "required": required });
            }
            field
        })
        .collect();
    let mut schema = json!({ "fields": fields, "missingValues": [""] });
    if !table.key.is_empty() {
        schema["primaryKey"] = json!(table.key);
    }
    if !table.refers.is_empty() {
        let keys = table.refers.iter().map(|(field, to)| {
            let key = to.trim_end_matches('s');
            json!({ "fields": field, "reference": { "resource": to, "fields": key } })
        });
        schema["foreignKeys"] = keys.collect();
    }
    let mut resource = json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": path,
        "description": table.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    });
    if let Some(file) = file {
        resource["bytes"] = json!(file.bytes);
    }
    resource
}

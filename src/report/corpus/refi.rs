//! Rules and findings for programs of qualitative analysis, as REFI-QDA codebook (`.qdc`) and project
//! (`project.qde` in a `.qdpx` archive). Identifiers follow from names, so that the same audit gives
//! the same bytes.

use super::codebook::Code;
use crate::model::RuleCard;
use quick_xml::Writer;
use quick_xml::events::BytesDecl;
use quick_xml::events::BytesText;
use quick_xml::events::Event;
use std::io;
use std::io::Write;

/// Verdicts that have a code of their own below that of the rule.
const VERDICTS: [&str; 3] = ["met", "weak", "contradicted"];

/// A document with its coded passages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// Name of the file with its text, in the folder of sources.
    pub file: String,
    /// Passages.
    pub selections: Vec<Selection>,
}

/// A coded passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// The rule.
    pub rule: String,
    /// met, weak or contradicted.
    pub verdict: &'static str,
    /// Its first character, counted from 0.
    pub start: usize,
    /// The character behind its last.
    pub end: usize,
    /// Why the passage is not enough.
    pub reasons: String,
}

/// An identifier for a name of a kind.
#[must_use]
pub fn guid(kind: &str, name: &str) -> String {
    let hash = blake3::hash(format!("clausecheck {kind} {name}").as_bytes()).to_hex();
    let hex = hash.as_str();
    // The digits that mark a UUID of version 8 (RFC 9562): one made by a rule of its own.
    format!("{}-{}-8{}-8{}-{}", &hex[..8], &hex[8..12], &hex[12..15], &hex[15..18], &hex[18..30])
}

/// Writes the codebook.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write_codebook(rules: &[Code<'_>], out: &mut dyn Write) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(out, b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.create_element("CodeBook")
        .with_attribute(("xmlns", "urn:QDA-XML:codebook:1.0"))
        .with_attribute(("origin", ORIGIN))
        .write_inner_content(|xml| codes(rules, xml))?;
    writeln!(xml.into_inner())
}

const ORIGIN: &str = concat!("clausecheck ", env!("CARGO_PKG_VERSION"));

fn codes<W: Write>(rules: &[Code<'_>], xml: &mut Writer<W>) -> io::Result<()> {
    xml.create_element("Codes")
        .write_inner_content(|xml| rules.iter().try_for_each(|rule| code(rule.card, xml)))?;
    Ok(())
}

fn code<W: Write>(card: &RuleCard, xml: &mut Writer<W>) -> io::Result<()> {
    xml.create_element("Code")
        .with_attribute(("guid", guid("code", &card.id).as_str()))
        .with_attribute(("name", card.id.as_str()))
        .with_attribute(("isCodable", "true"))
        .write_inner_content(|xml| {
            let text = format!("{}. {} Why: {}", card.title, card.requirement, card.why);
            xml.create_element("Description").write_text_content(BytesText::new(&clean(&text)))?;
            for verdict in VERDICTS {
                let name = format!("{}: {verdict}", card.id);
                xml.create_element("Code")
                    .with_attribute(("guid", guid("code", &name).as_str()))
                    .with_attribute(("name", name.as_str()))
                    .with_attribute(("isCodable", "true"))
                    .write_empty()?;
            }
            Ok(())
        })?;
    Ok(())
}

/// Text that XML 1.0 can hold.
fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\t' | '\n')).collect()
}

/// Writes `project.qde` for sources with their coded passages.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write_project(
    rules: &[Code<'_>],
    sources: &[Source],
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(out, b' ', 1);
    let user = guid("user", "clausecheck");
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.create_element("Project")
        .with_attribute(("xmlns", "urn:QDA-XML:project:1.0"))
        .with_attribute(("name", "clausecheck"))
        .with_attribute(("origin", ORIGIN))
        .write_inner_content(|xml| {
            xml.create_element("Users").write_inner_content(|xml| {
                xml.create_element("User")
                    .with_attribute(("guid", user.as_str()))
                    .with_attribute(("name", "clausecheck"))
                    .write_empty()?;
                Ok(())
            })?;
            xml.create_element("CodeBook").write_inner_content(|xml| codes(rules, xml))?;
            xml.create_element("Sources").write_inner_content(|xml| {
                sources.iter().try_for_each(|source| self::source(source, &user, xml))
            })?;
            Ok(())
        })?;
    writeln!(xml.into_inner())
}

fn source<W: Write>(source: &Source, user: &str, xml: &mut Writer<W>) -> io::Result<()> {
    let name = clean(&source.name);
    xml.create_element("TextSource")
        .with_attribute(("guid", guid("source", &source.name).as_str()))
        .with_attribute(("name", name.as_str()))
        .with_attribute(("plainTextPath", format!("internal://{}", source.file).as_str()))
        .with_attribute(("creatingUser", user))
        .write_inner_content(|xml| {
            for (number, selection) in source.selections.iter().enumerate() {
                let place = format!("{} {number}", source.name);
                let code = format!("{}: {}", selection.rule, selection.verdict);
                xml.create_element("PlainTextSelection")
                    .with_attribute(("guid", guid("selection", &place).as_str()))
                    .with_attribute(("name", code.as_str()))
                    .with_attribute(("startPosition", selection.start.to_string().as_str()))
                    .with_attribute(("endPosition", selection.end.to_string().as_str()))
                    .with_attribute(("creatingUser", user))
                    .write_inner_content(|xml| {
                        if !selection.reasons.is_empty() {
                            let reasons = clean(&selection.reasons);
                            xml.create_element("Description")
                                .write_text_content(BytesText::new(&reasons))?;
                        }
                        xml.create_element("Coding")
                            .with_attribute(("guid", guid("coding", &place).as_str()))
                            .with_attribute(("creatingUser", user))
                            .write_inner_content(|xml| {
                                xml.create_element("CodeRef")
                                    .with_attribute(("targetGUID", guid("code", &code).as_str()))
                                    .write_empty()?;
                                Ok(())
                            })?;
                        Ok(())
                    })?;
            }
            Ok(())
        })?;
    Ok(())
}

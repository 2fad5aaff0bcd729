//! Codes from a REFI-QDA project (qdasoftware.org, version 1.0), which QualCoder and other programs
//! for qualitative analysis exchange: `project.qde`, an XML file in a `.qdpx` archive.
//!
//! A code is named after its rule, with the verdict behind a colon (`inc-notification: weak`) where the
//! coder tells it. A source counts as missing a clause if nothing in it is coded so.

use super::coding;
use super::coding::Coder;
use super::coding::Line;
use crate::evaluation::GoldVerdict;
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// Elements of sources.
const SOURCES: [&str; 5] =
    ["TextSource", "PDFSource", "PictureSource", "AudioSource", "VideoSource"];

/// What a project holds.
#[derive(Default)]
struct Project {
    /// Names of codes, by their identifier.
    names: BTreeMap<String, String>,
    /// Names of sources, with the identifiers of the codes given in each.
    sources: Vec<(String, BTreeSet<String>)>,
}

/// Reads what one coder said from the text of `project.qde`. Only codes whose names begin with one
/// of `rules` count.
///
/// # Errors
/// If it is no such project, or has no source or no code that counts.
pub fn read(name: &str, xml: &str, rules: &BTreeSet<&str>) -> Result<Coder, String> {
    let project = parse(xml).map_err(|error| format!("{name}: project.qde: {error}"))?;
    let mut known: BTreeMap<&String, (&str, GoldVerdict)> = BTreeMap::new();
    for (id, code) in &project.names {
        let (rule, verdict) = code.split_once(':').unwrap_or((code, "present"));
        let rule = rules.get(rule.trim());
        if let (Some(rule), Ok(Some(verdict))) = (rule, coding::verdict(verdict)) {
            known.insert(id, (rule, verdict));
        }
    }
    if known.is_empty() {
        return Err(format!(
            "{name}: no code is called after a rule that the other side has\n  help: import the codebook that `clausecheck export` writes"
        ));
    }
    let asked: BTreeSet<&str> = known.values().map(|(rule, _)| *rule).collect();
    let mut lines = Vec::new();
    for (source, given) in &project.sources {
        for rule in &asked {
            let codes: BTreeSet<GoldVerdict> = given
                .iter()
                .filter_map(|id| known.get(id))
                .filter(|(of, _)| of == rule)
                .map(|(_, code)| *code)
                .collect();
            lines.push(Line {
                document: source.clone(),
                rule: (*rule).to_owned(),
                code: Some(together(&codes)),
                ..Line::default()
            });
        }
    }
    if lines.is_empty() {
        return Err(format!("{name}: the project has no source"));
    }
    Ok(Coder { name: name.to_owned(), lines })
}

/// What several passages of a source say together: a contradiction outweighs, then a full demand,
/// then one without verdict, then a weak one.
fn together(codes: &BTreeSet<GoldVerdict>) -> GoldVerdict {
    let order =
        [GoldVerdict::Contradicted, GoldVerdict::Met, GoldVerdict::Present, GoldVerdict::Weak];
    order.into_iter().find(|code| codes.contains(code)).unwrap_or(GoldVerdict::Missing)
}

fn parse(xml: &str) -> Result<Project, String> {
    let mut reader = Reader::from_str(xml);
    let mut project = Project::default();
    let mut is_project = false;
    let mut within = false;
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Eof if is_project => return Ok(project),
            Event::Eof => return Err("it is no REFI-QDA project".to_owned()),
            Event::Start(tag) => {
                is_project |= tag.local_name().into_inner() == "Project";
                within |= project.open(&tag, within)?;
            }
            Event::Empty(tag) => {
                project.open(&tag, within)?;
            }
            Event::End(tag) if SOURCES.contains(&tag.local_name().into_inner()) => within = false,
            _ => {}
        }
    }
}

impl Project {
    /// Takes note of an element; tells whether a source begins.
    fn open(&mut self, tag: &BytesStart<'_>, within: bool) -> Result<bool, String> {
        let name = tag.local_name();
        match name.into_inner() {
            "Code" => {
                if let (Some(id), Some(name)) = (attribute(tag, "guid")?, attribute(tag, "name")?) {
                    self.names.insert(id.to_lowercase(), name);
                }
            }
            "CodeRef" if within => {
                let id = attribute(tag, "targetGUID")?;
                if let (Some(id), Some((_, given))) = (id, self.sources.last_mut()) {
                    given.insert(id.to_lowercase());
                }
            }
            source if SOURCES.contains(&source) => {
                let name = attribute(tag, "name")?.unwrap_or_default();
                self.sources.push((name, BTreeSet::new()));
                return Ok(true);
            }
            _ => {}
        }
        Ok(false)
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, String> {
    let found = tag.try_get_attribute(name).map_err(|error| error.to_string())?;
    found
        .map(|attribute| {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            value.map(|value| value.into_owned()).map_err(|error| error.to_string())
        })
        .transpose()
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::evaluation::GoldVerdict;

    const PROJECT: &str = r#"<?xml version="1.0"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="p"><CodeBook><Codes>
 <Code guid="A1" name="some-rule" isCodable="true"><Code guid="A2" name="some-rule: weak" isCodable="true"/></Code>
 <Code guid="B1" name="my own idea" isCodable="true"/>
</Codes></CodeBook><Sources>
 <TextSource guid="S1" name="a &amp; b.txt"><PlainTextSelection guid="X" startPosition="0" endPosition="4">
   <Coding guid="Y"><CodeRef targetGUID="a2"/></Coding></PlainTextSelection></TextSource>
 <TextSource guid="S2" name="c.txt"/>
</Sources></Project>"#;

    #[test]
    fn a_project_is_a_coder() {
        let rules = ["some-rule", "other-rule"].into();
        let coder = read("ann", PROJECT, &rules).unwrap();
        let found: Vec<_> = coder
            .lines
            .iter()
            .map(|line| (line.document.as_str(), line.rule.as_str(), line.code))
            .collect();
        assert_eq!(
            found,
            [
                ("a & b.txt", "some-rule", Some(GoldVerdict::Weak)),
                ("c.txt", "some-rule", Some(GoldVerdict::Missing))
            ]
        );
    }

    #[test]
    fn what_is_no_project_says_so() {
        let rules = ["some-rule"].into();
        assert!(read("x", "<html/>", &rules).unwrap_err().contains("no REFI-QDA project"));
        assert!(read("x", "<Project><", &rules).is_err());
        assert!(read("x", PROJECT, &["other"].into()).unwrap_err().contains("no code"));
    }
}

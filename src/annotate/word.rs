//! Comments in a Word document.

use super::Refusal;
use super::package::Package;
use super::paragraphs;
use super::paragraphs::Paragraph;
use super::paragraphs::Part;
use crate::model::Anchor;
use crate::model::Comment;
use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;
use std::collections::BTreeMap;

/// Who is named as the author of the comments.
const AUTHOR: &str = "clausecheck";
const MAIN: &str = "officeDocument";
const COMMENTS: &str = "comments";
const CONTENT_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT_NAMESPACE: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";

/// The bytes of a Word document with comments at the paragraphs they are about; those whose paragraph
/// is not found stand at the first.
pub(super) fn annotate(
    bytes: &[u8],
    comments: &[Comment],
    largest: u64,
) -> Result<Vec<u8>, Refusal> {
    let mut package = Package::open(bytes, largest)?;
    if package.names().any(|name| name.starts_with("_xmlsignatures/")) {
        return Err(Refusal::Signed);
    }
    let main = main_part(&mut package)?;
    let text = package.text(&main)?.ok_or(Refusal::OtherFormat)?;
    let part = paragraphs::find(&text)?;
    if part.paragraphs.is_empty() {
        return Err(Refusal::Unsafe("it has no text to comment on".to_owned()));
    }
    let home = comments_part(&mut package, &main)?;
    let marked = mark(&text, &part, comments, home.next_id);
    // What was put in must not have changed what was there.
    let letters = |part: &Part| -> Vec<String> {
        part.paragraphs.iter().map(|paragraph| paragraph.letters.clone()).collect()
    };
    if letters(&paragraphs::find(&marked)?) != letters(&part) {
        return Err(Refusal::Unsafe("its text would not stay as it is".to_owned()));
    }
    package.replace(&main, marked);
    home.add(&mut package, comments);
    package.finish()
}

/// A relationship of a part.
struct Relation {
    kind: String,
    target: String,
}

/// Relationships of a part, and the text that holds them.
fn relations(package: &mut Package<'_>, name: &str) -> Result<(Vec<Relation>, String), Refusal> {
    let text = package.text(name)?.unwrap_or_default();
    let mut relations = Vec::new();
    elements(&text, &mut |tag| {
        if tag.local_name().as_ref() == "Relationship" && attribute(tag, "TargetMode") != "External"
        {
            let (kind, target) = (attribute(tag, "Type"), attribute(tag, "Target"));
            relations.push(Relation { kind, target });
        }
    })?;
    Ok((relations, text))
}

/// Calls `see` for every element that opens.
fn elements(text: &str, see: &mut dyn FnMut(&BytesStart<'_>)) -> Result<(), Refusal> {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event().map_err(|error| Refusal::Unsafe(error.to_string()))? {
            Event::Start(tag) | Event::Empty(tag) => see(&tag),
            Event::Eof => return Ok(()),
            Event::DocType(_) => {
                return Err(Refusal::Unsafe("a part declares a document type".to_owned()));
            }
            _ => {}
        }
    }
}

/// The value of an attribute, whatever its prefix.
fn attribute(tag: &BytesStart<'_>, name: &str) -> String {
    let attributes = tag.attributes().flatten();
    let mut named = attributes.filter(|one| one.key.local_name().as_ref() == name);
    let value = named.next().map(|one| one.value.into_owned());
    value.and_then(|raw| quick_xml::escape::unescape(&raw).ok().map(Into::into)).unwrap_or_default()
}

fn main_part(package: &mut Package<'_>) -> Result<String, Refusal> {
    let (root, _) = relations(package, "_rels/.rels")?;
    if root.iter().any(|relation| relation.kind.ends_with("digital-signature/origin")) {
        return Err(Refusal::Signed);
    }
    let main = root.iter().find(|relation| relation.kind.ends_with(MAIN));
    let main = main.map(|relation| resolve("", &relation.target)).ok_or(Refusal::OtherFormat)?;
    let is_word = package.text("[Content_Types].xml")?.is_some_and(|types| {
        types.contains("wordprocessingml") || types.contains("ms-word.document")
    });
    if is_word { Ok(main) } else { Err(Refusal::OtherFormat) }
}

/// The part that `target`, written in a part of `folder`, means.
fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => drop(path.pop()),
            "." | "" => {}
            step => path.push(step),
        }
    }
    path.join("/")
}

/// The part for comments: the one that there is, or what must be added for a new one.
struct Home {
    name: String,
    /// The part as it is, or an empty one.
    text: String,
    next_id: u64,
    /// The list of parts and the list of content types, where they must name a new part.
    lists: Vec<(String, String)>,
}

fn comments_part(package: &mut Package<'_>, main: &str) -> Result<Home, Refusal> {
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", main));
    let within = |name: &str| {
        if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
    };
    let list = within(&format!("_rels/{file}.rels"));
    let (relations, text) = relations(package, &list)?;
    let kind = format!("/{COMMENTS}");
    if let Some(relation) = relations.iter().find(|relation| relation.kind.ends_with(&kind)) {
        let name = resolve(folder, &relation.target);
        let text = package.text(&name)?.ok_or_else(|| {
            Refusal::Unsafe(format!("it names `{name}` for comments and has no such part"))
        })?;
        let mut last = None;
        elements(&text, &mut |tag| {
            if tag.local_name().as_ref() == "comment" {
                last = last.max(attribute(tag, "id").parse::<u64>().ok());
            }
        })?;
        return Ok(Home { name, text, next_id: last.map_or(0, |id| id + 1), lists: Vec::new() });
    }
    let strict = relations.iter().any(|relation| relation.kind.starts_with(STRICT));
    let taken: Vec<String> = package.names().map(|name| name.to_lowercase()).collect();
    let free = (0..).map(|number: u32| match number {
        0 => within("comments.xml"),
        number => within(&format!("comments{number}.xml")),
    });
    let name = free
        .into_iter()
        .find(|name| !taken.contains(&name.to_lowercase()))
        .unwrap_or_else(|| within("comments.xml"));
    let (base, namespace) =
        if strict { (STRICT, STRICT_NAMESPACE) } else { (TRANSITIONAL, NAMESPACE) };
    let (prefix, list_text) = if text.is_empty() {
        let empty = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
        (String::new(), empty.to_owned())
    } else {
        (root_prefix(&text)?, text)
    };
    let entry = format!(
        "<{prefix}Relationship Id=\"rIdClausecheckComments\" Type=\"{base}/{COMMENTS}\" Target=\"/{name}\"/>"
    );
    let types = "[Content_Types].xml";
    let types_text = package.text(types)?.ok_or(Refusal::OtherFormat)?;
    let prefix = root_prefix(&types_text)?;
    let typed = format!("<{prefix}Override PartName=\"/{name}\" ContentType=\"{CONTENT_TYPE}\"/>");
    let lists =
        vec![(list, append(&list_text, &entry)?), (types.to_owned(), append(&types_text, &typed)?)];
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"{namespace}\"></w:comments>"
    );
    Ok(Home { name, text, next_id: 0, lists })
}

/// Prefix of the root element, with its colon.
fn root_prefix(text: &str) -> Result<String, Refusal> {
    let mut first = None;
    elements(text, &mut |tag| {
        first.get_or_insert_with(|| tag.name().as_ref().to_owned());
    })?;
    let name = first.unwrap_or_default();
    Ok(name.split_once(':').map(|(prefix, _)| format!("{prefix}:")).unwrap_or_default())
}

/// Adds an element at the end of the root element, also of one that has no content.
fn append(text: &str, element: &str) -> Result<String, Refusal> {
    let end = text.trim_end();
    if let Some(open) = end.strip_suffix("/>") {
        let begins = open.rfind('<').unwrap_or(0);
        let name: String = open[begins + 1..].chars().take_while(|c| !c.is_whitespace()).collect();
        return Ok(format!("{open}>{element}</{name}>"));
    }
    let at = end.rfind("</").ok_or_else(|| Refusal::Unsafe("a part has no end".to_owned()))?;
    Ok(format!("{}{element}{}", &text[..at], &text[at..]))
}

impl Home {
    /// Writes the comments, and names their part where it is new.
    fn add(self, package: &mut Package<'_>, comments: &[Comment]) {
        let prefix = root_prefix(&self.text).unwrap_or_else(|_| "w:".to_owned());
        let elements: String = (self.next_id..)
            .zip(comments)
            .map(|(id, comment)| element(&prefix, id, comment))
            .collect();
        if let Ok(text) = append(&self.text, &elements) {
            package.replace(&self.name, text);
        }
        for (name, text) in self.lists {
            package.replace(&name, text);
        }
    }
}

fn element(w: &str, id: u64, comment: &Comment) -> String {
    let mut element =
        format!("<{w}comment {w}id=\"{id}\" {w}author=\"{AUTHOR}\" {w}initials=\"cc\">");
    for (number, line) in comment.lines.iter().enumerate() {
        let begins =
            if number == 0 { format!("<{w}r><{w}annotationRef/></{w}r>") } else { String::new() };
        let bold = if number == 0 { format!("<{w}rPr><{w}b/></{w}rPr>") } else { String::new() };
        let text = printable(line);
        element.push_str(&format!(
            "<{w}p>{begins}<{w}r>{bold}<{w}t xml:space=\"preserve\">{}</{w}t></{w}r></{w}p>",
            escape(text.as_str())
        ));
    }
    element.push_str(&format!("</{w}comment>"));
    element
}

/// Characters that XML can hold.
fn printable(text: &str) -> String {
    let fits = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().filter(fits).collect()
}

/// The text of a part with the marks of all comments.
fn mark(text: &str, part: &Part, comments: &[Comment], first_id: u64) -> String {
    let w = &part.prefix;
    // Marks by place; at one place ends come before beginnings.
    let mut marks: BTreeMap<(usize, u8), String> = BTreeMap::new();
    for (id, comment) in (first_id..).zip(comments) {
        let (begins, ends) = stretch(part, comment.anchor.as_ref());
        marks
            .entry((begins, 1))
            .or_default()
            .push_str(&format!("<{w}commentRangeStart {w}id=\"{id}\"/>"));
        marks.entry((ends, 0)).or_default().push_str(&format!(
            "<{w}commentRangeEnd {w}id=\"{id}\"/><{w}r><{w}commentReference {w}id=\"{id}\"/></{w}r>"
        ));
    }
    let mut marked = String::with_capacity(text.len() + 256 * comments.len());
    let mut done = 0;
    for ((at, _), mark) in marks {
        marked.push_str(&text[done..at]);
        marked.push_str(&mark);
        done = at;
    }
    marked.push_str(&text[done..]);
    marked
}

/// Where the marks of a comment go: around the pieces that hold its stretch.
fn stretch(part: &Part, anchor: Option<&Anchor>) -> (usize, usize) {
    let found = anchor.and_then(|anchor| Some((locate(part, anchor)?, anchor)));
    let Some((paragraph, anchor)) = found else {
        let first = &part.paragraphs[0];
        return (first.begins, first.ends);
    };
    let begins = paragraph.pieces.iter().find(|piece| piece.to > anchor.from);
    let ends = paragraph.pieces.iter().find(|piece| piece.to >= anchor.to);
    match (begins, ends) {
        (Some(begins), Some(ends)) if begins.begins < ends.ends => (begins.begins, ends.ends),
        _ => (paragraph.begins, paragraph.ends),
    }
}

/// The paragraph of an anchor: the same letters, the same time round; or else the first that holds them.
fn locate<'p>(part: &'p Part, anchor: &Anchor) -> Option<&'p Paragraph> {
    let mut same = part.paragraphs.iter().filter(|one| one.letters == anchor.paragraph);
    let exact = same.clone().nth(anchor.occurrence).or_else(|| same.next_back());
    exact.or_else(|| {
        // A paragraph that was read with something before or behind it.
        part.paragraphs.iter().find(|one| {
            anchor.paragraph.len() >= 12 && one.letters.contains(&anchor.paragraph)
                || one.letters.len() >= 12 && anchor.paragraph.contains(&one.letters)
        })
    })
}

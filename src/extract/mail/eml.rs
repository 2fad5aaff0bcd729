//! Messages as they are sent (EML), through `mail-parser`.

use super::Attachment;
use super::Body;
use super::Mail;
use mail_parser::Address;
use mail_parser::Message;
use mail_parser::MessageParser;
use mail_parser::MessagePart;
use mail_parser::MimeHeaders;
use mail_parser::PartType;

/// The message, if the bytes are one.
pub(super) fn mail(bytes: &[u8]) -> Option<Mail> {
    let message = MessageParser::default().parse(bytes)?;
    let date = message.date().map(|date| {
        let clock = format!("{:02}:{:02}", date.hour, date.minute);
        format!("{}-{:02}-{:02} {clock}", date.year, date.month, date.day)
    });
    Some(Mail {
        subject: message.subject().unwrap_or_default().to_owned(),
        from: people(message.from()),
        to: people(message.to()),
        date: date.unwrap_or_default(),
        body: body(&message),
    })
}

/// The files that come with it.
pub(super) fn attachments(bytes: &[u8]) -> Vec<Attachment> {
    let Some(message) = MessageParser::default().parse(bytes) else { return Vec::new() };
    message.attachments().enumerate().map(|(index, part)| attachment(index, part)).collect()
}

fn attachment(index: usize, part: &MessagePart<'_>) -> Attachment {
    let image = part.is_content_type("image", "png")
        || part.content_type().is_some_and(|kind| kind.c_type.eq_ignore_ascii_case("image"));
    let signature = part.content_type().is_some_and(|kind| {
        kind.c_subtype.as_deref().is_some_and(|subtype| subtype.ends_with("signature"))
    });
    let left_out = if image && part.content_id().is_some() {
        Some("a picture within an e-mail")
    } else if signature {
        Some("a digital signature")
    } else {
        None
    };
    let message = part.message();
    let name = part.attachment_name().map(str::to_owned).unwrap_or_else(|| {
        let subject = message.and_then(|message| message.subject());
        match (subject, message) {
            (Some(subject), _) => format!("{}.eml", subject.replace(['/', '\\'], "-")),
            (None, Some(_)) => format!("message {}.eml", index + 1),
            (None, None) => format!("attachment {}", index + 1),
        }
    });
    let bytes = message.map_or_else(|| part.contents(), |message| message.raw_message()).to_vec();
    Attachment { name, bytes, left_out }
}

/// The parts that are shown, as HTML if the message has been written so.
fn body(message: &Message<'_>) -> Body {
    let html: Vec<&str> = message
        .html_bodies()
        .filter_map(|part| match &part.body {
            PartType::Html(html) => Some(html.as_ref()),
            _ => None,
        })
        .collect();
    if !html.is_empty() {
        return Body::Html(html.join("\n"));
    }
    let text: Vec<&str> = message
        .text_bodies()
        .filter_map(|part| match &part.body {
            PartType::Text(text) => Some(text.as_ref()),
            _ => None,
        })
        .collect();
    if text.is_empty() { Body::None } else { Body::Plain(text.join("\n\n")) }
}

fn people(address: Option<&Address<'_>>) -> String {
    let Some(address) = address else { return String::new() };
    let people: Vec<String> = address
        .iter()
        .map(|person| match (person.name(), person.address()) {
            (Some(name), Some(at)) => format!("{name} <{at}>"),
            (name, at) => name.or(at).unwrap_or_default().to_owned(),
        })
        .collect();
    people.join(", ")
}

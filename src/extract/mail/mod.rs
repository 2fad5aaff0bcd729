//! E-mails: subject, people and date, then the text. Attachments are documents of their own and
//! are taken out by `archive`.
//!
//! `eml` reads messages as they are sent, `msg` those that Outlook saves, `lzfu` unpacks the
//! text of the latter.

mod eml;
mod lzfu;
mod msg;

#[cfg(test)]
mod tests;

use super::Builder;
use super::Limits;
use super::html::push_html;
use super::rtf::push_rtf;
use super::text::decode;
use super::text::push_paragraphs;
use crate::model::BlockKind;
use crate::model::Extraction;
use crate::model::Format;
use crate::model::NoteKind;

/// What an e-mail says.
#[derive(Debug, Default)]
struct Mail {
    subject: String,
    from: String,
    to: String,
    date: String,
    body: Body,
}

#[derive(Debug, Default)]
enum Body {
    #[default]
    None,
    Plain(String),
    Html(String),
    Rtf(Vec<u8>),
}

/// A file that comes with an e-mail.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Attachment {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    /// Why it is no document, if it is none.
    pub(super) left_out: Option<&'static str>,
}

/// Reads an e-mail without its attachments.
pub(super) fn read(bytes: &[u8], format: Format, limits: &Limits) -> Extraction {
    let mut builder = Builder::new(format);
    let mails = if format == Format::OutlookMessage {
        msg::mails(bytes)
    } else {
        eml::mail(bytes).into_iter().collect()
    };
    if mails.is_empty() {
        let message = "the e-mail is damaged; ask for it again, or save it as PDF";
        builder.note(NoteKind::Damaged, None, message);
    }
    let mut table = 0;
    for mail in &mails {
        table = push(&mut builder, mail, table, limits);
    }
    builder.finish()
}

/// The files that come with an e-mail.
pub(super) fn attachments(bytes: &[u8], format: Format) -> Vec<Attachment> {
    if format == Format::OutlookMessage { msg::attachments(bytes) } else { eml::attachments(bytes) }
}

fn push(builder: &mut Builder, mail: &Mail, table: u32, limits: &Limits) -> u32 {
    let headers =
        [("Subject", &mail.subject), ("From", &mail.from), ("To", &mail.to), ("Date", &mail.date)];
    for (name, value) in headers {
        if !value.trim().is_empty() {
            builder.push(BlockKind::Paragraph, None, &format!("{name}: {value}"));
        }
    }
    match &mail.body {
        Body::None => table,
        Body::Plain(text) => {
            push_paragraphs(builder, text);
            table
        }
        Body::Html(html) => push_html(builder, html, table, limits),
        Body::Rtf(rtf) => {
            push_rtf(builder, rtf);
            table
        }
    }
}

/// Text in an unknown encoding.
fn guess(bytes: &[u8]) -> String {
    decode(bytes).text
}

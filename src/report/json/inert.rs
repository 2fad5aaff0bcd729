//! JSON that says exactly what it says to a parser, and nothing to a terminal or a build log: what
//! either would obey is written as its number.

use super::super::words::is_invisible;
use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::CompactFormatter;
use serde_json::ser::Formatter;
use serde_json::ser::PrettyFormatter;
use std::io;
use std::io::Write;

/// Writes a value with line breaks and indents, and a line feed at its end.
pub(crate) fn write_pretty(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    write(value, PrettyFormatter::new(), out)
}

/// Writes a value on one line, and a line feed at its end.
pub(crate) fn write_line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    write(value, CompactFormatter, out)
}

fn write(value: &impl Serialize, form: impl Formatter, out: &mut dyn Write) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(&mut *out, Inert(form)))?;
    out.write_all(b"\n")
}

/// Another form, with inert strings.
struct Inert<F>(F);

/// Hands a call on to the form within.
macro_rules! as_within {
    ($($name:ident($($argument:ident: $kind:ty),*)),* $(,)?) => {
        $(fn $name<W: ?Sized + Write>(&mut self, out: &mut W, $($argument: $kind),*) -> io::Result<()> {
            self.0.$name(out, $($argument),*)
        })*
    };
}

impl<F: Formatter> Formatter for Inert<F> {
    as_within! {
        begin_array(), end_array(), begin_array_value(first: bool), end_array_value(),
        begin_object(), end_object(), begin_object_key(first: bool), end_object_key(),
        begin_object_value(), end_object_value(),
    }

    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let (mut plain, mut from) = (0, 0);
        while let Some(at) = next_suspect(fragment.as_bytes(), from) {
            let rest = &fragment[at..];
            let Some(c) = rest.chars().next() else { break };
            from = at + c.len_utf8();
            let command = c == '#' && (rest.starts_with("##[") || rest.starts_with("##vso["));
            if command || c.is_control() || is_invisible(c) {
                out.write_all(&fragment.as_bytes()[plain..at])?;
                for unit in c.encode_utf16(&mut [0; 2]) {
                    write!(out, "\\u{unit:04x}")?;
                }
                plain = from;
            }
        }
        out.write_all(&fragment.as_bytes()[plain..])
    }
}

/// Bytes with which a character begins that may not be written as it is. All other characters, most of
/// a text, are never looked at one by one.
const SUSPECT: [bool; 256] = {
    let mut suspect = [false; 256];
    let mut control = 0;
    while control < 0x20 {
        suspect[control] = true;
        control += 1;
    }
    // `#`, delete, and the first bytes of U+0080, U+0600, U+1000, U+2000, U+F000 and U+E0000.
    let first = [b'#', 0x7f, 0xc2, 0xd8, 0xe1, 0xe2, 0xef, 0xf3];
    let mut at = 0;
    while at < first.len() {
        suspect[first[at] as usize] = true;
        at += 1;
    }
    suspect
};

/// Where the next character begins that may not be written as it is.
fn next_suspect(bytes: &[u8], from: usize) -> Option<usize> {
    let found = bytes[from..].iter().position(|byte| SUSPECT[usize::from(*byte)]);
    found.map(|at| from + at)
}

#[cfg(test)]
mod tests {
    use super::SUSPECT;
    use super::write_line;
    use super::write_pretty;
    use crate::report::words::is_invisible;
    use proptest::prelude::proptest;

    fn written(text: &str) -> String {
        let mut out = Vec::new();
        write_line(&text, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_a_log_obeys_is_written_as_its_number() {
        assert_eq!(written("##vso[task]"), "\"\\u0023#vso[task]\"\n");
        assert_eq!(written("a\u{9b}2J\u{202e}\u{e0041}"), "\"a\\u009b2J\\u202e\\udb40\\udc41\"\n");
        assert_eq!(written("Å # “x”"), "\"Å # “x”\"\n");
    }

    #[test]
    fn every_character_that_is_not_written_as_it_is_begins_with_a_suspect_byte() {
        let inert = |c: char| c.is_control() || is_invisible(c) || c == '#';
        for c in ('\0'..=char::MAX).filter(|c| inert(*c)) {
            let first = c.encode_utf8(&mut [0; 4]).as_bytes()[0];
            assert!(SUSPECT[usize::from(first)], "{c:?} begins with {first:#x}");
        }
    }

    #[test]
    fn the_form_is_that_of_everybody() {
        let value =
            serde_json::json!({ "a": [1, 2.5, null, true, {}], "b": [], "c": { "d": "e" } });
        let mut out = Vec::new();
        write_pretty(&value, &mut out).unwrap();
        let usual = serde_json::to_string_pretty(&value).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), format!("{usual}\n"));
    }

    proptest! {
        #[test]
        fn a_parser_sees_what_was_written(text in "[\\PC\\x00-\\x1f:#\\[vso \u{80}-\u{9f}\u{202a}-\u{202e}]{0,60}") {
            let written = written(&text);
            assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
            let line = written.trim_end_matches('\n');
            assert!(!line.chars().any(|c| c.is_control() || is_invisible(c)), "{line:?}");
        }
    }
}

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
        let mut plain = 0;
        for (at, c) in fragment.char_indices() {
            let rest = &fragment[at..];
            let command = c == '#' && (rest.starts_with("##[") || rest.starts_with("##vso["));
            if command || c.is_control() || is_invisible(c) {
                out.write_all(&fragment.as_bytes()[plain..at])?;
                for unit in c.encode_utf16(&mut [0; 2]) {
                    write!(out, "\\u{unit:04x}")?;
                }
                plain = at + c.len_utf8();
            }
        }
        out.write_all(&fragment.as_bytes()[plain..])
    }
}

#[cfg(test)]
mod tests {
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

//! The file of waivers.
//!
//! ```toml
//! [[waiver]]
//! rule = "avl-availability"
//! pack = "ekstad"                 # or document = "2-avtal.docx"; pack = "*" is any
//! fingerprint = "…"               # optional: only for these words
//! reason = "The service may rest at night."
//! approver = "A. Berg, CISO"
//! expires = 2027-03-31            # the last day on which it holds
//! control = "Staff on call."      # optional: what protects instead
//! ```

use super::is_settings;
use super::problem::Problems;
use super::table::File;
use super::table::Table;
use super::table::nearest;
use super::table::quoted;
use crate::review::WaiverEntry;
use std::collections::BTreeSet;

/// Fewest characters of a reason that says something.
const SHORTEST_REASON: usize = 8;

/// Reads a file of waivers. `rules` are the ids that a waiver may name. What else stands in a file
/// of settings is left to whoever reads those.
///
/// # Errors
/// Everything that is wrong with the file.
pub fn parse(path: &str, text: &str, rules: &BTreeSet<&str>) -> Result<Vec<WaiverEntry>, Problems> {
    let (mut file, mut root) = File::read(path, text);
    let waivers = entries(&mut root, &mut file, rules);
    if !is_settings(path) {
        root.finish(&mut file);
    }
    file.finish(waivers)
}

/// The waivers of a table, which may hold other things as well.
pub(super) fn entries<'s>(
    root: &mut Table<'s>,
    file: &mut File<'s>,
    rules: &BTreeSet<&str>,
) -> Vec<WaiverEntry> {
    let mut waivers: Vec<WaiverEntry> = Vec::new();
    for mut table in root.tables("waiver", file) {
        let span = table.span.clone();
        let Some(waiver) = entry(&mut table, file, rules) else {
            table.finish(file);
            continue;
        };
        table.finish(file);
        match waivers.iter().find(|other| same_gap(other, &waiver)) {
            Some(other) => {
                let message = format!("this gap is waived in {} already", other.source);
                file.at(span, message, "keep one of the two");
            }
            None => waivers.push(waiver),
        }
    }
    waivers
}

fn same_gap(one: &WaiverEntry, other: &WaiverEntry) -> bool {
    let of = |waiver: &WaiverEntry| {
        let WaiverEntry { rule, pack, document, fingerprint, .. } = waiver.clone();
        (rule, pack, document, fingerprint)
    };
    of(one) == of(other)
}

fn entry<'s>(
    table: &mut Table<'s>,
    file: &mut File<'s>,
    rules: &BTreeSet<&str>,
) -> Option<WaiverEntry> {
    let source = file.source_of(&table.span);
    let rule = table.needed_text("rule", "name the rule whose gap is accepted", file);
    if let Some(rule) = &rule
        && !rules.contains(rule.value.as_str())
    {
        let help = match nearest(&rule.value, rules.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "`clausecheck rules list` lists all".to_owned(),
        };
        file.at(rule.span.clone(), format!("there is no rule `{}`", rule.value), &help);
    }
    let pack = table.text("pack", file);
    let document = table.text("document", file);
    if pack.is_none() && document.is_none() {
        let help = "name the `pack` or the `document`; pack = \"*\" is any";
        file.at(table.span.clone(), "the waiver does not say where it holds".to_owned(), help);
    }
    let fingerprint = table.text("fingerprint", file);
    let why = "a waiver that gives no reason cannot be judged by anybody later";
    let reason = table.needed_text("reason", why, file);
    if let Some(short) = reason.as_ref().filter(|r| r.value.chars().count() < SHORTEST_REASON) {
        let message = format!("`{}` is no reason that others can judge", short.value);
        file.at(short.span.clone(), message, "say in a sentence why the gap is accepted");
    }
    let why = "a waiver needs somebody who answers for it";
    let approver = table.needed_text("approver", why, file);
    let is_dated = table.has("expires");
    let expires = table.date("expires", file);
    if !is_dated {
        let help = "say the last day on which it holds: expires = 2027-03-31";
        file.at(table.span.clone(), "`expires` is missing".to_owned(), help);
    }
    let control = table.text("control", file);
    Some(WaiverEntry {
        rule: rule?.value,
        pack: pack.map(|pack| pack.value),
        document: document.map(|document| document.value.replace('\\', "/")),
        fingerprint: fingerprint.map(|fingerprint| fingerprint.value),
        reason: reason?.value,
        approver: approver?.value,
        expires: expires?.value,
        control: control.map(|control| control.value),
        source,
    })
}

/// Writes waivers as a file that [`parse`] reads.
#[must_use]
pub fn render(waivers: &[WaiverEntry]) -> String {
    let mut text = String::from(
        "# Gaps that are accepted, by whom, why and until when. A waiver that has expired, or waives\n\
         # nothing, is told as a finding of its own.\n",
    );
    for waiver in waivers {
        text.push_str("\n[[waiver]]\n");
        let mut line = |key: &str, value: Option<&str>| {
            if let Some(value) = value {
                text.push_str(&format!("{key} = {}\n", quoted(value)));
            }
        };
        line("rule", Some(&waiver.rule));
        line("pack", waiver.pack.as_deref());
        line("document", waiver.document.as_deref());
        line("fingerprint", waiver.fingerprint.as_deref());
        line("reason", Some(&waiver.reason));
        line("approver", Some(&waiver.approver));
        line("control", waiver.control.as_deref());
        text.push_str(&format!("expires = {}\n", waiver.expires));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::parse;
    use super::render;
    use std::collections::BTreeSet;

    const GOOD: &str = "[[waiver]]\nrule = \"a-rule\"\npack = \"tender\"\nreason = \"It is tested \
        by us.\"\napprover = \"A. Berg\"\nexpires = 2027-03-31\n";

    fn rules() -> BTreeSet<&'static str> {
        BTreeSet::from(["a-rule", "b-rule"])
    }

    #[test]
    fn what_is_written_is_read_again() {
        let waivers = parse("w.toml", GOOD, &rules()).unwrap();
        assert_eq!(waivers[0].expires.to_string(), "2027-03-31");
        assert_eq!(waivers[0].source, "w.toml:1");
        let mut hostile = waivers.clone();
        hostile[0].reason = "a \"b\" \\ c\nd\u{7}e — 100 %".to_owned();
        hostile[0].control = Some("x".to_owned());
        hostile[0].document = Some("a/b.docx".to_owned());
        let again = parse("w.toml", &render(&hostile), &rules()).unwrap();
        assert_eq!(again[0].reason, hostile[0].reason);
        assert_eq!(again[0].document, hostile[0].document);
        assert_eq!(again[0].expires, hostile[0].expires);
    }

    #[test]
    fn all_problems_come_at_once_with_their_places() {
        let text = "[[waiver]]\nrule = \"a-rul\"\npack = \"p\"\nreson = \"x\"\napprover = \" \"\n\
            expires = \"31/3/2027\"\n[[waiver]]\nrule = \"b-rule\"\nreason = \"ok\"\napprover = 3\n";
        let problems = parse("w.toml", text, &rules()).unwrap_err().0;
        let shown: Vec<String> = problems
            .iter()
            .map(|p| format!("{}:{} {} ({})", p.line, p.column, p.message, p.help))
            .collect();
        let has =
            |part: &str| assert!(shown.iter().any(|s| s.contains(part)), "{part}: {shown:#?}");
        has("2:8 there is no rule `a-rul` (did you mean `a-rule`?)");
        has("4:1 there is no key `reson` here (did you mean `reason`?)");
        has("1:1 `reason` is missing");
        has("5:12 `approver` is empty");
        has("6:11 `31/3/2027` is no day");
        has("7:1 the waiver does not say where it holds");
        has("9:10 `ok` is no reason");
        has("10:12 `approver` is a number");
        has("7:1 `expires` is missing");
        assert_eq!(shown.len(), 9, "{shown:#?}");
    }

    #[test]
    fn what_is_no_toml_is_located() {
        let problems = parse("w.toml", "[[waiver]]\nrule = a-rule\n", &rules()).unwrap_err().0;
        assert!(problems.iter().any(|p| p.line == 2), "{problems:#?}");
    }

    #[test]
    fn a_gap_is_waived_once() {
        let problems = parse("w.toml", &GOOD.repeat(2), &rules()).unwrap_err().0;
        assert_eq!(problems.len(), 1);
        assert!(problems[0].message.contains("w.toml:1"), "{}", problems[0]);
    }
}

//! Tables of contents, whose lines look like clauses and demand nothing.

use crate::model::Block;
use crate::model::BlockKind;

/// Shortest run of lines ending in page numbers that is taken for a table of contents.
const MIN_RUN: usize = 4;
/// Longest line of a table of contents, in characters.
const MAX_LINE: usize = 160;

/// Words of a long line that are looked at.
const MAX_FLAT_WORDS: usize = 600;
/// Most words that an entry has on average, its numbers included.
const WORDS_OF_AN_ENTRY: usize = 14;

/// For each block, whether it is a line of a table of contents.
pub(super) fn find(text: &str, blocks: &[Block]) -> Vec<bool> {
    let mut found = vec![false; blocks.len()];
    let mut run: Vec<usize> = Vec::new();
    let mut last_page = 0;
    for (index, block) in blocks.iter().enumerate() {
        if matches!(block.kind, BlockKind::Furniture(_)) {
            continue;
        }
        let line = block.span.of(text);
        if has_leader(line) || is_flat(line) {
            found[index] = true;
        }
        match page_reference(line) {
            Some(page) if page >= last_page && !matches!(block.kind, BlockKind::TableCell(_)) => {
                run.push(index);
                last_page = page;
            }
            _ => {
                mark(&mut found, &run);
                run.clear();
                last_page = 0;
            }
        }
    }
    mark(&mut found, &run);
    found
}

fn mark(found: &mut [bool], run: &[usize]) {
    if run.len() >= MIN_RUN {
        for &index in run {
            found[index] = true;
        }
    }
}

/// "Security ........ 12"
fn has_leader(line: &str) -> bool {
    line.len() < 4 * MAX_LINE
        && (line.contains(".....") || line.contains(". . . .") || line.contains("……"))
}

/// Whether a whole table of contents was run together into one line: "Section 9.1 Law 39 Section
/// 9.2 Costs 40 …", a page number before every next number.
fn is_flat(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().take(MAX_FLAT_WORDS).collect();
    let begins = |word: &str| {
        let (whole, part) = word.split_once('.').unwrap_or((word, ""));
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        matches!(word, "Section" | "SECTION" | "Article" | "ARTICLE")
            || (!whole.is_empty() && digits(whole) && word.contains('.') && digits(part))
    };
    let turns = words
        .windows(2)
        .filter(|pair| pair[0].len() <= 3 && pair[0].parse::<u32>().is_ok() && begins(pair[1]))
        .count();
    turns >= MIN_RUN && turns * WORDS_OF_AN_ENTRY >= words.len()
}

/// The page number at the end of a short line that is no sentence.
fn page_reference(line: &str) -> Option<u32> {
    if line.chars().count() > MAX_LINE {
        return None;
    }
    let (before, last) = line.rsplit_once(' ')?;
    let page = last.parse().ok().filter(|page| *page < 2_000)?;
    let worded = before.chars().filter(|c| c.is_alphabetic()).count() >= 3;
    (worded && !before.ends_with([',', ';', ':'])).then_some(page)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::model::Block;
    use crate::model::BlockKind;
    use crate::model::Span;

    fn check(lines: &[&str], expected: &[bool]) {
        let mut text = String::new();
        let mut blocks = Vec::new();
        for line in lines {
            let start = text.len();
            text.push_str(line);
            let span = Span::new(start, text.len());
            blocks.push(Block {
                kind: BlockKind::Paragraph,
                span,
                label: None,
                page: None,
                address: None,
            });
            text.push('\n');
        }
        assert_eq!(find(&text, &blocks), expected);
    }

    #[test]
    fn runs_of_lines_with_rising_pages() {
        check(
            &[
                "1 Scope 3",
                "2 Security 4",
                "2.1 Incidents 4",
                "3 Liability 9",
                "The Supplier shall report.",
            ],
            &[true, true, true, true, false],
        );
    }

    #[test]
    fn a_table_of_contents_in_one_line() {
        check(
            &[
                "ARTICLE I LAW 3 Section 1.1 Courts 3 Section 1.2 Costs 4 Section 1.3 Limits 5 1.4 End 6",
                "Section 1.1 of this Agreement and Section 1.2 apply to all 3 Services.",
            ],
            &[true, false],
        );
    }

    #[test]
    fn a_single_number_is_no_table_of_contents() {
        check(&["We use port 443", "Security .......... 7"], &[false, true]);
    }
}

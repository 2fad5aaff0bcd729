//! How deep a page is nested, seen before it is parsed.
//!
//! A parser that follows the HTML standard takes time for each element that grows with the
//! depth, so a page of nothing but opening tags can keep it busy for hours.

/// Nesting of elements other than letters in bold and the like; browsers stop there as well.
const DEPTH: usize = 512;

/// Where a page must be cut off because it is nested deeper than is read. A parser takes time
/// that grows with the depth for each element, so this looks at the bare tags first; tags that
/// end by themselves do not count.
pub(super) fn end_of_readable(text: &str, inline_depth: usize) -> Option<usize> {
    let mut blocks = 0_usize;
    let mut inlines = 0_usize;
    for (at, _) in text.match_indices('<') {
        let tag = &text[at + 1..];
        let (closes, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
        let length = tag.bytes().take(12).take_while(u8::is_ascii_alphanumeric).count();
        let name = tag[..length].to_ascii_lowercase();
        if name.is_empty() || ends_by_itself(&name) {
            continue;
        }
        let depth = if is_letters(&name) { &mut inlines } else { &mut blocks };
        *depth = if closes { depth.saturating_sub(1) } else { *depth + 1 };
        if blocks > DEPTH || inlines > inline_depth {
            return Some(at);
        }
    }
    None
}

fn ends_by_itself(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "body"
            | "br"
            | "caption"
            | "col"
            | "colgroup"
            | "dd"
            | "dt"
            | "embed"
            | "head"
            | "hr"
            | "html"
            | "img"
            | "input"
            | "li"
            | "link"
            | "meta"
            | "option"
            | "p"
            | "param"
            | "path"
            | "source"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "track"
            | "wbr"
    )
}

fn is_letters(name: &str) -> bool {
    matches!(
        name,
        "a" | "b"
            | "big"
            | "code"
            | "em"
            | "font"
            | "i"
            | "nobr"
            | "s"
            | "small"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "tt"
            | "u"
    )
}

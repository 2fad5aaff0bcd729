//! What single elements and their attributes mean: blocks, hidden text, numbers, spans.

use scraper::node::Element;

/// Widest and tallest cell that is believed.
pub(super) const MAX_SPAN: u32 = 1_000;

/// Whether an element begins on a new line.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "listing"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "search"
            | "section"
            | "select"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "textarea"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
            | "xmp"
    )
}

/// Whether the element itself says that it is not shown.
pub(super) fn is_hidden(element: &Element) -> bool {
    element.attr("hidden").is_some()
        || declarations(element).any(|(property, value)| match property.as_str() {
            "display" => value == "none",
            "visibility" => value == "hidden" || value == "collapse",
            "opacity" | "font-size" => {
                let number = value.trim_end_matches(|c: char| c.is_alphabetic() || c == '%');
                number.parse::<f32>().is_ok_and(|number| number == 0.0)
            }
            "mso-hide" => value == "all",
            _ => false,
        })
}

/// Property and value of each declaration in the `style` attribute.
pub(super) fn declarations(element: &Element) -> impl Iterator<Item = (String, String)> {
    element.attr("style").unwrap_or_default().split(';').filter_map(|declaration| {
        let (property, value) = declaration.split_once(':')?;
        let value = value.trim().to_ascii_lowercase();
        let value = value.trim_end_matches("!important").trim_end().to_owned();
        Some((property.trim().to_ascii_lowercase(), value))
    })
}

pub(super) fn number(element: &Element, attribute: &str) -> Option<i64> {
    element.attr(attribute)?.trim().parse::<i32>().ok().map(i64::from)
}

pub(super) fn span(element: &Element, attribute: &str) -> u32 {
    let span = element.attr(attribute).and_then(|span| span.trim().parse().ok());
    span.unwrap_or(1).clamp(1, MAX_SPAN)
}

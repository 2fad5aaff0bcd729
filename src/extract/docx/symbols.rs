//! Characters that Word stores as a place in a symbol font rather than as text.
//!
//! Check boxes matter most: a ticked box is an answer in a tender form. Signs that only decorate
//! become a bullet, and signs that nobody can name become nothing.

/// The text for character `code` (hexadecimal) of `font`.
pub(super) fn symbol(font: &str, code: &str) -> String {
    let Ok(code) = u32::from_str_radix(code, 16) else { return String::new() };
    let low = code & 0xff;
    match font {
        "Symbol" => greek_and_signs(low).to_owned(),
        _ if font.starts_with("Wingdings") || font.starts_with("Webdings") => {
            dingbat(font, low).to_owned()
        }
        _ if (0xf000..=0xf0ff).contains(&code) => String::new(),
        _ => char::from_u32(code).map(String::from).unwrap_or_default(),
    }
}

fn dingbat(font: &str, low: u32) -> &'static str {
    match (font, low) {
        ("Wingdings", 0xfe) | ("Wingdings 2", 0x52) => "☑",
        ("Wingdings", 0xfd | 0x78) | ("Wingdings 2", 0x54) => "☒",
        ("Wingdings", 0xa8 | 0x6f | 0x71) | ("Wingdings 2", 0xa3) | ("Webdings", 0x63) => "☐",
        ("Wingdings", 0xfc) | ("Wingdings 2", 0x50) => "✓",
        ("Wingdings", 0xfb) | ("Wingdings 2", 0x4f) => "✗",
        ("Wingdings", 0xe0) => "→",
        _ => "•",
    }
}

fn greek_and_signs(low: u32) -> &'static str {
    match low {
        0xa3 => "≤",
        0xae => "→",
        0xb0 => "°",
        0xb1 => "±",
        0xb3 => "≥",
        0xb7 => "•",
        0xd2 => "®",
        0xd3 => "©",
        0xd4 => "™",
        _ => "",
    }
}

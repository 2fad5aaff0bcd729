//! Code pages: which characters the bytes of RTF stand for.

use encoding_rs::Encoding;
use encoding_rs::WINDOWS_1252;

/// Fonts whose bytes are signs rather than letters.
const SYMBOLS: i32 = 2;

/// How the bytes of a font are read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum CodePage {
    /// That of the file.
    Default,
    Of(&'static Encoding),
    Symbols,
}

/// Code page of a character set of Windows.
pub(super) fn of_charset(charset: i32) -> CodePage {
    let page = match charset {
        SYMBOLS => return CodePage::Symbols,
        77 => 10_000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return CodePage::Default,
    };
    encoding(page).map_or(CodePage::Default, CodePage::Of)
}

/// Encoding of a numbered code page; `None` for those that nobody uses any more.
pub(super) fn encoding(page: i32) -> Option<&'static Encoding> {
    let label = match page {
        1250..=1258 => format!("windows-{page}"),
        874 => "windows-874".to_owned(),
        866 => "ibm866".to_owned(),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10_000 => "macintosh".to_owned(),
        65_001 => "utf-8".to_owned(),
        _ => return None,
    };
    Encoding::for_label(label.as_bytes())
}

/// Text of bytes in a code page. Signs of symbol fonts become bullets.
pub(super) fn decode(bytes: &[u8], page: CodePage, default: &'static Encoding) -> String {
    let encoding = match page {
        CodePage::Symbols if bytes.iter().all(|byte| *byte >= 0x80) => {
            return "•".repeat(bytes.len());
        }
        CodePage::Symbols => WINDOWS_1252,
        CodePage::Default => default,
        CodePage::Of(encoding) => encoding,
    };
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

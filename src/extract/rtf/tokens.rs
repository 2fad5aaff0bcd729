//! RTF as a stream of tokens: braces, control words, bytes of text.

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'r> {
    Open,
    Close,
    /// A control word with its number.
    Word(&'r str, Option<i32>),
    /// A backslash with a single character that is no letter.
    Symbol(u8),
    /// One byte of text, in the code page of its font.
    Byte(u8),
}

/// Cuts bytes into tokens. Never fails; a number that is too large is cut off.
pub(super) struct Tokens<'r> {
    bytes: &'r [u8],
    at: usize,
}

impl<'r> Tokens<'r> {
    pub(super) fn new(bytes: &'r [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn take_while(&mut self, keep: impl Fn(u8) -> bool) -> &'r str {
        let start = self.at;
        while self.peek().is_some_and(&keep) {
            self.at += 1;
        }
        std::str::from_utf8(&self.bytes[start..self.at]).unwrap_or_default()
    }

    /// After a backslash.
    fn control(&mut self) -> Option<Token<'r>> {
        let first = self.peek()?;
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            if first != b'\'' {
                return Some(Token::Symbol(first));
            }
            let digits = self.bytes.get(self.at..self.at + 2)?;
            let value =
                std::str::from_utf8(digits).ok().and_then(|d| u8::from_str_radix(d, 16).ok());
            self.at += 2;
            return Some(value.map_or(Token::Symbol(b'\''), Token::Byte));
        }
        let word = self.take_while(|byte| byte.is_ascii_alphabetic());
        let negative = self.peek() == Some(b'-')
            && self.bytes.get(self.at + 1).is_some_and(u8::is_ascii_digit);
        self.at += usize::from(negative);
        let digits = self.take_while(|byte| byte.is_ascii_digit());
        let number = (!digits.is_empty()).then(|| {
            let number = digits.parse::<i32>().unwrap_or(i32::MAX);
            if negative { -number } else { number }
        });
        self.at += usize::from(self.peek() == Some(b' '));
        if word == "bin" {
            let length = number.and_then(|length| usize::try_from(length).ok()).unwrap_or(0);
            self.at = self.at.saturating_add(length).min(self.bytes.len());
        }
        Some(Token::Word(word, number))
    }
}

impl<'r> Iterator for Tokens<'r> {
    type Item = Token<'r>;

    fn next(&mut self) -> Option<Token<'r>> {
        loop {
            let byte = self.peek()?;
            self.at += 1;
            return match byte {
                b'{' => Some(Token::Open),
                b'}' => Some(Token::Close),
                b'\\' => self.control(),
                b'\r' | b'\n' | 0 => continue,
                byte => Some(Token::Byte(byte)),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Token;
    use super::Tokens;

    #[test]
    fn words_numbers_and_bytes() {
        let tokens: Vec<Token<'_>> = Tokens::new(b"{\\u-10 a\\'e5\\bin2 }}\\~\\par\n}").collect();
        let expected = [
            Token::Open,
            Token::Word("u", Some(-10)),
            Token::Byte(b'a'),
            Token::Byte(0xe5),
            Token::Word("bin", Some(2)),
            Token::Symbol(b'~'),
            Token::Word("par", None),
            Token::Close,
        ];
        assert_eq!(tokens, expected);
        assert_eq!(Tokens::new(b"\\'e").count(), 0);
    }
}

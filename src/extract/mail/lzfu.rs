//! Compressed RTF, as Outlook stores the text of messages.

/// What the dictionary holds at the beginning.
const DICTIONARY: &[u8] = b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
const WINDOW: usize = 4096;
const HEADER: usize = 16;
const COMPRESSED: &[u8] = b"LZFu";
const PLAIN: &[u8] = b"MELA";

/// The RTF, as far as it can be unpacked. It is at most nine times as long as the input.
pub(super) fn unpack(bytes: &[u8]) -> Option<Vec<u8>> {
    let kind = bytes.get(8..12)?;
    let content = bytes.get(HEADER..)?;
    if kind == PLAIN {
        return Some(content.to_vec());
    }
    (kind == COMPRESSED).then(|| decompress(content))
}

fn decompress(content: &[u8]) -> Vec<u8> {
    let mut window = [0_u8; WINDOW];
    window[..DICTIONARY.len()].copy_from_slice(DICTIONARY);
    let mut at = DICTIONARY.len();
    let mut out = Vec::new();
    let mut input = content.iter().copied();
    let mut put = |byte: u8, window: &mut [u8; WINDOW], at: &mut usize| {
        out.push(byte);
        window[*at] = byte;
        *at = (*at + 1) % WINDOW;
    };
    'blocks: while let Some(flags) = input.next() {
        for bit in 0..8 {
            let Some(first) = input.next() else { break 'blocks };
            if flags & (1 << bit) == 0 {
                put(first, &mut window, &mut at);
                continue;
            }
            let Some(second) = input.next() else { break 'blocks };
            let reference = u16::from_be_bytes([first, second]);
            let from = usize::from(reference >> 4);
            if from == at {
                break 'blocks;
            }
            for step in 0..usize::from(reference & 0xf) + 2 {
                put(window[(from + step) % WINDOW], &mut window, &mut at);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::unpack;

    #[test]
    fn the_example_of_the_specification() {
        let packed = [
            0x2d, 0, 0, 0, 0x2b, 0, 0, 0, 0x4c, 0x5a, 0x46, 0x75, 0xf1, 0xc5, 0xc7, 0xa7, 0x03,
            0x00, 0x0a, 0x00, 0x72, 0x63, 0x70, 0x67, 0x31, 0x32, 0x35, 0x42, 0x32, 0x0a, 0xf3,
            0x20, 0x68, 0x65, 0x6c, 0x09, 0x00, 0x20, 0x62, 0x77, 0x05, 0xb0, 0x6c, 0x64, 0x7d,
            0x0a, 0x80, 0x0f, 0xa0,
        ];
        let expected = b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n";
        assert_eq!(unpack(&packed).as_deref(), Some(expected.as_slice()));
        assert_eq!(unpack(b"short"), None);
    }
}

//! Frames on a pipe: a header with two lengths, a message, and raw bytes.
//!
//! Whoever reads believes nothing. The lengths are checked against bounds before memory is taken,
//! a frame that ends early is an error, and so is anything that stands after a message.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io;
use std::io::Read;
use std::io::Write;
use thiserror::Error;

/// Begins every frame; another number is another protocol.
const MAGIC: [u8; 4] = *b"ccw1";
/// Magic, length of the message, length of the bytes.
const HEADER: usize = 4 + 4 + 8;
/// Memory that is taken before the first byte has come.
const FIRST: usize = 1 << 20;

/// The longest message and the most raw bytes that are accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bounds {
    pub(super) message: usize,
    pub(super) bytes: usize,
}

/// Why a frame cannot be used.
#[derive(Debug, Error)]
pub(super) enum FrameError {
    #[error("the pipe was closed")]
    Closed,
    #[error("the pipe failed: {0}")]
    Pipe(#[from] io::Error),
    #[error("this is no frame")]
    Garbage,
    #[error("the frame ends early")]
    Short,
    #[error("the frame is larger than agreed")]
    Oversized,
    #[error("the message cannot be read: {0}")]
    Message(#[from] postcard::Error),
    #[error("the message is followed by something else")]
    Trailing,
}

/// Writes one frame.
pub(super) fn write(
    out: &mut impl Write,
    message: &impl Serialize,
    bytes: &[u8],
) -> Result<(), FrameError> {
    let message = postcard::to_stdvec(message)?;
    let length = u32::try_from(message.len()).map_err(|_| FrameError::Oversized)?;
    let mut head = Vec::with_capacity(HEADER + message.len());
    head.extend_from_slice(&MAGIC);
    head.extend_from_slice(&length.to_le_bytes());
    head.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
    head.extend_from_slice(&message);
    out.write_all(&head)?;
    out.write_all(bytes)?;
    out.flush()?;
    Ok(())
}

/// Reads one frame.
pub(super) fn read<M: DeserializeOwned>(
    input: &mut impl Read,
    bounds: Bounds,
) -> Result<(M, Vec<u8>), FrameError> {
    let header = take(input, HEADER)?;
    if header.is_empty() {
        return Err(FrameError::Closed);
    }
    let (magic, lengths) = header.split_first_chunk::<4>().ok_or(FrameError::Short)?;
    if *magic != MAGIC {
        return Err(FrameError::Garbage);
    }
    let (message, lengths) = lengths.split_first_chunk::<4>().ok_or(FrameError::Short)?;
    let bytes = lengths.first_chunk::<8>().ok_or(FrameError::Short)?;
    let message = fits(u64::from(u32::from_le_bytes(*message)), bounds.message)?;
    let bytes = fits(u64::from_le_bytes(*bytes), bounds.bytes)?;
    let packed = take_all(input, message)?;
    let bytes = take_all(input, bytes)?;
    let (message, rest) = postcard::take_from_bytes(&packed)?;
    if rest.is_empty() { Ok((message, bytes)) } else { Err(FrameError::Trailing) }
}

fn fits(length: u64, bound: usize) -> Result<usize, FrameError> {
    usize::try_from(length).ok().filter(|length| *length <= bound).ok_or(FrameError::Oversized)
}

fn take_all(input: &mut impl Read, length: usize) -> Result<Vec<u8>, FrameError> {
    let bytes = take(input, length)?;
    if bytes.len() == length { Ok(bytes) } else { Err(FrameError::Short) }
}

/// Up to `length` bytes. Memory grows with what comes, not with what was promised.
fn take(input: &mut impl Read, length: usize) -> Result<Vec<u8>, FrameError> {
    let mut bytes = Vec::with_capacity(length.min(FIRST));
    input.take(length as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::Bounds;
    use super::FrameError;
    use super::HEADER;
    use super::read;
    use super::write;
    use proptest::prelude::ProptestConfig;
    use proptest::prelude::proptest;

    const BOUNDS: Bounds = Bounds { message: 64, bytes: 64 };

    fn frame(message: &str, bytes: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        write(&mut out, &message, bytes).unwrap();
        out
    }

    fn read_one(mut wire: &[u8]) -> Result<(String, Vec<u8>), FrameError> {
        read(&mut wire, BOUNDS)
    }

    #[test]
    fn frames_come_back_one_by_one() {
        let wire = [frame("one", b"1"), frame("two", b"")].concat();
        let mut wire = wire.as_slice();
        assert_eq!(read::<String>(&mut wire, BOUNDS).unwrap(), ("one".to_owned(), b"1".to_vec()));
        assert_eq!(read::<String>(&mut wire, BOUNDS).unwrap(), ("two".to_owned(), Vec::new()));
        assert!(matches!(read::<String>(&mut wire, BOUNDS), Err(FrameError::Closed)));
    }

    #[test]
    fn a_frame_that_ends_early_is_an_error_wherever_it_ends() {
        let whole = frame("message", b"bytes");
        for end in 1..whole.len() {
            let error = read_one(&whole[..end]).unwrap_err();
            assert!(matches!(error, FrameError::Short), "{end}: {error}");
        }
    }

    #[test]
    fn lengths_are_checked_before_anything_is_read() {
        let mut wire = frame("x", b"");
        wire.truncate(HEADER);
        wire[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
        assert!(matches!(read_one(&wire), Err(FrameError::Oversized)));
        wire[4..8].copy_from_slice(&1_u32.to_le_bytes());
        wire[8..16].copy_from_slice(&u64::MAX.to_le_bytes());
        assert!(matches!(read_one(&wire), Err(FrameError::Oversized)));
        assert!(matches!(read_one(&frame("x", &[0; 65])), Err(FrameError::Oversized)));
    }

    #[test]
    fn what_stands_after_a_message_is_an_error() {
        let mut wire = Vec::new();
        write(&mut wire, &("x", 1_u8), b"").unwrap();
        assert!(matches!(read_one(&wire), Err(FrameError::Trailing)));
        wire[0] = b'C';
        assert!(matches!(read_one(&wire), Err(FrameError::Garbage)));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        #[test]
        fn garbage_never_panics(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
            assert!(read_one(&bytes).is_err());
        }

        #[test]
        fn a_changed_byte_is_an_error_or_another_frame_of_the_same_bounds(
            at in 0_usize..28, byte in proptest::num::u8::ANY,
        ) {
            let mut wire = frame("message", b"bytes");
            let at = at % wire.len();
            wire[at] = byte;
            if let Ok((message, bytes)) = read_one(&wire) {
                assert!(message.len() <= BOUNDS.message && bytes.len() <= BOUNDS.bytes);
            }
        }
    }
}

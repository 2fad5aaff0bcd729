//! Whether what a page draws can be unpacked.
//!
//! The interpreter draws what it gets and says nothing of what it does not: a page whose content
//! is damaged looks like an empty one. What is drawn is left to `device`.

use super::objects::MAX_NODES;
use crate::extract::Limits;
use crate::model::NoteKind;
use hayro_interpret::hayro_syntax::object::Array;
use hayro_interpret::hayro_syntax::object::MaybeRef;
use hayro_interpret::hayro_syntax::object::Null;
use hayro_interpret::hayro_syntax::object::Stream;
use hayro_interpret::hayro_syntax::page::Page;

const CONTENTS: &str = "Contents";
/// Bytes to which nothing is packed, at most.
const PACKED_NOTHING: usize = 32;

/// Why what a page draws cannot be read to its end, if it cannot.
pub(super) fn trouble(page: &Page<'_>, limits: &Limits) -> Option<NoteKind> {
    let dict = page.raw();
    if !dict.contains_key(CONTENTS) || dict.get::<Null>(CONTENTS).is_some() {
        return None;
    }
    let Some(content) = page.page_stream() else { return Some(NoteKind::Damaged) };
    if content.len() as u64 > limits.entry_bytes {
        return Some(NoteKind::TooLarge);
    }
    if let Some(stream) = dict.get::<Stream<'_>>(CONTENTS) {
        return (!is_whole(&stream, content.len())).then_some(NoteKind::Damaged);
    }
    let pieces = dict.get::<Array<'_>>(CONTENTS)?;
    let whole = pieces.raw_iter().take(MAX_NODES).all(|piece| {
        let stream: Option<Stream<'_>> = match piece {
            MaybeRef::Ref(reference) => page.xref().get(reference.into()),
            MaybeRef::NotRef(object) => object.into_stream(),
        };
        stream.is_some_and(|stream| {
            stream.decoded_data().is_ok_and(|data| is_whole(&stream, data.len()))
        })
    });
    (!whole).then_some(NoteKind::Damaged)
}

/// Whether a stream that unpacks to `length` bytes may be whole: nothing comes only of nearly
/// nothing.
fn is_whole(stream: &Stream<'_>, length: usize) -> bool {
    length > 0 || stream.raw_data().len() <= PACKED_NOTHING
}

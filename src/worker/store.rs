//! What was read, as bytes that can be kept and read again. They are those of the wire, and are
//! believed no more than what a process says.

use super::child::answers;
use super::frame;
use super::opener::Opened;
use super::pool::hear;
use super::wire::Answer;
use super::wire::WireOptions;
use super::wire::WireRecognisedPage;
use crate::extract::Limits;
use crate::extract::Options;
use crate::model::RecognisedPage;

/// What a file turned out to be, as bytes; none if it is too much.
#[must_use]
pub fn pack(opened: Opened) -> Option<Vec<u8>> {
    let mut wire = Vec::new();
    for (said, bytes) in answers(opened) {
        frame::write(&mut wire, &Answer { number: 1, said }, &bytes).ok()?;
    }
    Some(wire)
}

/// What [`pack`] made bytes of; none if it is nothing of the kind, or more than the limits allow.
#[must_use]
pub fn unpack(bytes: &[u8], limits: &Limits) -> Option<Opened> {
    hear(bytes, bytes.len(), limits)
}

/// How a document is read, as bytes: equal for equal options.
#[must_use]
pub fn pack_options(options: &Options) -> Option<Vec<u8>> {
    postcard::to_stdvec(&WireOptions::from(options)).ok()
}

/// A recognised page as bytes.
#[must_use]
pub fn pack_page(page: &RecognisedPage) -> Option<Vec<u8>> {
    postcard::to_stdvec(&WireRecognisedPage::from(page)).ok()
}

/// What [`pack_page`] made bytes of.
#[must_use]
pub fn unpack_page(bytes: &[u8]) -> Option<RecognisedPage> {
    postcard::from_bytes::<WireRecognisedPage>(bytes).ok().map(RecognisedPage::from)
}

#[cfg(test)]
mod tests {
    use super::pack;
    use super::unpack;
    use crate::extract::Limits;
    use crate::extract::Options;
    use crate::extract::extract;
    use crate::worker::Opened;

    #[test]
    fn what_is_kept_is_read_again_as_it_was() {
        let read = extract(b"# A\n\nThe Supplier shall encrypt.\n", "a.md", &Options::default());
        let opened = Opened::Document(read);
        let packed = pack(opened.clone()).unwrap();
        assert_eq!(unpack(&packed, &Limits::default()), Some(opened));
        for cut in 0..packed.len() {
            assert_eq!(unpack(&packed[..cut], &Limits::default()), None, "{cut}");
        }
    }
}

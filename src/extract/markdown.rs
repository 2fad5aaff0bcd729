//! placeholder
use super::Builder;
use crate::model::Extraction;
use crate::model::Format;
pub(super) fn read(_bytes: &[u8]) -> Extraction {
    Builder::new(Format::Markdown).finish()
}

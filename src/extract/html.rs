//! placeholder
use super::Builder;
use super::Limits;
use crate::model::Extraction;
use crate::model::Format;
pub(super) fn read(_text: &str, _limits: &Limits) -> Extraction {
    Builder::new(Format::Html).finish()
}

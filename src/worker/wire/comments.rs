//! Mirrors of comments, and of why they were not written.

use super::Said;
use crate::annotate::Refusal;
use crate::model::Anchor;
use crate::model::Area;
use crate::model::Comment;
use serde::Deserialize;
use serde::Serialize;

#[derive(Debug, Serialize, Deserialize)]
pub(in super::super) struct WireComment {
    anchor: Option<WireAnchor>,
    /// Page, left, top, right, bottom.
    areas: Vec<(u32, f32, f32, f32, f32)>,
    lines: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
struct WireAnchor {
    paragraph: String,
    occurrence: usize,
    from: usize,
    to: usize,
}

#[derive(Debug, Serialize, Deserialize)]
pub(in super::super) enum WireRefusal {
    Signed,
    OtherFormat,
    Unsafe(String),
}

impl From<&Comment> for WireComment {
    fn from(comment: &Comment) -> Self {
        let anchor = comment.anchor.as_ref().map(|anchor| WireAnchor {
            paragraph: anchor.paragraph.clone(),
            occurrence: anchor.occurrence,
            from: anchor.from,
            to: anchor.to,
        });
        let areas = comment.areas.iter();
        let areas = areas.map(|area| (area.page, area.left, area.top, area.right, area.bottom));
        Self { anchor, areas: areas.collect(), lines: comment.lines.clone() }
    }
}

impl From<WireComment> for Comment {
    fn from(wire: WireComment) -> Self {
        let anchor = wire.anchor.map(|anchor| Anchor {
            paragraph: anchor.paragraph,
            occurrence: anchor.occurrence,
            from: anchor.from,
            to: anchor.to,
        });
        let areas = wire.areas.into_iter().map(|(page, left, top, right, bottom)| Area {
            page,
            left,
            top,
            right,
            bottom,
        });
        Self { anchor, areas: areas.collect(), lines: wire.lines }
    }
}

/// A copy whose bytes follow, or why there is none.
pub(in super::super) fn pack_copy(copy: Result<Vec<u8>, Refusal>) -> (Said, Vec<u8>) {
    match copy {
        Ok(bytes) => (Said::Annotated, bytes),
        Err(refusal) => {
            let wire = match refusal {
                Refusal::Signed => WireRefusal::Signed,
                Refusal::OtherFormat => WireRefusal::OtherFormat,
                Refusal::Unsafe(why) => WireRefusal::Unsafe(why),
            };
            (Said::Refused(wire), Vec::new())
        }
    }
}

/// Why there is no copy.
pub(in super::super) fn refusal(wire: WireRefusal) -> Refusal {
    match wire {
        WireRefusal::Signed => Refusal::Signed,
        WireRefusal::OtherFormat => Refusal::OtherFormat,
        WireRefusal::Unsafe(why) => Refusal::Unsafe(why),
    }
}

//! Places on a printed page.

use super::Span;

/// A rectangle on a page, in points (1/72 inch) from the upper left corner of the page as it is
/// shown, so that a report can mark it.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Area {
    /// Counted from 1.
    pub page: u32,
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

/// A word, or the part of one before a line end, and where it is printed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Printed {
    /// The word in the text.
    pub span: Span,
    /// Where it stands.
    pub area: Area,
    /// Whether it was recognised in a picture, and not for sure.
    pub doubtful: bool,
}

impl Area {
    /// The smallest rectangle that holds both.
    #[must_use]
    pub fn cover(&self, other: &Self) -> Self {
        Self {
            page: self.page,
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Whether `next` goes on to the right on the same line, not in another column.
    #[must_use]
    pub fn goes_on(&self, next: &Self) -> bool {
        let height = (self.bottom - self.top).min(next.bottom - next.top);
        let shared = self.bottom.min(next.bottom) - self.top.max(next.top);
        let gap = next.left - self.right;
        self.page == next.page && shared > 0.5 * height && gap > -height && gap < 2.0 * height
    }
}

#[cfg(test)]
mod tests {
    use super::Area;

    fn area(left: f32, top: f32) -> Area {
        Area { page: 1, left, top, right: left + 30.0, bottom: top + 10.0 }
    }

    #[test]
    fn words_of_a_line_go_on_and_those_of_the_next_do_not() {
        assert!(area(10.0, 50.0).goes_on(&area(42.0, 51.0)));
        assert!(!area(10.0, 50.0).goes_on(&area(10.0, 62.0)));
        assert!(!area(10.0, 50.0).goes_on(&area(90.0, 50.0)), "another column");
        assert!(!area(200.0, 50.0).goes_on(&area(10.0, 51.0)));
        assert!(!area(10.0, 50.0).goes_on(&Area { page: 2, ..area(42.0, 50.0) }));
    }

    #[test]
    fn a_cover_holds_both() {
        let whole = area(10.0, 50.0).cover(&area(42.0, 51.0));
        assert_eq!(whole, Area { page: 1, left: 10.0, top: 50.0, right: 72.0, bottom: 61.0 });
    }
}

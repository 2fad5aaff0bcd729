//! Bars that show how many findings of each group have which verdict, as an accessible SVG. The same
//! numbers stand in a table beside it.

use crate::report::view::Counts;
use crate::report::view::Group;

/// Height of a row, in units of the drawing.
const ROW: usize = 26;
/// Width of the longest bar.
const WIDE: usize = 600;
/// Least width of a stretch in which its number is written.
const ROOM: usize = 18;

/// A drawing.
pub(super) struct Chart {
    /// Width of the bars.
    pub(super) width: usize,
    /// Height of all rows.
    pub(super) height: usize,
    /// One bar for each group.
    pub(super) bars: Vec<Bar>,
}

/// A bar.
pub(super) struct Bar {
    /// Name of the group.
    pub(super) name: String,
    /// Where its text stands.
    pub(super) baseline: usize,
    /// Where it begins.
    pub(super) top: usize,
    /// Its stretches, from left to right.
    pub(super) stretches: Vec<Stretch>,
}

/// A stretch of a bar.
pub(super) struct Stretch {
    /// Class of its verdict.
    pub(super) class: &'static str,
    pub(super) left: usize,
    pub(super) width: usize,
    /// Middle of it, for its number.
    pub(super) middle: usize,
    /// The number, if there is room to write it.
    pub(super) label: Option<usize>,
}

/// Draws groups, named by `name`.
pub(super) fn draw(groups: &[Group<'_>], name: impl Fn(&str) -> String) -> Chart {
    let longest = groups.iter().map(|group| group.counts.total()).max().unwrap_or(0).max(1);
    let bars = groups.iter().enumerate().map(|(number, group)| Bar {
        name: name(group.name),
        baseline: number * ROW + 17,
        top: number * ROW + 2,
        stretches: stretches(group.counts, longest),
    });
    Chart { width: WIDE, height: groups.len() * ROW, bars: bars.collect() }
}

fn stretches(counts: Counts, longest: usize) -> Vec<Stretch> {
    let mut before = 0;
    let mut stretches = Vec::new();
    for (verdict, count) in counts.each().filter(|(_, count)| *count > 0) {
        let left = before * WIDE / longest;
        before += count;
        let width = before * WIDE / longest - left;
        let label = (width >= ROOM).then_some(count);
        let middle = left + width / 2;
        stretches.push(Stretch { class: verdict.code(), left, width, middle, label });
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::WIDE;
    use super::stretches;
    use crate::model::Verdict;
    use crate::report::view::Counts;
    use crate::review::fixtures::finding;

    #[test]
    fn stretches_join_and_the_longest_bar_is_full() {
        let all = [
            finding("a", Verdict::Met),
            finding("b", Verdict::Missing),
            finding("c", Verdict::Missing),
        ];
        let found = stretches(Counts::of(&all), 3);
        assert_eq!(found[0].class, "missing");
        assert_eq!(found[0].left + found[0].width, found[1].left);
        assert_eq!(found[1].left + found[1].width, WIDE);
    }
}

//! The table that tesseract writes: one row for each line and word with its box in pixels.
//!
//! Columns: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.

use crate::model::Area;
use crate::model::RecognisedLine;
use crate::model::RecognisedPage;
use crate::model::RecognisedWord;

const LINE: u32 = 4;
const WORD: u32 = 5;

/// Reads the table. `scale` is the number of pixels in a point. Rows that make no sense are passed
/// over.
pub(super) fn page(table: &str, page: u32, scale: f32) -> RecognisedPage {
    let mut lines: Vec<RecognisedLine> = Vec::new();
    for row in table.lines().filter_map(Row::parse) {
        let area = row.area(page, scale);
        if row.level == LINE {
            lines.push(RecognisedLine { area, words: Vec::new() });
        } else if row.level == WORD
            && !row.text.trim().is_empty()
            && let Some(line) = lines.last_mut()
        {
            let text = row.text.trim().to_owned();
            line.words.push(RecognisedWord { text, area, confidence: row.confidence });
        }
    }
    lines.retain(|line| !line.words.is_empty());
    RecognisedPage { page, lines }
}

struct Row<'t> {
    level: u32,
    left: f32,
    top: f32,
    width: f32,
    height: f32,
    confidence: f32,
    text: &'t str,
}

impl<'t> Row<'t> {
    fn parse(line: &'t str) -> Option<Self> {
        let fields: Vec<&str> = line.splitn(12, '\t').collect();
        let number = |index: usize| fields.get(index)?.parse::<f32>().ok();
        Some(Self {
            level: fields.first()?.parse().ok()?,
            left: number(6)?,
            top: number(7)?,
            width: number(8)?,
            height: number(9)?,
            confidence: number(10)?.clamp(0.0, 100.0),
            text: fields.get(11).copied().unwrap_or_default(),
        })
    }

    fn area(&self, page: u32, scale: f32) -> Area {
        let (left, top) = (self.left / scale, self.top / scale);
        let (width, height) = (self.width / scale, self.height / scale);
        Area { page, left, top, right: left + width, bottom: top + height }
    }
}

#[cfg(test)]
mod tests {
    use super::page;

    const TABLE: &str = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t
4\t1\t1\t1\t1\t0\t200\t100\t400\t40\t-1\t
5\t1\t1\t1\t1\t1\t200\t100\t180\t40\t96.5\tThe
5\t1\t1\t1\t1\t2\t400\t100\t200\t40\t42.1\tSupplier
4\t1\t1\t1\t2\t0\t200\t160\t400\t40\t-1\t
5\t1\t1\t1\t2\t1\t200\t160\t400\t40\t95\t \nnonsense";

    #[test]
    fn words_stand_on_their_lines_in_points() {
        let page = page(TABLE, 3, 4.0);
        assert_eq!(page.lines.len(), 1, "a line without words is none");
        let words: Vec<&str> = page.lines[0].words.iter().map(|word| word.text.as_str()).collect();
        assert_eq!(words, ["The", "Supplier"]);
        let area = page.lines[0].words[1].area;
        assert_eq!((area.page, area.left, area.right, area.bottom), (3, 100.0, 150.0, 35.0));
    }

    #[test]
    fn confidence_is_weighted_by_length() {
        let confidence = page(TABLE, 1, 1.0).confidence();
        assert!(confidence.is_some_and(|confidence| (confidence - 56.9).abs() < 0.1));
    }
}

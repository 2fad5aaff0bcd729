//! Lines to paragraphs.
//!
//! A line goes on a paragraph unless something says that it begins another: a gap, another size
//! or weight, a number or bullet, an indent, or a line before it that ended although there was
//! room for the next word.

use super::super::builder::Word;
use super::hyphens;
use super::hyphens::Hyphens;
use super::lines::Line;
use super::marker;
use super::segment;

/// Lines that belong together.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    /// Bullet, kept apart from the text. Numbers stay in the text.
    pub(super) bullet: Option<String>,
    pub(super) text: String,
    pub(super) words: Vec<Word>,
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) lines: usize,
    /// Baseline of the first line.
    pub(super) y: f32,
    pub(super) angle: i16,
    /// Marked-content identifier of its first line.
    pub(super) mark: Option<i32>,
    /// Whether it begins with a clause number or a bullet.
    pub(super) item: bool,
}

/// What is usual on a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    /// Distance of baselines inside paragraphs, in em.
    pub(super) leading: f32,
    /// Right edge of the text.
    pub(super) right: f32,
}

impl Paragraph {
    /// Adds the rest of a paragraph that a page break or the like cut in two.
    pub(super) fn append(&mut self, rest: &Self, hyphens: &Hyphens) {
        hyphens.join(&mut self.text, &rest.text);
        let offset = self.text.len() - rest.text.len();
        self.words.extend(segment::moved(&rest.words, offset));
    }
}

impl Measure {
    /// Measures lines that flow downwards.
    pub(super) fn of<'a>(lines: impl Iterator<Item = &'a Line> + Clone) -> Self {
        let right = lines.clone().filter(|line| line.angle == 0).map(|line| line.x1);
        let right = right.fold(0.0, f32::max);
        let pairs = lines.clone().zip(lines.skip(1));
        let mut steps: Vec<f32> = pairs
            .filter(|(a, b)| a.x1 > 0.75 * right && (a.size - b.size).abs() < 0.5)
            .map(|(a, b)| (b.y - a.y) / a.size)
            .filter(|step| (0.9..3.0).contains(step))
            .collect();
        steps.sort_unstable_by(f32::total_cmp);
        // The lower half, since paragraphs that begin after full lines add larger steps.
        let leading = steps.get(steps.len() * 2 / 5).copied().unwrap_or(1.25);
        Self { leading, right }
    }
}

/// Paragraphs of lines in reading order.
pub(super) fn paragraphs(lines: &[Line], measure: Measure, hyphens: &Hyphens) -> Vec<Paragraph> {
    let mut done: Vec<Paragraph> = Vec::new();
    let mut begin = 0;
    for index in 1..=lines.len() {
        let ends = lines.get(index).is_none_or(|line| begins(&lines[begin..index], line, measure));
        if ends && begin < index {
            done.push(paragraph(&lines[begin..index], hyphens));
            begin = index;
        }
    }
    done
}

fn paragraph(lines: &[Line], hyphens: &Hyphens) -> Paragraph {
    let first = &lines[0];
    let mut text = String::with_capacity(lines.iter().map(|line| line.text.len() + 1).sum());
    let mut words = Vec::with_capacity(lines.iter().map(|line| line.words.len()).sum());
    let mut bullet = None;
    match &first.label {
        Some(label) if marker::is_bullet(&label.text) => bullet = Some(label.text.clone()),
        Some(label) => {
            text.push_str(&label.text);
            text.push(' ');
            words.extend_from_slice(&label.words);
        }
        None => {}
    }
    let mut start = first.text.as_str();
    if first.label.is_none()
        && let Some(mark) = marker::leading(start).filter(|mark| marker::is_bullet(mark))
    {
        bullet = Some(mark.to_owned());
        start = start[mark.len()..].trim_start();
    }
    let item = bullet.is_some() || first.label.is_some() || marker::begins_item(start);
    let cut = first.text.len() - start.len();
    let kept = first.words.iter().filter(|word| word.at >= cut);
    words.extend(kept.map(|word| Word { at: word.at - cut + text.len(), ..*word }));
    text.push_str(start);
    for (before, line) in lines.iter().zip(&lines[1..]) {
        if line.same_baseline(before) {
            text.push(' ');
            text.push_str(&line.text);
        } else {
            hyphens.join(&mut text, &line.text);
        }
        words.extend(segment::moved(&line.words, text.len() - line.text.len()));
    }
    if text.ends_with('\u{ad}') {
        text.pop();
        text.push('-');
    }
    // A black square or the like stands for any bullet whose sign is unknown.
    let bullet = bullet.map(|mark| if mark == "\u{fffd}" { "•".to_owned() } else { mark });
    Paragraph {
        bullet,
        text,
        words,
        size: lines.iter().map(|line| line.size).fold(0.0, f32::max),
        bold: lines.iter().all(|line| line.bold),
        lines: lines.len(),
        y: first.y,
        angle: first.angle,
        mark: first.mark,
        item,
    }
}

/// Whether `line` begins a new paragraph after the lines of an open one.
fn begins(open: &[Line], line: &Line, measure: Measure) -> bool {
    let (Some(first), Some(last)) = (open.first(), open.last()) else { return true };
    let em = last.size.max(line.size);
    if line.angle != last.angle {
        return true;
    }
    if line.same_baseline(last) {
        // Parts of one line that a wide gap separates.
        return line.label.is_some() || line.left() < last.x1 - em;
    }
    let step = line.y - last.y;
    let resized = (last.size - line.size).abs() > 0.12 * em;
    if step < 0.0 || resized || line.label.is_some() || marker::is_dotted_entry(&last.text) {
        return true;
    }
    let goes_on = goes_on(last, line);
    if last.bold != line.bold && is_even(open) {
        return !goes_on;
    }
    if is_far(open, line, measure) && !(goes_on && step < 1.5 * usual_step(open, em, measure)) {
        return true;
    }
    let ended = marker::is_ended(&last.text);
    let room = measure.right - last.x1;
    let short = room > 1.15 * word_width(line) + 0.3 * em;
    if is_next_bullet(first, line) {
        return true;
    }
    if goes_on {
        return false;
    }
    if marker::begins_item(&line.text) {
        let outdented = line.x0 < last.x0 - 0.5 * em && open.len() > 1;
        let sibling = open.len() == 1
            && (line.x0 - first.left()).abs() < 0.3 * em
            && marker::begins_item(&first.text);
        return !marker::awaits_number(&last.text)
            && (ended || short || outdented || sibling || is_listed(&last.text));
    }
    let indented = line.x0 > last.x0 + 0.9 * em && (open.len() > 1 || ended);
    let outdented = line.x0 < last.x0 - 0.9 * em && (open.len() > 1 || first.label.is_some());
    if ended {
        return short || indented || outdented;
    }
    let very_short = room > 0.3 * (measure.right - first.x0) && !first.bold;
    short && (indented || outdented || very_short)
}

/// Whether a line begins with a bullet that can be nothing else, or with that of the open item.
fn is_next_bullet(first: &Line, line: &Line) -> bool {
    let bullet = |line: &Line| marker::leading(&line.text).and_then(|mark| mark.chars().next());
    bullet(line).is_some_and(|mark| {
        let sure = "•▪◦●○■□‣➢►✓\u{2610}\u{2611}\u{2612}".contains(mark);
        sure || ("–—-*o".contains(mark) && bullet(first) == Some(mark))
    })
}

/// Largest step that is usual from the last line of an open paragraph to its next.
fn usual_step(open: &[Line], em: f32, measure: Measure) -> f32 {
    let step = match open {
        [.., before, last] => 1.2 * (last.y - before.y).max(em) + 0.5,
        _ => 1.28 * measure.leading * em,
    };
    step.max(1.1 * em)
}

/// Whether a gap separates `line` from the open paragraph.
fn is_far(open: &[Line], line: &Line, measure: Measure) -> bool {
    open.last()
        .is_some_and(|last| line.y - last.y > usual_step(open, last.size.max(line.size), measure))
}

/// Whether all lines have the same weight, so that another weight means another paragraph.
fn is_even(open: &[Line]) -> bool {
    open.iter().all(|line| line.bold == open[0].bold)
}

/// Whether a sentence is plainly unfinished: a broken word, or no full stop and a small letter at
/// the beginning of the next line.
fn goes_on(last: &Line, line: &Line) -> bool {
    let broken = hyphens::ends_with_hyphen(&last.text);
    let small = line.text.chars().next().is_some_and(char::is_lowercase);
    broken || (small && !marker::is_ended(&last.text) && marker::leading(&line.text).is_none())
}

/// Whether a line ends as an item of a list does: "…,", "…; and".
fn is_listed(text: &str) -> bool {
    let word = text.rsplit(' ').next().unwrap_or_default();
    word.ends_with(',') || matches!(word, "and" | "or" | "och" | "eller" | "og" | "ja" | "tai")
}

/// Estimated width of the first word of a line.
fn word_width(line: &Line) -> f32 {
    let characters = line.text.chars().count().max(1) as f32;
    let word = line.text.split(' ').next().unwrap_or_default().chars().count() as f32;
    (line.x1 - line.x0) / characters * (word + 1.0)
}

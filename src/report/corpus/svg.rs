//! Figures as SVG: drawn here, since four plain figures need no library, and with titles that screen
//! readers and pointers find. Colours have contrast on white and on black; text has the colour of
//! the page.

use std::fmt::Write as _;

/// Colour of what is found, and of positive association.
const BLUE: &str = "#2f7fd1";
/// Colour of what is corrected, and of negative association.
const ORANGE: &str = "#c4650e";
/// Colour of what was not read.
const GREY: &str = "#7d8590";

/// Height of a row.
const ROW: f64 = 18.0;

/// A figure being drawn.
struct Drawing {
    body: String,
    width: f64,
    height: f64,
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

/// A coordinate with at most one decimal.
fn at(number: f64) -> f64 {
    (number * 10.0).round() / 10.0 + 0.0
}

impl Drawing {
    fn new(width: f64, height: f64) -> Self {
        Self { body: String::new(), width, height }
    }

    fn push(&mut self, element: &str) {
        self.body.push_str(element);
        self.body.push('\n');
    }

    fn text(&mut self, x: f64, y: f64, anchor: &str, text: &str) {
        let text = escape(text);
        self.push(&format!(
            "<text x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\" fill=\"currentColor\">{text}</text>",
            at(x),
            at(y)
        ));
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64), colour: &str, width: f64) {
        self.push(&format!(
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{colour}\" stroke-width=\"{width}\"/>",
            at(from.0),
            at(from.1),
            at(to.0),
            at(to.1)
        ));
    }

    fn rectangle(
        &mut self,
        corner: (f64, f64),
        size: (f64, f64),
        fill: &str,
        opacity: f64,
        title: &str,
    ) {
        self.push(&format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{fill}\" fill-opacity=\"{:.2}\"><title>{}</title></rect>",
            at(corner.0),
            at(corner.1),
            at(size.0),
            at(size.1),
            opacity,
            escape(title)
        ));
    }

    /// The whole figure, with what it shows for those who cannot see it.
    fn finish(self, title: &str) -> String {
        let mut svg = String::new();
        // Writing to a string cannot fail.
        let _ = write!(
            svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{0}\" viewBox=\"0 0 {1} {2}\" width=\"{1}\" height=\"{2}\" font-family=\"system-ui, sans-serif\" font-size=\"12\">\n<title>{0}</title>\n{3}</svg>\n",
            escape(title),
            at(self.width),
            at(self.height),
            self.body
        );
        svg
    }
}

/// Width that a label takes, roughly.
fn wide(labels: impl Iterator<Item = usize>) -> f64 {
    labels.max().unwrap_or(0).min(48) as f64 * 7.0 + 16.0
}

/// Per cent, with a decimal where the share is small but not nothing.
fn percent(share: f64) -> String {
    if share > 0.0 && share < 0.095 {
        format!("{:.1} %", share * 100.0)
    } else {
        format!("{:.0} %", share * 100.0)
    }
}

/// A share with its interval, and perhaps what it is corrected to.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Point {
    pub label: String,
    pub share: Option<f64>,
    pub interval: Option<(f64, f64)>,
    pub corrected: Option<(f64, f64, f64)>,
}

/// A dot for each share, with a line for its interval; corrected shares below, in another colour.
#[must_use]
pub fn intervals(title: &str, points: &[Point]) -> String {
    let left = wide(points.iter().map(|point| point.label.chars().count()));
    let across = 420.0;
    let top = 24.0;
    let height = top + points.len() as f64 * ROW + 8.0;
    let mut drawing = Drawing::new(left + across + 70.0, height);
    let x = |share: f64| left + share * across;
    for quarter in 0..=4 {
        let share = f64::from(quarter) / 4.0;
        drawing.text(x(share), 14.0, "middle", &percent(share));
        drawing.line((x(share), top - 4.0), (x(share), height), "currentColor", 0.15);
    }
    for (row, point) in points.iter().enumerate() {
        let y = top + (row as f64 + 0.5) * ROW;
        drawing.text(left - 8.0, y + 4.0, "end", &point.label);
        if let Some((low, high)) = point.interval {
            drawing.line((x(low), y - 2.0), (x(high), y - 2.0), BLUE, 2.0);
        }
        if let Some(share) = point.share {
            let told = match point.interval {
                Some((low, high)) => {
                    format!(
                        "{}: {} ({} to {})",
                        point.label,
                        percent(share),
                        percent(low),
                        percent(high)
                    )
                }
                None => format!("{}: {}", point.label, percent(share)),
            };
            drawing.push(&format!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"4\" fill=\"{BLUE}\"><title>{}</title></circle>",
                at(x(share)),
                at(y - 2.0),
                escape(&told)
            ));
            drawing.text(left + across + 12.0, y + 4.0, "start", &percent(share));
        }
        if let Some((share, low, high)) = point.corrected {
            drawing.line((x(low), y + 4.0), (x(high), y + 4.0), ORANGE, 2.0);
            let told = format!(
                "{}, corrected: {} ({} to {})",
                point.label,
                percent(share),
                percent(low),
                percent(high)
            );
            drawing.push(&format!(
                "<rect x=\"{}\" y=\"{}\" width=\"6\" height=\"6\" fill=\"{ORANGE}\"><title>{}</title></rect>",
                at(x(share) - 3.0),
                at(y + 1.0),
                escape(&told)
            ));
        }
    }
    drawing.finish(title)
}

/// Shares of rows by columns, darker where higher; a dash where too few say anything.
#[must_use]
pub fn heat_map(
    title: &str,
    rows: &[String],
    columns: &[String],
    shares: &[Vec<Option<f64>>],
) -> String {
    let left = wide(rows.iter().map(|row| row.chars().count()));
    let top = wide(columns.iter().map(|column| column.chars().count())).min(240.0) + 6.0;
    let cell = 46.0;
    let width = left + columns.len() as f64 * cell + top * 0.75 + 8.0;
    let mut drawing = Drawing::new(width, top + rows.len() as f64 * ROW + 8.0);
    for (number, column) in columns.iter().enumerate() {
        let x = left + (number as f64 + 0.5) * cell;
        let name: String = column.chars().take(40).collect();
        drawing.push(&format!(
            "<text transform=\"translate({} {}) rotate(-45)\" fill=\"currentColor\">{}</text>",
            at(x),
            at(top - 6.0),
            escape(&name)
        ));
    }
    for (number, (row, shares)) in rows.iter().zip(shares).enumerate() {
        let y = top + number as f64 * ROW;
        drawing.text(left - 8.0, y + 13.0, "end", row);
        for (place, (column, share)) in columns.iter().zip(shares).enumerate() {
            let x = left + place as f64 * cell;
            match share {
                Some(share) => {
                    let told = format!("{row}, {column}: {}", percent(*share));
                    let size = (cell - 1.0, ROW - 1.0);
                    drawing.rectangle((x, y), size, BLUE, share * 0.75, &told);
                    drawing.text(
                        x + cell / 2.0,
                        y + 13.0,
                        "middle",
                        &format!("{:.0}", share * 100.0),
                    );
                }
                None => drawing.text(x + cell / 2.0, y + 13.0, "middle", "–"),
            }
        }
    }
    drawing.finish(title)
}

/// Association of every pair of names: blue where both come together, orange where one keeps the other
/// away. `phi` gives it for two places.
#[must_use]
pub fn matrix(title: &str, names: &[String], phi: impl Fn(usize, usize) -> Option<f64>) -> String {
    let left = wide(names.iter().map(|name| name.chars().count()));
    let cell = 11.0;
    let side = names.len() as f64 * cell;
    let mut drawing = Drawing::new(left + side + 8.0, side + 8.0);
    for (row, name) in names.iter().enumerate() {
        let y = row as f64 * cell;
        drawing.push(&format!(
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\" font-size=\"9\" fill=\"currentColor\">{}</text>",
            at(left - 6.0),
            at(y + 8.5),
            escape(name)
        ));
        for (column, other) in names.iter().enumerate().take(row) {
            // What is next to nothing is not drawn, so that the figure stays small.
            let Some(phi) = phi(row, column).filter(|phi| phi.abs() >= 0.1) else { continue };
            let colour = if phi > 0.0 { BLUE } else { ORANGE };
            let told = format!("{name} and {other}: φ {phi:.2}");
            let corner = (left + column as f64 * cell, y);
            drawing.rectangle(corner, (cell - 1.0, cell - 1.0), colour, phi.abs().min(1.0), &told);
        }
    }
    drawing.finish(title)
}

/// How many of each name were read, in part, and not at all.
#[must_use]
pub fn bars(title: &str, rows: &[(String, [u64; 3])]) -> String {
    const COLOURS: [&str; 3] = [BLUE, ORANGE, GREY];
    const NAMES: [&str; 3] = ["fully read", "partly read", "not read"];
    let left = wide(rows.iter().map(|(name, _)| name.chars().count()));
    let across = 420.0;
    let top = 26.0;
    let most = rows.iter().map(|(_, counts)| counts.iter().sum()).max().unwrap_or(0).max(1) as f64;
    let mut drawing = Drawing::new(left + across + 80.0, top + rows.len() as f64 * ROW + 8.0);
    for (place, (colour, name)) in COLOURS.iter().zip(NAMES).enumerate() {
        let x = left + place as f64 * 110.0;
        drawing.rectangle((x, 4.0), (10.0, 10.0), colour, 1.0, name);
        drawing.text(x + 15.0, 13.0, "start", name);
    }
    for (row, (name, counts)) in rows.iter().enumerate() {
        let y = top + row as f64 * ROW;
        drawing.text(left - 8.0, y + 12.0, "end", name);
        let mut x = left;
        for ((count, colour), what) in counts.iter().zip(COLOURS).zip(NAMES) {
            let width = *count as f64 / most * across;
            if *count > 0 {
                let told = format!("{name}: {count} {what}");
                drawing.rectangle((x, y + 1.0), (width, ROW - 4.0), colour, 1.0, &told);
            }
            x += width;
        }
        let total: u64 = counts.iter().sum();
        drawing.text(x + 6.0, y + 12.0, "start", &total.to_string());
    }
    drawing.finish(title)
}

#[cfg(test)]
mod tests {
    use super::Point;
    use super::bars;
    use super::heat_map;
    use super::intervals;
    use super::matrix;

    /// What must hold of every figure: it is XML, and nothing in a name gets out of its text.
    fn sound(svg: &str) {
        let mut reader = quick_xml::Reader::from_str(svg);
        loop {
            match reader.read_event().unwrap() {
                quick_xml::events::Event::Eof => break,
                quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                    assert_ne!(tag.name().into_inner(), "script");
                }
                _ => {}
            }
        }
        assert!(svg.contains("&lt;script&gt;"));
        assert!(!svg.contains("NaN"));
    }

    #[test]
    fn figures_are_sound_whatever_names_say() {
        let evil = "<script>\"&'\u{1b}".to_owned();
        let point = Point {
            label: evil.clone(),
            share: Some(0.5),
            interval: Some((0.4, 0.6)),
            corrected: Some((0.0, 0.0, 1.0)),
        };
        let few = Point { interval: None, corrected: None, ..point.clone() };
        sound(&intervals(&evil, &[point, few]));
        let names = [evil.clone(), "b".to_owned()];
        sound(&heat_map(&evil, &names, &names, &[vec![Some(1.0), None], vec![None, Some(0.0)]]));
        sound(&matrix(&evil, &names, |_, _| Some(-0.5)));
        sound(&bars(&evil, &[(evil.clone(), [1, 2, 3]), ("none".to_owned(), [0, 0, 0])]));
    }
}

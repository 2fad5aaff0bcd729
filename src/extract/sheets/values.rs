//! Values of cells as the text that a person would read.
//!
//! Formats of cells are followed only where they change the meaning: percentages, dates, times
//! and durations. How many decimals are shown is left out, so a number is as exact as it was
//! entered.

use calamine::Data;
use calamine::DataRef;
use calamine::ExcelDateTime;

/// The text of a value; `percent` if its cell shows it as a percentage.
pub(super) fn text(value: &DataRef<'_>, percent: bool) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) if percent => format!("{}%", number.saturating_mul(100)),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) if percent => format!("{}%", plain(number * 100.0)),
        DataRef::Float(number) => plain(*number),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(time) => date_time(time),
        DataRef::DateTimeIso(text) => text.replace('T', " "),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// The same value in the type that streams of cells have.
pub(super) fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(on) => DataRef::Bool(*on),
        Data::DateTime(time) => DataRef::DateTime(*time),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// A number without the noise of binary fractions, as exact as a spreadsheet shows it.
fn plain(number: f64) -> String {
    let rounded = format!("{number:.14e}").parse::<f64>().unwrap_or(number);
    format!("{rounded}")
}

fn date_time(time: &ExcelDateTime) -> String {
    let value = time.as_f64();
    if time.is_duration() {
        let minutes = (value * 24.0 * 60.0).round() as i64;
        return format!("{}:{:02}", minutes / 60, minutes.rem_euclid(60));
    }
    let (year, month, day, hour, minute, _, _) = time.to_ymd_hms_milli();
    if (0.0..1.0).contains(&value) {
        return format!("{hour:02}:{minute:02}");
    }
    if value.fract() == 0.0 {
        return format!("{year}-{month:02}-{day:02}");
    }
    format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}")
}

#[cfg(test)]
mod tests {
    use super::text;
    use calamine::DataRef;
    use calamine::ExcelDateTime;
    use calamine::ExcelDateTimeType;

    #[test]
    fn numbers_are_plain_and_percentages_shown() {
        assert_eq!(text(&DataRef::Float(0.1 + 0.2), false), "0.3");
        assert_eq!(text(&DataRef::Float(24.0), false), "24");
        assert_eq!(text(&DataRef::Float(0.999), true), "99.9%");
    }

    #[test]
    fn dates_times_and_durations() {
        let at =
            |value, kind| text(&DataRef::DateTime(ExcelDateTime::new(value, kind, false)), false);
        assert_eq!(at(45943.0, ExcelDateTimeType::DateTime), "2025-10-13");
        assert_eq!(at(45943.5, ExcelDateTimeType::DateTime), "2025-10-13 12:00");
        assert_eq!(at(0.5, ExcelDateTimeType::DateTime), "12:00");
        assert_eq!(at(3.0, ExcelDateTimeType::TimeDelta), "72:00");
    }
}

//! Numbers with units, as contracts state them.

use std::cmp::Ordering;
use std::fmt;

/// What a unit measures. Quantities of different kinds cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitKind {
    /// Hours, days, months.
    Duration,
    /// Per cent.
    Percent,
    /// An amount of money.
    Money,
    /// A version of a protocol or product ("TLS 1.2").
    Version,
    /// Length of a cryptographic key in bits.
    KeyLength,
}

/// Unit of a stated number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// 60 seconds.
    Minutes,
    /// 60 minutes.
    Hours,
    /// Calendar days (24 hours).
    Days,
    /// Working days, counted as 24 hours each when they are compared: a deadline in working days
    /// is at least that long.
    WorkingDays,
    /// 7 days.
    Weeks,
    /// A twelfth of a year when compared.
    Months,
    /// 365 days when compared.
    Years,
    /// Per cent.
    Percent,
    /// Euro.
    Eur,
    /// Swedish krona.
    Sek,
    /// Danish krone.
    Dkk,
    /// Norwegian krone.
    Nok,
    /// Pound sterling.
    Gbp,
    /// US dollar.
    Usd,
    /// "prisbasbelopp": the Swedish price base amount, an indexed sum set by the government.
    PriceBaseAmount,
    /// No unit: versions.
    Version,
    /// Bits.
    Bits,
}

impl Unit {
    /// What the unit measures.
    #[must_use]
    pub fn kind(self) -> UnitKind {
        match self {
            Self::Minutes
            | Self::Hours
            | Self::Days
            | Self::WorkingDays
            | Self::Weeks
            | Self::Months
            | Self::Years => UnitKind::Duration,
            Self::Percent => UnitKind::Percent,
            Self::Eur
            | Self::Sek
            | Self::Dkk
            | Self::Nok
            | Self::Gbp
            | Self::Usd
            | Self::PriceBaseAmount => UnitKind::Money,
            Self::Version => UnitKind::Version,
            Self::Bits => UnitKind::KeyLength,
        }
    }

    /// Short symbol for people and for data.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Minutes => "min",
            Self::Hours => "h",
            Self::Days => "days",
            Self::WorkingDays => "working days",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Years => "years",
            Self::Percent => "%",
            Self::Eur => "EUR",
            Self::Sek => "SEK",
            Self::Dkk => "DKK",
            Self::Nok => "NOK",
            Self::Gbp => "GBP",
            Self::Usd => "USD",
            Self::PriceBaseAmount => "price base amounts",
            Self::Version => "",
            Self::Bits => "bits",
        }
    }

    /// How many hours, per cent, bits … one unit is worth. Currencies are not converted.
    fn scale(self) -> f64 {
        match self {
            Self::Minutes => 1.0 / 60.0,
            Self::Days | Self::WorkingDays => 24.0,
            Self::Weeks => 7.0 * 24.0,
            Self::Months => 365.0 * 24.0 / 12.0,
            Self::Years => 365.0 * 24.0,
            _ => 1.0,
        }
    }
}

/// A number with its unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity {
    /// The number as stated.
    pub value: f64,
    /// Its unit as stated.
    pub unit: Unit,
}

impl Quantity {
    /// Order of two quantities of one kind; `None` if they cannot be compared (different kinds,
    /// different currencies).
    #[must_use]
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        if self.unit.kind() != other.unit.kind() {
            return None;
        }
        if self.unit.kind() == UnitKind::Money && self.unit != other.unit {
            return None;
        }
        (self.value * self.unit.scale()).partial_cmp(&(other.value * other.unit.scale()))
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.unit {
            Unit::Percent => write!(f, "{} %", self.value),
            Unit::Version if self.value.fract() == 0.0 => write!(f, "{:.1}", self.value),
            Unit::Version => write!(f, "{}", self.value),
            unit => write!(f, "{} {}", self.value, unit.symbol()),
        }
    }
}

/// Share by which a duration in another unit may miss a threshold: a month has 28 to 31 days.
const CALENDAR_TOLERANCE: f64 = 0.034;

/// How a stated quantity must stand to the threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Comparator {
    /// Stated ≤ threshold.
    AtMost,
    /// Stated ≥ threshold.
    AtLeast,
}

impl Comparator {
    /// Whether `stated` is within `threshold`; `None` if the two cannot be compared. Durations in
    /// different units may differ by 3.4 %, since a month is as good as 30 days.
    #[must_use]
    pub fn accepts(self, stated: &Quantity, threshold: &Quantity) -> Option<bool> {
        let order = stated.compare(threshold)?;
        let (found, wanted) =
            (stated.value * stated.unit.scale(), threshold.value * threshold.unit.scale());
        let near = stated.unit != threshold.unit
            && stated.unit.kind() == UnitKind::Duration
            && (found - wanted).abs() <= CALENDAR_TOLERANCE * wanted;
        if near {
            return Some(true);
        }
        Some(match self {
            Self::AtMost => order != Ordering::Greater,
            Self::AtLeast => order != Ordering::Less,
        })
    }

    /// Sign for people and for data.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::AtMost => "≤",
            Self::AtLeast => "≥",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn q(value: f64, unit: Unit) -> Quantity {
        Quantity { value, unit }
    }

    #[test]
    fn durations_compare_across_units() {
        let day = q(24.0, Unit::Hours);
        assert_eq!(Comparator::AtMost.accepts(&q(1.0, Unit::Days), &day), Some(true));
        assert_eq!(Comparator::AtMost.accepts(&q(5.0, Unit::Days), &day), Some(false));
        assert_eq!(Comparator::AtMost.accepts(&q(30.0, Unit::Minutes), &day), Some(true));
    }

    #[test]
    fn kinds_and_currencies_do_not_mix() {
        assert_eq!(q(1.0, Unit::Percent).compare(&q(1.0, Unit::Hours)), None);
        assert_eq!(q(1.0, Unit::Eur).compare(&q(1.0, Unit::Sek)), None);
    }
}

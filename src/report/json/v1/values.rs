//! Numbers and duties, as the format has them.

use schemars::JsonSchema;
use serde::Deserialize;
use serde::Serialize;

/// A number with its unit.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Quantity {
    /// The number as stated.
    pub value: f64,
    /// Its unit as stated.
    pub unit: Unit,
}

/// Unit of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Unit {
    Minutes,
    Hours,
    Days,
    WorkingDays,
    Weeks,
    Months,
    Years,
    Percent,
    Eur,
    Sek,
    Dkk,
    Nok,
    Gbp,
    Usd,
    PriceBaseAmount,
    Version,
    Bits,
}

/// How a number must stand to a threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Comparator {
    AtMost,
    AtLeast,
}

/// Who is bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Bearer {
    Supplier,
    Customer,
    Both,
    ThirdParty,
    Unstated,
}

/// How strongly a passage binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Force {
    Must,
    Should,
    May,
    Statement,
}

/// Whether a passage asks for what it talks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Polarity {
    Affirmed,
    Prohibited,
    Denied,
}

/// Whom a passage binds, and how.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[allow(missing_docs, reason = "the types say it")]
pub struct Duty {
    pub bearer: Bearer,
    pub force: Force,
    pub polarity: Polarity,
}

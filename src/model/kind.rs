//! What a document of a pack is, as far as it decides what must stand in it.

/// Kind of a procurement document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// Invitation to tender, specification of requirements, statement of work.
    Tender,
    /// Contract, general terms, order.
    Contract,
    /// Service level agreement.
    Sla,
    /// Data processing agreement.
    Dpa,
}

impl DocumentKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Tender, Self::Contract, Self::Sla, Self::Dpa];

    /// Word used in rules, options and machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Tender => "tender",
            Self::Contract => "contract",
            Self::Sla => "sla",
            Self::Dpa => "dpa",
        }
    }
}

//! The vocabulary of clausecheck as plain data.
//!
//! Everything that two modules must agree on is a type here: what a document is, what a
//! provision is, what evidence and a finding are. The module owns invariants (a span lies on
//! character boundaries, a verdict of *missing* needs complete reading) but takes no decision:
//! how text is found belongs to `extract`, how it is cut up to `structure`, how it is judged to
//! `engine`, how it is worded to `report`. It imports nothing of ours, and none of its types is
//! serialised: output formats have their own frozen types, so the words here may change freely.

mod area;
mod comment;
mod conflict;
mod disposition;
mod document;
mod explanation;
mod factor;
mod finding;
mod kind;
mod language;
mod picture;
mod quantity;
mod reading;
mod remark;
mod report;
mod rule;
mod span;
mod tables;

pub use area::{Area, Printed};
pub use comment::{Anchor, Comment};
pub use conflict::{Conflict, StatedNumber};
pub use disposition::{Disposition, Waiver};
pub use document::{
    Block, BlockKind, Cell, Clause, ClauseId, ClauseKind, Document, Extraction, Format, Furniture,
    Note, NoteKind, Page, Party, Provision, ProvisionKind, ReadStatus, Source,
};
pub use explanation::{
    Asks, Condition, ExplainedPassage, ExplainedPattern, Explanation, Purpose, Worth,
};
pub use factor::{Factor, Standard};
pub use finding::{
    Bearer, Duty, Evidence, Finding, Force, Form, ParameterResult, Place, Polarity, Reason, Role,
    Verdict,
};
pub use kind::DocumentKind;
pub use language::Language;
pub use picture::{Picture, RecognisedLine, RecognisedPage, RecognisedWord};
pub use quantity::{Comparator, Quantity, Unit, UnitKind};
pub use reading::{PackReading, ReadPassage, RuleReading};
pub use remark::{Remark, RemarkKind, Unused};
pub use report::{DocumentEntry, DocumentText, Pack, PackReport, Report, RulesetStamp};
pub use rule::{Basis, RuleCard, Severity, SourceRef};
pub use span::Span;
pub use tables::{Accountability, Mention, StorageCell, StorageColumn, StorageRow};

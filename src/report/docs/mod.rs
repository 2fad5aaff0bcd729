//! A page for each rule, for those who read rather than run: Markdown and HTML from one source.
//!
//! Every page has the same headings in the same order, so that readers find their way and links
//! stay good.

mod html;
mod markdown;

pub use html::index as html_index;
pub use html::page as html_page;
pub use markdown::index as markdown_index;
pub use markdown::page as markdown_page;

use crate::model::RuleCard;
use crate::model::Verdict;

/// What a page tells of a rule.
#[derive(Debug, Clone)]
pub struct RuleDoc<'r> {
    /// What reports show of it.
    pub card: &'r RuleCard,
    /// What it depends on, in words; `None` if it always applies.
    pub applies_to: Option<&'r str>,
    /// The numbers that the clause must state: name and condition.
    pub parameters: Vec<(&'r str, String)>,
    /// Wordings that make it weak.
    pub weakened_by: Vec<&'r str>,
    /// Wordings that do the opposite.
    pub contradicted_by: Vec<&'r str>,
    /// Sentences with the verdict they get and the code of their language, where it is said.
    pub examples: Vec<(Verdict, &'r str, &'r str)>,
}

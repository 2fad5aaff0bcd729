//! Findings as comments in the margin of a document: at each passage what it does for a demand, and at
//! the passage that comes nearest, or else at the beginning, what is not there.

use super::view;
use super::words;
use super::words::Words;
use crate::model::Anchor;
use crate::model::Block;
use crate::model::BlockKind;
use crate::model::Comment;
use crate::model::DocumentText;
use crate::model::Evidence;
use crate::model::Finding;
use crate::model::PackReport;
use crate::model::Role;
use crate::model::Span;
use crate::model::Verdict;

/// Comments for one document of a pack, in the order of its findings. What stands nowhere is told by one
/// comment at the beginning of the first document, `first`. None if the text of the pack was not kept.
#[must_use]
pub fn comments(pack: &PackReport, document: usize, first: bool, w: &Words) -> Vec<Comment> {
    let Some(text) = pack.texts.get(document) else { return Vec::new() };
    let language = view::pack_language(pack).code();
    let mut comments = Vec::new();
    let mut nowhere: Vec<String> = Vec::new();
    for finding in &pack.findings {
        let told = shown(finding);
        if told.is_empty() && finding.verdict.is_gap() {
            nowhere.push(format!("• {}", words::capitalised(w.rule_text(&finding.rule.title))));
        }
        for evidence in told.into_iter().filter(|evidence| evidence.document == document) {
            let anchor = anchor(text, evidence.span);
            let areas = evidence.place.areas.clone();
            comments.push(Comment { anchor, areas, lines: lines(finding, evidence, language, w) });
        }
    }
    if first && !nowhere.is_empty() {
        let mut lines = vec![w.say("comment-nowhere")];
        lines.extend(nowhere);
        comments.insert(0, Comment { anchor: None, areas: Vec::new(), lines });
    }
    comments
}

/// The passages at which a finding is told: those that decided, or the nearest of what is absent.
fn shown(finding: &Finding) -> Vec<&Evidence> {
    let with = |roles: &'static [Role]| {
        finding.evidence.iter().filter(|evidence| roles.contains(&evidence.role))
    };
    match finding.verdict {
        Verdict::Contradicted => with(&[Role::Contradicts]).collect(),
        Verdict::Weak => with(&[Role::Weakens]).take(2).collect(),
        Verdict::Met => with(&[Role::Supports]).take(1).collect(),
        Verdict::Missing | Verdict::Undetermined => with(&[Role::Nearest]).take(1).collect(),
        Verdict::NotApplicable => Vec::new(),
    }
}

fn lines(finding: &Finding, evidence: &Evidence, language: &str, w: &Words) -> Vec<String> {
    let title = words::capitalised(w.rule_text(&finding.rule.title));
    let mut lines = vec![format!("{}: {title}", w.verdict(finding.verdict))];
    if finding.verdict == Verdict::Met {
        return lines;
    }
    let decided = w.disposition(&finding.disposition);
    if !decided.is_empty() {
        lines.push(decided);
    }
    if evidence.role == Role::Nearest {
        lines.extend(w.reasons(finding));
    } else {
        let reasons = evidence.reasons.iter();
        lines.extend(reasons.map(|reason| words::sentence(&w.reason(reason))));
    }
    if let Some((_, clause)) = view::model_clause(finding, language) {
        lines.push(format!("{}:", w.say("finding-model-clause")));
        lines.extend(clause.lines().map(str::to_owned));
    }
    lines
}

/// Where a passage stands among the paragraphs of its document's body.
fn anchor(text: &DocumentText, span: Span) -> Option<Anchor> {
    let shared = |block: &Block| {
        let (from, to) = (block.span.start().max(span.start()), block.span.end().min(span.end()));
        to.saturating_sub(from)
    };
    let body = || text.blocks.iter().filter(|block| is_body(block));
    // Of equally good ones the first.
    let block = body().rev().max_by_key(|block| shared(block))?;
    if shared(block) == 0 {
        return None;
    }
    let letters = |span: Span| Anchor::letters(span.of(&text.text));
    let paragraph = letters(block.span);
    let before = body().take_while(|other| other.span.start() < block.span.start());
    let occurrence = before.filter(|other| letters(other.span) == paragraph).count();
    let upto = |at: usize| letters(Span::new(block.span.start(), at)).chars().count();
    let from = upto(span.start().max(block.span.start()));
    let to = upto(span.end().min(block.span.end()));
    Some(Anchor { paragraph, occurrence, from, to })
}

/// Whether a block is a paragraph of the body, where comments can stand.
fn is_body(block: &Block) -> bool {
    !matches!(block.kind, BlockKind::Footnote | BlockKind::Furniture(_))
}

#[cfg(test)]
mod tests {
    use super::anchor;
    use crate::model::Block;
    use crate::model::BlockKind;
    use crate::model::DocumentText;
    use crate::model::Span;

    #[test]
    fn an_anchor_counts_letters_and_equal_paragraphs() {
        let text = "Not used.\nNot used.\nOne. Data shall be kept.".to_owned();
        let spans = [(0, 9), (10, 19), (20, 44)];
        let blocks = spans.map(|(start, end)| Block {
            kind: BlockKind::Paragraph,
            span: Span::new(start, end),
            label: None,
            page: None,
            address: None,
        });
        let text = DocumentText { text, blocks: blocks.into() };
        let second = anchor(&text, Span::new(10, 19)).unwrap();
        assert_eq!((second.paragraph.as_str(), second.occurrence), ("notused", 1));
        let part = anchor(&text, Span::new(25, 44)).unwrap();
        assert_eq!((part.from, part.to, part.occurrence), (3, 18, 0));
        assert_eq!(anchor(&text, Span::new(44, 44)), None);
    }
}

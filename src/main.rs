//! placeholder
fn main() {
    use std::io::Write;
    let path = std::env::args().nth(1).unwrap_or_default();
    let bytes = std::fs::read(&path).unwrap_or_default();
    let x = clausecheck::extract::extract(&bytes, &path, &clausecheck::extract::Limits::default());
    let mut out = std::io::stdout().lock();
    for b in &x.blocks {
        let _ = writeln!(
            out,
            "{:?} p{:?} [{}] {}",
            b.kind,
            b.page,
            b.label.as_deref().unwrap_or(""),
            b.span.of(&x.text)
        );
    }
    for n in &x.notes {
        let _ = writeln!(out, "NOTE {n:?}");
    }
}

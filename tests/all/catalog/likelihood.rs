//! How well the chance of a class is foretold: each term from 111-2 on is foretold from the terms before it, for every
//! listed course that had a class by then, and compared with "as in the same term a year before".

use kuayu::catalog::chance;
use kuayu::term::Term;

/// The table of `docs/likelihood.md`: for each half, how often a class was foretold, and the Brier score of both.
fn table() -> (String, f64, f64) {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/programs.json")).unwrap();
    let catalog = &kuayu::catalog::read(&text).unwrap();
    let listed = |code: &str| {
        catalog
            .editions()
            .iter()
            .any(|e| e.programs.iter().any(|p| p.listings().any(|(_, l)| l.code.as_deref() == Some(code))))
    };
    let courses: Vec<&[Term]> = catalog
        .courses()
        .filter(|(_, course)| course.code.as_deref().is_some_and(listed))
        .map(|(_, course)| course.offered.as_slice())
        .collect();
    let first = *courses.iter().flat_map(|terms| terms.iter()).min().unwrap();
    let last = *courses.iter().flat_map(|terms| terms.iter()).max().unwrap();
    let mut text = String::from("| term | courses | with a class | this | as a year ago |\n|---|---|---|---|---|\n");
    let (mut ours, mut theirs, mut all) = (0.0, 0.0, 0.0);
    let mut term = Term::new(first.year + 1, 2).unwrap();
    while term <= last {
        let (mut n, mut held, mut a, mut b) = (0.0, 0.0, 0.0, 0.0);
        for offered in &courses {
            let before: Vec<Term> = offered.iter().copied().filter(|other| *other < term).collect();
            if before.is_empty() {
                continue;
            }
            let happened = f64::from(offered.contains(&term));
            let likely = chance(&before, (first, term.previous()), term.part).likely;
            let a_year_ago =
                f64::from(before.iter().any(|other| other.year + 1 == term.year && other.part == term.part));
            (n, held) = (n + 1.0, held + happened);
            (a, b) = (a + (likely - happened).powi(2), b + (a_year_ago - happened).powi(2));
        }
        text.push_str(&format!("| {term} | {n} | {held} | {:.3} | {:.3} |\n", a / n, b / n));
        (ours, theirs, all) = (ours + a, theirs + b, all + n);
        term = term.next();
    }
    text.push_str(&format!("| all | {all} | | {:.3} | {:.3} |\n", ours / all, theirs / all));
    (text, ours / all, theirs / all)
}

#[test]
fn a_class_is_foretold_better_than_by_the_year_before() {
    let (table, ours, theirs) = table();
    assert!(ours < theirs * 0.9, "{table}");
    let told = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/likelihood.md")).unwrap();
    assert!(told.contains(&table), "docs/likelihood.md should say\n{table}");
}

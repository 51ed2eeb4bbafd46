//! Every pair of near names between the catalog and the professional courses of all curricula, kept in a list.
//!
//! A near name is a reason to ask, so each pair costs a student a question, and each pair that is not found may cost a
//! wrong yes. Whoever changes the rule, the catalog or a curriculum sees here which pairs come and go; they are to be
//! looked through, then `KUAYU_KEEP=1 cargo test --no-default-features --features cli --test all near_names` keeps the
//! list.

use std::collections::{BTreeMap, BTreeSet};

use kuayu::names::{Near, normalise};

use crate::support::real::Real;

const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/near-names.txt");

#[test]
fn the_pairs_of_near_names_were_looked_through() {
    let real = Real::read();
    let names = |names: BTreeSet<String>| -> BTreeMap<String, (String, Near)> {
        let prepared = |name: String| {
            let normalised = normalise(&name);
            (normalised.clone(), (name, Near::new(&normalised)))
        };
        names.into_iter().rev().map(prepared).collect()
    };
    let listed = names(real.catalog.courses().map(|(_, course)| course.name.clone()).collect());
    let mut own = BTreeSet::new();
    for year in &real.curricula {
        for group in year.groups() {
            let curriculum = year.group(group, &real.catalog).unwrap();
            let professional = curriculum.rows().iter().filter(|row| row.symbol.is_professional());
            own.extend(professional.map(|row| row.name.clone()));
        }
    }
    let own = names(own);
    let mut pairs = BTreeSet::new();
    for (normalised, (name, near)) in &listed {
        let others = own.iter().filter(|(other, (_, also))| *other != normalised && near.to(also));
        pairs.extend(others.map(|(_, (other, _))| format!("{name} ~ {other}")));
    }
    if std::env::var_os("KUAYU_KEEP").is_some() {
        let text: String = pairs.iter().map(|pair| format!("{pair}\n")).collect();
        std::fs::write(KEPT, text).unwrap();
    }
    let kept = std::fs::read_to_string(KEPT).unwrap_or_default();
    let kept: BTreeSet<String> = kept.lines().map(str::to_owned).collect();
    let (new, gone): (Vec<_>, Vec<_>) = (pairs.difference(&kept).collect(), kept.difference(&pairs).collect());
    assert!(new.is_empty() && gone.is_empty(), "new: {new:#?}\ngone: {gone:#?}");
}

//! Faults of single steps.

use kuayu::audit::{Derivation, Fact, Row, UnitName};

/// The derivation with a fault in each of its steps.
pub fn broken(derivation: &Derivation) -> Vec<(&'static str, Derivation)> {
    let mut found = vec![
        ("unconfirmed instead of steps", Derivation::Unconfirmed),
        ("a fact where none is asked", {
            let (holds, fails) = (Box::new(derivation.clone()), Box::new(derivation.clone()));
            Derivation::Fact { fact: Fact::Group, holds, fails }
        }),
        ("alternatives where none are", Derivation::Alternatives(0, Vec::new())),
    ];
    match derivation {
        Derivation::Sum(times) => {
            found.push(("a sum of nothing", Derivation::Sum(Vec::new())));
            found.push(("a condition that is not there", Derivation::Sum(vec![(Row::Condition(9999), 1)])));
            found.push(("a total that is not there", Derivation::Sum(vec![(Row::Total(9999), 1)])));
            let nothing = times.iter().map(|(row, _)| (*row, 0)).collect();
            found.push(("every multiplier nothing", Derivation::Sum(nothing)));
            let is_condition = |row: &Row| matches!(row, Row::Condition(_));
            let limits: Vec<(Row, u64)> = times.iter().filter(|(row, _)| !is_condition(row)).copied().collect();
            if !limits.is_empty() {
                found.push(("limits alone", Derivation::Sum(limits)));
                // Whatever is needed of the conditions, without the limits there is enough.
                let conditions = times.iter().filter(|(row, _)| is_condition(row)).copied().collect();
                found.push(("conditions without the limits", Derivation::Sum(conditions)));
            }
        }
        Derivation::Way { unit, of, least, reached, short } => {
            let (nothing, stranger) = (Box::new(Derivation::Alternatives(0, Vec::new())), UnitName::Record(9999));
            let way = |unit: &UnitName, reached: &Derivation, short: &Derivation| Derivation::Way {
                unit: unit.clone(),
                of: *of,
                least: *least,
                reached: Box::new(reached.clone()),
                short: Box::new(short.clone()),
            };
            found.push(("a side of a unit left out", way(unit, reached, &nothing)));
            found.push(("a side of a unit left out", way(unit, &nothing, short)));
            found.push(("a unit that is not there", way(&stranger, reached, short)));
        }
        Derivation::Total { units, of, least, reached, short } => {
            let nothing = Derivation::Alternatives(0, Vec::new());
            let total = |reached: &Derivation, short: &Derivation| Derivation::Total {
                units: units.clone(),
                of: *of,
                least: *least,
                reached: Box::new(reached.clone()),
                short: Box::new(short.clone()),
            };
            found.push(("a side of a total left out", total(reached, &nothing)));
            if *least > 0 {
                found.push(("a side of a total left out", total(&nothing, short)));
            }
        }
        Derivation::Alternatives(name, each) => {
            found.push(("an alternative left out", Derivation::Alternatives(*name, each[1..].to_vec())));
        }
        Derivation::Unconfirmed | Derivation::Fact { .. } => {}
    }
    found
}

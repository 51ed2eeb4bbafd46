//! Whether the checker of certificates refuses an engine with a mistake: each mutant that changes what some answer claims.

use super::trial::Trial;
use super::weave::Mutant;
use anyhow::{Context, Result, anyhow, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Mutex;
use std::time::Duration;

/// The test that has the answers of invented students checked, and writes what they claim.
const TEST: &str = "audit::certificates::every_answer_is_shown";

/// What became of a mutant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// No answer claims anything else; whether a certificate fails or not.
    Same,
    /// The engine stops.
    Stopped,
    /// Some answer claims something else, and the checker refuses.
    Refused,
    /// Some answer claims something else, and the checker accepts all.
    Believed,
}

/// Tries mutants until all are done or time is over, and prints how many were refused. Fails where one was believed.
pub fn test(trial: &Trial, programs: &[PathBuf], mutants: &[Mutant], numbers: &[u32]) -> Result<()> {
    let program = programs.last().context("the native tests are a program")?;
    let file = |name: &str| std::env::temp_dir().join(format!("kuayu-claims-{}-{name}", std::process::id()));
    let (noted, told) = (file("reached"), file("right"));
    let names = [("KUAYU_REACHED", noted.display().to_string()), ("KUAYU_CLAIMS", told.display().to_string())];
    let passes = trial.run(program, &[TEST], &names, Duration::from_secs(600))?;
    ensure!(passes == Some(true), "mutants: {TEST} fails without any mistake");
    let right = std::fs::read_to_string(&told)?;
    let reached: BTreeSet<u32> =
        std::fs::read_to_string(&noted)?.lines().filter_map(|line| line.parse().ok()).collect();
    let numbers: Vec<u32> = numbers.iter().copied().filter(|number| reached.contains(number)).collect();
    println!(
        "mutants: the answers of the test claim {} things, {} mutants are reached",
        right.lines().count(),
        numbers.len()
    );
    let done = Mutex::new(BTreeMap::new());
    trial.at_once(numbers.len(), |at| {
        let Some(number) = numbers.get(at) else { return Ok(()) };
        let claims = file(&number.to_string());
        let names = [("KUAYU_MUTANT", number.to_string()), ("KUAYU_CLAIMS", claims.display().to_string())];
        let passes = trial.run(program, &[TEST], &names, Duration::from_secs(300))?;
        let outcome = match std::fs::read_to_string(&claims) {
            Err(_) => Outcome::Stopped,
            Ok(text) if text == right => Outcome::Same,
            Ok(_) if passes == Some(true) => Outcome::Believed,
            Ok(_) => Outcome::Refused,
        };
        std::fs::remove_file(&claims).ok();
        if !trial.is_over() {
            done.lock().map_err(|_| anyhow!("a trial failed"))?.insert(*number, outcome);
        }
        Ok(())
    })?;
    for file in [noted, told] {
        std::fs::remove_file(file).ok();
    }
    let done = done.into_inner().map_err(|_| anyhow!("a trial failed"))?;
    let count = |wanted: Outcome| done.values().filter(|outcome| **outcome == wanted).count();
    println!(
        "| mistakes in the engine | change nothing claimed | the engine stops | refused by the checker | believed |"
    );
    println!("|---|---|---|---|---|");
    let [same, stopped, refused, believed] =
        [Outcome::Same, Outcome::Stopped, Outcome::Refused, Outcome::Believed].map(count);
    println!("| {} | {same} | {stopped} | {refused} | {believed} |", done.len());
    let named = done.iter().filter(|(_, outcome)| **outcome == Outcome::Believed);
    let named: Vec<String> = named
        .filter_map(|(number, _)| mutants.get(*number as usize).map(|mutant| format!("\n  {}", mutant.name)))
        .collect();
    ensure!(named.is_empty(), "mutants: the checker believes {}:{}", named.len(), named.concat());
    Ok(())
}

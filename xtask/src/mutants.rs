//! Mutants: small mistakes put into the domain, one at a time. A test must fail for each, else nothing holds the line.
//!
//! cargo-mutants says which there are. All are woven into a copy of the project under `target/` (`weave`), which is
//! compiled once (`build`) and not once for each; the environment says which is made, and only the tests that reach it are
//! run, the quick ones first (`trial`).

mod build;
mod checker;
mod trial;
mod weave;

use crate::setup;
use crate::shell::{self, Aside, output, root};
use anyhow::{Context, Result, anyhow, bail, ensure};
use build::Built;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, Instant};
use trial::{Outcome, Trial};
use weave::Mutant;

/// The folders whose mistakes are looked for.
const FOLDERS: [&str; 6] = ["src/audit", "src/rules", "src/transcript", "src/import", "src/saved", "src/planning"];

/// Tests that read the source as text, which is another in the copy.
const WITHOUT: [&str; 1] = ["house::"];

/// Without a folder or a sample, it ends after so long.
const USUAL: Duration = Duration::from_secs(5 * 60);

/// Beside the browser tests, which take longer than this.
const BESIDE: &str = "15";

/// The module that the woven mutants ask.
const WOVEN: &str = include_str!("mutants/woven.rs");

/// Begins to try the mutants of the lines changed, in a program of its own, beside what is done meanwhile.
pub fn aside() -> Result<Aside> {
    let mut this = shell::command(&std::env::current_exe().context("where this program is")?.to_string_lossy());
    shell::aside(this.args(["mutants", "--minutes", BESIDE]), root().join("target/mutants.log"))
}

/// `mutants [FOLDER] [--sample N] [--seed S] [--minutes N] [--again] [--checker]`; without a folder or a sample, those of
/// the lines changed. `--again` tries those of all that the runs before let through. `--checker` asks of each whether the
/// checker of certificates refuses it.
pub fn command(args: &[&str]) -> Result<()> {
    let started = Instant::now();
    let asked = Asked::read(args)?;
    let mut wanted = files(asked.folder.as_deref());
    if asked.folder.is_none() && asked.sample.is_none() && !asked.again {
        let Some(difference) = changed()? else {
            println!("mutants: nothing was changed in {}, or there is nothing to compare with", FOLDERS.join(", "));
            return Ok(());
        };
        wanted.extend(["--in-diff".to_owned(), difference]);
    }
    setup::cargo_mutants()?;
    let mut mutants = list(&wanted)?;
    println!("mutants: {} in all", mutants.len());
    if let Some(size) = asked.sample.filter(|size| *size < mutants.len()) {
        wanted.extend(sample(mutants.len(), size, asked.seed));
        mutants = list(&wanted)?;
        println!("mutants: {} of them by {}", mutants.len(), wanted.join(" "));
    }
    if asked.again {
        let through = through();
        mutants.retain(|mutant| through.contains(&mutant.name));
        println!("mutants: {} of them were let through before", mutants.len());
    }
    if mutants.is_empty() {
        return Ok(());
    }
    test(&mutants, asked.time.map(|time| started + time), started, asked.checker)
}

/// What the command was asked for.
struct Asked {
    folder: Option<String>,
    sample: Option<usize>,
    seed: u64,
    time: Option<Duration>,
    again: bool,
    checker: bool,
}

impl Asked {
    fn read(args: &[&str]) -> Result<Asked> {
        let mut asked = Asked { folder: None, sample: None, seed: 1, time: None, again: false, checker: false };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            let mut number = || args.next().and_then(|text| text.parse::<u64>().ok()).context("mutants: a number");
            match *arg {
                "--sample" => asked.sample = Some(number()? as usize),
                "--seed" => asked.seed = number()?,
                "--minutes" => asked.time = Some(Duration::from_secs(number()? * 60)),
                "--again" => asked.again = true,
                "--checker" => asked.checker = true,
                folder if FOLDERS.contains(&folder) => asked.folder = Some(folder.to_owned()),
                other => bail!("mutants: no folder {other:?}; there are {}", FOLDERS.join(", ")),
            }
        }
        if asked.folder.is_none() && asked.sample.is_none() && !asked.again {
            asked.time.get_or_insert(USUAL);
        }
        Ok(asked)
    }
}

/// The arguments that choose the files of a folder, or of all. They stand here and not in `.cargo/mutants.toml`, to whose
/// files these would be added.
fn files(folder: Option<&str>) -> Vec<String> {
    let chosen = FOLDERS.into_iter().filter(|known| folder.is_none_or(|folder| folder == *known));
    chosen
        .flat_map(|folder| ["-f".to_owned(), format!("{folder}.rs"), "-f".to_owned(), format!("{folder}/**")])
        .collect()
}

/// Brings the copy of the project up to date; what is the same keeps its time, so that it is not compiled again. Files that
/// are woven are written later.
fn copy(woven: &BTreeSet<&str>) -> Result<PathBuf> {
    let tree = root().join("target/mutated/tree");
    let files = output(shell::command("git").args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]))?;
    // A file that was removed and not yet committed is listed, too.
    let files: Vec<&str> = files.split('\0').filter(|file| root().join(file).is_file()).collect();
    let mut kept: HashSet<PathBuf> = files.iter().map(|file| tree.join(file)).collect();
    kept.insert(tree.join("src/woven.rs"));
    remove_others(&tree, &kept)?;
    for file in files.iter().filter(|file| !woven.contains(*file)) {
        let mut text = std::fs::read(root().join(file))?;
        if *file == "src/lib.rs" {
            text.extend(b"pub mod woven;\n");
        }
        write(&tree.join(file), &text)?;
    }
    write(&tree.join("src/woven.rs"), WOVEN.as_bytes())?;
    Ok(tree)
}

fn write(to: &Path, text: &[u8]) -> Result<()> {
    if std::fs::read(to).is_ok_and(|known| known == text) {
        return Ok(());
    }
    std::fs::create_dir_all(to.parent().context("a file has a folder")?)?;
    std::fs::write(to, text).with_context(|| to.display().to_string())
}

/// Removes files of the copy that the project no longer has.
fn remove_others(folder: &Path, files: &HashSet<PathBuf>) -> Result<()> {
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry?.path();
        if path.is_dir() {
            remove_others(&path, files)?;
        } else if !files.contains(&path) {
            std::fs::remove_file(path)?;
        }
    }
    Ok(())
}

/// Where the names of those are kept that were let through, a line each.
fn kept() -> PathBuf {
    root().join("target/mutated/through.txt")
}

/// Those that the runs before let through.
fn through() -> BTreeSet<String> {
    let names = std::fs::read_to_string(kept()).unwrap_or_default();
    names.lines().map(str::to_owned).collect()
}

/// Notes what became of mutants, for who tries again.
fn keep(mutants: &[Mutant], done: &BTreeMap<u32, Outcome>) -> Result<()> {
    let mut names = through();
    for (mutant, outcome) in done.iter().filter_map(|(number, outcome)| Some((mutants.get(*number as usize)?, outcome)))
    {
        match outcome {
            Outcome::Missed | Outcome::Unsure => names.insert(mutant.name.clone()),
            Outcome::Caught | Outcome::Timeout => names.remove(&mutant.name),
        };
    }
    let lines: String = names.iter().map(|name| format!("{name}\n")).collect();
    write(&kept(), lines.as_bytes())
}

/// The mutants that arguments choose.
fn list(wanted: &[String]) -> Result<Vec<Mutant>> {
    let mut cargo = shell::command("cargo");
    let told = output(cargo.args(["mutants", "--list", "--json", "--colors=never"]).args(wanted))?;
    serde_json::from_str(&told).context("what cargo mutants tells cannot be read")
}

/// A file with what was changed since the base, but for files that git does not know yet. `None` where there is no
/// base, or no difference.
fn changed() -> Result<Option<String>> {
    let Some(base) = base() else { return Ok(None) };
    let mut git = shell::command("git");
    git.args(["diff", "--no-color", "--no-ext-diff", &base, "--"]);
    let difference = output(git.args(FOLDERS).args(FOLDERS.map(|folder| format!("{folder}.rs"))))?;
    let files: Vec<&str> = difference.lines().filter_map(|line| line.strip_prefix("+++ b/")).collect();
    if files.is_empty() {
        return Ok(None);
    }
    println!("mutants: changed since {base}: {}", files.join(", "));
    let file = root().join("target/mutated/changed.diff");
    write(&file, difference.as_bytes())?;
    Ok(Some(file.display().to_string()))
}

/// What the work is compared with: where it left the branch that it follows, else the commit before.
fn base() -> Option<String> {
    let git = |args: &[&str]| {
        let done = shell::command("git").args(args).output().ok().filter(|done| done.status.success())?;
        Some(String::from_utf8_lossy(&done.stdout).trim().to_owned())
    };
    let head = git(&["rev-parse", "HEAD"]);
    git(&["merge-base", "HEAD", "@{upstream}"])
        .filter(|base| Some(base) != head.as_ref())
        .or_else(|| git(&["rev-parse", "--verify", "--quiet", "HEAD~1"]))
}

/// Every so-manieth, so that there are about so many, from all files. The seed says where to begin.
fn sample(all: usize, size: usize, seed: u64) -> [String; 3] {
    let step = (all / size.max(1)).max(1) as u64;
    ["--shard".to_owned(), format!("{}/{step}", seed % step), "--sharding=round-robin".to_owned()]
}

/// Tries mutants until all are done or time is over, and tells what became of them. Fails where one was missed. One that
/// no test could catch is listed in `.cargo/mutants.toml`, with the reason.
fn test(mutants: &[Mutant], until: Option<Instant>, started: Instant, by_checker: bool) -> Result<()> {
    let tree = copy(&mutants.iter().map(|mutant| mutant.file.as_str()).collect())?;
    let write = |file: &str, text: &str| write(&tree.join(file), text.as_bytes());
    let Some(Built { programs, unviable, left }) = build::build(&tree, mutants, &write, until)? else {
        println!("mutants: they were not compiled in time, and none was tried");
        return Ok(());
    };
    println!("mutants: compiled after {} s", started.elapsed().as_secs());
    let trial = Trial { tree: &tree, until };
    let mut numbers: Vec<u32> =
        (0..mutants.len() as u32).filter(|at| !unviable.contains(at) && !left.contains(at)).collect();
    // Not one file after the other: what is done when time is over is a sample of all.
    numbers.sort_by_key(|number| number.wrapping_mul(2_654_435_761));
    if by_checker {
        return checker::test(&trial, &programs, mutants, &numbers);
    }
    let Some((tests, reached)) = trial.reached(&programs, &WITHOUT)? else {
        println!("mutants: not all tests could be looked at in time, and no mutant was tried");
        return Ok(());
    };
    println!("mutants: {} tests looked at after {} s", tests.len(), started.elapsed().as_secs());
    for test in tests.iter().rev().take(8).chain(tests.iter().filter(|test| !test.passes)) {
        let fails = if test.passes { "" } else { ", fails without any mistake and is left out" };
        println!("  {} in {:.1} s{fails}", test.name, test.took.as_secs_f64());
    }
    let (done, began) = (Mutex::new(BTreeMap::new()), Instant::now());
    trial.all(&tests, &reached, &numbers, &|number, outcome| {
        if let (Ok(mut done), Some(mutant)) = (done.lock(), mutants.get(number as usize)) {
            done.insert(number, outcome);
            if done.len().is_multiple_of(200) {
                println!("mutants: {} tried in {} s", done.len(), began.elapsed().as_secs());
            }
            if outcome == Outcome::Missed {
                let unreached = if reached.contains_key(&number) { "" } else { " (no test comes there)" };
                println!("missed: {}{unreached}", mutant.name);
            }
        }
    })?;
    let done = done.into_inner().map_err(|_| anyhow!("a trial failed"))?;
    tell(mutants, &done, &unviable);
    keep(mutants, &done)?;
    println!(
        "mutants: {} tried in {} s, after {} s of preparation",
        done.len(),
        began.elapsed().as_secs(),
        (began - started).as_secs()
    );
    let named = |at: &dyn Fn(u32) -> bool| {
        let chosen = (0..).zip(mutants).filter(|(number, _)| at(*number));
        chosen.map(|(_, mutant)| format!("\n  {}", mutant.name)).collect::<Vec<_>>()
    };
    let not_alone = named(&|number| left.contains(&number));
    if !not_alone.is_empty() {
        println!("mutants: {} cannot be woven in, and were not tried:{}", not_alone.len(), not_alone.concat());
    }
    let late = named(&|number| numbers.contains(&number) && !done.contains_key(&number));
    if !late.is_empty() {
        println!("mutants: {} were not reached in time:{}", late.len(), late.concat());
    }
    let unsure = named(&|number| done.get(&number) == Some(&Outcome::Unsure));
    if !unsure.is_empty() {
        println!("mutants: {} let through by the quick tests, not tried by the slow:{}", unsure.len(), unsure.concat());
    }
    let missed = named(&|number| done.get(&number) == Some(&Outcome::Missed));
    ensure!(missed.is_empty(), "mutants: no test fails for {}:{}", missed.len(), missed.concat());
    Ok(())
}

/// Prints the numbers by folder.
fn tell(mutants: &[Mutant], done: &BTreeMap<u32, Outcome>, unviable: &BTreeSet<u32>) {
    println!("| folder | mutants tried | caught | timeouts | missed | unsure | unviable | caught of the viable |");
    println!("|---|---|---|---|---|---|---|---|");
    for folder in FOLDERS.into_iter().chain(["src"]) {
        let within = |number: u32| mutants.get(number as usize).is_some_and(|mutant| mutant.file.starts_with(folder));
        let of = |wanted: Outcome| done.iter().filter(|(number, is)| within(**number) && **is == wanted).count();
        let [caught, timeout, missed, unsure] =
            [Outcome::Caught, Outcome::Timeout, Outcome::Missed, Outcome::Unsure].map(of);
        let unviable = unviable.iter().filter(|number| within(**number)).count();
        let viable = caught + timeout + missed + unsure;
        if viable + unviable > 0 {
            let percent = (caught + timeout) as f64 * 100.0 / viable.max(1) as f64;
            let folder = if folder == "src" { "all" } else { folder };
            let tried = viable + unviable;
            println!(
                "| {folder} | {tried} | {caught} | {timeout} | {missed} | {unsure} | {unviable} | {percent:.1} % |"
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_of_about_that_size() {
        assert_eq!(sample(3463, 150, 1), ["--shard", "1/23", "--sharding=round-robin"]);
        assert_eq!(sample(3463, 150, 24), sample(3463, 150, 1));
        assert_eq!(sample(5, 150, 7)[1], "0/1");
    }

    #[test]
    fn a_folder_is_looked_at_alone() {
        assert_eq!(files(Some("src/saved")), ["-f", "src/saved.rs", "-f", "src/saved/**"]);
        assert_eq!(files(None).len(), 4 * FOLDERS.len());
    }

    #[test]
    fn what_is_asked_for_is_read() {
        let asked = Asked::read(&["src/saved", "--sample", "5"]).unwrap();
        assert_eq!((asked.folder.as_deref(), asked.sample, asked.time), (Some("src/saved"), Some(5), None));
        assert_eq!(Asked::read(&[]).unwrap().time, Some(USUAL));
        assert_eq!(Asked::read(&["--minutes", "15"]).unwrap().time, Some(Duration::from_secs(15 * 60)));
        assert!(Asked::read(&["src/nothing"]).is_err() && Asked::read(&["--sample"]).is_err());
    }
}

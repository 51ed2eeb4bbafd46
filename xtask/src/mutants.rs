//! Mutants: small mistakes put into the domain, one at a time. A test must fail for each, else nothing holds the line.
//!
//! cargo-mutants makes them, in a copy of the project under `target/` that stays from run to run, so that only what a
//! mistake touches is compiled again. What it looks at is in `.cargo/mutants.toml`. The copy has only the tests that are
//! to find the mistakes of the folder: each is compiled anew for each mistake.

use crate::setup;
use crate::shell::{self, output, root};
use anyhow::{Context, Result, bail, ensure};
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The folders whose mistakes are looked for.
const FOLDERS: [&str; 6] = ["src/audit", "src/rules", "src/transcript", "src/import", "src/saved", "src/planning"];

/// Which modules of `tests/all` are to find the mistakes of a folder, beside the unit tests.
const TESTS: [(&str, &[&str]); 4] = [
    ("src/import", &["import"]),
    ("src/saved", &["saved"]),
    ("src/planning", &["planning"]),
    ("src", &["audit", "import", "planning", "saved", "scenarios"]),
];

/// Without a folder or a sample, no mutant is begun after so many minutes.
const MINUTES: u64 = 5;

/// Smaller runs of the tests that try many cases: a mistake shows in the first of them or in none.
const CASES: [(&str, &str); 4] = [
    ("KUAYU_ORACLE_CASES", "2000"),
    ("KUAYU_ORACLE_CLASH_CASES", "300"),
    ("KUAYU_PROPERTY_CASES", "5"),
    ("KUAYU_SIMULATION", "3000"),
];

/// Tests that take longer than so many seconds, compiling included, do not end because of the mistake.
const TIMEOUT: &str = "240";

/// `mutants [FOLDER] [--sample N] [--seed S] [--minutes N]`; without a folder or a sample, those of the lines changed.
pub fn command(args: &[&str]) -> Result<()> {
    let asked = Asked::read(args)?;
    setup::cargo_mutants()?;
    let tree = copy()?;
    narrow(&tree, asked.folder.as_deref().unwrap_or("src"))?;
    let mut wanted = files(asked.folder.as_deref());
    if asked.folder.is_none() && asked.sample.is_none() {
        let Some(difference) = changed()? else {
            println!("mutants: nothing was changed in {}, or there is nothing to compare with", FOLDERS.join(", "));
            return Ok(());
        };
        wanted.extend(["--in-diff".to_owned(), difference]);
    }
    let mut names = list(&tree, &wanted)?;
    println!("mutants: {} in all", names.len());
    if let Some(size) = asked.sample {
        wanted.extend(sample(names.len(), size, asked.seed));
        names = list(&tree, &wanted)?;
        println!("mutants: {} of them by {}", names.len(), wanted.join(" "));
    }
    test(&tree, &wanted, &names, asked.minutes)
}

/// What the command was asked for.
struct Asked {
    folder: Option<String>,
    sample: Option<usize>,
    seed: u64,
    minutes: Option<u64>,
}

impl Asked {
    fn read(args: &[&str]) -> Result<Asked> {
        let mut asked = Asked { folder: None, sample: None, seed: 1, minutes: None };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            let mut number = || args.next().and_then(|text| text.parse::<u64>().ok()).context("mutants: a number");
            match *arg {
                "--sample" => asked.sample = Some(number()? as usize),
                "--seed" => asked.seed = number()?,
                "--minutes" => asked.minutes = Some(number()?),
                folder if FOLDERS.contains(&folder) => asked.folder = Some(folder.to_owned()),
                other => bail!("mutants: no folder {other:?}; there are {}", FOLDERS.join(", ")),
            }
        }
        if asked.folder.is_none() && asked.sample.is_none() {
            asked.minutes.get_or_insert(MINUTES);
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

/// Brings the copy of the project up to date; what is the same keeps its time, so that it is not compiled again.
fn copy() -> Result<PathBuf> {
    let tree = root().join("target/mutated/tree");
    let files = output(shell::command("git").args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]))?;
    // A file that was removed and not yet committed is listed, too.
    let files: HashSet<PathBuf> = files
        .split('\0')
        .map(|file| tree.join(file))
        .filter(|file| root().join(within(&tree, file)).is_file())
        .collect();
    remove_others(&tree, &files)?;
    for to in &files {
        let text = std::fs::read(root().join(within(&tree, to)))?;
        if std::fs::read(to).is_ok_and(|known| known == text) {
            continue;
        }
        std::fs::create_dir_all(to.parent().context("a file has a folder")?)?;
        std::fs::write(to, text).with_context(|| to.display().to_string())?;
    }
    Ok(tree)
}

/// Leaves in the copy the tests that are to find the mistakes of that folder, and what those need of the package: without
/// the command line and its crates.
fn narrow(tree: &Path, folder: &str) -> Result<()> {
    let modules = TESTS.iter().find(|(of, _)| folder.starts_with(of)).map(|(_, modules)| *modules).unwrap_or_default();
    let change = |file: &str, change: &dyn Fn(&str) -> String| -> Result<()> {
        let file = tree.join(file);
        let text = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        Ok(std::fs::write(&file, change(&text))?)
    };
    change("tests/all/main.rs", &|text| only(text, modules))?;
    change("Cargo.toml", &|text| text.replace(NEEDS_ALL, NEEDS))
}

/// What the tests ask of the package, and what those that stay need.
const NEEDS_ALL: &str = "path = \"tests/all/main.rs\"\nrequired-features = [\"cli\"]";
const NEEDS: &str = "path = \"tests/all/main.rs\"\nrequired-features = [\"office\"]";

/// The program of tests with those modules, and with what they share.
fn only(text: &str, modules: &[&str]) -> String {
    let stays = |line: &&str| match line.strip_prefix("mod ").and_then(|line| line.strip_suffix(';')) {
        Some(module) => module == "support" || modules.contains(&module),
        None => true,
    };
    text.lines().filter(stays).map(|line| format!("{line}\n")).collect()
}

/// A file's path within the project.
fn within<'a>(tree: &Path, file: &'a Path) -> &'a Path {
    file.strip_prefix(tree).unwrap_or(file)
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

fn cargo_mutants(tree: &Path) -> std::process::Command {
    let mut command = shell::command("nice");
    command.args(["-n19", "cargo", "mutants", "--colors=never"]).current_dir(tree);
    // What the ordinary tests compiled is not compiled again.
    command.env("CARGO_TARGET_DIR", root().join("target")).envs(CASES);
    command
}

/// The names of the mutants that arguments choose.
fn list(tree: &Path, wanted: &[String]) -> Result<Vec<String>> {
    Ok(output(cargo_mutants(tree).arg("--list").args(wanted))?.lines().map(str::to_owned).collect())
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
    std::fs::write(&file, &difference)?;
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

/// What became of mutants: how many, and their names, by the word for it.
type Done = BTreeMap<&'static str, Vec<String>>;

/// Tries mutants one after the other, until all are done or time is over, and tells what became of them. Fails where one
/// was missed. One that no test could catch is listed in `.cargo/mutants.toml`, with the reason.
fn test(tree: &Path, wanted: &[String], names: &[String], minutes: Option<u64>) -> Result<()> {
    if names.is_empty() {
        return Ok(());
    }
    let started = Instant::now();
    let out = root().join("target/mutated");
    let until = minutes.map(|minutes| started + Duration::from_secs(minutes * 60));
    std::fs::remove_dir_all(out.join("mutants.out")).ok();
    let mut command = cargo_mutants(tree);
    command.args(["--in-place", "--timeout", TIMEOUT, "--output"]).arg(&out).args(wanted);
    let mut child = command.spawn().context("cannot start cargo mutants")?;
    let mut stopped = false;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if !stopped && until.is_some_and(|until| Instant::now() > until) {
            // It puts back what it changed, and has noted what was done so far.
            shell::command("kill").args(["-INT", &child.id().to_string()]).status()?;
            stopped = true;
        }
        std::thread::sleep(Duration::from_millis(200));
    };
    let mut done = Done::new();
    for word in ["caught", "missed", "timeout", "unviable"] {
        let text = std::fs::read_to_string(out.join(format!("mutants.out/{word}.txt"))).unwrap_or_default();
        done.insert(word, text.lines().map(str::to_owned).collect());
    }
    tell(names, &done, started.elapsed());
    let missed = done.get("missed").map(Vec::as_slice).unwrap_or_default();
    ensure!(missed.is_empty(), "mutants: no test fails for {}:\n  {}", missed.len(), missed.join("\n  "));
    // Its own failures, beside missed mutants (2) and timeouts (3): the tests fail without any mistake, or do not compile.
    ensure!(stopped || matches!(status.code(), Some(0 | 3)), "mutants: cargo mutants failed ({status})");
    Ok(())
}

/// Prints the numbers by folder, and what was not reached.
fn tell(names: &[String], done: &Done, took: Duration) {
    println!("| folder | mutants tried | caught | timeouts | missed | unviable | caught of the viable |");
    println!("|---|---|---|---|---|---|---|");
    for folder in FOLDERS.into_iter().chain(["src"]) {
        let of = |word: &str| {
            let names = done.get(word).into_iter().flatten();
            names.filter(|name| name.starts_with(folder)).count()
        };
        let [caught, timeout, missed, unviable] = ["caught", "timeout", "missed", "unviable"].map(of);
        let viable = caught + timeout + missed;
        if viable + unviable > 0 {
            let percent = (caught + timeout) as f64 * 100.0 / viable.max(1) as f64;
            let folder = if folder == "src" { "all" } else { folder };
            let tried = viable + unviable;
            println!("| {folder} | {tried} | {caught} | {timeout} | {missed} | {unviable} | {percent:.0} % |");
        }
    }
    let tried: usize = done.values().map(Vec::len).sum();
    println!("mutants: {tried} in {} s", took.as_secs());
    let reached = |name: &&String| !done.values().any(|done| done.contains(*name));
    let left: Vec<&String> = names.iter().filter(reached).collect();
    if !left.is_empty() {
        println!("mutants: {} were not reached in time:", left.len());
        left.iter().for_each(|name| println!("  {name}"));
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
    fn only_the_tests_of_the_folder_stay() {
        let all = "//! Tests.\n\nmod audit;\nmod house;\nmod saved;\nmod support;\n";
        assert_eq!(only(all, &["saved"]), "//! Tests.\n\nmod saved;\nmod support;\n");
        let program = std::fs::read_to_string(root().join("tests/all/main.rs")).unwrap();
        for module in TESTS.iter().flat_map(|(_, modules)| *modules) {
            assert!(program.contains(&format!("mod {module};")), "{module}");
        }
        let package = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
        assert!(package.contains(NEEDS_ALL));
    }

    #[test]
    fn what_is_asked_for_is_read() {
        let asked = Asked::read(&["src/saved", "--sample", "5"]).unwrap();
        assert_eq!((asked.folder.as_deref(), asked.sample, asked.minutes), (Some("src/saved"), Some(5), None));
        assert_eq!(Asked::read(&[]).unwrap().minutes, Some(MINUTES));
        assert!(Asked::read(&["src/nothing"]).is_err() && Asked::read(&["--sample"]).is_err());
    }
}

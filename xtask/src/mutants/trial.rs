//! Mutants tried: for each, the tests that reach it, the quick ones first, until one fails.

use crate::shell;
use anyhow::{Context, Result, anyhow, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};

/// A test of one of the programs, how long it takes without any mistake, and whether it passes then.
pub struct Test {
    program: PathBuf,
    pub name: String,
    pub took: Duration,
    pub passes: bool,
}

/// The tests that reach a mutant, the quick ones first, by the mutant's number.
pub type Reached = BTreeMap<u32, Vec<usize>>;

/// What became of a mutant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    Caught,
    Timeout,
    Missed,
    /// The quick tests let it through, and time was over before the slow ones had been run.
    Unsure,
}

/// Smaller runs of the tests that try many cases: a mistake shows in the first of them or in none.
const CASES: [(&str, &str); 4] = [
    ("KUAYU_ORACLE_CASES", "2000"),
    ("KUAYU_ORACLE_CLASH_CASES", "300"),
    ("KUAYU_PROPERTY_CASES", "5"),
    ("KUAYU_SIMULATION", "3000"),
];

/// A run of tests that needs so many times what it takes without a mistake, and so many seconds more, does not end because
/// of the mistake. Of a processor's time; by the clock it may take longer by as much again, since others work here, too.
const SLOWER: u32 = 5;
const LEAST: Duration = Duration::from_secs(5);
const WAITING: u32 = 8;

/// How much of a processor's time a test may need without a mistake.
const LONGEST: Duration = Duration::from_secs(200);

/// So much memory a program of tests may take, in kilobytes: some mistakes never stop asking for more.
const MEMORY: &str = "4000000";

/// The signal by which what does not end is ended.
const KILLED: i32 = 9;

/// Tests are run together while they take no longer than this; then so many times as long.
const BATCH: Duration = Duration::from_millis(300);

/// Tests that take longer are slow: they are run when all mutants have been tried by the others, for those let through.
const SLOW: Duration = Duration::from_secs(4);

/// Where tests run, and until when.
pub struct Trial<'t> {
    pub tree: &'t Path,
    pub until: Option<Instant>,
}

impl Trial<'_> {
    /// All tests of the programs, but for those whose name begins with one of `without`; each is run once, alone, to see
    /// which mutants it reaches and how long it takes. The map is from mutants to tests, the quick ones first. `None` where
    /// time was over before all were looked at.
    pub fn reached(&self, programs: &[PathBuf], without: &[&str]) -> Result<Option<(Vec<Test>, Reached)>> {
        let mut names = Vec::new();
        for program in programs {
            let list = shell::output(Command::new(program).arg("--list").current_dir(self.tree))?;
            let tests = list.lines().filter_map(|line| line.strip_suffix(": test"));
            let wanted = tests.filter(|name| !without.iter().any(|start| name.starts_with(start)));
            names.extend(wanted.map(|name| (program.clone(), name.to_owned())));
        }
        let done = Mutex::new(Vec::new());
        self.at_once(names.len(), |at| {
            let Some((program, name)) = names.get(at) else { return Ok(()) };
            let file = std::env::temp_dir().join(format!("kuayu-reached-{}-{at}", std::process::id()));
            let started = Instant::now();
            let passes = self.run(program, &[name], &[("KUAYU_REACHED", file.display().to_string())], LONGEST)?;
            let noted = std::fs::read_to_string(&file).unwrap_or_default();
            std::fs::remove_file(&file).ok();
            let numbers: BTreeSet<u32> = noted.lines().filter_map(|line| line.parse().ok()).collect();
            let passes = passes == Some(true);
            let test = Test { program: program.clone(), name: name.clone(), took: started.elapsed(), passes };
            done.lock().map_err(|_| anyhow!("a trial failed"))?.push((test, numbers));
            Ok(())
        })?;
        let mut done = done.into_inner().map_err(|_| anyhow!("a trial failed"))?;
        if done.len() < names.len() || self.is_over() {
            return Ok(None);
        }
        done.sort_by_key(|(test, _)| test.took);
        let mut reached = Reached::new();
        for (at, (test, numbers)) in done.iter().enumerate() {
            for number in numbers.iter().filter(|_| test.passes) {
                reached.entry(*number).or_default().push(at);
            }
        }
        Ok(Some((done.into_iter().map(|(test, _)| test).collect(), reached)))
    }

    /// Tries mutants until all are done or time is over, and calls `told` with what became of each.
    pub fn all(
        &self,
        tests: &[Test],
        reached: &Reached,
        numbers: &[u32],
        told: &(dyn Fn(u32, Outcome) + Sync),
    ) -> Result<()> {
        let of = |number: u32, slow: bool| {
            let of = reached.get(&number).map(Vec::as_slice).unwrap_or_default();
            of.iter().filter_map(|at| tests.get(*at)).filter(move |test| (test.took > SLOW) == slow)
        };
        let through = Mutex::new(BTreeSet::new());
        self.at_once(numbers.len(), |at| {
            let Some(number) = numbers.get(at) else { return Ok(()) };
            let outcome = self.one(of(*number, false), *number)?;
            // What was ended because time is over says nothing, and what was not run might have found it.
            if outcome == Outcome::Missed && of(*number, true).next().is_some() {
                through.lock().map_err(|_| anyhow!("a trial failed"))?.insert(*number);
            } else if outcome == Outcome::Caught || !self.is_over() {
                told(*number, outcome);
            }
            Ok(())
        })?;
        let through: Vec<u32> = through.into_inner().map_err(|_| anyhow!("a trial failed"))?.into_iter().collect();
        println!("mutants: {} let through by the quick tests, the slow ones follow", through.len());
        let open = Mutex::new(through.iter().copied().collect::<BTreeSet<u32>>());
        self.at_once(through.len(), |at| {
            let Some(number) = through.get(at) else { return Ok(()) };
            let outcome = self.one(of(*number, true), *number)?;
            if outcome == Outcome::Caught || !self.is_over() {
                told(*number, outcome);
                open.lock().map_err(|_| anyhow!("a trial failed"))?.remove(number);
            }
            Ok(())
        })?;
        for number in open.into_inner().map_err(|_| anyhow!("a trial failed"))? {
            told(number, Outcome::Unsure);
        }
        Ok(())
    }

    pub fn is_over(&self) -> bool {
        self.until.is_some_and(|until| Instant::now() >= until)
    }

    fn one<'t>(&self, tests: impl Iterator<Item = &'t Test>, number: u32) -> Result<Outcome> {
        let mut batch: BTreeMap<&Path, Vec<&str>> = BTreeMap::new();
        let (mut longest, mut takes) = (BATCH, Duration::ZERO);
        let mut tests = tests.peekable();
        while let Some(test) = tests.next() {
            batch.entry(&test.program).or_default().push(&test.name);
            takes += test.took;
            if tests.peek().is_some_and(|next| takes + next.took < longest) {
                continue;
            }
            for (program, names) in std::mem::take(&mut batch) {
                let limit = LEAST + takes * SLOWER;
                match self.run(program, &names, &[("KUAYU_MUTANT", number.to_string())], limit)? {
                    None => return Ok(Outcome::Timeout),
                    Some(false) => return Ok(Outcome::Caught),
                    Some(true) => {}
                }
            }
            (longest, takes) = (longest * 4, Duration::ZERO);
        }
        Ok(Outcome::Missed)
    }

    /// Whether these tests of a program pass; `None` when they do not end in so much of a processor's time.
    pub fn run(
        &self,
        program: &Path,
        names: &[&str],
        told: &[(&str, String)],
        limit: Duration,
    ) -> Result<Option<bool>> {
        let left = self.until.map(|until| until.saturating_duration_since(Instant::now()) + Duration::from_secs(1));
        let script = format!("ulimit -v {MEMORY} -t {}; exec \"$0\" \"$@\"", limit.as_secs().max(1));
        let limit = left.map_or(limit * WAITING, |left| left.min(limit * WAITING)).as_secs().to_string();
        // It ends what a test has started, too.
        let mut command = shell::command("timeout");
        command.args(["-s", "KILL", &limit, "nice", "-n19", "bash", "-c", &script]).arg(program);
        command.args(["--exact", "--test-threads=1"]).args(names).current_dir(self.tree);
        command.env("CARGO_MANIFEST_DIR", self.tree).envs(CASES).envs(told.iter().cloned());
        let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().context("cannot start tests")?;
        ensure!(!matches!(status.code(), Some(125..=127)), "mutants: cannot start {}", program.display());
        Ok(if status.signal() == Some(KILLED) { None } else { Some(status.success()) })
    }

    /// Calls `work` with each number below `count`, as many at once as there are processors, until time is over.
    pub fn at_once(&self, count: usize, work: impl Fn(usize) -> Result<()> + Sync) -> Result<()> {
        let next = AtomicUsize::new(0);
        let threads = std::thread::available_parallelism().map_or(2, usize::from);
        let worker = || -> Result<()> {
            while !self.is_over() {
                let at = next.fetch_add(1, Relaxed);
                if at >= count {
                    break;
                }
                work(at)?;
            }
            Ok(())
        };
        std::thread::scope(|scope| {
            let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
            let mut all = workers.into_iter().map(|worker| worker.join());
            all.try_for_each(|done| done.unwrap_or_else(|_| Err(anyhow!("a trial failed"))))
        })
    }
}

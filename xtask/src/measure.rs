//! `kuayu batch` over many invented students: how long, how much memory, against the goal.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::invent::Source;
use crate::shell::{self, root};
use crate::{browser, build};

/// The goal: 10,000 students on two cores.
const SECONDS: f64 = 10.0;
const MEGABYTES: f64 = 300.0;
const CORES: f64 = 2.0;

/// `batch [--students N] [--runs N] [--advice]`
pub fn command(args: &[&str]) -> Result<()> {
    let number = |name: &str, default: usize| -> Result<usize> {
        let at = args.iter().position(|arg| *arg == name);
        at.map_or(Ok(default), |at| args.get(at + 1).context("a number")?.parse().context("a number"))
    };
    let (students, runs) = (number("--students", 10_000)?, number("--runs", 3)?);
    let dir = invent(students)?;
    let program = build::command_line(&mut shell::command("cargo"))?;
    let mut least = f64::MAX;
    for _ in 0..runs {
        let mut kuayu = Command::new(&program);
        kuayu.current_dir(root()).arg("batch").args(args.iter().filter(|arg| **arg == "--advice"));
        kuayu.args(["--roster".as_ref(), dir.join("roster.csv").as_os_str(), dir.join("transcripts").as_os_str()]);
        kuayu.args(["--out".as_ref(), dir.join("results.csv").as_os_str()]);
        let used = run(&mut kuayu)?;
        println!(
            "{students} students: {:.1} s, {:.1} s of processor time, {:.0} MB at most",
            used.wall, used.processor, used.megabytes
        );
        ensure!(used.megabytes <= MEGABYTES, "more than {MEGABYTES} MB");
        least = least.min(used.processor);
    }
    // The machine may be shared, the processor time is not.
    let goal = SECONDS * CORES * students as f64 / 10_000.0;
    ensure!(least <= goal, "{least:.1} s of processor time, the goal is {goal:.1} s");
    Ok(())
}

/// `measure-office [--students N]`: the same by the office's page, beside the command line's answers.
pub fn office(args: &[&str]) -> Result<()> {
    let at = args.iter().position(|arg| *arg == "--students");
    let students = at.map_or(Ok(10_000), |at| args.get(at + 1).context("a number")?.parse().context("a number"))?;
    let dir = invent(students)?;
    let mut kuayu = Command::new(build::command_line(&mut shell::command("cargo"))?);
    kuayu.current_dir(root()).args(["batch".as_ref(), "--roster".as_ref(), dir.join("roster.csv").as_os_str()]);
    kuayu.args([dir.join("transcripts").as_os_str(), "--out".as_ref(), dir.join("results.csv").as_os_str()]);
    let used = run(&mut kuayu)?;
    println!("the command line: {:.1} s, {:.1} s of processor time", used.wall, used.processor);
    browser::script("tools/office.mjs", &[&dir.to_string_lossy()])
}

/// Writes roster and transcripts under `target/`, and says where.
fn invent(students: usize) -> Result<PathBuf> {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).with_context(|| path.to_owned());
    let years: Vec<String> =
        (112..=115).map(|year| read(&format!("public/curricula/{year}.json"))).collect::<Result<_>>()?;
    let source = Source::new(&read("programs.json")?, &years.iter().map(String::as_str).collect::<Vec<_>>())?;
    let dir = root().join("target/invented");
    _ = std::fs::remove_dir_all(&dir);
    std::fs::create_dir_all(dir.join("transcripts"))?;
    std::fs::write(dir.join("roster.csv"), source.roster(students))?;
    for number in 0..students {
        let (name, text) = source.transcript(number);
        std::fs::write(dir.join("transcripts").join(name), text)?;
    }
    Ok(dir)
}

struct Used {
    /// Seconds.
    wall: f64,
    /// Seconds, of all cores together.
    processor: f64,
    megabytes: f64,
}

/// Runs a command and watches what it uses, as Linux tells it while the process lives.
fn run(command: &mut Command) -> Result<Used> {
    let begun = Instant::now();
    let mut child = command.stderr(Stdio::null()).spawn().context("kuayu does not start")?;
    let (mut megabytes, mut processor) = (0.0, 0.0);
    loop {
        let proc = |file: &str| std::fs::read_to_string(format!("/proc/{}/{file}", child.id())).unwrap_or_default();
        let peak = proc("status")
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok());
        megabytes = peak.map_or(megabytes, |kilobytes| kilobytes / 1024.0);
        let stat = proc("stat");
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        // utime and stime, in hundredths of a second on every Linux that this runs on.
        let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<f64>().ok()).unwrap_or(0.0);
        processor = f64::max(processor, (ticks(11) + ticks(12)) / 100.0);
        if let Some(status) = child.try_wait()? {
            let wall = begun.elapsed().as_secs_f64();
            match status.code() {
                Some(0 | 3) => return Ok(Used { wall, processor, megabytes }),
                code => bail!("kuayu batch ended with {code:?}"),
            }
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

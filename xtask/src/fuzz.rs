//! The fuzz targets (`fuzz/`) with what a machine for building has: libFuzzer is built by its own crate, and the compiler
//! puts the counters in that it looks at. cargo-fuzz is not needed, nor another toolchain.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use crate::shell::{self, root, run};

/// What cargo-fuzz gives the compiler, but for what needs a nightly one: a fault here is a panic, and unsafe code is denied.
const FLAGS: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
     -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
     -Cdebug-assertions=yes -Coverflow-checks=yes -Ccodegen-units=1";

/// Files to begin with beside `fuzz/seeds`, by target.
const FOLDERS: [(&str, &[&str]); 3] = [
    ("pdf", &["tests/fixtures/opened", "tests/fixtures/odd"]),
    ("workbook", &["tests/fixtures/opened", "tests/fixtures/odd"]),
    ("timetable", &["tests/fixtures/transcripts"]),
];

/// Larger files take so long that little is tried with them. Bytes.
const LARGEST: u64 = 40_000;

/// `fuzz TARGET [--seconds N] [--seed N] [--keep]`; `--keep` packs the fewest files that reach all that was reached into
/// `fuzz/kept/`, where the next run begins.
pub fn command(args: &[&str]) -> Result<()> {
    let (target, rest) = args.split_first().context("fuzz: which target? They are in fuzz/fuzz_targets")?;
    let number = |name: &str, default: u64| -> Result<u64> {
        let at = rest.iter().position(|arg| *arg == name);
        at.map_or(Ok(default), |at| rest.get(at + 1).context("a number")?.parse().context("a number"))
    };
    let (seconds, seed) = (number("--seconds", 300)?, number("--seed", 1)?);
    let fuzz = root().join("fuzz");
    ensure!(fuzz.join("fuzz_targets").join(format!("{target}.rs")).is_file(), "fuzz: no target {target:?}");
    let host = host()?;
    let mut build = shell::command("cargo");
    build.current_dir(&fuzz).env("RUSTFLAGS", FLAGS);
    // With a target named, programs that run while building get no counters.
    run(build.args(["build", "--release", "--target", &host, "--bin", target]))?;
    let corpus = fuzz.join("corpus").join(target);
    std::fs::create_dir_all(&corpus)?;
    begin_with(target, &corpus)?;
    let program = fuzz.join("target").join(host).join("release").join(target);
    let mut command = shell::command("nice");
    command.current_dir(&fuzz).arg("-n19").arg(&program);
    command.arg(&corpus).args([
        format!("-max_total_time={seconds}"),
        format!("-seed={seed}"),
        "-rss_limit_mb=2048".to_owned(),
        "-timeout=20".to_owned(),
        "-print_final_stats=1".to_owned(),
        format!("-artifact_prefix={}/", fuzz.join("artifacts").display()),
    ]);
    let words = fuzz.join("words").join(target);
    if words.is_file() {
        command.arg(format!("-dict={}", words.display()));
    }
    std::fs::create_dir_all(fuzz.join("artifacts"))?;
    run(&mut command)?;
    if rest.contains(&"--keep") { keep(&program, target, &corpus) } else { Ok(()) }
}

/// Packs the fewest files of a corpus that reach all that it reaches, small ones first.
fn keep(program: &Path, target: &str, corpus: &Path) -> Result<()> {
    let fewest = root().join("fuzz/target/fewest").join(target);
    std::fs::remove_dir_all(&fewest).ok();
    std::fs::create_dir_all(&fewest)?;
    run(shell::command("nice").arg("-n19").arg(program).arg("-merge=1").arg(&fewest).arg(corpus))?;
    let mut files = files(&fewest)?;
    files.sort();
    let packed = kept(target);
    std::fs::create_dir_all(root().join("fuzz/kept"))?;
    let mut zip = ZipWriter::new(File::create(&packed).with_context(|| packed.display().to_string())?);
    // No time of day in it: the same files give the same bytes.
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default()).unix_permissions(0o644);
    for file in &files {
        zip.start_file(name(file), options)?;
        zip.write_all(&std::fs::read(file)?)?;
    }
    zip.finish()?;
    println!("fuzz: {} files kept in {}", files.len(), packed.display());
    Ok(())
}

/// Where the files are that runs before have kept of a target.
fn kept(target: &str) -> PathBuf {
    root().join("fuzz/kept").join(format!("{target}.zip"))
}

/// Puts the seeds of a target where it begins, and what was kept.
fn begin_with(target: &str, corpus: &Path) -> Result<()> {
    if let Ok(packed) = File::open(kept(target)) {
        zip::ZipArchive::new(packed)?.extract(corpus)?;
    }
    let seeds = files(&root().join("fuzz/seeds"))?;
    let own = seeds.into_iter().filter(|file| name(file).starts_with(&format!("{target}-")));
    let folders = FOLDERS.iter().filter(|(of, _)| *of == target).flat_map(|(_, folders)| folders.iter());
    let mut all: Vec<_> = own.collect();
    for folder in folders {
        all.extend(files(&root().join(folder))?.into_iter().filter(|file| suits(target, &name(file))));
    }
    for file in all {
        if std::fs::metadata(&file)?.len() > LARGEST {
            continue;
        }
        std::fs::copy(&file, corpus.join(name(&file))).with_context(|| file.display().to_string())?;
    }
    Ok(())
}

/// Whether a file is of the kind that a target reads.
fn suits(target: &str, name: &str) -> bool {
    match target {
        "pdf" => name.ends_with(".pdf"),
        "workbook" => [".xlsx", ".xls", ".ods"].iter().any(|end| name.ends_with(end)),
        _ => name.starts_with(target),
    }
}

fn name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let paths: std::io::Result<Vec<_>> = entries.map(|entry| Ok(entry?.path())).collect();
    Ok(paths?.into_iter().filter(|path| path.is_file()).collect())
}

/// What this machine is called by the compiler.
fn host() -> Result<String> {
    let said = shell::output(shell::command("rustc").arg("-vV"))?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc does not name its host")?;
    Ok(host.to_owned())
}

//! `cargo xtask <command>`: everything about this project that needs logic rather than a line of shell.
//!
//! Not here: anything the app or the command line needs at run time.

mod answers;
mod bill;
mod browser;
mod budget;
mod build;
mod compact;
mod dist;
mod finish;
mod fuzz;
mod invent;
mod licences;
mod lint;
mod measure;
mod merge;
mod mutants;
mod narrow;
mod office;
mod pack;
mod package;
mod prune;
mod readers;
mod release;
mod scripts;
mod serve;
mod setup;
mod shell;
mod split;
mod styles;
mod test;
mod weigh;
mod windows;

use anyhow::{Result, bail};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask <command>

  serve [--port N] [--no-build]   set up what is missing, build a release, serve it on 127.0.0.1
  build                           set up what is missing, build a release into dist/
  test [native|wasm|browser]... [--engine chromium|webkit|firefox]
                                  set up what is missing, run every test (or only the named kinds; in one browser)
  lint                            clippy, native and wasm32, warnings denied
  fuzz TARGET [--seconds N] [--seed N] [--keep]
                                  one of fuzz/fuzz_targets for a time (300 s), from fuzz/seeds, the fixtures and
                                  fuzz/kept, where --keep packs what reaches all that was reached
  mutants [FOLDER] [--sample N] [--seed S] [--minutes N] [--again] [--checker]
                                  small mistakes in what was changed (5 min), in a folder or a sample: a test must fail;
                                  --again: those that were let through before;
                                  with --checker, the checker of certificates must refuse what answers otherwise
  licences                        the licences of all dependencies against a list
  budget [--write]                weigh dist/ against docs/weight.md; write docs/sizes.md
  weigh                           what of the source weighs what in the compiled app
  measure-batch [--students N] [--runs N] [--advice]
                                  time and memory of `kuayu batch` over invented students, against the goal
  measure-office [--students N]   the same by the office's page: time, memory, longest task, the same bytes
  compare-answers OLD NEW         two results of `kuayu batch --json`: how many answers changed, and how
  package [--no-build]            the site and instructions for the web staff as one zip
  release [--no-tag]              site, command line and checksums of this version into target/release-VERSION/, and its tag
  screenshots [PART]...           pictures of every page: sizes, themes, languages
  loads [--engine webkit|chromium] [--times N]
                                  does it start, load after load; counts and tells stops
  opening                         how long a workbook and a PDF of 150 rows take, 4 times slower processor
  speed [--write]                 how fast it feels: 4 times slower processor, slow 4G, hosts that pack and that do not;
                                  write docs/speed.md
  lighthouse                      Lighthouse's scores, mobile, against the budget
  accessibility [PAGE]...         IBM's checker and Siteimprove's Alfa on every page, in both themes
  icons                           draw the PNG icons from the SVG
  finish                          (called by Trunk) build id, precache list, content security policy
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = if split::is_called() { split::stand_in(&args) } else { run(&args) };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[&str]) -> Result<()> {
    let Some((command, rest)) = args.split_first() else {
        print!("{USAGE}");
        return Ok(());
    };
    match *command {
        "serve" => serve::command(rest),
        "build" => build::release(),
        "test" => test::command(rest),
        "lint" => lint::command(),
        "fuzz" => fuzz::command(rest),
        "mutants" => mutants::command(rest),
        "licences" => licences::command(),
        "budget" => budget::command(rest),
        "weigh" => weigh::command(),
        "measure-batch" => measure::command(rest),
        "measure-office" => measure::office(rest),
        "compare-answers" => answers::command(rest),
        "package" => package::command(rest),
        "release" => release::command(rest),
        "screenshots" => browser::script("tools/screenshots.mjs", rest),
        "loads" => browser::loads(rest),
        "opening" => browser::script("tools/opening.mjs", rest),
        "speed" => browser::script("tools/speed.mjs", rest),
        "lighthouse" => browser::lighthouse(),
        "accessibility" => browser::accessibility(rest),
        "icons" => browser::script("tools/icons.mjs", &[]),
        "finish" => finish::command(),
        "help" | "--help" | "-h" => {
            print!("{USAGE}");
            Ok(())
        }
        other => bail!("no command {other:?}\n\n{USAGE}"),
    }
}

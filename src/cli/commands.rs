//! The commands and what each takes. What they do is said by `i18n::cli::help`, in both languages.

use clap::builder::{PossibleValuesParser, TypedValueParser, ValueParser};
use clap::{Arg, ArgAction, Command, value_parser};

use crate::audit::Degree;
use crate::day::Day;
use crate::i18n::Lang;
use crate::i18n::cli::help;
use crate::import::Format;
use crate::term::Term;

/// Options that say who the student is and what to judge by.
const STUDENT: [&str; 8] =
    ["--department", "--entry", "--degree", "--catalog", "--curricula", "--edition", "--today", "--lang"];

/// The command line as a whole.
pub(super) fn all() -> Command {
    let catalog = group("catalog", TOOLS.map(tool).to_vec());
    let commands = vec![advise(), audit(), batch(), catalog, certify(), check(), import(), replay()];
    shaped(Command::new("kuayu"), &help::PROGRAM)
        .version(super::version())
        .disable_version_flag(true)
        .arg(option("kuayu", "--version").short('V').action(ArgAction::Version))
        .after_help(help::MORE.lines())
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(commands)
}

fn advise() -> Command {
    command("advise", &[&STUDENT[..], &["--requirement", "--pin", "--without", "--json"]].concat(), &["--programs"])
        .arg(files("advise", "FILE", false))
}

fn audit() -> Command {
    command("audit", &[&STUDENT[..], &["--program", "--advice", "--json"]].concat(), &[])
        .arg(files("audit", "FILE", true))
}

fn batch() -> Command {
    let options = [
        "--programs",
        "--advice",
        "--json",
        "--out",
        "--problems",
        "--edition",
        "--today",
        "--catalog",
        "--curricula",
        "--threads",
        "--lang",
    ];
    command("batch", &options, &["--roster"]).arg(file("batch", "DIR", true))
}

fn certify() -> Command {
    command("certify", &[&STUDENT[..], &["--program"]].concat(), &[]).arg(files("certify", "FILE", true))
}

fn check() -> Command {
    command("check", &["--curricula", "--courses", "--names", "--classes", "--lang"], &[])
        .arg(files("check", "CATALOG", false))
}

fn import() -> Command {
    command("import", &["--format", "--newest", "--today", "--catalog", "--json", "--lang"], &[])
        .arg(files("import", "FILE", true))
}

fn replay() -> Command {
    command("replay", &["--catalog", "--curricula", "--threads", "--lang"], &["--roster"])
        .arg(file("replay", "RECEIPT", true))
        .arg(file("replay", "DIR", true))
}

/// The tools of the catalog.
const TOOLS: [&str; 13] = [
    "diff",
    "impact",
    "english-names",
    "import-standard",
    "import-curriculum",
    "curricula-to-csv",
    "curricula-from-csv",
    "classes-to-csv",
    "classes-from-csv",
    "renew-curricula",
    "courses",
    "to-csv",
    "from-csv",
];

fn tool(name: &'static str) -> Command {
    let full = format!("catalog {name}");
    let own = |options: &[&'static str], needed: &[&'static str]| {
        command(&full, &[options, &["--lang"]].concat(), needed).name(name)
    };
    let one = |place: &'static str| file(&full, place, true);
    match name {
        "diff" => own(&[], &[])
            .arg(option(&full, "--from").requires("to"))
            .arg(option(&full, "--to").requires("from"))
            .arg(one("OLD"))
            .arg(file(&full, "NEW", false)),
        "impact" => own(&["--students", "--seed", "--curricula"], &[]).arg(one("OLD")).arg(one("NEW")),
        "english-names" => own(&["--out"], &[]).arg(one("TABLE")),
        "import-standard" => {
            own(&["--edition", "--catalog", "--out"], &["--year", "--date"]).arg(files(&full, "PAGE", true))
        }
        "import-curriculum" => {
            own(&["--sure", "--catalog", "--curricula", "--out"], &["--year", "--group", "--as-of"]).arg(one("PAGE"))
        }
        "curricula-to-csv" => own(&["--overwrite"], &[]).arg(one("CURRICULA")).arg(one("DIR")),
        "curricula-from-csv" => own(&["--catalog"], &["--out"]).arg(one("TABLES")),
        "classes-to-csv" => own(&["--overwrite"], &[]).arg(one("CLASSES")).arg(one("DIR")),
        "classes-from-csv" => own(&[], &["--out"]).arg(one("TABLES")),
        "renew-curricula" => own(&[], &[]).arg(one("DIR")),
        "courses" => own(&["--out"], &["--terms", "--as-of"]),
        "to-csv" => own(&["--overwrite"], &[]).arg(one("CATALOG")).arg(one("DIR")),
        _ => own(&["--out", "--sure"], &[]).arg(one("DIR")),
    }
}

/// A command with these options, in this order; those of the second list are needed.
fn command(name: &str, options: &[&'static str], needed: &[&'static str]) -> Command {
    let needed = needed.iter().map(|one| option(name, one).required(true));
    let others = options.iter().map(|one| option(name, one));
    shaped(Command::new(name.to_owned()), &words(help::command(name))).args(needed).args(others)
}

/// A command that only has commands under it.
fn group(name: &'static str, tools: Vec<Command>) -> Command {
    shaped(Command::new(name), &words(help::command(name)))
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(tools)
}

/// What the help of every command looks like.
fn shaped(command: Command, about: &help::Both) -> Command {
    let name = command.get_name().to_owned();
    command
        .about(about.lines())
        .help_template(format!("{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}", help::USAGE))
        .subcommand_help_heading(help::COMMANDS)
        // The last of an option that is given twice counts.
        .args_override_self(true)
        .disable_help_flag(true)
        .arg(option(&name, "--help").short('h').action(ArgAction::Help))
}

fn option(command: &str, name: &'static str) -> Arg {
    let arg = Arg::new(id(name)).long(id(name)).help_heading(help::OPTIONS).help(explained(command, name));
    match name {
        "--advice" | "--json" | "--overwrite" | "--requirement" | "--sure" => arg.action(ArgAction::SetTrue),
        "--help" | "--version" => arg,
        _ => {
            let (place, parser) = value(command, name);
            arg.value_name(place).value_parser(parser).ignore_case(name == "--lang").hide_possible_values(true)
        }
    }
}

/// What stands for an option's value in the help, and how it is read.
fn value(command: &str, name: &str) -> (&'static str, ValueParser) {
    match name {
        "--as-of" | "--date" => ("DAY", text()),
        "--degree" => (
            "bachelor|bachelor-evening|graduate",
            PossibleValuesParser::new(["bachelor", "bachelor-evening", "graduate"]).map(degree).into(),
        ),
        "--department" | "--group" => ("GROUP", text()),
        "--edition" | "--from" | "--to" => ("EDITION", text()),
        "--entry" | "--year" => ("YEAR", value_parser!(u16).range(90..=199).into()),
        "--format" => {
            let known = ["auto", "portal-text", "portal-html", "review", "timetable", "plan-link", "table"];
            (
                "auto|portal-text|portal-html|review|timetable|plan-link|table",
                PossibleValuesParser::new(known).map(|name| format(&name)).into(),
            )
        }
        "--lang" => ("zh|en", PossibleValuesParser::new(["zh", "zh-TW", "en"]).map(lang).into()),
        "--newest" => ("TERM", ValueParser::new(|text: &str| Term::parse(text).ok_or("no semester"))),
        "--pin" | "--without" | "--programs" => ("CODE,...", text()),
        "--program" => ("CODE", text()),
        "--seed" => ("N", value_parser!(u64).into()),
        "--students" => ("N", value_parser!(u32).range(1..=1_000_000).into()),
        "--threads" => ("N", value_parser!(u8).range(1..=64).into()),
        "--today" => ("DAY", ValueParser::new(|text: &str| Day::parse(text).ok_or("no day"))),
        "--classes" | "--curricula" => ("DIR", text()),
        "--out" if matches!(command, "catalog curricula-from-csv" | "catalog classes-from-csv") => ("DIR", text()),
        "--terms" => ("TABLE", text()),
        _ => ("FILE", text()),
    }
}

fn text() -> ValueParser {
    value_parser!(String)
}

fn lang(name: String) -> Lang {
    if name.eq_ignore_ascii_case("en") { Lang::En } else { Lang::ZhTw }
}

fn degree(name: String) -> Degree {
    match name.as_str() {
        "bachelor-evening" => Degree::BachelorEvening,
        "graduate" => Degree::Graduate,
        _ => Degree::Bachelor,
    }
}

/// `None` where it is to be found out.
fn format(name: &str) -> Option<Format> {
    Some(match name {
        "portal-text" => Format::PortalText,
        "portal-html" => Format::PortalHtml,
        "review" => Format::Review,
        "timetable" => Format::Timetable,
        "plan-link" => Format::PlanLink,
        "table" => Format::Table,
        _ => return None,
    })
}

fn file(command: &str, place: &'static str, needed: bool) -> Arg {
    Arg::new(place).value_name(place).required(needed).help_heading(help::FILES).help(explained(command, place))
}

/// One or more of them.
fn files(command: &str, place: &'static str, needed: bool) -> Arg {
    file(command, place, needed).action(ArgAction::Append).num_args(1..)
}

/// An option's name without its dashes.
fn id(name: &'static str) -> &'static str {
    name.trim_start_matches('-')
}

fn explained(command: &str, name: &str) -> String {
    words(help::argument(command, name)).lines()
}

/// Words that are there for every command and argument, as the test beside this holds.
fn words(found: Option<help::Both>) -> help::Both {
    found.unwrap_or(help::PROGRAM)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every command, with its full name.
    fn each(command: &Command, name: &str, look: &mut impl FnMut(&Command, &str)) {
        for under in command.get_subcommands() {
            let full = format!("{name} {}", under.get_name()).trim().to_owned();
            look(under, &full);
            each(under, &full, look);
        }
    }

    #[test]
    fn everything_is_well_made_and_explained() {
        all().debug_assert();
        let mut seen = 0;
        each(&all(), "", &mut |command, name| {
            assert!(help::command(name).is_some(), "{name}");
            for arg in command.get_arguments() {
                let own = arg.get_long().map_or(arg.get_id().to_string(), |long| format!("--{long}"));
                assert!(help::argument(name, &own).is_some(), "{name} {own}");
                seen += 1;
            }
        });
        assert!(seen > 70, "{seen}");
    }
}

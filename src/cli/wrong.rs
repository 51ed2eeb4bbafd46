//! A call that was not understood, or that asks for help or the version, as it is answered.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{DONE, USAGE, commands};
use crate::i18n::Lang;
use crate::i18n::cli::help;
use crate::i18n::cli::wrong::{Wrong, see_help, sentence};

/// Answers and gives the exit code. `args` are the arguments of the call.
pub(super) fn answer(error: &Error, args: &[String]) -> u8 {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            print!("{}", error.render());
            DONE
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            eprint!("{}", error.render());
            USAGE
        }
        _ => {
            let (lang, command, wrong) = (lang(args), called(args), what(error));
            eprintln!("{command}: {}\n{}", explained(lang, &command, &wrong), see_help(lang, &command));
            USAGE
        }
    }
}

/// The sentence; of a value that cannot be, with what it should be.
fn explained(lang: Lang, command: &str, wrong: &Wrong) -> String {
    let told = sentence(lang, wrong);
    let Wrong::Value(option, _, known) = wrong else { return told };
    let command = command.strip_prefix("kuayu ").unwrap_or_default();
    match help::argument(command, option).filter(|_| known.is_empty()) {
        Some(help) => format!("{told}\n{option}: {}", help.of(lang)),
        None => told,
    }
}

/// What is said of an option or a file that a command cannot do without.
pub(super) fn missing(lang: Lang, what: &str) -> String {
    sentence(lang, &Wrong::Missing(vec![what.to_owned()]))
}

/// The command that was called, as far as there is one of that name.
fn called(args: &[String]) -> String {
    let mut name = "kuayu".to_owned();
    let all = commands::all();
    let mut command = &all;
    for arg in args {
        let Some(under) = command.find_subcommand(arg) else { break };
        name = format!("{name} {arg}");
        command = under;
    }
    name
}

/// The language of a call that could not be read.
fn lang(args: &[String]) -> Lang {
    let next = args.iter().skip(1).map(String::as_str).chain([""]);
    let english = args.iter().zip(next).any(|(arg, next)| arg == "--lang=en" || arg == "--lang" && next == "en");
    if english { Lang::En } else { Lang::ZhTw }
}

fn what(error: &Error) -> Wrong {
    let told = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    };
    let one = |kind: ContextKind| told(kind).into_iter().next().unwrap_or_default();
    // `--entry <YEAR>` is called by its name alone.
    let named = |kind: ContextKind| one(kind).split(' ').next().unwrap_or_default().to_owned();
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            Wrong::Command(one(ContextKind::InvalidSubcommand), told(ContextKind::SuggestedSubcommand))
        }
        ErrorKind::UnknownArgument => Wrong::Unknown(one(ContextKind::InvalidArg), told(ContextKind::SuggestedArg)),
        ErrorKind::MissingRequiredArgument => Wrong::Missing(told(ContextKind::InvalidArg)),
        ErrorKind::InvalidValue if one(ContextKind::InvalidValue).is_empty() => {
            Wrong::NoValue(named(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            Wrong::Value(named(ContextKind::InvalidArg), one(ContextKind::InvalidValue), told(ContextKind::ValidValue))
        }
        ErrorKind::TooManyValues => Wrong::NeedsNone(named(ContextKind::InvalidArg), one(ContextKind::InvalidValue)),
        ErrorKind::InvalidUtf8 => Wrong::NoText,
        _ => Wrong::Other(error.render().to_string().trim_end().to_owned()),
    }
}

//! Arguments of a subcommand: flags, options with a value, and files.

/// What is wrong with the arguments.
pub(super) type Wrong = String;

/// Arguments taken apart.
#[derive(Debug, Default)]
pub(super) struct Args {
    flags: Vec<String>,
    options: Vec<(String, String)>,
    /// What is neither flag nor option.
    pub files: Vec<String>,
}

impl Args {
    /// Takes arguments apart; everything after `--` is a file.
    pub fn read(args: Vec<String>, flags: &[&str], options: &[&str]) -> Result<Args, Wrong> {
        let mut read = Args::default();
        let mut args = args.into_iter();
        while let Some(arg) = args.next() {
            let (name, value) = match arg.split_once('=') {
                Some((name, value)) if name.starts_with("--") => (name.to_owned(), Some(value.to_owned())),
                _ => (arg, None),
            };
            if name == "--" {
                read.files.extend(args);
                break;
            } else if flags.contains(&name.as_str()) && value.is_none() {
                read.flags.push(name);
            } else if options.contains(&name.as_str()) {
                let value = value.or_else(|| args.next()).ok_or_else(|| format!("{name} needs a value"))?;
                read.options.push((name, value));
            } else if name.starts_with('-') && name != "-" {
                return Err(format!("unknown option {name}"));
            } else {
                read.files.push(name);
            }
        }
        Ok(read)
    }

    /// Whether a flag was given.
    pub fn flag(&self, name: &str) -> bool {
        self.flags.iter().any(|flag| flag == name)
    }

    /// The value of an option; the last one given counts.
    pub fn option(&self, name: &str) -> Option<&str> {
        self.options.iter().rev().find(|(option, _)| option == name).map(|(_, value)| value.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(args: &[&str]) -> Result<Args, Wrong> {
        Args::read(args.iter().map(|arg| (*arg).to_owned()).collect(), &["--json"], &["--entry"])
    }

    #[test]
    fn takes_arguments_apart() {
        let args = read(&["--json", "--entry", "112", "a.csv", "--entry=113", "--", "--odd"]).unwrap();
        assert!(args.flag("--json") && !args.flag("--quiet"));
        assert_eq!(args.option("--entry"), Some("113"));
        assert_eq!(args.files, ["a.csv", "--odd"]);
        assert!(read(&["--jsn"]).is_err());
        assert!(read(&["--entry"]).is_err());
        assert!(read(&["--json=yes"]).is_err());
    }
}

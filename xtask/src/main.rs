//! `cargo xtask <command>`: everything about this project that needs logic rather than a line of shell.

mod catalog;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.split_first() {
        Some((&"catalog", rest)) => catalog::command(rest),
        _ => bail!("cargo xtask catalog --facts DIR"),
    }
}

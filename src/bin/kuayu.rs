//! The command line; see [`kuayu::cli`].

fn main() -> std::process::ExitCode {
    kuayu::cli::run(std::env::args_os().skip(1))
}

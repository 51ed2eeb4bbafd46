//! The command line; see [`kuayu::cli`].

fn main() -> std::process::ExitCode {
    kuayu::cli::run(std::env::args().skip(1).collect())
}

//! The binary `cfc`: hands the arguments to the library and returns its exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    cfc::cli::run(std::env::args_os())
}

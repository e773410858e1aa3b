//! Wording of every problem.

use super::Problem;

pub(super) fn message(problem: &Problem) -> String {
    format!("{problem:?}")
}

pub(super) fn help(_problem: &Problem) -> Option<String> {
    None
}

//! How far long work has come: one line on stderr, on a terminal only, and only once it has taken two seconds.

use super::args::Common;
use super::{complain, words};
use std::io::IsTerminal as _;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Below this a line would only flicker.
const PATIENCE: Duration = Duration::from_secs(2);
/// Often enough to be seen moving, seldom enough to cost nothing.
const PAUSE: Duration = Duration::from_millis(200);

/// Work in a known number of steps.
pub(super) struct Progress {
    what: &'static str,
    steps: usize,
    done: AtomicUsize,
    /// When it is drawn next; `None` when it is never drawn.
    next: Option<Mutex<Instant>>,
    drawn: AtomicBool,
}

impl Progress {
    /// Reading so many files.
    pub(super) fn reading(common: &Common, files: usize) -> Self {
        Self::new(words::of(common.lang).reading, files, common.progress_on())
    }

    /// Scoring so many rows.
    pub(super) fn scoring(common: &Common, rows: usize) -> Self {
        Self::new(words::of(common.lang).scoring, rows, common.progress_on())
    }

    /// Reviewing, in so many steps.
    pub(super) fn reviewing(common: &Common, steps: usize) -> Self {
        Self::new(words::of(common.lang).reviewing, steps, common.progress_on())
    }

    /// Work that is never drawn, because it shows itself.
    pub(super) fn none() -> Self {
        Self::new("", 0, false)
    }

    /// Writing so many files.
    pub(super) fn writing(common: &Common, files: usize) -> Self {
        Self::new(words::of(common.lang).writing, files, common.progress_on())
    }

    fn new(what: &'static str, steps: usize, on: bool) -> Self {
        let next = on.then(|| Mutex::new(Instant::now() + PATIENCE));
        Self { what, steps, done: AtomicUsize::new(0), next, drawn: AtomicBool::new(false) }
    }

    /// So many more steps are done. May be called from several threads.
    pub(super) fn advance(&self, steps: usize) {
        let done = self.done.fetch_add(steps, Ordering::Relaxed) + steps;
        // A thread that finds another one drawing goes on with its work.
        let Some(mut next) = self.next.as_ref().and_then(|next| next.try_lock().ok()) else { return };
        let now = Instant::now();
        if now >= *next {
            *next = now + PAUSE;
            self.drawn.store(true, Ordering::Relaxed);
            complain(&format!("\r{}", line(self.what, done, self.steps)));
        }
    }
}

/// Clears the line: what is printed next begins where it stood.
impl Drop for Progress {
    fn drop(&mut self) {
        if self.drawn.load(Ordering::Relaxed) {
            complain("\r\u{1b}[K");
        }
    }
}

/// `đang chấm [#####-----] 50 % (5/10)`.
fn line(what: &str, done: usize, steps: usize) -> String {
    const CELLS: usize = 30;
    let of = |whole: usize| (done.min(steps) * whole).checked_div(steps).unwrap_or(whole);
    let full = of(CELLS);
    format!("{what} [{}{}] {}% ({done}/{steps})", "#".repeat(full), "-".repeat(CELLS - full), of(100))
}

impl Common {
    /// Whether progress is shown.
    fn progress_on(&self) -> bool {
        !self.quiet && std::io::stderr().is_terminal()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_shows_how_much_is_done_and_is_full_only_at_the_end() {
        let rows = [
            (0, 3, "x [------------------------------] 0% (0/3)"),
            (1, 3, "x [##########--------------------] 33% (1/3)"),
            (299, 300, "x [#############################-] 99% (299/300)"),
            (3, 3, "x [##############################] 100% (3/3)"),
        ];
        for (done, steps, expected) in rows {
            assert_eq!(line("x", done, steps), expected);
        }
    }
}

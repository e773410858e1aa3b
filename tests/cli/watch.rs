//! `cfc check --watch`: a saved file is checked again.

use crate::run::{folder, program};
use std::cell::RefCell;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Only guards against a test that never ends.
const AT_MOST: Duration = Duration::from_mins(2);

/// A program that watches, and the lines it writes; it ends with the test.
struct Watcher {
    child: Child,
    lines: Receiver<String>,
    /// Lines nobody has waited for yet: stdout and stderr arrive in any order.
    waiting: RefCell<Vec<String>>,
}

impl Drop for Watcher {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Watcher {
    fn start(path: &Path) -> Self {
        let mut command = program();
        command.args(["check", "--watch", "--lang", "en"]).arg(path).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let (sender, lines) = channel();
        let streams: [Box<dyn Read + Send>; 2] =
            [Box::new(child.stdout.take().unwrap()), Box::new(child.stderr.take().unwrap())];
        for stream in streams {
            let sender = sender.clone();
            std::thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    let _ = sender.send(line);
                }
            });
        }
        Self { child, lines, waiting: RefCell::default() }
    }

    /// Waits for a line with this part, and takes it.
    fn wait_for(&self, part: &str) {
        let mut waiting = self.waiting.borrow_mut();
        loop {
            if let Some(at) = waiting.iter().position(|line| line.contains(part)) {
                waiting.remove(at);
                return;
            }
            let line = self.lines.recv_timeout(AT_MOST);
            waiting.push(line.unwrap_or_else(|_| panic!("no line with {part}")));
        }
    }
}

#[test]
fn a_saved_file_is_checked_again_however_it_is_saved() {
    let folder = folder();
    let made = program().current_dir(folder.path()).args(["new", "mine", "--full"]).output().unwrap();
    assert!(made.status.success());
    let criteria = folder.path().join("criteria/mine.toml");
    let good = fs::read_to_string(&criteria).unwrap();
    let watcher = Watcher::start(&criteria);
    watcher.wait_for("no errors");
    watcher.wait_for("check 1:");
    // Written in place.
    fs::write(&criteria, good.replacen("points = 12", "pionts = 12", 1)).unwrap();
    watcher.wait_for("criteria/unknown-key");
    watcher.wait_for("check 2:");
    // Written beside and renamed, as many editors do.
    let beside = folder.path().join("criteria/mine.toml~");
    fs::write(&beside, &good).unwrap();
    fs::rename(&beside, &criteria).unwrap();
    watcher.wait_for("no errors");
    watcher.wait_for("check 3:");
    // A script of the standard.
    let script = folder.path().join("scripts/mine/plan.rhai");
    let text = fs::read_to_string(&script).unwrap();
    fs::write(&script, "fn points( {").unwrap();
    watcher.wait_for("script/syntax");
    fs::write(&script, text).unwrap();
    watcher.wait_for("no errors");
    // A cases file that was not there before, corrected, and gone again.
    let cases = folder.path().join("criteria/mine.cases.toml");
    fs::write(&cases, "[[case]]\ngiven = {}\ntotal = \"?\"\n").unwrap();
    watcher.wait_for("case/not-filled-in");
    fs::write(&cases, "[[case]]\npionts = 5\n").unwrap();
    watcher.wait_for("criteria/unknown-key");
    fs::remove_file(&cases).unwrap();
    watcher.wait_for("no errors");
    // Gone, and there again.
    fs::remove_file(&criteria).unwrap();
    watcher.wait_for("file/unreadable");
    fs::write(&criteria, good).unwrap();
    watcher.wait_for("no errors");
}

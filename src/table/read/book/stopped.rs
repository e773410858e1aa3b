//! What the library makes of broken files must not end the run.
//!
//! `calamine` 0.38 reads records of .xls files beyond their end (`utils.rs` 43 and 48, `xls.rs` 633, 838 and 1531,
//! `cfb.rs` 344), subtracts what may be the larger (`xls.rs` 665 and 987) and, in .xlsx files, looks for folders that
//! are not there (`xlsx/mod.rs` 807). Looking for all of that beforehand would be a second reader of .xls files.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    /// Whether this thread is inside the library.
    static INSIDE: Cell<bool> = const { Cell::new(false) };
}

/// What `read` gives, or `otherwise` when it panics; nothing is printed then.
pub(super) fn or_else<T>(read: impl FnOnce() -> T, otherwise: impl FnOnce() -> T) -> T {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |panic| {
            if !INSIDE.get() {
                usual(panic);
            }
        }));
    });
    INSIDE.set(true);
    // What `read` owns is dropped with the panic; it changes nothing outside.
    let done = catch_unwind(AssertUnwindSafe(read));
    INSIDE.set(false);
    done.unwrap_or_else(|_| otherwise())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_inside_becomes_the_other_answer_and_one_outside_stays_a_panic() {
        let beyond_end = |at: usize| [1, 2, 3].get(at).copied().expect("it is there");
        assert_eq!(or_else(|| beyond_end(2), || 0), 3);
        assert_eq!(or_else(|| beyond_end(3), || 0), 0);
        assert!(!INSIDE.get());
        assert!(catch_unwind(|| beyond_end(3)).is_err());
    }
}

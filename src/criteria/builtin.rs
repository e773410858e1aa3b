//! Standards that are part of the program, so that a single file copied to a computer works.

/// A criteria file with its scripts.
#[derive(Clone, Copy, Debug)]
pub struct Builtin {
    /// The standard's id.
    pub id: &'static str,
    /// Text of `criteria/<id>.toml`.
    pub toml: &'static str,
    /// Name and text of each `scripts/<id>/<name>.rhai`.
    pub scripts: &'static [(&'static str, &'static str)],
}

/// The standard that is used when none is named.
pub const DEFAULT: &str = "qd-06-2019";

/// All of them. To add one:
/// `Builtin { id: "…", toml: include_str!("../../criteria/….toml"), scripts: &[("…", include_str!("…"))] }`.
pub const ALL: &[Builtin] = &[];

/// The one with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Builtin> {
    ALL.iter().find(|builtin| builtin.id == id)
}

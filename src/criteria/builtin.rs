//! Standards that are part of the program, so that a single file copied to a computer works.

/// A criteria file with its scripts.
#[derive(Clone, Copy, Debug)]
pub struct Builtin {
    /// The standard's id.
    pub id: &'static str,
    /// Text of `criteria/<id>.toml`.
    pub toml: &'static str,
    /// Text of `criteria/<id>.cases.toml`, where there is one.
    pub cases: Option<&'static str>,
    /// Name and text of each `scripts/<id>/<name>.rhai`.
    pub scripts: &'static [(&'static str, &'static str)],
}

/// The standard that is used when none is named.
pub const DEFAULT: &str = "qd-06-2019";

/// All of them.
pub const ALL: &[Builtin] = &[Builtin {
    id: DEFAULT,
    toml: include_str!("../../criteria/qd-06-2019.toml"),
    cases: Some(include_str!("../../criteria/qd-06-2019.cases.toml")),
    scripts: &[
        ("abuse", include_str!("../../scripts/qd-06-2019/abuse.rhai")),
        ("satisfaction", include_str!("../../scripts/qd-06-2019/satisfaction.rhai")),
    ],
}];

/// The one with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Builtin> {
    ALL.iter().find(|builtin| builtin.id == id)
}

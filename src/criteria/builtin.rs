//! Standards that are part of the program, so that a single file copied to a computer works.

use super::copy::{self, Files};
use super::load::CASES;

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

/// The standard that shows every key, to copy from; not for scoring.
pub const TEMPLATE: Builtin = Builtin {
    id: "template",
    toml: include_str!("../../criteria/template.toml"),
    cases: None,
    scripts: &[
        ("checks", include_str!("../../scripts/template/checks.rhai")),
        ("events", include_str!("../../scripts/template/events.rhai")),
        ("gap", include_str!("../../scripts/template/gap.rhai")),
        ("plan", include_str!("../../scripts/template/plan.rhai")),
        ("total", include_str!("../../scripts/template/total.rhai")),
    ],
};

/// The smallest standard, to start a new one from; not for scoring.
pub const NEW: Builtin =
    Builtin { id: "new", toml: include_str!("../../criteria/new.toml"), cases: None, scripts: &[] };

/// The reference of criteria files in both languages, by path.
pub const REFERENCE: [(&str, &str); 2] = [
    ("criteria/README.md", include_str!("../../criteria/README.md")),
    ("criteria/README.vi.md", include_str!("../../criteria/README.vi.md")),
];

impl Builtin {
    /// Its files as they stand in a project, by their paths with `/`, the criteria file first.
    #[must_use]
    pub fn files(&self) -> Files {
        let script = |(name, text): &(&str, &str)| (format!("scripts/{}/{name}.rhai", self.id), (*text).to_owned());
        let own = (format!("criteria/{}.toml", self.id), self.toml.to_owned());
        let cases = self.cases.map(|text| (format!("criteria/{}{CASES}", self.id), text.to_owned()));
        std::iter::once(own).chain(cases).chain(self.scripts.iter().map(script)).collect()
    }

    /// The same files as a new standard's, under its own id.
    #[must_use]
    pub fn files_as(&self, id: &str) -> Files {
        copy::under_id(self.files(), self.id, id)
    }
}

/// The one with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Builtin> {
    ALL.iter().find(|builtin| builtin.id == id)
}

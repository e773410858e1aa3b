//! Forms that nobody has filled in, told as one finding when there are many.

use super::{Diagnostic, Place, Problem, Report};
use std::path::Path;

/// So many are told one by one.
const FEW: usize = 3;

impl Report {
    /// With one finding, where the first of them stands, in place of those of more than a few forms without a figure.
    #[must_use]
    pub fn with_unfilled_as_one(mut self) -> Self {
        let unfilled = |d: &Diagnostic| match (&d.problem, &d.place) {
            (Problem::NoFigures { communes }, Place::File(name)) => Some((name.clone(), *communes)),
            _ => None,
        };
        let (names, communes): (Vec<String>, Vec<usize>) = self.diagnostics.iter().filter_map(unfilled).unzip();
        if names.len() <= FEW {
            return self;
        }
        let communes = communes.iter().sum();
        let at = self.diagnostics.iter().position(|d| unfilled(d).is_some()).unwrap_or(0);
        self.diagnostics.retain(|d| unfilled(d).is_none());
        let (place, files) = in_one_folder(&names).unwrap_or_else(|| (first_of(&names), names.clone()));
        self.diagnostics.insert(at, Diagnostic::new(Problem::FormsUnfilled { files, communes }, place));
        self
    }
}

fn first_of(files: &[String]) -> Place {
    Place::File(files.first().cloned().unwrap_or_default())
}

/// The folder of all files, and their names in it; `None` when they lie in several.
fn in_one_folder(files: &[String]) -> Option<(Place, Vec<String>)> {
    let folder = Path::new(files.first()?).parent()?;
    let bare = |file: &String| {
        let path = Path::new(file);
        let name = path.file_name().filter(|_| path.parent() == Some(folder))?;
        Some(name.to_string_lossy().into_owned())
    };
    let names = files.iter().map(bare).collect::<Option<Vec<String>>>()?;
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    Some((Place::File(folder.display().to_string()), names))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(files: &[&str]) -> Report {
        let unfilled =
            |file: &&str| Diagnostic::new(Problem::NoFigures { communes: 2 }, Place::File((*file).to_owned()));
        let mut report = Report { diagnostics: files.iter().map(unfilled).collect() };
        report.diagnostics.insert(1, Diagnostic::new(Problem::NoRows, Place::File("e.xlsx".to_owned())));
        report
    }

    #[test]
    fn many_unfilled_forms_are_one_finding_and_few_are_told_one_by_one() {
        let told = |files: &[&str]| report(files).with_unfilled_as_one().diagnostics;
        assert!(told(&["d/a", "d/b", "d/c"]).iter().all(|d| !matches!(d.problem, Problem::FormsUnfilled { .. })));
        let one = told(&["d/a", "d/b", "d/c", "d/d"]);
        let files = ["a", "b", "c", "d"].map(str::to_owned).to_vec();
        assert_eq!(one[0].problem, Problem::FormsUnfilled { files, communes: 8 });
        assert_eq!((&one[0].place, one.len()), (&Place::File("d".to_owned()), 2));
        let apart = told(&["d/a", "d/b", "d/c", "f/d"]);
        assert!(matches!(&apart[0].problem, Problem::FormsUnfilled { files, .. } if files.concat() == "d/ad/bd/cf/d"));
    }
}

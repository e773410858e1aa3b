//! Scripts: the exception to declarative rules, and the only place that knows rhai.
//!
//! rhai parses; its syntax tree is checked and lowered once into a tree of our own, and only that one is run. So
//! there is one evaluation with one meaning:
//!
//! - every number is an exact fraction: literals are what is written, `10 / 4` is 2.5, `1 / 3 * 3 == 1` is true;
//! - an operator between values of different types is an error, never false; only numbers have an order;
//! - a missing figure can be passed on and asked for with `is_missing`; using it in any other way is an error;
//! - `&&`, `||`, `if` and `switch` run only what they need; a `let` hides an outer variable of the same name;
//! - `because`, `missing`, `not_applicable` and `ratio` are results: they stand last or after `return`, and their
//!   texts are literals, in which `{name}` shows a variable;
//! - a value that nothing uses and a path without a result are refused when loading, since both are mistakes;
//! - there are no loops and no recursion, so every script ends, and how soon is checked when loading.
//!
//! What is not on the list of allowed constructs is refused with its place (`script/forbidden`).

mod bounds;
mod branch;
mod fault;
mod lower;
mod parse;
mod place;
mod program;
mod run;
mod survey;
mod value;

pub use branch::Branch;
pub use fault::{Failure, Fault, Type};
pub(in crate::rules) use survey::{Side, Survey};

use crate::diag::{Diagnostic, Place, Problem, Report, Source, Span};
use crate::lang::Text;
use crate::quantity::Ratio;
use place::{Places, word_at};
use program::{Program, Role};
use std::sync::Arc;

/// Name and number of parameters of every function that scripts are supplied with.
pub fn host_library() -> impl Iterator<Item = (&'static str, usize)> {
    program::HOST_LIBRARY.iter().map(|(name, parameters, _)| (*name, *parameters))
}

/// A script that can be called; cloning shares it.
#[derive(Clone, Debug)]
pub struct CompiledScript(Arc<Program>);

/// A value passed to a script.
#[derive(Clone, Copy, Debug)]
pub enum Argument<'a> {
    /// No figure; the script asks with `is_missing`.
    Missing,
    /// A count, percentage, decimal, figure of the law or points.
    Number(Ratio),
    /// A yes-no field.
    Truth(bool),
    /// The id of a choice, NFC.
    Word(&'a str),
}

/// What a script gives. Reasons belong to the script and are the same for every call; what a call puts into their places
/// says [`CompiledScript::shown`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Returned<'p> {
    /// Points, a value or a total.
    Number(Ratio),
    /// From `value`: the counts behind a rate; `of` is not 0.
    Ratio {
        /// Numerator.
        n: Ratio,
        /// Denominator.
        of: Ratio,
    },
    /// From `value`: a rate with denominator 0.
    Empty,
    /// Points or a total with the reason to show.
    Points {
        /// Points.
        points: Ratio,
        /// Why.
        reason: &'p Arc<Text>,
    },
    /// No score, and why; never 0.
    Missing(&'p Arc<Text>),
    /// From `points`: not applicable, counted with these points.
    NotApplicable {
        /// Points.
        points: Ratio,
        /// Why.
        reason: &'p Arc<Text>,
    },
}

impl CompiledScript {
    /// Compiles a file and checks it as a whole; `function` is `points`, `value` or `total`. All problems of the
    /// file are reported, except that rhai stops at the first mistake of syntax. `None` when there is any.
    pub fn compile(source: &Arc<Source>, function: &'static str, report: &mut Report) -> Option<Self> {
        if source.text.len() > parse::MOST_BYTES {
            let (bytes, limit) = (source.text.len() as u64, parse::MOST_BYTES as u64);
            let problem = Problem::FileTooLarge { bytes, limit };
            report.push(Diagnostic::new(problem, Place::Source(Arc::clone(source), 0..0)));
            return None;
        }
        let places = Places::new(&source.text);
        match parse::parse(&source.text, &places) {
            Ok(parsed) => {
                let program = lower::lower(source, &places, &parsed, function, report)?;
                Some(Self(Arc::new(program)))
            }
            Err(error) => {
                let place = Place::Source(Arc::clone(source), places.span(error.position()));
                report.push(Diagnostic::new(Problem::ScriptSyntax { message: error.err_type().to_string() }, place));
                None
            }
        }
    }

    /// Names of the parameters, in order.
    #[must_use]
    pub fn parameters(&self) -> &[String] {
        &self.0.parameters
    }

    /// Where each parameter is declared, in the order of [`Self::parameters`].
    #[must_use]
    pub fn parameter_spans(&self) -> &[Span] {
        &self.0.parameter_spans
    }

    /// Where the name of the function stands.
    #[must_use]
    pub fn function_span(&self) -> Span {
        self.0.function_span.clone()
    }

    /// The file it was compiled from.
    #[must_use]
    pub fn source(&self) -> &Arc<Source> {
        &self.0.source
    }

    /// Runs the function with `args` in the order of [`Self::parameters`].
    ///
    /// # Errors
    /// A division by 0, a missing figure used as a number, an operator between types it cannot take, a number out
    /// of the range of exact arithmetic, a result the function cannot give, or the wrong number of `args`.
    pub fn call<'p>(&'p self, args: &[Argument<'_>]) -> Result<Returned<'p>, Failure> {
        self.fits(args)?;
        self.judged(run::run(&self.0, args))
    }

    /// As [`Self::call`], with the position in [`Self::branches`] of the result that was given; `None` when the
    /// script stopped with an error. Slower; the result is the same.
    pub fn call_traced<'p>(&'p self, args: &[Argument<'_>]) -> (Result<Returned<'p>, Failure>, Option<usize>) {
        if let Err(failure) = self.fits(args) {
            return (Err(failure), None);
        }
        let (returned, branch) = run::traced(&self.0, args);
        let returned = self.judged(returned);
        let branch = branch.filter(|_| returned.is_ok()).map(usize::from);
        (returned, branch)
    }

    /// The variables that stand as `{name}` in the reason which a call gives, with their values; empty when the reason
    /// has none, or the call stops.
    #[must_use]
    pub fn shown<'v>(&'v self, args: &[Argument<'v>]) -> Vec<(&'v str, Argument<'v>)> {
        if self.fits(args).is_err() { Vec::new() } else { run::shown(&self.0, args) }
    }

    /// So many steps a call takes at most; there are no loops.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.0.steps
    }

    /// The ways the function can end, in the order of the file.
    #[must_use]
    pub fn branches(&self) -> &[Branch] {
        &self.0.branches
    }

    #[inline]
    fn fits(&self, args: &[Argument<'_>]) -> Result<(), Failure> {
        let (expected, found) = (self.0.parameters.len(), args.len());
        if expected == found { Ok(()) } else { Err(self.whole(Fault::Arguments { expected, found })) }
    }

    #[inline]
    fn judged<'p>(&self, returned: Result<Returned<'p>, (Fault, program::At)>) -> Result<Returned<'p>, Failure> {
        let returned = returned.map_err(|(fault, at)| failure(&self.0, fault, at))?;
        match refused(self.0.role, &returned) {
            None => Ok(returned),
            Some(found) => Err(self.whole(Fault::BadResult { found: found.to_owned() })),
        }
    }

    /// A fault of the call as a whole.
    #[cold]
    fn whole(&self, fault: Fault) -> Failure {
        Failure { fault, span: self.0.function_span.clone() }
    }
}

#[cold]
fn failure(program: &Program, fault: Fault, at: program::At) -> Failure {
    let span = match at {
        program::At::MAX => program.function_span.clone(),
        at => word_at(&program.source.text, usize::try_from(at).unwrap_or(0)),
    };
    Failure { fault, span }
}

/// The host function whose result this function cannot give.
const fn refused(role: Role, returned: &Returned<'_>) -> Option<&'static str> {
    match (role, returned) {
        (Role::Points | Role::Total, Returned::Ratio { .. } | Returned::Empty) => Some("ratio(…)"),
        (Role::Value, Returned::Points { .. }) => Some("because(…)"),
        (Role::Value | Role::Total, Returned::NotApplicable { .. }) => Some("not_applicable(…)"),
        _ => None,
    }
}

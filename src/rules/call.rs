//! A script bound to where its parameters come from.

use super::Figures;
use super::arithmetic::{MOST_DIGITS, number_text};
use super::operand::{Absent, Value, needs_rounding};
use super::script::{Argument, CompiledScript, Returned};
use crate::criteria::model::FieldIx;
use crate::diag::Span;
use crate::lang::{Lang, Text};
use crate::quantity::{Decimal, Points, Ratio, Rounding};
use crate::status::Status;
use std::sync::Arc;

/// A script with the source of each of its parameters.
#[derive(Clone, Debug)]
pub(super) struct Call {
    pub(super) script: CompiledScript,
    pub(super) parameters: Vec<Parameter>,
    pub(super) accepts_missing: bool,
    /// Weakest status of the figures passed to it.
    pub(super) status: Status,
    /// How the standard rounds for display.
    pub(super) rounding: Rounding,
}

/// Where one parameter comes from.
#[derive(Clone, Debug)]
pub(super) enum Parameter {
    /// A number of the table or a formula over it.
    Value(Value),
    /// A yes-no field.
    Truth(FieldIx),
    /// A choice field with the ids of its choices.
    Word(FieldIx, Arc<[String]>),
    /// A figure of the law.
    Figure(Ratio),
    /// Points of an item or criterion: position among the parts the caller passes.
    Part(usize),
}

/// What a script answers when there is a score.
#[derive(Clone, Debug)]
pub(super) enum Answer<'r> {
    /// A plain number: points or a value, as the place of the call says.
    Number(Ratio),
    /// Numerator and denominator.
    Ratio(Ratio, Ratio),
    /// Points with a reason.
    Points(Ratio, &'r Arc<Text>),
}

impl Call {
    /// Calls it for a commune.
    pub(super) fn answer<F: Figures>(&self, figures: &F) -> Result<Answer<'_>, Absent> {
        self.answer_with(figures, &[])
    }

    /// Calls it for a commune, with the points of parts scored before; a part that is not settled is `None`.
    pub(super) fn answer_with<F: Figures>(&self, figures: &F, parts: &[Option<Points>]) -> Result<Answer<'_>, Absent> {
        let returned = self.with_arguments(figures, parts, |arguments| self.script.call(arguments))?;
        match returned.map_err(|failure| Absent::Failed(Box::new(failure.text())))? {
            Returned::Number(number) => Ok(Answer::Number(number)),
            Returned::Ratio { n, of } => Ok(Answer::Ratio(n, of)),
            Returned::Empty => Err(Absent::Empty),
            Returned::Points { points, reason } => Ok(Answer::Points(points, reason)),
            Returned::Missing(reason) => Err(self.said(figures, Arc::clone(reason))),
            Returned::NotApplicable { points, reason } => match exact_points(points, None) {
                Some(points) => Err(Absent::NotApplicable(points, Arc::clone(reason))),
                None => Err(needs_rounding()),
            },
        }
    }

    /// A reason it gave for a commune, with the figures in its places: exact ones as they are, others rounded behind `≈`.
    pub(super) fn filled<F: Figures>(&self, figures: &F, reason: &Arc<Text>) -> Arc<Text> {
        if !reason.vi.contains('{') && !reason.en.contains('{') {
            return Arc::clone(reason);
        }
        let fill = |arguments: &[Argument<'_>]| {
            let shown = self.script.shown(arguments);
            let rounding = distinct(&shown, self.rounding);
            let mut text = Text::clone(reason);
            for (name, value) in shown {
                let place = format!("{{{name}}}");
                text.vi = text.vi.replace(&place, &in_words(value, rounding, Lang::Vi));
                text.en = text.en.replace(&place, &in_words(value, rounding, Lang::En));
            }
            Arc::new(text)
        };
        self.with_arguments(figures, &[], fill).unwrap_or_else(|_| Arc::clone(reason))
    }

    /// The branch of the script that gives the result for a commune; `None` where the script is not called or stops.
    pub(super) fn traced<F: Figures>(&self, figures: &F, parts: &[Option<Points>]) -> Option<usize> {
        self.with_arguments(figures, parts, |arguments| self.script.call_traced(arguments).1).ok()?
    }

    /// Where the script stops for a commune, or the result that it gives.
    pub(super) fn place<F: Figures>(&self, figures: &F) -> Span {
        let whole = self.script.function_span();
        let called = self.with_arguments(figures, &[], |arguments| match self.script.call_traced(arguments) {
            (Err(failure), _) => Some(failure.span),
            (Ok(_), branch) => self.script.branches().get(branch?).map(|branch| branch.span.clone()),
        });
        called.ok().flatten().unwrap_or(whole)
    }

    /// Collects the arguments and calls with them; what keeps the script from being called, otherwise.
    #[inline(always)]
    fn with_arguments<F: Figures, T>(
        &self,
        figures: &F,
        parts: &[Option<Points>],
        call: impl FnOnce(&[Argument<'_>]) -> T,
    ) -> Result<T, Absent> {
        let mut few = [const { Argument::Missing }; Self::FEW];
        let mut many = Vec::new();
        let arguments = if let Some(arguments) = few.get_mut(..self.parameters.len()) {
            arguments
        } else {
            many.resize(self.parameters.len(), Argument::Missing);
            many.as_mut_slice()
        };
        let mut absent: Option<Absent> = None;
        for (argument, parameter) in arguments.iter_mut().zip(&self.parameters) {
            match parameter.argument(figures, parts) {
                Ok(found) => *argument = found,
                Err(Absent::Figures(_) | Absent::Undefined) if self.accepts_missing => {}
                Err(reason) => absent = Some(absent.map_or(reason.clone(), |before| before.and(reason))),
            }
        }
        match absent {
            Some(absent) => Err(absent),
            None => Ok(call(arguments)),
        }
    }

    /// So many arguments need no memory of their own; a script is called once per commune.
    const FEW: usize = 10;

    /// A script that accepts missing figures and then finds that it needs them: the figures are what is missing.
    fn said<F: Figures>(&self, figures: &F, reason: Arc<Text>) -> Absent {
        let absent = self.parameters.iter().filter_map(|p| match p.argument(figures, &[]) {
            Err(Absent::Figures(missing)) => Some(Absent::Figures(missing)),
            _ => None,
        });
        absent.reduce(Absent::and).unwrap_or(Absent::Said(reason))
    }

    /// Adds the fields without which it is not called.
    pub(super) fn needs(&self, into: &mut Vec<FieldIx>) {
        if !self.accepts_missing {
            self.fields(into);
        }
    }

    /// Adds the fields it reads.
    pub(super) fn fields(&self, into: &mut Vec<FieldIx>) {
        self.parameters.iter().for_each(|parameter| parameter.fields(into));
    }
}

impl Parameter {
    /// Adds the fields it reads.
    pub(super) fn fields(&self, into: &mut Vec<FieldIx>) {
        match self {
            Self::Value(value) => value.fields(into),
            Self::Truth(field) | Self::Word(field, _) => into.push(*field),
            Self::Figure(_) | Self::Part(_) => {}
        }
    }

    fn argument<F: Figures>(&self, figures: &F, parts: &[Option<Points>]) -> Result<Argument<'_>, Absent> {
        let figure = |field: FieldIx| figures.figure(field).ok_or_else(|| Absent::field(field));
        match self {
            Self::Value(value) => value.of(figures).map(Argument::Number),
            Self::Truth(field) => figure(*field).map(|truth| Argument::Truth(truth != 0)),
            Self::Word(field, words) => {
                let choice = usize::try_from(figure(*field)?).ok().and_then(|choice| words.get(choice));
                choice.map(|word| Argument::Word(word)).ok_or_else(|| Absent::field(*field))
            }
            Self::Figure(number) => Ok(Argument::Number(*number)),
            Self::Part(ix) => {
                let points = parts.get(*ix).copied().flatten();
                points.map(|p| Argument::Number(p.to_ratio())).ok_or(Absent::Figures(Vec::new()))
            }
        }
    }
}

/// As many digits as it takes for different numbers to look different: 5.001 above 5 is not shown as 5 above 5.
fn distinct(shown: &[(&str, Argument<'_>)], usual: Rounding) -> Rounding {
    let number =
        |(_, value): &(&str, Argument<'_>)| if let Argument::Number(number) = value { Some(*number) } else { None };
    let numbers: Vec<Ratio> = shown.iter().filter_map(number).collect();
    let pairs = || numbers.iter().enumerate().flat_map(|(at, a)| numbers.iter().skip(at + 1).map(move |b| (*a, *b)));
    let apart = |rounding: &Rounding| pairs().all(|(a, b)| a == b || a.rounded(*rounding) != b.rounded(*rounding));
    (usual.digits..=MOST_DIGITS).map(|digits| Rounding { digits, ..usual }).find(apart).unwrap_or(usual)
}

fn in_words(value: Argument<'_>, rounding: Rounding, lang: Lang) -> String {
    match value {
        Argument::Number(number) => number_text(number, rounding, lang),
        Argument::Truth(true) => lang.pick("có", "yes").to_owned(),
        Argument::Truth(false) => lang.pick("không", "no").to_owned(),
        Argument::Word(word) => word.to_owned(),
        Argument::Missing => lang.pick("chưa có", "missing").to_owned(),
    }
}

/// Points of a computed number: exact to the thousandth, or rounded as the standard declares; `None` when neither.
pub(super) fn exact_points(number: Ratio, rounding: Option<Rounding>) -> Option<Points> {
    if number.denominator() == 1 {
        let whole = i64::try_from(number.numerator()).ok();
        return whole.and_then(|points| Points::from_decimal(Decimal::whole(points)));
    }
    if let Some(rounding) = rounding {
        return Points::from_ratio(number, rounding);
    }
    let down =
        Points::from_ratio(number, Rounding { digits: Points::DIGITS, mode: crate::quantity::RoundingMode::Down })?;
    (down.to_ratio() == number).then_some(down)
}

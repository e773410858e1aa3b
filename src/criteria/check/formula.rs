//! Formulas over fields: `a + b * (c - 2)`.

use super::scope::Scope;
use crate::criteria::findings::At;
use crate::criteria::model::{FieldIx, Formula, Operator};
use crate::diag::{Kind, Problem, Span};
use crate::quantity::Decimal;

/// Formulas of the law have a handful of operations; a limit keeps reading and evaluating one off the stack's end.
const MOST_OPERATIONS: usize = 100;
const OPERAND: &str = "id, 12.5, (";
const OPERATOR: &str = "+ - * / )";

#[derive(Clone, Debug, PartialEq)]
enum Token<'a> {
    Word(&'a str),
    Sign(char),
}

/// Reads a formula; reports the first thing that cannot be read and every unknown field.
pub(crate) fn parse(scope: &Scope, text: &At<String>) -> Option<Formula> {
    let tokens = tokens(&text.value);
    let operations = tokens.iter().filter(|(token, _)| matches!(token, Token::Sign(_))).count();
    let mut parser = Parser { scope, text, tokens, at: 0, unknown: false };
    if operations > MOST_OPERATIONS {
        return parser.fail("", "≤ 100 × + - * / ( )");
    }
    let formula = parser.sum()?;
    if let Some((_, range)) = parser.tokens.get(parser.at).cloned() {
        let rest = text.value.get(range.start..).unwrap_or("").to_owned();
        return parser.fail(&rest, OPERATOR);
    }
    (!parser.unknown).then_some(formula)
}

/// Words (ids and numbers) and single signs, with their bytes.
fn tokens(text: &str) -> Vec<(Token<'_>, Span)> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or("");
        let in_id = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
        let in_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '_');
        let length = match c {
            c if c.is_ascii_digit() => rest.find(|c| !in_number(c)).unwrap_or(rest.len()),
            c if c.is_alphabetic() || c == '_' => rest.find(|c| !in_id(c)).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        let word = rest.get(..length).unwrap_or("");
        if c.is_alphanumeric() || c == '_' {
            tokens.push((Token::Word(word), at..at + length));
        } else if !c.is_whitespace() {
            tokens.push((Token::Sign(c), at..at + length));
        }
        at += length;
    }
    tokens
}

struct Parser<'a> {
    scope: &'a Scope<'a>,
    text: &'a At<String>,
    tokens: Vec<(Token<'a>, Span)>,
    at: usize,
    unknown: bool,
}

impl Parser<'_> {
    fn sum(&mut self) -> Option<Formula> {
        self.chain([('+', Operator::Plus), ('-', Operator::Minus)], Self::product)
    }

    fn product(&mut self) -> Option<Formula> {
        self.chain([('*', Operator::Times), ('/', Operator::Over)], Self::operand)
    }

    /// Parts joined by operators of one rank, from the left.
    fn chain(&mut self, operators: [(char, Operator); 2], part: fn(&mut Self) -> Option<Formula>) -> Option<Formula> {
        let mut left = part(self)?;
        while let Some((_, operator)) = operators.into_iter().find(|(sign, _)| self.sign(*sign)) {
            left = Formula::Binary(Box::new(left), operator, Box::new(part(self)?));
        }
        Some(left)
    }

    fn operand(&mut self) -> Option<Formula> {
        let next = self.tokens.get(self.at).cloned();
        self.at += 1;
        match next {
            Some((Token::Word(word), range)) if word.starts_with(|c: char| c.is_ascii_digit()) => {
                self.number(word, &range)
            }
            Some((Token::Word(word), range)) => Some(Formula::Field(self.field(word, &range))),
            Some((Token::Sign('('), _)) => {
                let inner = self.sum()?;
                if self.sign(')') {
                    return Some(inner);
                }
                self.at += 1;
                self.fail_here(OPERATOR)
            }
            _ => self.fail_here(OPERAND),
        }
    }

    fn number(&self, word: &str, range: &Span) -> Option<Formula> {
        match Decimal::parse(word) {
            Ok(number) => Some(Formula::Number(number)),
            Err(_) if word.contains(',') => {
                let problem = Problem::DecimalComma { found: word.to_owned(), meant: word.replace(',', ".") };
                self.scope.f.at(&self.place(range), problem);
                None
            }
            Err(_) => self.fail(word, OPERAND),
        }
    }

    /// Goes on after an unknown field, so that all are reported.
    fn field(&mut self, word: &str, range: &Span) -> FieldIx {
        let id = At::new(word.to_owned(), self.place(range));
        if let Some(field) = self.minus_meant(&id) {
            return field;
        }
        let field = self.scope.field(&id, &["count", "yes-no", "percent", "decimal"]);
        self.unknown |= field.is_none();
        field.unwrap_or(FieldIx(0))
    }

    /// `a-b` is one id; where only `a` and `b` exist, a difference is meant.
    fn minus_meant(&mut self, id: &At<String>) -> Option<FieldIx> {
        let fields = &self.scope.fields;
        let is_field = |part: &str| fields.get(part).is_some();
        let (left, right) = id.value.split_once('-').filter(|(a, b)| is_field(a) && is_field(b))?;
        if is_field(&id.value) {
            return None;
        }
        let problem = Problem::UnknownId {
            kind: Kind::Field,
            id: id.value.clone(),
            meant: Some(format!("{left} - {right}")),
            known: fields.known().to_vec(),
        };
        self.scope.f.at(&id.span, problem);
        self.unknown = true;
        Some(FieldIx(0))
    }

    /// Whether this sign comes next; goes past it if so.
    fn sign(&mut self, wanted: char) -> bool {
        let is_next = matches!(self.tokens.get(self.at), Some((Token::Sign(sign), _)) if *sign == wanted);
        self.at += usize::from(is_next);
        is_next
    }

    /// The token before the current position is not what is expected there.
    fn fail_here(&self, expected: &'static str) -> Option<Formula> {
        let range = self.tokens.get(self.at.saturating_sub(1)).map(|(_, range)| range.clone());
        let found = range.and_then(|range| self.text.value.get(range)).unwrap_or("");
        self.fail(found, expected)
    }

    fn fail(&self, found: &str, expected: &'static str) -> Option<Formula> {
        self.scope.f.at(&self.text.span, Problem::FormulaSyntax { found: found.to_owned(), expected });
        None
    }

    /// The place in the file of a part of the formula, where the text stands there as it is.
    fn place(&self, range: &Span) -> Span {
        let start = self.text.span.start + 1;
        let as_written = self.scope.f.written(&(start..start + self.text.value.len())) == self.text.value;
        if as_written { start + range.start..start + range.end } else { self.text.span.clone() }
    }
}

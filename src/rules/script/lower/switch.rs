//! `switch`: labels are literals of one type, one body each.

use super::super::program::{Label, Node, Switch};
use super::expr::nfc;
use super::literal::number;
use super::{Lowering, Use};
use crate::quantity::Ratio;
use rhai::{Expr, Position, Stmt, SwitchCasesCollection, Token};

impl Lowering<'_> {
    pub(super) fn switch(&mut self, on: &Expr, cases: &SwitchCasesCollection, position: Position, usage: Use) -> Node {
        let at = self.at(position);
        let on = self.expr(on, Use::Value);
        for case in &cases.expressions {
            if !matches!(case.lhs, Expr::BoolConstant(true, _)) {
                self.forbidden(case.lhs.start_position(), "switch { … if … => … }");
            }
        }
        if !cases.ranges.is_empty() {
            self.forbidden(position, "switch { ….. => … }");
        }
        let labels = self.labels(cases, position);
        let bodies: Vec<Node> = cases.expressions.iter().map(|case| self.body(&case.rhs, usage)).collect();
        let otherwise = match (cases.def_case, usage) {
            (None, Use::Result | Use::Value) => {
                self.wrong(position, "this `switch` needs `_ => …`: its value is used".to_owned())
            }
            // A default is lowered with the others and moved to its own place below.
            _ => Node::Nothing,
        };
        let (bodies, otherwise) = part(bodies, cases.def_case, otherwise);
        Node::Switch(Box::new(Switch { on, labels, bodies: bodies.into(), otherwise }), at)
    }

    fn body(&mut self, body: &Expr, usage: Use) -> Node {
        match body {
            Expr::Stmt(block) => self.block(block.statements(), body.start_position(), usage),
            other => self.expr(other, usage),
        }
    }

    /// rhai keeps only hashes of the labels: each literal of the file is hashed by rhai itself and looked up.
    fn labels(&mut self, cases: &SwitchCasesCollection, position: Position) -> Box<[(Label, usize)]> {
        let mut known = self.literals();
        known.retain(|(hash, _)| cases.cases.contains_key(hash));
        let mut labels: Vec<(Label, usize)> = Vec::new();
        for (hash, case) in &cases.cases {
            match known.iter().find(|(known, _)| known == hash) {
                Some((_, label)) => labels.extend(case.blocks.iter().map(|body| (label.clone(), *body))),
                None if cases.ranges.is_empty() => {
                    self.forbidden(position, "switch { … => … }");
                }
                None => {}
            }
        }
        labels.sort_by_key(|(_, body)| *body);
        self.check_labels(&labels, position);
        labels.into()
    }

    fn check_labels(&mut self, labels: &[(Label, usize)], position: Position) {
        let kind = |label: &Label| std::mem::discriminant(label);
        let pairs =
            || labels.iter().enumerate().flat_map(|(at, (a, _))| labels.iter().skip(at + 1).map(move |b| (a, &b.0)));
        if pairs().any(|(a, b)| kind(a) != kind(b)) {
            self.wrong(position, "the labels of one `switch` must be of one type".to_owned());
        } else if pairs().any(|(a, b)| a == b) {
            self.wrong(position, "a label of this `switch` stands there twice".to_owned());
        }
    }

    /// Every literal of the file, also negative, under the hash rhai gives it as a label.
    fn literals(&self) -> Vec<(u64, Label)> {
        let mut found = Vec::new();
        for (token, _) in &self.parsed.tokens {
            for (text, label) in spellings(token) {
                found.extend(self.hash(&text).map(|hash| (hash, label)));
            }
        }
        found
    }

    fn hash(&self, literal: &str) -> Option<u64> {
        let ast = self.parsed.engine.compile(format!("switch 0 {{ {literal} => 0 }}")).ok()?;
        match ast.statements().first()? {
            Stmt::Switch(switch, _) => switch.1.cases.keys().next().copied(),
            _ => None,
        }
    }
}

/// A literal as it can stand before `=>`, and what it means.
fn spellings(token: &Token) -> Vec<(String, Label)> {
    match token {
        Token::True => vec![("true".to_owned(), Label::Truth(true))],
        Token::False => vec![("false".to_owned(), Label::Truth(false))],
        Token::StringConstant(text) => vec![(quoted(text), Label::Word(nfc(text).into()))],
        Token::IntegerConstant(n) => {
            let negative = n.checked_neg().map(|m| (m.to_string(), Label::Number(Ratio::whole(m))));
            [Some((n.to_string(), Label::Number(Ratio::whole(*n)))), negative].into_iter().flatten().collect()
        }
        Token::DecimalConstant(decimal) => {
            let text = decimal.1.to_string();
            number(&text).map(|n| (text, Label::Number(n))).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\r', "\\r");
    format!("\"{escaped}\"")
}

/// Takes the body of `_` out of the list and leaves nothing in its place, so that positions stay.
fn part(mut bodies: Vec<Node>, default: Option<usize>, otherwise: Node) -> (Vec<Node>, Node) {
    match default.and_then(|at| bodies.get_mut(at)) {
        Some(body) => {
            let default = std::mem::replace(body, Node::Nothing);
            (bodies, default)
        }
        None => (bodies, otherwise),
    }
}

//! Expressions.

use super::super::branch::whole;
use super::super::program::Node;
use super::literal::{MOST_DECIMALS, MOST_DIGITS, decimal_at, number};
use super::{Lowering, Use};
use crate::diag::nearest;
use crate::quantity::Ratio;
use rhai::{Dynamic, Expr, Position};
use unicode_normalization::UnicodeNormalization;

impl Lowering<'_> {
    pub(super) fn expr(&mut self, expr: &Expr, usage: Use) -> Node {
        self.facts.enter();
        let node = self.any_expr(expr, usage);
        self.facts.leave();
        match (usage, expr) {
            (Use::Result, Expr::Stmt(_)) | (Use::Value | Use::Dropped, _) => node,
            (Use::Result, _) => self.result(expr, node),
        }
    }

    /// Marks a result.
    fn result(&mut self, expr: &Expr, node: Node) -> Node {
        let span = whole(&self.source.text, &self.parsed.tokens, self.begin(expr));
        self.facts.results.push(span);
        Node::Result(u16::try_from(self.facts.results.len() - 1).unwrap_or(u16::MAX), Box::new(node))
    }

    /// The byte at which an expression begins; rhai places an operator where its symbol stands.
    fn begin(&self, expr: &Expr) -> usize {
        let parts: &[Expr] = match expr {
            Expr::FnCall(call, _) if call.op_token.is_some() => &call.args,
            Expr::And(parts, _) | Expr::Or(parts, _) => parts,
            _ => &[],
        };
        let own = self.places.byte(expr.start_position());
        parts.iter().map(|part| self.begin(part)).fold(own, usize::min)
    }

    fn any_expr(&mut self, expr: &Expr, usage: Use) -> Node {
        match expr {
            Expr::BoolConstant(truth, _) => Node::Truth(*truth),
            Expr::IntegerConstant(number, _) => Node::Number(Ratio::whole(*number)),
            Expr::StringConstant(text, _) => Node::Word(nfc(text).into()),
            Expr::DynamicConstant(value, position) => self.constant(value, *position),
            Expr::Variable(name, _, position) if name.2.is_empty() => self.slot(&name.1, *position),
            Expr::Stmt(block) => self.block(block.statements(), expr.start_position(), usage),
            Expr::FnCall(call, position) => self.call(call, *position, usage),
            Expr::And(parts, _) => Node::All(self.conditions(parts)),
            Expr::Or(parts, _) => Node::Any(self.conditions(parts)),
            other => self.forbidden_expr(other),
        }
    }

    fn constant(&mut self, value: &Dynamic, position: Position) -> Node {
        if !value.is_decimal() {
            return self.forbidden(position, if value.is_fnptr() { "|…|" } else { "…" });
        }
        let text = decimal_at(&self.parsed.tokens, self.places.byte(position));
        if let Some(number) = text.and_then(number) {
            return Node::Number(number);
        }
        let limits = format!("at most {MOST_DIGITS} digits, {MOST_DECIMALS} after the mark");
        self.wrong(position, format!("`{}` is too long: {limits}", text.unwrap_or("…")))
    }

    fn slot(&mut self, name: &str, position: Position) -> Node {
        if let Some(slot) = self.scope.read(name) {
            return Node::Slot(slot, self.at(position));
        }
        let meant = nearest(name, self.scope.names()).map_or(String::new(), |m| format!("; did you mean `{m}`?"));
        self.wrong(position, format!("unknown variable `{name}`{meant}"))
    }

    fn conditions(&mut self, parts: &[Expr]) -> Box<[(Node, u32)]> {
        let one = |part: &Expr| (self.expr(part, Use::Value), self.at(part.start_position()));
        parts.iter().map(one).collect()
    }

    fn forbidden_expr(&mut self, expr: &Expr) -> Node {
        let construct = match expr {
            Expr::InterpolatedString(..) => "${…}",
            Expr::Array(..) => "[…]",
            Expr::Map(..) => "#{…}",
            Expr::Unit(..) => "()",
            Expr::ThisPtr(..) => "this",
            Expr::CharConstant(..) => "'…'",
            Expr::Variable(..) => "::",
            Expr::Coalesce(..) => "??",
            Expr::Dot(..) | Expr::Property(..) | Expr::MethodCall(..) => ".",
            Expr::Index(..) => "…[…]",
            _ => "…",
        };
        let position = match expr {
            Expr::Dot(.., position) | Expr::Index(.., position) | Expr::Coalesce(_, position) => *position,
            other => other.start_position(),
        };
        self.forbidden(position, construct)
    }
}

/// Texts are compared and shown in one spelling.
pub(super) fn nfc(text: &str) -> String {
    text.nfc().collect()
}

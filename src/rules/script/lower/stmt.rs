//! Statements.

use super::super::program::{Node, Operation};
use super::{Lowering, Use};
use crate::diag::Kind;
use rhai::{ASTFlags, BinaryExpr, Expr, FlowControl, Ident, OpAssignment, Position, Stmt, StmtBlock};

impl Lowering<'_> {
    /// Statements in a scope of their own; the last one gives the value.
    pub(super) fn block(&mut self, statements: &[Stmt], position: Position, usage: Use) -> Node {
        let Some((last, before)) = statements.split_last() else { return self.no_value(position, usage) };
        let mark = self.scope.mark();
        self.facts.enter();
        let mut nodes = Vec::with_capacity(statements.len());
        for statement in before {
            self.reached(&nodes, statement.position());
            nodes.push(self.statement(statement, Use::Dropped));
        }
        self.reached(&nodes, last.position());
        nodes.push(self.statement(last, usage));
        self.facts.leave();
        self.scope.back_to(mark);
        if nodes.len() == 1 { nodes.pop().unwrap_or(Node::Nothing) } else { Node::Block(nodes.into()) }
    }

    fn statement(&mut self, statement: &Stmt, usage: Use) -> Node {
        match statement {
            Stmt::Noop(position) => self.no_value(*position, usage),
            Stmt::If(flow, position) => self.if_else(flow, *position, usage),
            Stmt::Switch(switch, position) => self.switch(&switch.0, &switch.1, *position, usage),
            Stmt::Block(block) => self.block(block.statements(), block.position(), usage),
            Stmt::Expr(expr) => self.expression_statement(expr, usage),
            Stmt::FnCall(call, position) => self.expression_statement(&Expr::FnCall(call.clone(), *position), usage),
            Stmt::Var(var, flags, position) => self.variable(&var.0, &var.1, *flags, *position, usage),
            Stmt::Assignment(assignment) => self.assignment(&assignment.0, &assignment.1, usage),
            Stmt::Return(value, flags, position) => self.return_value(value.as_deref(), *flags, *position),
            other => self.forbidden_statement(other),
        }
    }

    /// Notes a statement that stands behind one which always leaves the function.
    fn reached(&mut self, before: &[Node], position: Position) {
        if before.last().is_some_and(always_leaves) {
            self.facts.unreached.push(self.places.span(position));
        }
    }

    /// Notes a part of an `if` whose condition is a literal.
    fn taken(&mut self, condition: &Node, then: Position, other: Option<Position>) {
        let never = match condition {
            Node::Truth(true) => other,
            Node::Truth(false) => Some(then),
            _ => None,
        };
        self.facts.unreached.extend(never.map(|position| self.places.span(position)));
    }

    /// Fine where nobody asks for a value.
    fn no_value(&mut self, position: Position, usage: Use) -> Node {
        match usage {
            Use::Dropped => Node::Nothing,
            Use::Result => self.wrong(position, "the function can end here without a result".to_owned()),
            Use::Value => self.wrong(position, "a value is needed, and this gives none".to_owned()),
        }
    }

    fn if_else(&mut self, flow: &FlowControl, position: Position, usage: Use) -> Node {
        let at = self.at(flow.expr.start_position());
        let condition = self.expr(&flow.expr, Use::Value);
        let then = self.block(flow.body.statements(), flow.body.position(), usage);
        let other = match (flow.branch.is_empty(), usage) {
            (true, Use::Dropped) => Node::Nothing,
            (true, _) => self.wrong(position, "this `if` needs an `else`: its value is used".to_owned()),
            (false, _) => self.block(flow.branch.statements(), flow.branch.position(), usage),
        };
        let branch = (!flow.branch.is_empty()).then(|| flow.branch.position());
        self.taken(&condition, flow.body.position(), branch);
        Node::If(Box::new([condition, then, other]), at)
    }

    /// A value that is dropped is nearly always a forgotten `return`.
    fn expression_statement(&mut self, expr: &Expr, usage: Use) -> Node {
        match expr {
            Expr::Stmt(_) => self.expr(expr, usage),
            _ if usage == Use::Dropped => {
                let before = self.report.diagnostics.len();
                let node = self.expr(expr, Use::Result);
                if self.report.diagnostics.len() == before {
                    let message = "nothing uses this value; did you mean `return`?".to_owned();
                    return self.wrong(expr.start_position(), message);
                }
                node
            }
            _ => self.expr(expr, usage),
        }
    }

    fn variable(&mut self, name: &Ident, value: &Expr, flags: ASTFlags, position: Position, usage: Use) -> Node {
        if flags.intersects(ASTFlags::EXPORTED) {
            return self.forbidden(position, "export");
        }
        let value = match value {
            Expr::Unit(at) if at.is_none() => self.forbidden(name.pos, &format!("let {};", name.name)),
            value => self.expr(value, Use::Value),
        };
        // Declared after its value, so that `let x = x + 1` reads the outer one.
        let slot = self.declare(&name.name, name.pos);
        self.facts.step();
        self.no_value(position, usage);
        Node::Set(slot, Box::new(value))
    }

    fn declare(&mut self, name: &str, position: Position) -> u16 {
        self.scope.declare(name, Kind::Variable, self.places.span(position))
    }

    fn assignment(&mut self, operation: &OpAssignment, sides: &BinaryExpr, usage: Use) -> Node {
        let position = operation.position();
        let value = self.expr(&sides.rhs, Use::Value);
        let Some((slot, at)) = self.target(&sides.lhs) else {
            // Reports what is wrong with it.
            return self.expr(&sides.lhs, Use::Value);
        };
        self.no_value(position, usage);
        self.facts.step();
        let Some((.., symbol)) = operation.get_op_assignment_info() else { return Node::Set(slot, Box::new(value)) };
        let Some(operation) = Operation::of(symbol) else { return self.forbidden_word(position) };
        let changed = operation.node(Node::Slot(slot, at), value, self.at(position));
        Node::Set(slot, Box::new(changed))
    }

    /// The variable that an assignment changes; changing is not reading.
    fn target(&mut self, target: &Expr) -> Option<(u16, u32)> {
        let Expr::Variable(name, _, position) = target else { return None };
        self.facts.step();
        Some((self.scope.find(&name.1)?, self.at(*position)))
    }

    fn return_value(&mut self, value: Option<&Expr>, flags: ASTFlags, position: Position) -> Node {
        if flags.intersects(ASTFlags::BREAK) {
            return self.forbidden(position, "throw");
        }
        let Some(value) = value else { return self.wrong(position, "`return` without a value".to_owned()) };
        self.facts.step();
        Node::Return(Box::new(self.expr(value, Use::Result)))
    }

    /// Reports the statement and what is wrong inside it.
    fn forbidden_statement(&mut self, statement: &Stmt) -> Node {
        match statement {
            Stmt::Share(_) => return self.forbidden(statement.position(), "|…|"),
            _ => self.forbidden_word(statement.position()),
        };
        let mark = self.scope.mark();
        match statement {
            Stmt::While(flow, _) | Stmt::Do(flow, ..) => self.inside(&[&flow.body]),
            Stmt::For(parts, _) => {
                self.declare(&parts.0.name, parts.0.pos);
                if let Some(counter) = &parts.1 {
                    self.declare(&counter.name, counter.pos);
                }
                self.inside(&[&parts.2.body]);
            }
            Stmt::TryCatch(flow, _) => {
                if let Expr::Variable(name, _, position) = &flow.expr {
                    self.declare(&name.1, *position);
                }
                self.inside(&[&flow.body, &flow.branch]);
            }
            _ => {}
        }
        self.scope.back_to(mark);
        Node::Nothing
    }

    fn inside(&mut self, blocks: &[&StmtBlock]) {
        for block in blocks {
            self.block(block.statements(), block.position(), Use::Dropped);
        }
    }
}

/// Whether a statement ends the function whatever the figures are.
fn always_leaves(node: &Node) -> bool {
    match node {
        Node::Return(_) => true,
        Node::Block(nodes) => nodes.iter().any(always_leaves),
        Node::If(parts, _) => match &**parts {
            [Node::Truth(true), then, _] => always_leaves(then),
            [Node::Truth(false), _, other] => always_leaves(other),
            [_, then, other] => always_leaves(then) && always_leaves(other),
        },
        Node::Switch(switch, _) => {
            let bodies = switch.labels.iter().filter_map(|(_, body)| switch.bodies.get(*body));
            bodies.chain([&switch.otherwise]).all(always_leaves)
        }
        _ => false,
    }
}

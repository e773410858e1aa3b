//! rhai reads the text: syntax tree, tokens and function headers. Nothing is ever run by rhai.

use super::place::Places;
use crate::diag::Span;
use rhai::{AST, ASTNode, Engine, OptimizationLevel, ParseError, Position, Stmt, Token};

/// Longest script in bytes: rhai counts lines and characters in 16 bits, so positions stay exact.
pub(super) const MOST_BYTES: usize = 65_535;
/// Nested expressions and statements in a function, the same in debug and release builds: a sum of 60 parts or an
/// `else if` chain of 20 fits, and reading it needs less than half of a thread's usual 2 MiB of stack.
const MOST_NESTED: usize = 64;
/// Functions in one file; a script is for one item.
const MOST_FUNCTIONS: usize = 64;
/// Bytes of one text: a reason is a sentence or two.
const MOST_TEXT: usize = 2_000;
/// Elements of a list or map; both are refused afterwards, with a better message than the parser's.
const MOST_ELEMENTS: usize = 64;

/// The one place where rhai is configured.
///
/// rhai runs nothing, so its limits on running are as tight as they can be; those of our own tree (steps, depth,
/// variables) are proved in `bounds`. No package is loaded and nothing is folded: every literal stays where it was
/// written.
pub(super) fn engine() -> Engine {
    let mut engine = Engine::new_raw();
    engine.set_optimization_level(OptimizationLevel::None);
    engine.set_max_expr_depths(MOST_NESTED, MOST_NESTED);
    engine.set_max_functions(MOST_FUNCTIONS);
    engine.set_max_variables(0);
    engine.set_max_string_size(MOST_TEXT);
    engine.set_max_array_size(MOST_ELEMENTS);
    engine.set_max_map_size(MOST_ELEMENTS);
    engine.set_max_modules(0);
    engine.set_max_operations(1);
    engine.set_max_call_levels(0);
    engine
}

/// A script as rhai reads it.
pub(super) struct Parsed {
    pub(super) engine: Engine,
    pub(super) ast: AST,
    /// Every token with the byte it begins at.
    pub(super) tokens: Vec<(Token, usize)>,
    /// Functions in the order of the file.
    pub(super) headers: Vec<Header>,
}

/// `fn name(parameter, …)`.
pub(super) struct Header {
    pub(super) name: String,
    pub(super) name_span: Span,
    pub(super) parameters: Vec<(String, Span)>,
}

impl Parsed {
    /// Statements of a function and where its body begins.
    ///
    /// The type of a body cannot be named outside rhai; a walk over a tree with this function alone reaches them.
    pub(super) fn body(&self, header: &Header) -> Option<(Vec<Stmt>, Position)> {
        let arity = header.parameters.len();
        let mut defined = self.ast.iter_fn_def().filter(|f| f.name == header.name.as_str() && f.params.len() == arity);
        let position = defined.next()?.body.start_position();
        // Not `clone_functions_only_filtered`: into an empty tree it copies every function.
        let mut alone = self.ast.clone_functions_only();
        alone.retain_functions(|_, _, name, n| name == header.name && n == arity);
        let mut statements = Vec::new();
        alone.walk(&mut |path: &[ASTNode<'_>]| {
            if let [ASTNode::Stmt(statement)] = path {
                statements.push((*statement).clone());
            }
            true
        });
        Some((statements, position))
    }
}

/// Reads the text.
pub(super) fn parse(text: &str, places: &Places<'_>) -> Result<Parsed, ParseError> {
    let engine = engine();
    let ast = engine.compile(text)?;
    let tokens = tokens(&engine, text, places);
    let headers = headers(&tokens);
    Ok(Parsed { engine, ast, tokens, headers })
}

fn tokens(engine: &Engine, text: &str, places: &Places<'_>) -> Vec<(Token, usize)> {
    let inputs = [text];
    let (stream, _control) = engine.lex(&inputs);
    stream
        .take_while(|(token, _)| !matches!(token, Token::EOF | Token::LexError(_)))
        .map(|(token, position)| (token, places.byte(position)))
        .collect()
}

fn headers(tokens: &[(Token, usize)]) -> Vec<Header> {
    let begins = tokens.iter().enumerate().filter(|(_, (token, _))| *token == Token::Fn);
    begins.filter_map(|(at, _)| header(tokens.get(at + 1..)?)).collect()
}

fn header(tokens: &[(Token, usize)]) -> Option<Header> {
    let (name, name_span) = identifier(tokens.first()?)?;
    let rest = tokens.get(1..)?.iter().take_while(|(token, _)| !matches!(token, Token::RightParen | Token::Unit));
    let parameters = rest.take_while(|(token, _)| *token != Token::LeftBrace).filter_map(identifier).collect();
    Some(Header { name, name_span, parameters })
}

fn identifier((token, at): &(Token, usize)) -> Option<(String, Span)> {
    match token {
        Token::Identifier(name) => Some((name.to_string(), *at..*at + name.len())),
        _ => None,
    }
}

//! What offices write in a cell instead of a figure.

/// Words for yes in a yes-no column, folded; a blank is missing, not no.
pub const YES: [&str; 6] = ["có", "yes", "x", "1", "true", "đúng"];
/// Words for no.
pub const NO: [&str; 5] = ["không", "no", "0", "false", "sai"];

/// Signs and words that a field takes in place of a figure; none unless they are declared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    /// Those that mean that there is no figure yet: the cell is taken as blank.
    pub missing: Vec<String>,
    /// Those that mean that somebody counted and found none: the cell is taken as 0.
    pub zero: Vec<String>,
}

//! How much is tried before a search says that it was cut off. Limits of the machine, not of the law.

/// Values of one figure that are counted through, where the next change cannot be found by halving.
pub const VALUES: u64 = 20_000;
/// Times rules are asked what they make of a bundle's figures.
pub const LOOKS: u64 = 400_000;
/// Stops of one figure: values at which something changes.
pub const STOPS: usize = 2_000;
/// Combinations of changes within one bundle or cluster.
pub const COMBINATIONS: usize = 20_000;
/// Different sums that clusters can add up to.
pub const SUMS: usize = 20_000;
/// Sets kept for each outcome, so that there are alternatives to the shortest.
pub const ALTERNATIVES: usize = 3;

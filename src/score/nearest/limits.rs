//! How much is tried before a search says that it was cut off. Limits of the machine, not of the law.

/// Values of one figure on either side that are counted through, where the next change cannot be found by halving. No
/// commune has so many children.
pub const VALUES: u64 = 150_000;
/// Times rules are asked what they make of a bundle's figures.
pub const LOOKS: u64 = 400_000;
/// The same for each figure that is moved alone before a bundle's figures are moved together.
pub const LOOKS_ALONE: u64 = 20_000;
/// Stops of one figure: values at which something changes.
pub const STOPS: usize = 2_000;
/// Combinations of changes within one bundle or cluster.
pub const COMBINATIONS: usize = 20_000;
/// Different sums that clusters can add up to.
pub const SUMS: usize = 20_000;
/// Sets kept for each outcome, so that there are alternatives to the shortest.
pub const ALTERNATIVES: usize = 3;

//! [`Note`]: what a place beside that of the mistake shows.
//! What a related place of a diagnostic shows.

/// What a related place shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The first use of an id.
    FirstHere,
    /// The maximum is set here.
    MaximumHere,
    /// A figure of the law is set here.
    FigureHere,
    /// The least is set here.
    LeastHere,
    /// The band before.
    BandBefore,
    /// The rule that uses it.
    UsedHere,
    /// The same mistake again.
    AlsoHere,
    /// The figure it is compared with.
    ComparedWith,
    /// The case that failed.
    CaseHere,
    /// The same commune stands here.
    SameCommune,
    /// Another version of the same thing.
    OtherVersion,
    /// Where a key is to be added.
    AddHere,
    /// Another figure below the status asked for.
    AlsoBelow,
}

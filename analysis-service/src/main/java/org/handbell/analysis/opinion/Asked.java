package org.handbell.analysis.opinion;

/// What became of a question to the model.
enum Asked {
    ANSWERED,
    /// It did not answer, or said that it cannot.
    FAILED,
    TIMED_OUT,
    /// It answered something that it was not asked for.
    INVALID,
    /// All calls of this hour are used up.
    NO_BUDGET,
    /// It failed often just now and is left alone for a while.
    RESTING,
    /// The post is longer than what it may be asked about.
    TOO_LONG,
    /// The batch has no time left.
    NO_TIME
}

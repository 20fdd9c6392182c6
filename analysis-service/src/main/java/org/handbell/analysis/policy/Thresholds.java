package org.handbell.analysis.policy;

/// How sure a claim must be, 0 to 1, before anything comes of it.
///
/// @param tellFrom from here on a person is told: it may open a case
/// @param digestFrom from here on it is claimed at all: it waits in the digest
public record Thresholds(double tellFrom, double digestFrom) {

    /// Where a pack says nothing.
    static final Thresholds USUAL = new Thresholds(0.5, 0.5);

    public Thresholds {
        if (!(digestFrom >= 0 && digestFrom <= tellFrom && tellFrom <= 1)) {
            throw new IllegalArgumentException(
                    "thresholds must be 0 <= digestFrom <= tellFrom <= 1");
        }
    }
}

package org.handbell.analysis.training;

/// One post to learn from or to test on.
///
/// @param source the file it comes from
/// @param ids as the encoder reads it
/// @param marked places in `ids` that carry the breach
/// @param grams its n-grams
/// @param targets of the encoder's labels
record Example(
        String id, String source, int[] ids, int[] marked, int[] grams, Labels.Targets targets) {

    private static final String TEST = ".*-(05|10)\\.jsonl";

    /// Whether it is kept from training: each fifth batch.
    boolean kept() {
        return source.matches(TEST);
    }
}

package org.handbell.analysis.meaning;

/// Which posts are read for their meaning, which costs some 10 to 50 ms a post.
public enum ReadWhen {

    /// Every post.
    ALWAYS,

    /// Posts that the n-grams do not take to be harmless; for replays, and where posts come faster
    /// than they can be read.
    UNDECIDED,

    /// None: the lexicons and the register decide alone.
    NEVER;

    /// The meanings of the model that ships, for these posts.
    public Meanings meanings() {
        return switch (this) {
            case ALWAYS -> Reader.shipped();
            case UNDECIDED -> new Cascade(Reader.shipped());
            case NEVER -> Meanings.NONE;
        };
    }
}

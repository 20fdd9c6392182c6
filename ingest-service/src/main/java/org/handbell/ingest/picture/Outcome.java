package org.handbell.ingest.picture;

import java.util.Locale;

/// How looking at a picture ended, for the figures.
enum Outcome {
    /// It was looked at.
    LOOKED(true),
    /// It was copied for a case.
    COPIED(true),
    /// The address may not be asked, or the server does not give it.
    REFUSED(true),
    /// The server could not be reached, or asks for patience.
    UNREACHABLE(false),
    /// The file has too many bytes.
    TOO_LARGE(true),
    /// It has too many pixels, or takes too many passes to draw.
    TOO_MANY_PIXELS(true),
    /// It is of another kind, or broken.
    UNREADABLE(true),
    /// There are more of them in the post than are looked at.
    TOO_MANY(true),
    /// Its time, or that of the look, was over.
    NO_TIME(false);

    private final boolean lasting;

    Outcome(boolean lasting) {
        this.lasting = lasting;
    }

    /// Whether trying again would end the same way.
    boolean isLasting() {
        return lasting;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

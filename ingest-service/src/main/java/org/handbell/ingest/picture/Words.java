package org.handbell.ingest.picture;

import java.awt.image.BufferedImage;
import java.util.Optional;

/// Reads the words that are legible in a picture.
interface Words {

    /// Empty where there are none, or the reading failed.
    Optional<String> in(BufferedImage picture) throws InterruptedException;

    /// Whether words are read at all.
    boolean isReading();

    /// Reads nothing.
    static Words none() {
        return new Words() {
            @Override
            public Optional<String> in(BufferedImage picture) {
                return Optional.empty();
            }

            @Override
            public boolean isReading() {
                return false;
            }
        };
    }
}

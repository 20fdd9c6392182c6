package org.handbell.ingest.picture;

import java.awt.image.BufferedImage;

/// What became of a file.
sealed interface Decoded {

    /// A picture, upright, on white, at most [Decoder#LARGEST] pixels; of a moving one the first
    /// frame.
    ///
    /// @param located whether the file says where it was taken
    record Picture(Format format, BufferedImage image, boolean located) implements Decoded {}

    /// No picture that is read here.
    record Unread(Outcome why) implements Decoded {}
}

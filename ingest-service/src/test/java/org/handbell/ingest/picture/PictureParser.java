package org.handbell.ingest.picture;

/// The reader of picture files, as it is fuzzed.
public final class PictureParser {

    private static final Decoder READER = new Decoder(1_000_000);

    private PictureParser() {}

    /// @return whether it is a picture
    public static boolean file(byte[] input) {
        return switch (READER.decode(input)) {
            case Decoded.Picture(_, var image, _) -> {
                if ((long) image.getWidth() * image.getHeight() > Decoder.LARGEST) {
                    throw new IllegalStateException("larger than a picture may be kept");
                }
                yield true;
            }
            case Decoded.Unread _ -> false;
        };
    }
}

package org.handbell.ingest.picture;

import java.awt.image.BufferedImage;

/// The part of a picture within its plain border, so that a mark is the same with more or less
/// paper around it.
final class Trimmed {

    /// How much a channel may differ from the corner and still be border, of 255.
    private static final int TOLERANCE = 24;

    private Trimmed() {}

    /// The picture itself where it has no border, or nothing within.
    static BufferedImage of(BufferedImage image) {
        int paper = image.getRGB(0, 0);
        int left = image.getWidth();
        int top = image.getHeight();
        int right = -1;
        int bottom = -1;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (differ(paper, image.getRGB(x, y))) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        return right < left
                ? image
                : image.getSubimage(left, top, right - left + 1, bottom - top + 1);
    }

    /// Whether it is of one colour.
    static boolean isPlain(BufferedImage image) {
        int paper = image.getRGB(0, 0);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (differ(paper, image.getRGB(x, y))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean differ(int one, int other) {
        return channel(one, other, 16) || channel(one, other, 8) || channel(one, other, 0);
    }

    private static boolean channel(int one, int other, int shift) {
        return Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > TOLERANCE;
    }
}

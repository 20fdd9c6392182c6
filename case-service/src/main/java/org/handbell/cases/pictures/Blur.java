package org.handbell.cases.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// Makes a picture so coarse that it shows that there is something, and not what. Made once, here,
/// when the picture comes: a blur in the browser would send the clear one.
final class Blur {

    private static final int COARSE = 8;
    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;
    private static final int MOST_ACROSS = 20_000;
    private static final int READ_ACROSS = 64;

    private Blur() {}

    /// A PNG; a grey one for what cannot be read, or claims to be enormous.
    static byte[] of(byte[] picture) {
        return png(read(picture).map(Blur::coarse).orElseGet(Blur::grey));
    }

    private static Optional<BufferedImage> read(byte[] picture) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return small(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException _) {
            // Anything at all can be in a file from outside; a grey box says as much.
            return Optional.empty();
        }
    }

    /// Only every so manieth point is kept, so that a small file cannot fill the memory.
    private static Optional<BufferedImage> small(ImageReader reader) throws IOException {
        var across = Math.max(reader.getWidth(0), reader.getHeight(0));
        if (across > MOST_ACROSS) {
            return Optional.empty();
        }
        var step = Math.max(1, across / READ_ACROSS);
        var sparse = reader.getDefaultReadParam();
        sparse.setSourceSubsampling(step, step, 0, 0);
        return Optional.ofNullable(reader.read(0, sparse));
    }

    private static BufferedImage coarse(BufferedImage sharp) {
        return drawn(drawn(sharp, COARSE, COARSE * HEIGHT / WIDTH), WIDTH, HEIGHT);
    }

    private static BufferedImage drawn(BufferedImage from, int width, int height) {
        var to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = to.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(from, 0, 0, width, height, null);
        pen.dispose();
        return to;
    }

    private static BufferedImage grey() {
        var box = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = box.createGraphics();
        pen.setColor(Color.GRAY);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.dispose();
        return box;
    }

    private static byte[] png(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        }
    }
}

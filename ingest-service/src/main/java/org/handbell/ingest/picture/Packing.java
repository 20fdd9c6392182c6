package org.handbell.ingest.picture;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Packs pixels into a new file that holds nothing but them, at most [#MOST] bytes: without loss
/// where the file was without loss and that fits, else as a JPEG, made smaller until it fits.
final class Packing {

    /// Largest file, in bytes.
    static final int MOST = 2 * 1024 * 1024;

    private static final float QUALITY = 0.85f;
    private static final double SMALLER = 0.7;
    private static final int MOST_TRIES = 10;

    private Packing() {}

    /// Empty where it cannot be made small enough.
    static Optional<File> of(Decoded.Picture picture) throws IOException {
        var image = picture.image();
        if (picture.format() != Format.JPEG) {
            var whole = packed(image, "png");
            if (whole.length <= MOST) {
                return Optional.of(new File("image/png", whole));
            }
        }
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            var lossy = packed(image, "jpeg");
            if (lossy.length <= MOST) {
                return Optional.of(new File("image/jpeg", lossy));
            }
            image = smaller(image);
        }
        return Optional.empty();
    }

    private static byte[] packed(BufferedImage image, String format) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage smaller(BufferedImage image) {
        int width = Math.max(1, (int) (image.getWidth() * SMALLER));
        int height = Math.max(1, (int) (image.getHeight() * SMALLER));
        var smaller = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var drawing = smaller.createGraphics();
        drawing.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.drawImage(image, 0, 0, width, height, null);
        drawing.dispose();
        return smaller;
    }

    record File(String contentType, byte[] bytes) {}
}

package org.handbell.ingest.picture;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.NoSuchElementException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Reads a picture within bounds, from memory and into memory. The size is read before anything is
/// unpacked, and a large picture is thinned out while it is read, so that a small file cannot ask
/// for much memory.
final class Decoder {

    /// Most pixels of a picture as it is kept in memory.
    static final int LARGEST = 4_000_000;

    /// Most passes over a picture that a JPEG may ask for; usual ones have at most ten.
    private static final int MOST_SCANS = 64;

    private final int maxPixels;

    /// @param maxPixels most pixels that a file may say it has
    Decoder(int maxPixels) {
        this.maxPixels = maxPixels;
    }

    Decoded decode(byte[] file) {
        var format = Format.of(file);
        if (format.isEmpty()) {
            return new Decoded.Unread(Outcome.UNREADABLE);
        }
        if (format.get() == Format.JPEG && scans(file) > MOST_SCANS) {
            return new Decoded.Unread(Outcome.TOO_MANY_PIXELS);
        }
        try {
            return read(format.get(), file);
        } catch (IOException | RuntimeException e) {
            // The readers throw whatever a broken file makes them stumble over.
            return new Decoded.Unread(Outcome.UNREADABLE);
        }
    }

    private Decoded read(Format format, byte[] file) throws IOException {
        var reader = reader(format);
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > Math.min(maxPixels, format.mostPixels())) {
                return new Decoded.Unread(Outcome.TOO_MANY_PIXELS);
            }
            var facts = Exif.of(format, file);
            var image = facts.upright(onWhite(first(reader, pixels)));
            return new Decoded.Picture(format, image, facts.located());
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage first(ImageReader reader, long pixels) throws IOException {
        var step = (int) Math.ceil(Math.sqrt((double) pixels / LARGEST));
        var thinning = reader.getDefaultReadParam();
        thinning.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
        return reader.read(0, thinning);
    }

    private static ImageReader reader(Format format) throws IOException {
        if (format == Format.WEBP) {
            return new WebPImageReaderSpi().createReaderInstance(null);
        }
        var readers = ImageIO.getImageReadersByFormatName(format.name());
        if (!readers.hasNext()) {
            throw new NoSuchElementException("no reader for " + format);
        }
        return readers.next();
    }

    private static BufferedImage onWhite(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return image;
        }
        var plain =
                new BufferedImage(
                        image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var drawing = plain.createGraphics();
        drawing.drawImage(image, 0, 0, Color.WHITE, null);
        drawing.dispose();
        return plain;
    }

    /// A start of scan cannot occur by chance: within a scan, FF is followed by 00.
    private static int scans(byte[] jpeg) {
        int scans = 0;
        for (int i = 0; i + 1 < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xda) {
                scans++;
            }
        }
        return scans;
    }
}

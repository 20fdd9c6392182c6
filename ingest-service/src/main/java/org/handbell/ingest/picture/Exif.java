package org.handbell.ingest.picture;

import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a file says about itself and must be known here: whether it holds a place, never which one,
/// and which side is up.
///
/// @param located whether it holds a latitude and a longitude
/// @param orientation as EXIF counts, 1 to 8; 1 is upright
record Exif(boolean located, int orientation) {

    private static final Exif NOTHING = new Exif(false, 1);
    private static final int HEADER = 8;

    /// A file whose EXIF part cannot be read has none.
    static Exif of(Format format, byte[] file) {
        try {
            var metadata = new Metadata();
            switch (format) {
                case JPEG -> jpeg(file, metadata);
                case PNG ->
                        chunk(file, "eXIf", HEADER, ByteOrder.BIG_ENDIAN)
                                .ifPresent(tiff -> tiff(tiff, metadata));
                case WEBP ->
                        chunk(file, "EXIF", 12, ByteOrder.LITTLE_ENDIAN)
                                .ifPresent(tiff -> tiff(tiff, metadata));
                case GIF -> {}
            }
            return of(metadata);
        } catch (JpegProcessingException | java.io.IOException | RuntimeException e) {
            // The parser throws whatever a broken file makes it stumble over.
            return NOTHING;
        }
    }

    BufferedImage upright(BufferedImage image) {
        if (orientation < 2 || orientation > 8) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        var turned = new AffineTransform();
        switch (orientation) {
            case 2 -> turned.setTransform(-1, 0, 0, 1, width, 0);
            case 3 -> turned.setTransform(-1, 0, 0, -1, width, height);
            case 4 -> turned.setTransform(1, 0, 0, -1, 0, height);
            case 5 -> turned.setTransform(0, 1, 1, 0, 0, 0);
            case 6 -> turned.setTransform(0, 1, -1, 0, height, 0);
            case 7 -> turned.setTransform(0, -1, -1, 0, height, width);
            default -> turned.setTransform(0, -1, 1, 0, 0, width);
        }
        var lies = orientation >= 5;
        var upright =
                new BufferedImage(lies ? height : width, lies ? width : height, image.getType());
        var nearest = AffineTransformOp.TYPE_NEAREST_NEIGHBOR;
        return new AffineTransformOp(turned, nearest).filter(image, upright);
    }

    private static void jpeg(byte[] file, Metadata metadata)
            throws JpegProcessingException, java.io.IOException {
        var segments =
                JpegSegmentReader.readSegments(
                        new SequentialByteArrayReader(file), Set.of(JpegSegmentType.APP1));
        new ExifReader()
                .readJpegSegments(
                        segments.getSegments(JpegSegmentType.APP1), metadata, JpegSegmentType.APP1);
    }

    private static void tiff(byte[] tiff, Metadata metadata) {
        var preamble = ExifReader.JPEG_SEGMENT_PREAMBLE.getBytes(StandardCharsets.ISO_8859_1);
        var offset = ExifReader.startsWithJpegExifPreamble(tiff) ? preamble.length : 0;
        new ExifReader().extract(new ByteArrayReader(tiff), metadata, offset);
    }

    private static Exif of(Metadata metadata) {
        var places = metadata.getDirectoriesOfType(GpsDirectory.class).stream();
        var located =
                places.anyMatch(gps ->
                        gps.containsTag(GpsDirectory.TAG_LATITUDE)
                                && gps.containsTag(GpsDirectory.TAG_LONGITUDE));
        return new Exif(
                located, orientation(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class)));
    }

    private static int orientation(@Nullable Directory directory) {
        var said =
                directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return said == null ? 1 : said;
    }

    /// The first chunk of that name: PNG writes size, name, data and check sum, RIFF name, size,
    /// data and a byte to make the size even.
    private static Optional<byte[]> chunk(byte[] file, String name, int start, ByteOrder order) {
        var png = order == ByteOrder.BIG_ENDIAN;
        var wanted = name.getBytes(StandardCharsets.ISO_8859_1);
        var bytes = ByteBuffer.wrap(file).order(order);
        long at = start;
        while (at + HEADER <= file.length) {
            int here = (int) at;
            long size = Integer.toUnsignedLong(bytes.getInt(png ? here : here + 4));
            int nameAt = png ? here + 4 : here;
            if (at + HEADER + size > file.length) {
                return Optional.empty();
            }
            if (Arrays.equals(file, nameAt, nameAt + 4, wanted, 0, 4)) {
                return Optional.of(
                        Arrays.copyOfRange(file, here + HEADER, (int) (here + HEADER + size)));
            }
            at += HEADER + size + (png ? 4 : size % 2);
        }
        return Optional.empty();
    }
}

package org.handbell.ingest.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.handbell.ingest.picture.Decoded.Picture;
import org.handbell.ingest.picture.Decoded.Unread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {

    private final Decoder decoder = new Decoder(20_000_000);

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif"})
    void aPictureIsReadWhateverItsFormat(String format) {
        var picture = picture(Drawn.file(Drawn.landscape(320, 200), format));
        assertThat(picture.image().getWidth()).isEqualTo(320);
        assertThat(picture.image().getHeight()).isEqualTo(200);
        assertThat(picture.format().name()).isEqualToIgnoringCase(format);
        assertThat(picture.located()).isFalse();
    }

    /// One red pixel, lossless, written by hand: 1 x 1, no transforms, five codes of one symbol.
    @Test
    void aWebpPictureIsRead() {
        var file = webp(1, 1);
        assertThat(picture(file).image().getRGB(0, 0)).isEqualTo(Color.RED.getRGB());
    }

    @Test
    void aWebpPictureThatSaysItIsHugeIsNotUnpacked() {
        assertThat(decoder.decode(webp(16_384, 16_384)))
                .isEqualTo(new Unread(Outcome.TOO_MANY_PIXELS));
    }

    @Test
    void aLargePictureIsThinnedOutWhileItIsRead() {
        var picture = picture(Drawn.file(Drawn.landscape(4000, 3000), "jpeg"));
        assertThat(picture.image().getWidth() * picture.image().getHeight())
                .isLessThanOrEqualTo(Decoder.LARGEST);
        assertThat(picture.image().getWidth()).isEqualTo(2000);
    }

    /// 40,000 × 40,000 pixels in a few kilobytes.
    @Test
    void aBombIsNotUnpacked() throws Exception {
        assertThat(decoder.decode(png(40_000, 40_000)))
                .isEqualTo(new Unread(Outcome.TOO_MANY_PIXELS));
    }

    @Test
    void aJpegWithEndlessPassesIsNotUnpacked() {
        var jpeg = Drawn.file(Drawn.landscape(64, 64), "jpeg");
        var passes = ByteBuffer.allocate(jpeg.length + 200);
        passes.put(jpeg);
        for (int i = 0; i < 100; i++) {
            passes.put((byte) 0xff).put((byte) 0xda);
        }
        assertThat(decoder.decode(passes.array())).isEqualTo(new Unread(Outcome.TOO_MANY_PIXELS));
    }

    @Test
    void whatIsClearIsWhite() {
        var clear = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
        assertThat(picture(Drawn.file(clear, "png")).image().getRGB(3, 3))
                .isEqualTo(Color.WHITE.getRGB());
    }

    @Test
    void aPlaceIsKnownAsOneAndNothingOfItGoesOn() {
        var jpeg = Drawn.file(Drawn.landscape(64, 48), "jpeg");
        assertThat(picture(Drawn.withExif(jpeg, Drawn.tiff(1, true))).located()).isTrue();
        assertThat(picture(Drawn.withExif(jpeg, Drawn.tiff(1, false))).located()).isFalse();
        var png = Drawn.file(Drawn.landscape(64, 48), "png");
        assertThat(picture(Drawn.withChunk(png, "eXIf", Drawn.tiff(1, true))).located()).isTrue();
        assertThat(picture(Drawn.withChunk(png, "teXt", Drawn.tiff(1, true))).located()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPictureThatLiesIsTurned(int orientation) {
        var upright = Drawn.paper(64, 32);
        var drawing = upright.createGraphics();
        drawing.setColor(Color.RED);
        drawing.fillRect(0, 0, 16, 16);
        drawing.dispose();
        var inverse = new int[] {0, 1, 2, 3, 4, 5, 8, 7, 6}[orientation];
        var lying = new Exif(false, inverse).upright(upright);
        var file = Drawn.withExif(Drawn.file(lying, "jpeg"), Drawn.tiff(orientation, false));
        var seen = picture(file).image();
        assertThat(seen.getWidth()).isEqualTo(64);
        assertThat(isRed(seen, 5, 5)).isTrue();
        assertThat(isRed(seen, 60, 5) || isRed(seen, 5, 28) || isRed(seen, 60, 28)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7", "BM"})
    void whatIsNoPictureIsUnreadable(String file) {
        assertThat(decoder.decode(file.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(new Unread(Outcome.UNREADABLE));
    }

    /// Bytes changed at random, and files cut off at random: a value comes back, whatever happens.
    @Test
    void aBrokenFileIsAValue() {
        var chance = new Random(11);
        var jpeg = Drawn.withExif(Drawn.file(Drawn.crest(48), "jpeg"), Drawn.tiff(6, true));
        var files =
                new byte[][] {
                    jpeg,
                    Drawn.file(Drawn.crest(48), "png"),
                    Drawn.file(Drawn.crest(48), "gif"),
                    webp(1, 1)
                };
        int pictures = 0;
        for (int i = 0; i < 2000; i++) {
            var file = files[i % files.length].clone();
            for (int changes = 0; changes < 1 + i % 5; changes++) {
                file[chance.nextInt(file.length)] = (byte) chance.nextInt(256);
            }
            var cut = i % 3 == 0 ? chance.nextInt(file.length) : file.length;
            pictures +=
                    new Decoder(1_000_000).decode(java.util.Arrays.copyOf(file, cut))
                                    instanceof Picture
                            ? 1
                            : 0;
        }
        assertThat(pictures).isBetween(1, 1999);
    }

    private Picture picture(byte[] file) {
        assertThat(decoder.decode(file)).isInstanceOf(Picture.class);
        return (Picture) decoder.decode(file);
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        var colour = new Color(image.getRGB(x, y));
        return colour.getRed() > 180 && colour.getGreen() < 90;
    }

    private static byte[] png(int width, int height) throws Exception {
        var data = new ByteArrayOutputStream();
        try (var packing = new DeflaterOutputStream(data)) {
            packing.write(new byte[10_000_000]);
        }
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) 8).put((byte) 0);
        var start =
                ByteBuffer.allocate(8)
                        .put("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        var file = new ByteArrayOutputStream();
        file.write(start.array());
        chunk(file, "IHDR", header.array());
        chunk(file, "IDAT", data.toByteArray());
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String name, byte[] data)
            throws Exception {
        var check = new java.util.zip.CRC32();
        check.update(name.getBytes(StandardCharsets.ISO_8859_1));
        check.update(data);
        file.write(ByteBuffer.allocate(4).putInt(data.length).array());
        file.write(name.getBytes(StandardCharsets.ISO_8859_1));
        file.write(data);
        file.write(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    /// Lossless WebP of one colour: each of its five codes has one symbol, so that no pixel takes a
    /// bit.
    private static byte[] webp(int width, int height) {
        var bits = new Bits();
        bits.put(0x2f, 8).put(width - 1, 14).put(height - 1, 14).put(0, 1).put(0, 3);
        bits.put(0, 1).put(0, 1).put(0, 1);
        for (int symbol : new int[] {0, 255, 0, 255, 0}) {
            bits.put(1, 1).put(0, 1).put(1, 1).put(symbol, 8);
        }
        var data = bits.bytes();
        var file = ByteBuffer.allocate(20 + data.length).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(12 + data.length);
        file.put("WEBPVP8L".getBytes(StandardCharsets.ISO_8859_1)).putInt(data.length);
        return file.put(data).array();
    }

    private static final class Bits {

        private final byte[] bytes = new byte[64];
        private int length;

        Bits put(int value, int count) {
            for (int i = 0; i < count; i++, length++) {
                bytes[length / 8] |= (byte) ((value >> i & 1) << length % 8);
            }
            return this;
        }

        byte[] bytes() {
            return java.util.Arrays.copyOf(bytes, 32);
        }
    }
}

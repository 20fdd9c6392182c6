package org.handbell.cases.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BlurTest {

    /// A chequered pattern, fine as a face, must not be there any more.
    @Test
    void whatIsFineInAPictureIsGone() throws IOException {
        var sharp = new BufferedImage(600, 450, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < 600; x++) {
            for (var y = 0; y < 450; y++) {
                sharp.setRGB(x, y, (x / 30 + y / 30) % 2 == 0 ? 0xFFFFFF : 0);
            }
        }
        var blurred = read(Blur.of(written(sharp)));
        var steepest = 0;
        for (var x = 1; x < blurred.getWidth(); x++) {
            for (var y = 0; y < blurred.getHeight(); y++) {
                steepest =
                        Math.max(steepest, Math.abs(grey(blurred, x, y) - grey(blurred, x - 1, y)));
            }
        }
        assertThat(steepest).as("steps of grey between two points").isLessThan(40);
        assertThat(Blur.of(written(sharp))).hasSizeLessThan(40_000);
    }

    @Test
    void whatCannotBeReadIsAGreyBox() throws IOException {
        var box = read(Blur.of("no picture".getBytes(StandardCharsets.UTF_8)));
        assertThat(grey(box, 80, 60)).isEqualTo(128);
    }

    /// A file may claim any size and break off anywhere.
    @Property(tries = 300)
    void brokenFilesMakeABoxAndNothingElse(@ForAll long number) throws IOException {
        var chance = new Random(number);
        var bytes = written(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB));
        for (var i = 0; i < 6; i++) {
            bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt();
        }
        var broken = Arrays.copyOf(bytes, 1 + chance.nextInt(bytes.length));
        assertThat(read(Blur.of(broken)).getWidth()).isEqualTo(160);
    }

    @Test
    void aTypeIsToldByTheFirstBytesAlone() {
        assertThat(PictureType.of("GIF89a".getBytes(StandardCharsets.UTF_8)))
                .contains(PictureType.GIF);
        assertThat(PictureType.of("RIFF0000WEBPVP8 ".getBytes(StandardCharsets.UTF_8)))
                .contains(PictureType.WEBP);
        assertThat(PictureType.of("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(PictureType.of(new byte[0])).isEmpty();
    }

    private static int grey(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xFF;
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static byte[] written(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}

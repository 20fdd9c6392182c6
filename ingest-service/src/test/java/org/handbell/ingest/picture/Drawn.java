package org.handbell.ingest.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Invented pictures.
public final class Drawn {

    private Drawn() {}

    /// The mark of a school that does not exist: a shield with a bell.
    public static BufferedImage crest(int size) {
        var image = paper(size, size);
        var drawing = image.createGraphics();
        drawing.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.scale(size / 100.0, size / 100.0);
        drawing.setColor(new Color(20, 60, 140));
        drawing.fill(new Polygon(new int[] {10, 90, 90, 50, 10}, new int[] {8, 8, 60, 95, 60}, 5));
        drawing.setColor(new Color(240, 200, 40));
        drawing.fillArc(30, 22, 40, 50, 0, 180);
        drawing.fillRect(26, 46, 48, 8);
        drawing.fillOval(45, 54, 10, 10);
        drawing.dispose();
        return image;
    }

    /// Hills, a sun and a house.
    public static BufferedImage landscape(int width, int height) {
        var image = paper(width, height);
        var drawing = image.createGraphics();
        drawing.scale(width / 100.0, height / 100.0);
        drawing.setColor(new Color(150, 200, 240));
        drawing.fillRect(0, 0, 100, 60);
        drawing.setColor(new Color(90, 160, 70));
        drawing.fillOval(-20, 45, 90, 90);
        drawing.setColor(new Color(60, 130, 60));
        drawing.fillOval(40, 55, 90, 90);
        drawing.setColor(Color.YELLOW);
        drawing.fillOval(75, 5, 15, 15);
        drawing.setColor(new Color(150, 60, 40));
        drawing.fillRect(20, 60, 18, 16);
        drawing.dispose();
        return image;
    }

    /// Black writing on white.
    public static BufferedImage notice(String... lines) {
        var image = paper(900, 60 + 70 * lines.length);
        var drawing = image.createGraphics();
        drawing.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        drawing.setColor(Color.BLACK);
        drawing.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 48));
        for (int i = 0; i < lines.length; i++) {
            drawing.drawString(lines[i], 40, 80 + 70 * i);
        }
        drawing.dispose();
        return image;
    }

    public static BufferedImage noise(int width, int height) {
        var image = paper(width, height);
        var chance = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, chance.nextInt(0x1000000));
            }
        }
        return image;
    }

    /// The picture with paper around it.
    public static BufferedImage framed(BufferedImage image, int border) {
        var framed = paper(image.getWidth() + 2 * border, image.getHeight() + 4 * border);
        framed.createGraphics().drawImage(image, border, border, null);
        return framed;
    }

    public static BufferedImage paper(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var drawing = image.createGraphics();
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, width, height);
        drawing.dispose();
        return image;
    }

    /// @param format `png`, `jpeg` or `gif`
    public static byte[] file(BufferedImage image, String format) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The JPEG with an EXIF part behind its first two bytes.
    public static byte[] withExif(byte[] jpeg, byte[] tiff) {
        var part = ByteBuffer.allocate(jpeg.length + 10 + tiff.length);
        part.put(jpeg, 0, 2).put((byte) 0xff).put((byte) 0xe1).putShort((short) (8 + tiff.length));
        part.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)).put(tiff);
        return part.put(jpeg, 2, jpeg.length - 2).array();
    }

    /// The PNG with a chunk behind its header.
    public static byte[] withChunk(byte[] png, String name, byte[] data) {
        int header = 8 + 25;
        var part = ByteBuffer.allocate(png.length + 12 + data.length);
        var check = new CRC32();
        check.update(name.getBytes(StandardCharsets.ISO_8859_1));
        check.update(data);
        part.put(png, 0, header).putInt(data.length);
        part.put(name.getBytes(StandardCharsets.ISO_8859_1))
                .put(data)
                .putInt((int) check.getValue());
        return part.put(png, header, png.length - header).array();
    }

    /// EXIF that holds an orientation, and a latitude and longitude in the North Sea where asked.
    public static byte[] tiff(int orientation, boolean place) {
        var tiff = ByteBuffer.allocate(256).order(ByteOrder.BIG_ENDIAN);
        tiff.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        tiff.putShort((short) (place ? 2 : 1));
        entry(tiff, 0x0112, 3, 1).putShort((short) orientation).putShort((short) 0);
        if (place) {
            entry(tiff, 0x8825, 4, 1).putInt(60);
        }
        tiff.putInt(0).position(60);
        tiff.putShort((short) 4);
        entry(tiff, 1, 2, 2).put("N\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        entry(tiff, 2, 5, 3).putInt(120);
        entry(tiff, 3, 2, 2).put("E\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        entry(tiff, 4, 5, 3).putInt(144);
        tiff.putInt(0).position(120);
        for (int value : new int[] {56, 1, 30, 1, 0, 1, 3, 1, 15, 1, 0, 1}) {
            tiff.putInt(value);
        }
        return tiff.array();
    }

    private static ByteBuffer entry(ByteBuffer tiff, int tag, int type, int count) {
        return tiff.putShort((short) tag).putShort((short) type).putInt(count);
    }
}

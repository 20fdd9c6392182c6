package org.handbell.ingest.picture;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/// What a picture looks like from afar: how strong the coarsest waves of its brightness are (a
/// discrete cosine transform of a small grid). That changes little when a picture is made smaller,
/// packed again or slightly recoloured. The strengths are kept rather than one bit for each, since
/// a symmetric mark has none of half of the waves, and the bits of those would be chance.
final class Likeness {

    private static final int CELLS = 32;
    private static final int WAVES = 12;

    /// The least cosine of the angle between two that are the same picture.
    private static final double NEAR = 0.93;

    private final double[] waves;

    private Likeness(double[] waves) {
        this.waves = waves;
    }

    static Likeness of(BufferedImage image) {
        var cells = grey(image);
        var waves = new double[WAVES * WAVES];
        for (int u = 0; u < WAVES; u++) {
            for (int v = 0; v < WAVES; v++) {
                // Fine waves are weak in all pictures, and it is they that tell pictures apart.
                waves[u * WAVES + v] = Math.hypot(u, v) * wave(cells, u, v);
            }
        }
        return new Likeness(waves);
    }

    boolean isNear(Likeness other) {
        return nearness(other) >= NEAR;
    }

    /// The cosine of the angle between the two, -1 to 1; 0 where one is of one colour.
    double nearness(Likeness other) {
        double product = 0;
        double mine = 0;
        double theirs = 0;
        for (int i = 0; i < waves.length; i++) {
            product += waves[i] * other.waves[i];
            mine += waves[i] * waves[i];
            theirs += other.waves[i] * other.waves[i];
        }
        return mine == 0 || theirs == 0 ? 0 : product / Math.sqrt(mine * theirs);
    }

    private static double wave(double[][] cells, int u, int v) {
        double sum = 0;
        for (int y = 0; y < CELLS; y++) {
            for (int x = 0; x < CELLS; x++) {
                sum +=
                        cells[y][x]
                                * Math.cos((2 * y + 1) * u * Math.PI / (2 * CELLS))
                                * Math.cos((2 * x + 1) * v * Math.PI / (2 * CELLS));
            }
        }
        return sum;
    }

    /// The mean brightness of each cell of a grid.
    private static double[][] grey(BufferedImage image) {
        int side = CELLS * 8;
        var small = shrunk(image, side, side);
        var cells = new double[CELLS][CELLS];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                cells[y / 8][x / 8] += brightness(small.getRGB(x, y)) / 64.0;
            }
        }
        return cells;
    }

    private static BufferedImage shrunk(BufferedImage image, int width, int height) {
        var shrunk = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var drawing = shrunk.createGraphics();
        drawing.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        drawing.dispose();
        return shrunk;
    }

    private static double brightness(int rgb) {
        return 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);
    }
}

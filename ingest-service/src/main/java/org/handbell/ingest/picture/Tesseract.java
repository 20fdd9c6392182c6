package org.handbell.ingest.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tesseract as a program of its own: what goes wrong in it cannot take this service along, and it
/// can be ended. It is given plain grey pixels that were decoded here, never the file, through a
/// pipe, never a file on disk.
final class Tesseract implements Words {

    private static final Logger LOG = LoggerFactory.getLogger(Tesseract.class);
    private static final int MOST_OUTPUT = 1024 * 1024;
    private static final int SMALLEST_SIDE = 16;

    private final String program;
    private final String language;
    private final Duration patience;

    Tesseract(String program, String language, Duration patience) {
        this.program = program;
        this.language = language;
        this.patience = patience;
    }

    /// Words by Tesseract where it is installed with the language; else none, and the log says so.
    static Words where(String program, String language, Duration patience) {
        if (program.isBlank()) {
            LOG.info("words in pictures are not read: it is switched off");
            return Words.none();
        }
        var installed = new Tesseract(program, language, patience);
        var missing = installed.missing();
        if (missing.isPresent()) {
            LOG.warn("words in pictures are not read: {}", missing.get());
            return Words.none();
        }
        return installed;
    }

    @Override
    public Optional<String> in(BufferedImage picture) throws InterruptedException {
        if (Math.min(picture.getWidth(), picture.getHeight()) < SMALLEST_SIDE) {
            return Optional.empty();
        }
        try {
            var found =
                    run(
                            List.of(program, "stdin", "stdout", "-l", language, "tsv"),
                            input -> write(picture, input));
            return found.flatMap(Legible::of);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isReading() {
        return true;
    }

    private Optional<String> missing() {
        try {
            var said = run(List.of(program, "--list-langs"), input -> {}).orElse("");
            var languages = said.lines().map(String::strip).toList();
            return languages.containsAll(Arrays.asList(language.split("\\+")))
                    ? Optional.empty()
                    : Optional.of("Tesseract does not have the language " + language);
        } catch (IOException e) {
            return Optional.of("Tesseract is not installed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the start was interrupted");
        }
    }

    /// What the program prints; empty where it fails or takes too long, and then it is ended.
    private Optional<String> run(List<String> command, Input input)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(List.of("PATH", "TESSDATA_PREFIX"));
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        var process = builder.start();
        var end =
                CompletableFuture.runAsync(
                        process::destroyForcibly,
                        CompletableFuture.delayedExecutor(
                                patience.toMillis(), TimeUnit.MILLISECONDS));
        try (var out = process.getOutputStream();
                var in = process.getInputStream()) {
            input.write(out);
            out.close();
            var printed = in.readNBytes(MOST_OUTPUT);
            return process.waitFor() == 0
                    ? Optional.of(new String(printed, StandardCharsets.UTF_8))
                    : Optional.empty();
        } finally {
            end.cancel(false);
            process.destroyForcibly();
        }
    }

    /// Portable greymap: a line of text, then one byte for each pixel.
    private static void write(BufferedImage picture, OutputStream out) throws IOException {
        int width = picture.getWidth();
        int height = picture.getHeight();
        out.write(("P5 " + width + " " + height + " 255\n").getBytes(StandardCharsets.US_ASCII));
        var row = new byte[width];
        var pixels = new int[width];
        for (int y = 0; y < height; y++) {
            picture.getRGB(0, y, width, 1, pixels, 0, width);
            for (int x = 0; x < width; x++) {
                row[x] = grey(pixels[x]);
            }
            out.write(row);
        }
    }

    private static byte grey(int rgb) {
        return (byte)
                ((299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff)) / 1000);
    }

    private interface Input {

        void write(OutputStream out) throws IOException;
    }
}

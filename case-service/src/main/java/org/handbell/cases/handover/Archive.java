package org.handbell.cases.handover;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.handbell.contract.wire.Json;

/// Packs a bundle: the pages for people, a manifest for machines, files as they are, and the hash
/// of each.
final class Archive {

    private Archive() {}

    static byte[] of(Contents contents) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("bundle.pdf", PdfBundle.of(contents));
        files.put("manifest.json", manifest(contents));
        contents.files().forEach(file -> files.put("files/" + file.name(), file.content()));
        files.put("SHA256SUMS", sums(files).getBytes(StandardCharsets.UTF_8));
        return zip(contents, files);
    }

    /// What the manifest says of a file.
    record Listed(String name, String sha256) {}

    /// The manifest, in this order.
    ///
    /// @param reference of the case
    record Manifest(
            String reference,
            String handover,
            String madeAt,
            String banner,
            List<Contents.Line> facts,
            List<Contents.Section> sections,
            List<Listed> files) {}

    private static byte[] manifest(Contents contents) {
        return Json.mapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(
                        new Manifest(
                                contents.reference(),
                                contents.handoverId(),
                                contents.madeAt().toString(),
                                contents.banner(),
                                contents.facts(),
                                contents.sections(),
                                contents.files().stream()
                                        .map(f -> new Listed(f.name(), sha256(f.content())))
                                        .toList()));
    }

    /// As `sha256sum -c` reads it.
    private static String sums(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .map(file -> sha256(file.getValue()) + "  " + file.getKey() + "\n")
                .collect(Collectors.joining());
    }

    private static byte[] zip(Contents contents, Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTime(contents.madeAt().toEpochMilli());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a bundle could not be packed", e);
        }
        return out.toByteArray();
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

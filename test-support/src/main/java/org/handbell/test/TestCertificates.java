package org.handbell.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Self-signed certificates for 127.0.0.1 and localhost, made by the JDK's keytool.
public final class TestCertificates {

    /// Of every key store that is made here.
    public static final String PASSWORD = "changeit";

    private static final Base64.Encoder LINES =
            Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private final Path folder;

    public TestCertificates(Path folder) {
        this.folder = folder;
    }

    /// One that is valid for a year.
    public Made valid(String name) {
        return make(name, "-1d", 365);
    }

    /// One whose time was over five days ago.
    public Made expired(String name) {
        return make(name, "-10d", 5);
    }

    /// One whose time was over five days ago, signed by another: whoever trusts that other one has
    /// to look at the date.
    public Made expired(String name, Made signedBy) {
        var made = expired(name);
        var request = folder.resolve(name + ".csr");
        keytool(
                List.of(
                        "-certreq",
                        "-alias",
                        name,
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        made.store().toString(),
                        "-file",
                        request.toString()));
        keytool(
                List.of(
                        "-gencert",
                        "-rfc",
                        "-alias",
                        signedBy.name(),
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        signedBy.store().toString(),
                        "-startdate",
                        "-10d",
                        "-validity",
                        "5",
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost",
                        "-infile",
                        request.toString(),
                        "-outfile",
                        made.certificate().toString()));
        return made;
    }

    private Made make(String name, String start, int days) {
        var store = folder.resolve(name + ".p12");
        keytool(
                List.of(
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost",
                        "-startdate",
                        start,
                        "-validity",
                        Integer.toString(days),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString()));
        return made(name, store);
    }

    private Made made(String name, Path store) {
        try {
            var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            var certificate = pem("CERTIFICATE", keys.getCertificate(name).getEncoded());
            var key = pem("PRIVATE KEY", keys.getKey(name, PASSWORD.toCharArray()).getEncoded());
            return new Made(
                    name,
                    store,
                    Files.writeString(folder.resolve(name + ".crt"), certificate),
                    Files.writeString(folder.resolve(name + ".key"), key),
                    Files.writeString(folder.resolve(name + ".pem"), key + certificate));
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + name, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not read " + store, e);
        }
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(what, LINES.encodeToString(content), what);
    }

    private void keytool(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("keytool failed: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no keytool in this JDK", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// @param name alias, and common name of the subject
    /// @param store key and certificate as PKCS 12
    /// @param certificate as PEM
    /// @param key as PEM, not encrypted
    /// @param both key and certificate in one PEM file, as Kafka's client takes them
    public record Made(String name, Path store, Path certificate, Path key, Path both) {}
}

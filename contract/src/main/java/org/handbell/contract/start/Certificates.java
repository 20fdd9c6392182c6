package org.handbell.contract.start;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/// Certificates as Kafka's client is told of them, and whether their time has come or gone.
final class Certificates {

    private static final Pattern PEM =
            Pattern.compile(
                    "-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", Pattern.DOTALL);

    private Certificates() {}

    static boolean hasOwn(Map<String, ?> properties) {
        return properties.get("ssl.keystore.location") != null
                || properties.get("ssl.keystore.certificate.chain") != null;
    }

    /// The client's own, the first of which names it.
    static List<X509Certificate> own(Map<String, ?> properties) {
        var inline = properties.get("ssl.keystore.certificate.chain");
        return inline != null ? pem(text(inline)) : file(properties, "ssl.keystore");
    }

    /// Those that the client trusts; none where it trusts those of the JDK.
    static List<X509Certificate> trusted(Map<String, ?> properties) {
        var inline = properties.get("ssl.truststore.certificates");
        return inline != null ? pem(text(inline)) : file(properties, "ssl.truststore");
    }

    static String ownPrincipal(Map<String, ?> properties) {
        return own(properties).stream()
                .findFirst()
                .map(certificate -> "User:" + certificate.getSubjectX500Principal().getName())
                .orElse("User:ANONYMOUS");
    }

    /// What is wrong with the time of the first of them that is out of it.
    static Optional<String> outOfTime(List<X509Certificate> certificates, Instant now) {
        return certificates.stream()
                .filter(c -> now.isBefore(from(c)) || now.isAfter(until(c)))
                .findFirst()
                .map(c -> saying(c, now));
    }

    private static String saying(X509Certificate certificate, Instant now) {
        return "certificate %s (%s, valid from %s to %s)"
                .formatted(
                        now.isBefore(from(certificate)) ? "is not valid yet" : "has expired",
                        certificate.getSubjectX500Principal().getName(),
                        from(certificate),
                        until(certificate));
    }

    static Instant from(X509Certificate certificate) {
        return certificate.getNotBefore().toInstant();
    }

    static Instant until(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }

    /// @throws IllegalStateException naming the file that cannot be read
    private static List<X509Certificate> file(Map<String, ?> properties, String prefix) {
        var location = properties.get(prefix + ".location");
        if (location == null) {
            return List.of();
        }
        var file = Path.of(location.toString());
        var type = properties.get(prefix + ".type");
        try {
            return "PEM".equals(String.valueOf(type))
                    ? pem(Files.readString(file, StandardCharsets.ISO_8859_1))
                    : store(file, type, properties.get(prefix + ".password"));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "%s.location=%s cannot be read: %s".formatted(prefix, file, reason(e)), e);
        }
    }

    private static String reason(Exception e) {
        return e.getClass().getSimpleName() + " " + e.getMessage();
    }

    private static List<X509Certificate> store(
            Path file, @Nullable Object type, @Nullable Object password)
            throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(type == null ? "JKS" : type.toString());
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password == null ? null : text(password).toCharArray());
        }
        var certificates = new ArrayList<X509Certificate>();
        for (var alias : Collections.list(store.aliases())) {
            if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                certificates.add(certificate);
            }
        }
        return certificates;
    }

    private static List<X509Certificate> pem(String text) {
        return PEM.matcher(text).results().map(block -> certificate(block.group())).toList();
    }

    private static X509Certificate certificate(String block) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(
                                            block.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate is no X.509 certificate", e);
        }
    }

    private static String text(Object value) {
        return value instanceof Password password ? password.value() : value.toString();
    }
}

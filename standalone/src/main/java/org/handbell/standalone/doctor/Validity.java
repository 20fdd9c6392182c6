package org.handbell.standalone.doctor;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How long the certificate of a server is valid.
final class Validity {

    private static final Duration SOON = Duration.ofDays(21);

    private Validity() {}

    static List<Diagnosis> of(String server, List<X509Certificate> shown, Instant now) {
        return shown.stream().limit(1).map(c -> of(server, c, now)).toList();
    }

    private static Diagnosis of(String server, X509Certificate certificate, Instant now) {
        var until = certificate.getNotAfter().toInstant();
        var what = "%s: its certificate is valid until %s".formatted(server, until);
        if (until.isBefore(now)) {
            return Diagnosis.ill(
                    "%s: its certificate expired on %s".formatted(server, until),
                    "have it renewed");
        }
        return until.isBefore(now.plus(SOON))
                ? Diagnosis.look(what, "have it renewed within %d days".formatted(days(now, until)))
                : Diagnosis.well(what);
    }

    private static long days(Instant now, Instant until) {
        return Duration.between(now, until).toDays();
    }
}

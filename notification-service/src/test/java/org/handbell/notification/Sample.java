package org.handbell.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.handbell.contract.AlertEvent.Raised;
import org.handbell.contract.AlertEvent.Rung;
import org.handbell.contract.Channel;
import org.handbell.contract.Ids;
import org.handbell.contract.RecipientEvent.Listed;
import org.handbell.contract.Severity;

/// Invented people and cases, none used by two tests.
final class Sample {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final long RUN = System.nanoTime();

    private Sample() {}

    static String caseId() {
        return "case-" + RUN + "-" + NEXT.incrementAndGet();
    }

    static Listed person(String role) {
        var id = role + "-" + RUN + "-" + NEXT.incrementAndGet();
        return new Listed(id, id + "@fernhill.example", null, 7, null, 1, Instant.now());
    }

    static Rung rung(Listed person, Duration wait) {
        return new Rung(person.personId(), Channel.EMAIL, wait);
    }

    static Raised raised(String caseId, Severity severity, Rung... ladder) {
        return raised(caseId, severity, Duration.ofHours(6), ladder);
    }

    static Raised raised(String caseId, Severity severity, Duration due, Rung... ladder) {
        var now = Instant.now();
        return new Raised(
                Ids.alert(caseId, severity),
                caseId,
                "4K7P-XM",
                severity,
                "Fernhill High",
                now.plus(due),
                "http://localhost:8080/cases/4K7P-XM",
                List.of(ladder),
                now);
    }
}

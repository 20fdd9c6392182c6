package org.handbell.standalone.verify;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.handbell.cases.audit.AuditTrail.Check;
import org.handbell.cases.audit.AuditTrailClient;
import org.handbell.cases.evidence.EvidenceClient;
import org.handbell.cases.evidence.Verification;
import org.handbell.standalone.database.DatabaseAddress;

/// One walk along the record, or along all chains of evidence. It tells numbers and references, and
/// no content.
record Verify(boolean evidence, DatabaseAddress address, Path keyFile, Clock clock) {

    /// @param told takes each line
    /// @return whether all is whole
    boolean look(Consumer<String> told) {
        var key = EvidenceClient.masterKey(keyFile);
        var database = JdbcCases.within(address);
        return evidence
                ? evidence(new EvidenceClient(database, key, clock), told)
                : audit(
                        new AuditTrailClient(database, EvidenceClient.mark(key), clock).verify(),
                        told);
    }

    private static boolean audit(Check check, Consumer<String> told) {
        return switch (check) {
            case Check.Whole(var entries) -> {
                told.accept("✓ the audit trail is whole: %,d entries".formatted(entries));
                yield true;
            }
            case Check.Broken(var number) -> {
                told.accept(
                        "✗ the audit trail is broken at entry %,d: it, or something after it, was changed, put in or taken out"
                                .formatted(number));
                yield false;
            }
        };
    }

    private static boolean evidence(EvidenceClient client, Consumer<String> told) {
        var count = new Count(told);
        client.verify(count::add);
        told.accept(
                "%s %,d chains are whole, %,d more were erased on purpose, %,d are broken"
                        .formatted(
                                count.broken == 0 ? "✓" : "✗",
                                count.whole,
                                count.erased,
                                count.broken));
        return count.broken == 0;
    }

    private static final class Count {

        private final Consumer<String> told;
        private long whole;
        private long erased;
        private long broken;

        Count(Consumer<String> told) {
            this.told = told;
        }

        void add(String holder, Verification verification) {
            switch (verification) {
                case Verification.Intact _ -> whole++;
                case Verification.Erased _ -> erased++;
                case Verification.Broken(var seq, var why) -> {
                    broken++;
                    told.accept("✗ %s: entry %d: %s".formatted(holder, seq, why));
                }
            }
        }
    }
}

package org.handbell.cases.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.handbell.cases.register.Facts.Acknowledgement;
import org.handbell.cases.register.Facts.Check;
import org.handbell.cases.register.Facts.GateEvidence;
import org.handbell.cases.register.Facts.GateKind;
import org.handbell.contract.AccountEvent.Gates;
import org.handbell.contract.AccountEvent.Registered;
import org.jspecify.annotations.Nullable;

/// How an account stands on a day, and so what others are told of it: the only place that knows
/// what the entry, the gates, the acknowledgement, a check and the spokespersons make together.
///
/// @param notice hash of the notice that counts: the trust's own once its holder has acknowledged
///   that very one, else the one of the trust's file while its holder is still the file's
/// @param noticeFrom the day from which on posts may be looked at by it
record Standing(
        Entry entry,
        Facts facts,
        LocalDate today,
        @Nullable String notice,
        @Nullable LocalDate noticeFrom) {

    static Standing of(Entry entry, Facts facts, LocalDate today) {
        var current = facts.gate(GateKind.NOTICE).map(GateEvidence::hash);
        var acknowledged =
                facts.acknowledgements().stream()
                        .filter(a -> a.holderId().equals(entry.owners().holderId()))
                        .toList();
        var imported = entry.owners().handedOver() ? null : entry.imported().noticeHash();
        if (acknowledged.stream().anyMatch(a -> current.equals(Optional.of(a.noticeHash())))) {
            var first =
                    acknowledged.stream()
                            .map(Acknowledgement::from)
                            .min(Comparator.naturalOrder())
                            .orElse(today);
            return new Standing(
                    entry,
                    facts,
                    today,
                    current.orElse(null),
                    imported == null ? first : earlier(first, entry.imported().collectFrom()));
        }
        return new Standing(
                entry,
                facts,
                today,
                imported,
                entry.owners().handedOver() ? null : entry.imported().collectFrom());
    }

    /// The account's row, without revision and time.
    Registered row() {
        return new Registered(
                entry.accountId(),
                entry.site().platform(),
                entry.site().address(),
                entry.site().kind(),
                entry.owners().holderId(),
                entry.site().academyId(),
                spokesperson(),
                entry.approval().given() || check().isPresent(),
                gates(),
                collectFrom(),
                0,
                Instant.EPOCH);
    }

    Gates gates() {
        return new Gates(
                reference(GateKind.DPIA, entry.imported().dpiaReference()),
                notice,
                reference(GateKind.CONSULTATION, entry.imported().consultation()),
                approver(),
                entry.approval().policyVersion());
    }

    /// The check without which nothing might be looked at.
    Optional<Check> check() {
        return entry.approval().given() ? Optional.empty() : facts.running(today);
    }

    /// Whether the holder still has to acknowledge the trust's notice.
    boolean waitsForHolder() {
        return notice == null && facts.gate(GateKind.NOTICE).isPresent();
    }

    /// Once the desk keeps spokespersons of an account, what its file said of it no longer counts.
    boolean spokesperson() {
        var kept = facts.spokespersons();
        return kept.isEmpty()
                ? entry.imported().spokesperson() && !entry.owners().handedOver()
                : kept.stream().anyMatch(s -> s.counts(entry.owners().holderId(), today));
    }

    private @Nullable String approver() {
        return check().map(Check::authoriser).orElse(entry.approval().by());
    }

    /// A check looks at nothing from before it.
    private @Nullable LocalDate collectFrom() {
        var checked = check().map(Check::from);
        return noticeFrom == null || checked.isEmpty() || checked.get().isBefore(noticeFrom)
                ? noticeFrom
                : checked.get();
    }

    private @Nullable String reference(GateKind kind, @Nullable String imported) {
        return facts.gate(kind).map(GateEvidence::reference).orElse(imported);
    }

    private static LocalDate earlier(LocalDate a, @Nullable LocalDate b) {
        return b != null && b.isBefore(a) ? b : a;
    }
}

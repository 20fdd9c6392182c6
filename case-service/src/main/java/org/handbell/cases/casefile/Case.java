package org.handbell.cases.casefile;

import java.time.Instant;
import org.handbell.cases.conflict.Matter;
import org.handbell.contract.Severity;
import org.jspecify.annotations.Nullable;

/// One matter.
///
/// @param type as suggested by the machine
/// @param severity the gravest of its claims
/// @param dueAt by when a person should have looked
/// @param acknowledgement who has taken it; null while nobody has
/// @param unreachable true where nobody who may see it can be told
/// @param version grows with each change; a change to an older version is refused
public record Case(
        String caseId,
        CaseNumber number,
        CaseType type,
        Severity severity,
        Matter matter,
        CaseState state,
        Instant openedAt,
        Instant dueAt,
        @Nullable Acknowledgement acknowledgement,
        boolean unreachable,
        long version) {

    /// A named person has taken it.
    public record Acknowledgement(String personId, Instant at) {}

    Case graded(Severity graver, Instant due, Matter wider) {
        return new Case(
                caseId,
                number,
                state instanceof CaseState.Suggested ? CaseType.suggested(wider, graver) : type,
                graver,
                wider,
                state,
                openedAt,
                due,
                graver.compareTo(severity) > 0 ? null : acknowledgement,
                unreachable,
                version);
    }

    Case acknowledged(String personId, Instant at) {
        return new Case(
                caseId,
                number,
                type,
                severity,
                matter,
                state,
                openedAt,
                dueAt,
                new Acknowledgement(personId, at),
                unreachable,
                version);
    }

    Case moved(CaseState to) {
        return new Case(
                caseId,
                number,
                type,
                severity,
                matter,
                to,
                openedAt,
                dueAt,
                acknowledgement,
                unreachable,
                version);
    }

    Case typed(CaseType other) {
        return new Case(
                caseId,
                number,
                other,
                severity,
                matter,
                state,
                openedAt,
                dueAt,
                acknowledgement,
                unreachable,
                version);
    }

    Case reach(boolean nobody) {
        return new Case(
                caseId,
                number,
                type,
                severity,
                matter,
                state,
                openedAt,
                dueAt,
                acknowledgement,
                nobody,
                version);
    }

    @Override
    public String toString() {
        return "Case[" + number + "]";
    }
}

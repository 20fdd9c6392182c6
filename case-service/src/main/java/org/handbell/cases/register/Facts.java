package org.handbell.cases.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known beside an account's entry: the trust's gates, and what was recorded of the
/// account.
record Facts(
        Map<GateKind, GateEvidence> gates,
        List<Acknowledgement> acknowledgements,
        List<Check> checks,
        List<Spokesperson> spokespersons) {

    Optional<GateEvidence> gate(GateKind kind) {
        return Optional.ofNullable(gates.get(kind));
    }

    /// The check that runs on that day.
    Optional<Check> running(LocalDate today) {
        return checks.stream().filter(check -> check.runs(today)).findFirst();
    }

    enum GateKind {
        DPIA,
        CONSULTATION,
        NOTICE
    }

    /// Evidence that a gate of the whole trust is met.
    ///
    /// @param withWhom who was consulted; where a notice was published; else empty
    /// @param on the day it was done; of a notice: from which on it applies
    /// @param hash SHA-256 of a notice; null for other kinds
    record GateEvidence(
            GateKind kind,
            String reference,
            String withWhom,
            LocalDate on,
            @Nullable String notice,
            @Nullable String hash) {}

    /// The holder of an account read a notice.
    ///
    /// @param from the day from which posts may be looked at by it
    record Acknowledgement(
            String accountId, String holderId, String noticeHash, LocalDate from, Instant at) {}

    enum CheckReason {
        WORKING_TIME,
        SUSPECTED_BREACH
    }

    /// A targeted check of an account, for a few days.
    ///
    /// @param until its last day
    /// @param endedAt null while nobody ended it and its time is not over
    record Check(
            long checkId,
            String accountId,
            CheckReason reason,
            byte[] sealedWords,
            String authoriser,
            LocalDate from,
            LocalDate until,
            @Nullable Instant endedAt,
            @Nullable String endedBy) {

        boolean runs(LocalDate today) {
            return endedAt == null && !today.isBefore(from) && !today.isAfter(until);
        }
    }

    /// Somebody who may speak for the school through an account, on a topic.
    record Spokesperson(
            long id,
            String accountId,
            String personId,
            String topic,
            LocalDate trainedOn,
            LocalDate expiresOn,
            String authorisedBy,
            @Nullable Instant endedAt) {

        boolean counts(String holderId, LocalDate today) {
            return endedAt == null
                    && personId.equals(holderId)
                    && !today.isBefore(trainedOn)
                    && !today.isAfter(expiresOn);
        }
    }
}

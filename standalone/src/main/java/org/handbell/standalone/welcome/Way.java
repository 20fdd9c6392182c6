package org.handbell.standalone.welcome;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How far one post has come: no text, no name, no link.
///
/// @param number counts the posts of this run from 1
/// @param platform where it was posted
/// @param postedAt when it was posted
/// @param observedAt when ingest saw it
/// @param judgedAt when analysis claimed something; null where it has claimed nothing
/// @param clauses what it claimed
/// @param severity the gravest of it, `T0` to `T4`; null where nothing was claimed
/// @param reference of its case; null where it has none
/// @param caseAt when the case was opened
/// @param alertedAt when the alert was raised
/// @param deliveredAt when the first message was delivered
/// @param gone true once it was deleted on the platform
public record Way(
        int number,
        String platform,
        Instant postedAt,
        Instant observedAt,
        @Nullable Instant judgedAt,
        List<String> clauses,
        @Nullable String severity,
        @Nullable String reference,
        @Nullable Instant caseAt,
        @Nullable Instant alertedAt,
        @Nullable Instant deliveredAt,
        boolean gone) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK).withZone(ZoneId.of("Europe/London"));

    static Way begin(int number, String platform, Instant postedAt, Instant observedAt) {
        return new Way(
                number,
                platform,
                postedAt,
                observedAt,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                false);
    }

    Way judged(Instant at, List<String> claimed, @Nullable String gravest) {
        return new Way(
                number,
                platform,
                postedAt,
                observedAt,
                at,
                claimed,
                gravest,
                reference,
                caseAt,
                alertedAt,
                deliveredAt,
                gone);
    }

    Way inCase(String caseReference, Instant at) {
        return new Way(
                number,
                platform,
                postedAt,
                observedAt,
                judgedAt,
                clauses,
                severity,
                caseReference,
                at,
                alertedAt,
                deliveredAt,
                gone);
    }

    Way alerted(Instant at) {
        return new Way(
                number,
                platform,
                postedAt,
                observedAt,
                judgedAt,
                clauses,
                severity,
                reference,
                caseAt,
                at,
                deliveredAt,
                gone);
    }

    Way delivered(Instant at) {
        return new Way(
                number,
                platform,
                postedAt,
                observedAt,
                judgedAt,
                clauses,
                severity,
                reference,
                caseAt,
                alertedAt,
                at,
                gone);
    }

    Way withdrawn() {
        return new Way(
                number,
                platform,
                postedAt,
                observedAt,
                judgedAt,
                clauses,
                severity,
                reference,
                caseAt,
                alertedAt,
                deliveredAt,
                true);
    }

    /// How many of the five stations it has reached: posts, findings, case, alerts, deliveries.
    public int stations() {
        var reached =
                Stream.of(
                        true,
                        !clauses.isEmpty(),
                        reference != null,
                        alertedAt != null,
                        deliveredAt != null);
        return Math.toIntExact(reached.takeWhile(there -> there).count());
    }

    /// When it was seen, time of day in London.
    public String seenTime() {
        return TIME.format(observedAt);
    }

    /// Seconds from the post to its first message; null where none was delivered.
    public @Nullable Double seconds() {
        var end = deliveredAt;
        return end == null ? null : Duration.between(postedAt, end).toMillis() / 1000.0;
    }
}

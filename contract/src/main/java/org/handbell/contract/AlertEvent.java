package org.handbell.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// `alerts.v1`: a person should look at a case. Person ids alone: no name, no address, no clause,
/// no content.
public sealed interface AlertEvent extends Event {

    String alertId();

    String caseId();

    @Override
    default String key() {
        return caseId();
    }

    /// Somebody should look.
    ///
    /// @param reference short reference that a person can read out: `4K7P-XM`
    /// @param school name of the academy or trust; no person
    /// @param dueAt by when a person should have looked
    /// @param link the case behind sign-in, by its reference
    /// @param ladder who is told, in which order; never the subject
    record Raised(
            String alertId,
            String caseId,
            String reference,
            Severity severity,
            String school,
            Instant dueAt,
            String link,
            List<Rung> ladder,
            Instant at)
            implements AlertEvent {

        public Raised {
            check(alertId, caseId, at);
            Require.text(reference, "reference");
            Require.present(severity, "severity");
            Require.text(school, "school");
            Require.time(dueAt, "dueAt");
            Require.text(link, "link");
            ladder = Require.listed(ladder);
        }

        @Override
        public String eventId() {
            return alertId;
        }
    }

    /// The case became graver (or less grave): the ladder starts anew where it became graver.
    record Regraded(
            String alertId,
            String caseId,
            String reference,
            Severity severity,
            String school,
            Instant dueAt,
            String link,
            List<Rung> ladder,
            Instant at)
            implements AlertEvent {

        public Regraded {
            check(alertId, caseId, at);
            Require.text(reference, "reference");
            Require.present(severity, "severity");
            Require.text(school, "school");
            Require.time(dueAt, "dueAt");
            Require.text(link, "link");
            ladder = Require.listed(ladder);
        }

        @Override
        public String eventId() {
            return alertId;
        }
    }

    /// A named person has taken it: the ladder stops.
    record Acknowledged(String alertId, String caseId, String personId, Instant at)
            implements AlertEvent {

        public Acknowledged {
            check(alertId, caseId, at);
            Require.text(personId, "personId");
        }

        @Override
        public String eventId() {
            return Ids.derive("acknowledged", alertId, personId);
        }
    }

    /// Another person is to be told now.
    record HandedOver(
            String alertId,
            String caseId,
            String reference,
            Severity severity,
            String school,
            Instant dueAt,
            String link,
            List<Rung> ladder,
            Instant at)
            implements AlertEvent {

        public HandedOver {
            check(alertId, caseId, at);
            Require.text(reference, "reference");
            Require.present(severity, "severity");
            Require.text(school, "school");
            Require.time(dueAt, "dueAt");
            Require.text(link, "link");
            ladder = Require.listed(ladder);
        }

        @Override
        public String eventId() {
            return Ids.derive("handed-over", alertId, at.toString());
        }
    }

    /// Nobody needs to look any more.
    record Withdrawn(String alertId, String caseId, String reason, Instant at)
            implements AlertEvent {

        public Withdrawn {
            check(alertId, caseId, at);
            Require.text(reason, "reason");
        }

        @Override
        public String eventId() {
            return Ids.derive("alert-withdrawn", alertId);
        }
    }

    /// One step of a ladder.
    ///
    /// @param afterWait how long after the previous rung this one is told; zero for the first, and
    ///   for those told together
    record Rung(String personId, Channel channel, Duration afterWait) {

        public Rung {
            Require.text(personId, "rung.personId");
            Require.present(channel, "rung.channel");
            Require.present(afterWait, "rung.afterWait");
            if (afterWait.isNegative()) {
                throw new IllegalArgumentException("rung.afterWait " + afterWait + " is negative");
            }
        }
    }

    private static void check(String alertId, String caseId, Instant at) {
        Require.text(alertId, "alertId");
        Require.text(caseId, "caseId");
        Require.time(at, "at");
    }
}

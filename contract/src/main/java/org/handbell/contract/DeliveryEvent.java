package org.handbell.contract;

import java.time.Instant;

/// `deliveries.v1`: what became of each message.
public sealed interface DeliveryEvent extends Event {

    String alertId();

    String caseId();

    @Override
    default String key() {
        return alertId();
    }

    /// The channel took the message.
    ///
    /// @param attempt from 1
    /// @param repeat true where it may have been sent before a crash, with the same Message-ID
    /// @param detail the channel's own answer, such as an SMTP status; no address
    record Delivered(
            String alertId,
            String caseId,
            String personId,
            Channel channel,
            int attempt,
            boolean repeat,
            String detail,
            Instant at)
            implements DeliveryEvent {

        public Delivered {
            check(alertId, caseId, personId, channel, at);
            Require.present(detail, "detail");
        }

        @Override
        public String eventId() {
            return outcome("delivered", Ids.delivery(alertId, personId, channel), at);
        }
    }

    /// The channel could not take it now; it will be tried again.
    record Delayed(
            String alertId,
            String caseId,
            String personId,
            Channel channel,
            int attempt,
            Instant nextAt,
            String detail,
            Instant at)
            implements DeliveryEvent {

        public Delayed {
            check(alertId, caseId, personId, channel, at);
            Require.time(nextAt, "nextAt");
            Require.present(detail, "detail");
        }

        @Override
        public String eventId() {
            return outcome("delayed", Ids.delivery(alertId, personId, channel), at);
        }
    }

    /// The channel will never take it, or the tries are used up.
    record Refused(
            String alertId,
            String caseId,
            String personId,
            Channel channel,
            int attempt,
            String detail,
            Instant at)
            implements DeliveryEvent {

        public Refused {
            check(alertId, caseId, personId, channel, at);
            Require.present(detail, "detail");
        }

        @Override
        public String eventId() {
            return outcome("refused", Ids.delivery(alertId, personId, channel), at);
        }
    }

    /// Every rung was told and nobody acknowledged.
    record RanOut(String alertId, String caseId, Instant at) implements DeliveryEvent {

        public RanOut {
            Require.text(alertId, "alertId");
            Require.text(caseId, "caseId");
            Require.time(at, "at");
        }

        @Override
        public String eventId() {
            return outcome("ran-out", alertId, at);
        }
    }

    /// With the time, since a case that was handed over is told anew, perhaps to the same person.
    private static String outcome(String kind, String of, Instant at) {
        return Ids.derive(kind, of, at.toString());
    }

    private static void check(
            String alertId, String caseId, String personId, Channel channel, Instant at) {
        Require.text(alertId, "alertId");
        Require.text(caseId, "caseId");
        Require.text(personId, "personId");
        Require.present(channel, "channel");
        Require.time(at, "at");
    }
}

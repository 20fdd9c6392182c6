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
            return Ids.derive("delivered", Ids.delivery(alertId, personId, channel));
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
            return Ids.derive(
                    "delayed", Ids.delivery(alertId, personId, channel), String.valueOf(attempt));
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
            return Ids.derive("refused", Ids.delivery(alertId, personId, channel));
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
            return Ids.derive("ran-out", alertId);
        }
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

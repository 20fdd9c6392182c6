package org.handbell.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.handbell.contract.Channel;
import org.handbell.contract.Ids;
import org.jspecify.annotations.Nullable;

/// One message of an alert, to one person by one channel; also the rung of the ladder it belongs
/// to.
///
/// @param purpose why it goes out
/// @param round which hand-over of the alert told it
/// @param step told together with the others of this step
/// @param afterWait pause after the step before
/// @param attempt how often it was tried
/// @param mayHaveArrived true where an attempt was cut short, so that the next is a repeat
/// @param gathered true where it leaves with the person's digest
/// @param dueAt when its rung came, or its quiet hours end; null before
/// @param nextAt when it is tried next; null before the first failure
public record Delivery(
        String deliveryId,
        String alertId,
        Purpose purpose,
        int round,
        int step,
        Duration afterWait,
        String personId,
        Channel channel,
        DeliveryState state,
        int attempt,
        boolean mayHaveArrived,
        boolean gathered,
        @Nullable Instant dueAt,
        @Nullable Instant nextAt) {

    /// Stands for the trust's own contact, who is no person of the register.
    public static final String TRUST_CONTACT = "trust-contact";

    /// A rung that waits. Its id is derived; a person who is told anew after a hand-over gets a
    /// message of its own.
    public static Delivery waiting(
            String alertId, int round, int step, Duration afterWait, String person, Channel by) {
        return waiting(alertId, Purpose.FIRST, round, step, afterWait, person, by);
    }

    /// To the same person by another channel, at the same rung.
    public Delivery by(Channel other) {
        return waiting(alertId, purpose, round, step, Duration.ZERO, personId, other);
    }

    /// To the same person by the same channel, once it is overdue.
    public Delivery reminder() {
        return waiting(alertId, Purpose.REMINDER, round, step, Duration.ZERO, personId, channel);
    }

    /// To the trust's own contact, once the ladder ran out.
    public static Delivery raised(String alertId, int round, int step) {
        return waiting(
                alertId, Purpose.RAISED, round, step, Duration.ZERO, TRUST_CONTACT, Channel.EMAIL);
    }

    private static Delivery waiting(
            String alertId,
            Purpose purpose,
            int round,
            int step,
            Duration afterWait,
            String person,
            Channel by) {
        return new Delivery(
                id(alertId, purpose, round, person, by),
                alertId,
                purpose,
                round,
                step,
                afterWait,
                person,
                by,
                DeliveryState.WAITING,
                0,
                false,
                false,
                null,
                null);
    }

    private static String id(
            String alertId, Purpose purpose, int round, String person, Channel by) {
        var first = Ids.delivery(alertId, person, by);
        var ofRound = round == 0 ? first : Ids.derive("round", first, Integer.toString(round));
        return purpose == Purpose.FIRST
                ? ofRound
                : Ids.derive(purpose.name().toLowerCase(Locale.ROOT), ofRound);
    }

    /// Whether it is to a person of the register, so that the desk hears what became of it.
    boolean toPerson() {
        return purpose != Purpose.RAISED;
    }

    /// The same delivery, claimed for its next attempt. One that is found `SENDING` was cut short.
    Delivery claimed() {
        return new Delivery(
                deliveryId,
                alertId,
                purpose,
                round,
                step,
                afterWait,
                personId,
                channel,
                DeliveryState.SENDING,
                attempt + 1,
                mayHaveArrived || state == DeliveryState.SENDING,
                gathered,
                dueAt,
                nextAt);
    }
}

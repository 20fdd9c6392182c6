package org.handbell.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handbell.notification.notify.Outcome;
import org.jspecify.annotations.Nullable;

/// The messages and the log of their attempts. Whoever changes one holds the lock on its alert.
public interface Deliveries {

    /// Stores rungs that wait. One that is known already stays as it is.
    void add(List<Delivery> waiting);

    Optional<Delivery> find(String deliveryId);

    /// The rungs of a ladder that are told together.
    List<Delivery> ofStep(String alertId, int round, int step);

    /// Whoever was told of this alert in this round, and by which channel, as far as it arrived.
    List<Delivery> told(String alertId, int round);

    /// Its time has come, or comes at `leaves`. One that does not wait stays as it is.
    ///
    /// @param gathered whether it leaves with the person's digest
    void due(Delivery told, Instant leaves, boolean gathered);

    /// What has not gone out of this alert stays.
    void stop(String alertId);

    /// What this person's digest holds now, in the order of the alerts. Where a digest was cut
    /// short, that one alone.
    List<Delivery> digest(String personId, Instant now);

    /// Writes the claim and begins its entry in the log.
    ///
    /// @param sentAs what the channel will know the message by; null where it is the delivery id
    void claim(Delivery claimed, @Nullable String sentAs, Instant now);

    /// What the channel knows a message by, which has been claimed before.
    String reference(String deliveryId);

    /// What a channel knows by this reference: one message, or all of a digest.
    List<Delivery> sentAs(String reference);

    /// Notes what the channel said later.
    ///
    /// @return false where it has said something before
    boolean receipt(String deliveryId, String receipt, Instant now);

    /// Other messages that left for the same person by the same channel.
    Left left(Delivery besides, Instant since);

    /// @param count how many
    /// @param first when the first of them left; null where there is none
    /// @param last when the last of them left; null where there is none
    record Left(int count, @Nullable Instant first, @Nullable Instant last) {}

    /// Ends the entry of this attempt in the log.
    void log(Delivery claimed, Outcome outcome, Instant now);

    /// The delivery leaves the attempt.
    ///
    /// @param nextAt when it is tried again; null where it is not
    void leave(Delivery claimed, DeliveryState state, @Nullable Instant nextAt);

    /// A broken connection left it open whether the message arrived.
    void mayHaveArrived(String deliveryId);
}

package org.handbell.notification.delivery;

import java.time.Instant;
import java.util.Optional;
import org.handbell.notification.alert.Alert;
import org.handbell.notification.notify.Outcome;

/// How an attempt ended.
///
/// @param firstReached true where this alert had reached nobody before
/// @param next when the message is tried again
record Settled(
        Delivery delivery,
        Alert alert,
        Outcome outcome,
        boolean firstReached,
        Instant at,
        Optional<Instant> next) {}

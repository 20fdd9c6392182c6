package org.handbell.cases.publishing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.handbell.contract.Event;
import org.handbell.contract.wire.Wire;

/// Sends events and returns when the broker has them. For use inside a listener of the outbox: a
/// publication must not count as done before the acknowledgement.
public interface Outgoing {

    /// Sends events in their order.
    ///
    /// @param wire the topic they belong to
    /// @throws NotAcknowledgedException where the broker did not confirm all of them within
    ///   `handbell.publishing.acknowledged-within`; some may have arrived all the same
    /// @param traces the trace that an event was stored with
    <E extends Event> void send(
            Wire<E> wire, List<E> events, Function<? super E, Optional<String>> traces);

    /// Sends events that belong to no trace.
    ///
    /// @throws NotAcknowledgedException as above
    default <E extends Event> void send(Wire<E> wire, List<E> events) {
        send(wire, events, _ -> Optional.empty());
    }

    /// Sends one event.
    ///
    /// @throws NotAcknowledgedException as for a list
    default <E extends Event> void send(Wire<E> wire, E event) {
        send(wire, List.of(event));
    }
}

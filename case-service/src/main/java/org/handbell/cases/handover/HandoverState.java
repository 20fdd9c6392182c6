package org.handbell.cases.handover;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How far a handover has come. One person asks, another one approves; where a life may depend on
/// it, the bundle goes out at once and a second person looks at it within a day. Each state has a
/// method for each legal move and none for any other.
public sealed interface HandoverState {

    /// How long a second person has for what went out in an emergency.
    Duration AFTERWARDS = Duration.ofHours(24);

    /// Waits for a second person.
    record Asked(String by) implements HandoverState {

        /// Empty where it is the same person.
        Optional<Approved> approved(String second) {
            return second.equals(by) ? Optional.empty() : Optional.of(new Approved(by, second));
        }

        Withdrawn withdrawn() {
            return new Withdrawn();
        }
    }

    /// Went out on one person's word.
    ///
    /// @param until by when a second person must have approved it
    record Emergency(String by, Instant until) implements HandoverState {

        /// Empty where it is the same person. A late approval counts, and stays late on record.
        Optional<Approved> approved(String second) {
            return second.equals(by) ? Optional.empty() : Optional.of(new Approved(by, second));
        }

        boolean overdue(Instant at) {
            return at.isAfter(until);
        }
    }

    /// Two people answer for it.
    record Approved(String by, String second) implements HandoverState {}

    /// Nothing went out.
    record Withdrawn() implements HandoverState {}

    /// As it stands on record.
    static HandoverState asked(String by, boolean emergency, Instant at) {
        return emergency ? new Emergency(by, at.plus(AFTERWARDS)) : new Asked(by);
    }

    /// Whether its bundle may be read now. What went out in an emergency and was not approved in
    /// time is closed until it is.
    default boolean released(Instant at) {
        return switch (this) {
            case Approved _ -> true;
            case Emergency emergency -> !emergency.overdue(at);
            case Asked _, Withdrawn _ -> false;
        };
    }

    /// The state after a second person's approval; empty where it is no legal move.
    default Optional<HandoverState> after(String second) {
        return switch (this) {
            case Asked asked -> asked.approved(second).map(HandoverState.class::cast);
            case Emergency emergency -> emergency.approved(second).map(HandoverState.class::cast);
            case Approved _, Withdrawn _ -> Optional.empty();
        };
    }
}

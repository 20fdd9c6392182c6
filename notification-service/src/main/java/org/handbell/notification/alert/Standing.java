package org.handbell.notification.alert;

/// An alert and how far its ladder has come.
///
/// @param round how often it was handed over
/// @param step last step of this round's ladder that was told; -1 before the first
public record Standing(Alert alert, AlertState state, int round, int step) {

    /// Whether a less grave alert of the case need not be told, since this one is known or taken.
    boolean carries(Alert other) {
        return (state == AlertState.OPEN || state == AlertState.ACKNOWLEDGED)
                && alert.severity().compareTo(other.severity()) > 0;
    }

    /// Whether an acknowledgement of `taken` says that this one is taken too.
    boolean takenWith(Standing taken) {
        return state.live()
                && (taken.state == AlertState.CARRIED
                        || alert.severity().compareTo(taken.alert.severity()) <= 0);
    }
}

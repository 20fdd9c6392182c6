package org.handbell.notification.alert;

/// Where an alert stands.
public enum AlertState {
    /// People are being told until somebody acknowledges.
    OPEN,
    /// Nobody is told: the case was graver before, and that alert stands or was acknowledged.
    CARRIED,
    /// A named person has taken it.
    ACKNOWLEDGED,
    /// Nobody needs to look any more.
    WITHDRAWN,
    /// A graver alert of the same case has taken its place.
    SUPERSEDED,
    /// Everybody was told, nobody acknowledged.
    RAN_OUT;

    /// Whether messages may still go out: what was promised before the ladder ran out is kept.
    public boolean live() {
        return this == OPEN || this == RAN_OUT;
    }
}

package org.handbell.contract;

/// The means by which an alert reaches a person.
public enum Channel {
    EMAIL,
    SMS,
    CHAT,
    PUSH
}

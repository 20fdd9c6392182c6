package org.handbell.contract;

/// What the account holder did.
public enum Action {
    POST,
    SHARE,
    LIKE,
    COMMENT,
    REPLY,
    REVIEW,
    POLL,
    PROFILE
}

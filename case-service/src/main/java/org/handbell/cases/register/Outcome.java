package org.handbell.cases.register;

/// What became of an action on an account.
sealed interface Outcome {

    /// It is done.
    record Done(String accountId) implements Outcome {}

    /// The form says what is wrong with it; nothing was changed.
    record Wrong() implements Outcome {}

    /// Somebody changed the account since the page was shown; nothing was changed.
    record Stale() implements Outcome {}

    /// It is for somebody else to do.
    record NotYours() implements Outcome {}

    /// There is no such account that the person may see.
    record Unknown() implements Outcome {}
}

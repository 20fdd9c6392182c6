package org.handbell.cases.register;

/// Lets one request after another look whether an account is there already, so that two people
/// cannot ask for the same one at once.
interface OneRequest {

    /// Waits for the turn, which lasts until the transaction ends.
    void take();
}

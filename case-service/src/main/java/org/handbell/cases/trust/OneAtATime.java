package org.handbell.cases.trust;

/// Lets one import after the other change the register, whichever instance it runs on.
interface OneAtATime {

    /// Waits for its turn, and keeps it until the transaction ends.
    void take();
}

package org.handbell.cases.signin;

import java.time.Duration;

/// The devices on which people showed again who they are.
interface Devices {

    /// Notes that a person has just shown it.
    ///
    /// @return the device's number, for the device alone; always a new one, so that nobody can have
    ///   given it to the device beforehand
    String confirm(String personId, Duration until);

    /// Whether the person showed it on the device with this number, and their shift still goes on.
    boolean confirmed(String personId, String device);
}

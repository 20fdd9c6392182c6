package org.handbell.cases.register;

import java.util.Optional;

/// What an account was asked for, and under which conditions it was approved.
interface Purposes {

    Optional<Purpose> of(String accountId);

    void save(String accountId, Purpose purpose);

    /// @param audience who may join or follow
    /// @param pupilsPictured whether pupils will be seen in photographs
    record Purpose(String why, String audience, String conditions, boolean pupilsPictured) {

        Purpose under(String newConditions) {
            return new Purpose(why, audience, newConditions, pupilsPictured);
        }
    }
}

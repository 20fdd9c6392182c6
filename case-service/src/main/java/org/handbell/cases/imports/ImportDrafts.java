package org.handbell.cases.imports;

import java.util.Map;
import java.util.Optional;

/// Uploads that wait for their confirmation, one for each person, sealed, for an hour.
interface ImportDrafts {

    /// @param texts of the files under their names
    /// @param standing of the register when it was read
    record Draft(Map<String, String> texts, String standing) {

        @Override
        public String toString() {
            return "Draft" + texts.keySet();
        }
    }

    /// Takes the place of an earlier one.
    void keep(String personId, Draft draft);

    Optional<Draft> of(String personId);

    void drop(String personId);

    /// Drops those that are older than an hour.
    ///
    /// @return how many
    int dropOld();

    /// How many batches of changes still wait to be sent to the other services.
    long underWay();
}

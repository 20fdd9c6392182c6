package org.handbell.contract;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// `recipients.v1` (compacted): how to reach a person. The only place outside the case service with
/// a person's address.
public sealed interface RecipientEvent extends Event {

    String personId();

    @Override
    default String key() {
        return personId();
    }

    /// A person who may be told.
    ///
    /// @param digestHour hour of the day for what can wait, 0 to 23, Europe/London
    /// @param absentUntil last day of an absence; null where present
    record Listed(
            String personId,
            String email,
            @Nullable String phone,
            int digestHour,
            @Nullable LocalDate absentUntil,
            long revision,
            Instant at)
            implements RecipientEvent {

        public Listed {
            Require.text(personId, "personId");
            Require.text(email, "email");
            if (digestHour < 0 || digestHour > 23) {
                throw new IllegalArgumentException("digestHour " + digestHour + " is no hour");
            }
            Require.time(at, "at");
        }

        @Override
        public String eventId() {
            return Ids.derive("recipient", personId, Long.toString(revision));
        }

        @Override
        public String toString() {
            return "Listed[" + personId + "]";
        }
    }

    /// The person left: a tombstone on the wire.
    record Left(String personId, Instant at) implements RecipientEvent, Tombstone {

        public Left {
            Require.text(personId, "personId");
            Require.time(at, "at");
        }

        @Override
        public String eventId() {
            return Ids.derive("recipient-left", personId);
        }
    }
}

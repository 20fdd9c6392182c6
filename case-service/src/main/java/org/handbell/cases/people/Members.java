package org.handbell.cases.people;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The people with a place at the desk, or who might come to it.
public interface Members {

    /// Makes these the only ones, as [Register#replace] does.
    ///
    /// @return how many changed, came or went
    int replace(Collection<Member> members);

    /// A person and how to reach them.
    ///
    /// @param digestHour hour of the day for what can wait, 0 to 23, Europe/London
    /// @param absentUntil last day of an absence; null where present
    record Member(
            Person person,
            @Nullable String phone,
            int digestHour,
            @Nullable LocalDate absentUntil) {

        /// Whether a case can come to them and they have an address: only these are published.
        boolean reachable() {
            return person.role().decides() && person.email() != null;
        }

        @Override
        public String toString() {
            return "Member[" + person.personId() + "]";
        }
    }
}

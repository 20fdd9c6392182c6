package org.handbell.cases.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The people with a place at the desk, or who might come to it.
public interface Members {

    /// The hour at which what can wait is sent where nobody set another.
    int DIGEST_HOUR = 8;

    /// Everyone, by person id.
    List<Member> members();

    /// Enters or changes one person by hand. Who was imported stays the import's.
    void put(Member member);

    /// Takes a person's place at the desk away, at once.
    ///
    /// @return whether they had one
    boolean end(String personId);

    /// What [#replace] would change.
    Differences compare(Collection<Member> members);

    /// Makes these the only ones beside those who were entered by hand.
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

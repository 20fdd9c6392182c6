package org.handbell.cases.people;

import java.time.LocalDate;
import java.util.Optional;

/// What stands behind entries of the register and concerns the desk alone: who agreed to an
/// exception and why, and while a supplier takes part in a tender. Goes with its entry.
public interface Agreements {

    /// Why an exception was made.
    enum Kind {
        OWN_CHILD,
        RELATIVE,
        MESSAGING,
        OTHER
    }

    /// @param agreedBy person id of who agreed to it
    /// @param reason in free words; sealed where it lies
    record Agreement(Kind kind, String agreedBy, LocalDate agreedOn, String reason) {

        @Override
        public String toString() {
            return "Agreement[" + kind + ", " + agreedOn + "]";
        }
    }

    /// Days of a tender, both included.
    record Tender(LocalDate from, LocalDate until) {

        public Tender {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("a tender ends before it begins");
            }
        }
    }

    /// In the caller's transaction; the entry must be there.
    void agreed(String entryId, Agreement agreement);

    Optional<Agreement> agreement(String entryId);

    /// In the caller's transaction; the entry must be there.
    void tender(String entryId, Tender tender);

    /// Says that there is no tender any more.
    void noTender(String entryId);

    Optional<Tender> tender(String entryId);
}

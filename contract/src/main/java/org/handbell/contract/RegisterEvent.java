package org.handbell.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `register.v1` (compacted): what the analysis must know of the trust. Staff, academies, hours,
/// suppliers and marks in clear; pupils, former pupils, relatives and confidential terms as keyed
/// hashes only.
public sealed interface RegisterEvent extends Event {

    String entryId();

    @Override
    default String key() {
        return entryId();
    }

    @Override
    default String eventId() {
        return Ids.derive("register", entryId(), at().toString());
    }

    /// The trust itself.
    ///
    /// @param switchedOn clauses that are off until a trust switches them on: `E6`
    record Trust(
            String entryId,
            String name,
            List<String> aliases,
            @Nullable String localAuthority,
            List<String> marks,
            List<String> emailDomains,
            List<String> partners,
            List<String> switchedOn,
            Instant at)
            implements RegisterEvent {

        public Trust {
            Require.text(entryId, "entryId");
            Require.text(name, "name");
            aliases = Require.listed(aliases);
            marks = Require.listed(marks);
            emailDomains = Require.listed(emailDomains);
            partners = Require.listed(partners);
            switchedOn = Require.listed(switchedOn);
            Require.time(at, "at");
        }
    }

    /// One school of the trust.
    ///
    /// @param days days of work, 1 Monday to 7 Sunday
    /// @param from start of the working day, Europe/London
    /// @param to end of the working day, Europe/London
    record Academy(
            String entryId,
            String name,
            List<String> aliases,
            List<String> marks,
            @Nullable String postcode,
            List<Integer> days,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            List<Break> breaks,
            Instant at)
            implements RegisterEvent {

        public Academy {
            Require.text(entryId, "entryId");
            Require.text(name, "name");
            aliases = Require.listed(aliases);
            marks = Require.listed(marks);
            days = Require.listed(days);
            breaks = Require.listed(breaks);
            Require.time(at, "at");
        }
    }

    /// A pause in the working day, Europe/London.
    record Break(LocalTime from, LocalTime to) {

        public Break {
            Require.present(from, "break.from");
            Require.present(to, "break.to");
        }
    }

    /// A stretch of term time, both days included.
    record Term(String entryId, String name, LocalDate from, LocalDate to, Instant at)
            implements RegisterEvent {

        public Term {
            Require.text(entryId, "entryId");
            Require.text(name, "name");
            Require.present(from, "from");
            Require.present(to, "to");
            Require.time(at, "at");
        }
    }

    /// A member of staff or a governor.
    ///
    /// @param role `head`, `dsl`, `teacher`, `support`, `supply`, `communications`, `governor`, …
    record Staff(
            String entryId,
            String name,
            @Nullable String title,
            String role,
            @Nullable String academyId,
            boolean governor,
            Instant at)
            implements RegisterEvent {

        public Staff {
            Require.text(entryId, "entryId");
            Require.text(name, "name");
            Require.text(role, "role");
            Require.time(at, "at");
        }

        @Override
        public String toString() {
            return "Staff[" + entryId + "]";
        }
    }

    /// A firm that serves the trust.
    record Supplier(
            String entryId, String name, List<String> aliases, @Nullable String kind, Instant at)
            implements RegisterEvent {

        public Supplier {
            Require.text(entryId, "entryId");
            Require.text(name, "name");
            aliases = Require.listed(aliases);
            Require.time(at, "at");
        }
    }

    /// A pupil, former pupil, relative or confidential term, known to its reader by keyed hashes
    /// alone.
    ///
    /// @param relativeOf entry id of the member of staff whose child or relative it is; else null
    record Hashed(
            String entryId,
            HashedKind kind,
            @Nullable String academyId,
            @Nullable String relativeOf,
            List<HashedWindow> windows,
            Instant at)
            implements RegisterEvent {

        public Hashed {
            Require.text(entryId, "entryId");
            Require.present(kind, "kind");
            windows = Require.listed(windows);
            Require.time(at, "at");
        }
    }

    /// What a hashed entry stands for.
    enum HashedKind {
        PUPIL,
        FORMER_PUPIL,
        RELATIVE,
        CONFIDENTIAL_TERM
    }

    /// The keyed hash of one way to write an entry.
    ///
    /// @param form what it is a writing of: a full name tells a pupil alone, a first name only
    ///   beside the class
    /// @param tokens how many normalised tokens the window has, 1 to 8
    /// @param hash HMAC-SHA-256 over the tokens, first 128 bits as hex
    /// @param shortHash a short keyed hash of the same tokens ([ShortHash]) as 16 hexadecimal
    ///   digits, so that a reader computes the long one only where it may match; null in older
    ///   records
    record HashedWindow(Form form, int tokens, String hash, @Nullable String shortHash) {

        public HashedWindow {
            Require.present(form, "form");
            if (tokens < 1 || tokens > 8) {
                throw new IllegalArgumentException("tokens " + tokens + " is not in 1 to 8");
            }
            Require.text(hash, "hash");
            if (shortHash != null) {
                ShortHash.parse(shortHash);
            }
        }
    }

    /// The forms in which an entry may be written.
    enum Form {
        FULL_NAME,
        FIRST_NAME,
        SURNAME,
        INITIALS,
        CLASS,
        YEAR,
        TERM
    }

    /// A recorded permission of a parent for pictures.
    ///
    /// @param pupilId entry id of the pupil; null where it is for an event
    /// @param event name of the event; null where it is for a pupil
    record PhotoConsent(
            String entryId,
            @Nullable String pupilId,
            @Nullable String event,
            List<Platform> platforms,
            LocalDate until,
            Instant at)
            implements RegisterEvent {

        public PhotoConsent {
            Require.text(entryId, "entryId");
            platforms = Require.listed(platforms);
            Require.present(until, "until");
            Require.time(at, "at");
        }
    }

    /// An exception agreed by senior leadership.
    ///
    /// @param clause the clause it excuses
    /// @param staffId whom it excuses
    /// @param pupilId towards which pupil; null for all
    record Permission(
            String entryId,
            String clause,
            String staffId,
            @Nullable String pupilId,
            LocalDate until,
            Instant at)
            implements RegisterEvent {

        public Permission {
            Require.text(entryId, "entryId");
            Require.text(clause, "clause");
            Require.text(staffId, "staffId");
            Require.present(until, "until");
            Require.time(at, "at");
        }
    }

    /// The entry left the register: a tombstone on the wire.
    record Removed(String entryId, Instant at) implements RegisterEvent, Tombstone {

        public Removed {
            Require.text(entryId, "entryId");
            Require.time(at, "at");
        }
    }
}

package org.handbell.cases.people;

import java.util.Locale;
import org.handbell.contract.RegisterEvent;
import org.jspecify.annotations.Nullable;

/// A line of the trust's register.
public sealed interface RegisterEntry {

    String id();

    /// What it is, as its row says: `ACADEMY`, `PUPIL`.
    default String kind() {
        return getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    /// What may be read by those who read the topic.
    ///
    /// @param event its time does not count: it is set when the row changes
    record Clear(RegisterEvent event) implements RegisterEntry {

        @Override
        public String id() {
            return event.entryId();
        }

        @Override
        public String kind() {
            return event.getClass().getSimpleName().toUpperCase(Locale.ROOT);
        }
    }

    /// What is encrypted at rest, and leaves the desk as keyed hashes alone.
    sealed interface Hidden extends RegisterEntry {}

    /// A pupil.
    ///
    /// @param year school year, 0 for Reception
    /// @param form the class; null where there is none
    /// @param relativeOf person id of the member of staff whose child or relative it is
    record Pupil(
            String id,
            String name,
            int year,
            @Nullable String form,
            @Nullable String academyId,
            @Nullable String relativeOf)
            implements Hidden {

        @Override
        public String toString() {
            return "Pupil[" + id + "]";
        }
    }

    /// Somebody who was a pupil.
    record Former(String id, String name, @Nullable String academyId) implements Hidden {

        @Override
        public String toString() {
            return "Former[" + id + "]";
        }
    }

    /// A word for something that is not public.
    record Confidential(String id, String term) implements Hidden {

        @Override
        public String toString() {
            return "Confidential[" + id + "]";
        }
    }
}

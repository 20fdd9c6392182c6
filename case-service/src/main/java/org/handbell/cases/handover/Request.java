package org.handbell.cases.handover;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is to be handed over, to whom, and why that is lawful.
///
/// @param name of who receives it, with their office and reference
/// @param investigatorId person id where it is a nominated investigator; else null
/// @param lawfulBecause in the words of who asks
/// @param alsoMasked further names that are left out
public record Request(
        Recipient recipient,
        String name,
        @Nullable String investigatorId,
        Basis basis,
        String lawfulBecause,
        String purpose,
        Set<Part> parts,
        boolean masked,
        List<String> alsoMasked) {

    public Request {
        parts = Set.copyOf(parts);
        alsoMasked = List.copyOf(alsoMasked);
    }

    @Override
    public String toString() {
        return "Request[" + recipient + "]";
    }

    /// To whom.
    public enum Recipient {
        POLICE("The police"),
        LADO("The local authority’s designated officer (LADO)"),
        HR("The trust’s HR"),
        INVESTIGATOR("A nominated investigator");

        private final String words;

        Recipient(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// What makes it lawful.
    public enum Basis {
        SAFEGUARDING("To keep a child or an adult at risk safe"),
        VITAL_INTERESTS("To save a life"),
        CRIME("To prevent or find out a crime"),
        LEGAL_OBLIGATION("The law or a court demands it"),
        PUBLIC_TASK("The school’s public task, by its own procedure");

        private final String words;

        Basis(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// A part of a case.
    public enum Part {
        POSTS("What was seen, with how it was captured"),
        CHRONOLOGY("Everything in its order, without its words"),
        NOTES("Notes"),
        STATEMENTS("Statements, interviews and their reply"),
        EVIDENCE("What speaks for and against"),
        DECISION("Decisions and what they rest on"),
        FILES("Files that were added, as they are");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}

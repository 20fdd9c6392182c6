package org.handbell.notification.notify;

import java.time.Instant;
import java.util.List;
import org.handbell.contract.Severity;

/// What a message is about. None of these has a field for who, what or which clause, so that no
/// channel and no template can tell.
public sealed interface Message {

    /// Whose templates it takes.
    Kind kind();

    /// How soon it asks for somebody.
    Urgency urgency();

    /// The page behind sign-in that it points to; empty where it points nowhere.
    String link();

    /// How soon, for channels that can ring louder.
    enum Urgency {
        NOW,
        TODAY,
        THIS_WEEK,
        WHENEVER
    }

    /// An alert.
    ///
    /// @param reference short reference of the case: `4K7P-XM`
    /// @param school name of the academy or trust
    /// @param dueAt by when a person should have looked
    /// @param link the case behind sign-in
    record NeedsYou(Severity severity, String reference, String school, Instant dueAt, String link)
            implements Message {

        @Override
        public Kind kind() {
            return Kind.NEEDS_YOU;
        }

        @Override
        public Urgency urgency() {
            return Message.urgency(severity);
        }
    }

    /// Nobody has taken it, and its due time is past.
    record Overdue(Severity severity, String reference, String school, Instant dueAt, String link)
            implements Message {

        @Override
        public Kind kind() {
            return Kind.OVERDUE;
        }

        @Override
        public Urgency urgency() {
            return Message.urgency(severity);
        }
    }

    /// To the trust: everybody on the ladder was told, and nobody took it.
    record NobodyTook(
            Severity severity, String reference, String school, Instant dueAt, String link)
            implements Message {

        @Override
        public Kind kind() {
            return Kind.NOBODY_TOOK;
        }

        @Override
        public Urgency urgency() {
            return Message.urgency(severity);
        }
    }

    /// A person's digest: what can wait, together.
    ///
    /// @param things at least one, in the order in which they came
    record CanWait(List<Thing> things) implements Message {

        public CanWait {
            things = List.copyOf(things);
            if (things.isEmpty()) {
                throw new IllegalArgumentException("a digest without things");
            }
        }

        @Override
        public Kind kind() {
            return Kind.CAN_WAIT;
        }

        @Override
        public Urgency urgency() {
            return Urgency.WHENEVER;
        }

        @Override
        public String link() {
            return things.getFirst().link();
        }
    }

    /// One line of a digest.
    record Thing(String reference, String school, Instant dueAt, String link) {}

    /// The service tries itself.
    record SelfCheck(Instant at) implements Message {

        @Override
        public Kind kind() {
            return Kind.SELF_CHECK;
        }

        @Override
        public Urgency urgency() {
            return Urgency.WHENEVER;
        }

        @Override
        public String link() {
            return "";
        }
    }

    private static Urgency urgency(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Urgency.NOW;
            case HIGH -> Urgency.TODAY;
            case MEDIUM -> Urgency.THIS_WEEK;
            case LOW, TIP -> Urgency.WHENEVER;
        };
    }
}

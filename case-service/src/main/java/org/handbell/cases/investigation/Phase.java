package org.handbell.cases.investigation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// How far an investigation has come. Each phase has a method for each legal move and none for any
/// other: there is no way to a decision but over the person's own reply, a day for it that has
/// passed, or a hold that is recorded and still in force.
public sealed interface Phase {

    Instant since();

    /// Facts are gathered; the person it is about may be told.
    record Enquiry(Instant since) implements Phase {

        Held held(LocalDate review, Instant at) {
            return new Held(review, at);
        }

        ReplyAsked replyAsked(LocalDate until, Instant at) {
            return new ReplyAsked(until, at);
        }
    }

    /// The person is not told for now.
    ///
    /// @param review last day of the hold; after it nothing rests on it any more
    record Held(LocalDate review, Instant since) implements Phase {

        boolean lapsed(LocalDate today) {
            return today.isAfter(review);
        }

        Held renewed(LocalDate other, Instant at) {
            return new Held(other, at);
        }

        Enquiry lifted(Instant at) {
            return new Enquiry(at);
        }

        /// Empty where the hold has lapsed.
        Optional<Decided> decided(Conclusion conclusion, LocalDate today, Instant at) {
            return lapsed(today) ? Optional.empty() : Optional.of(new Decided(conclusion, at));
        }
    }

    /// The person was told and asked for their side.
    ///
    /// @param until last day for it
    record ReplyAsked(LocalDate until, Instant since) implements Phase {

        Replied replied(Instant at) {
            return new Replied(at);
        }

        Held held(LocalDate review, Instant at) {
            return new Held(review, at);
        }

        /// Empty while the day is not over.
        Optional<DeadlinePassed> passed(LocalDate today, Instant at) {
            return today.isAfter(until) ? Optional.of(new DeadlinePassed(at)) : Optional.empty();
        }
    }

    /// The person's side is on record.
    record Replied(Instant since) implements Phase {

        Decided decided(Conclusion conclusion, Instant at) {
            return new Decided(conclusion, at);
        }
    }

    /// The day for the reply is over and none came. A late one still counts.
    record DeadlinePassed(Instant since) implements Phase {

        Replied replied(Instant at) {
            return new Replied(at);
        }

        Decided decided(Conclusion conclusion, Instant at) {
            return new Decided(conclusion, at);
        }
    }

    /// A named person decided.
    record Decided(Conclusion conclusion, Instant since) implements Phase {

        Closed closed(Instant at) {
            return new Closed(conclusion, at);
        }
    }

    /// At its end.
    record Closed(Conclusion conclusion, Instant since) implements Phase {

        Enquiry reopened(Instant at) {
            return new Enquiry(at);
        }
    }

    /// The phase after a step; this one where the step moves nothing, empty where it is no legal
    /// move from here.
    default Optional<Phase> after(Step step, LocalDate today, Instant at) {
        return switch (step) {
            case Step.Held held -> held(held.review(), at);
            case Step.Lifted _ -> this instanceof Held on ? Optional.of(on.lifted(at)) : no();
            case Step.ReplyAsked asked ->
                    this instanceof Enquiry on
                            ? Optional.of(on.replyAsked(asked.until(), at))
                            : no();
            case Step.Replied _ -> replied(at);
            case Step.NoReply _ ->
                    this instanceof ReplyAsked on
                            ? on.passed(today, at).map(Phase.class::cast)
                            : no();
            case Step.Decided decided -> decided(decided.conclusion(), today, at);
            case Step.Closed _ -> this instanceof Decided on ? Optional.of(on.closed(at)) : no();
            case Step.Reopened _ -> this instanceof Closed on ? Optional.of(on.reopened(at)) : no();
            default -> Optional.of(this);
        };
    }

    private Optional<Phase> held(LocalDate review, Instant at) {
        return switch (this) {
            case Enquiry on -> Optional.of(on.held(review, at));
            case Held on -> Optional.of(on.renewed(review, at));
            case ReplyAsked on -> Optional.of(on.held(review, at));
            case Replied _, DeadlinePassed _, Decided _, Closed _ -> no();
        };
    }

    private Optional<Phase> replied(Instant at) {
        return switch (this) {
            case ReplyAsked on -> Optional.of(on.replied(at));
            case DeadlinePassed on -> Optional.of(on.replied(at));
            case Enquiry _, Held _, Replied _, Decided _, Closed _ -> no();
        };
    }

    private Optional<Phase> decided(Conclusion conclusion, LocalDate today, Instant at) {
        return switch (this) {
            case Held on -> on.decided(conclusion, today, at).map(Phase.class::cast);
            case Replied on -> Optional.of(on.decided(conclusion, at));
            case DeadlinePassed on -> Optional.of(on.decided(conclusion, at));
            case Enquiry _, ReplyAsked _, Decided _, Closed _ -> no();
        };
    }

    private static Optional<Phase> no() {
        return Optional.empty();
    }
}

package org.handbell.cases.casefile;

import java.time.Instant;
import java.util.Optional;

/// Where a case stands. Each state has a method for each legal move and none for any other; all of
/// them need a person's decision.
public sealed interface CaseState {

    Instant since();

    /// The machine claims something; nobody has decided anything.
    record Suggested(Instant since) implements CaseState {

        public NotAConcern dismissed(Instant at) {
            return new NotAConcern(at);
        }

        public Advised advised(Instant at) {
            return new Advised(at);
        }

        public UnderInvestigation investigated(Instant at) {
            return new UnderInvestigation(at);
        }

        public ChildAtRisk childAtRisk(Instant at) {
            return new ChildAtRisk(at);
        }
    }

    /// A person found that it must be looked into. From here the investigation decides, not one
    /// tap: what ends it is a conclusion with all that must come before one.
    record UnderInvestigation(Instant since) implements CaseState {

        public ChildAtRisk childAtRisk(Instant at) {
            return new ChildAtRisk(at);
        }

        @Override
        public Optional<Suggested> takenBack(Instant openedAt) {
            return Optional.of(new Suggested(openedAt));
        }

        public Concluded concluded(Instant at) {
            return new Concluded(at);
        }
    }

    /// A person found that a child may be at risk now: the child comes before the enquiry.
    record ChildAtRisk(Instant since) implements CaseState {

        public UnderInvestigation investigated(Instant at) {
            return new UnderInvestigation(at);
        }
    }

    /// Ended after an investigation.
    record Concluded(Instant since) implements CaseState {

        public UnderInvestigation reopened(Instant at) {
            return new UnderInvestigation(at);
        }
    }

    /// Ended with advice.
    record Advised(Instant since) implements CaseState {
        @Override
        public Optional<Suggested> takenBack(Instant openedAt) {
            return Optional.of(new Suggested(openedAt));
        }
    }

    /// Ended without a concern.
    record NotAConcern(Instant since) implements CaseState {
        @Override
        public Optional<Suggested> takenBack(Instant openedAt) {
            return Optional.of(new Suggested(openedAt));
        }
    }

    /// The state before a person's first answer, for as long as it can be taken back; empty where
    /// it cannot. That a child may be at risk is never taken back: what follows is decided anew.
    default Optional<Suggested> takenBack(Instant openedAt) {
        return Optional.empty();
    }

    /// Whether the matter is at an end.
    default boolean ended() {
        return switch (this) {
            case Suggested _, UnderInvestigation _, ChildAtRisk _ -> false;
            case Advised _, NotAConcern _, Concluded _ -> true;
        };
    }

    /// The state after a person's decision; empty where the move is not a legal one.
    default Optional<CaseState> after(Outcome outcome, Instant at) {
        return switch (this) {
            case Suggested state -> Optional.of(first(state, outcome, at));
            case UnderInvestigation state ->
                    outcome == Outcome.CHILD_AT_RISK
                            ? Optional.of(state.childAtRisk(at))
                            : Optional.empty();
            case ChildAtRisk state ->
                    outcome == Outcome.INVESTIGATION
                            ? Optional.of(state.investigated(at))
                            : Optional.empty();
            case Advised _, NotAConcern _, Concluded _ -> Optional.empty();
        };
    }

    private static CaseState first(Suggested state, Outcome outcome, Instant at) {
        return switch (outcome) {
            case NOT_A_CONCERN -> state.dismissed(at);
            case ADVICE -> state.advised(at);
            case INVESTIGATION -> state.investigated(at);
            case CHILD_AT_RISK -> state.childAtRisk(at);
        };
    }
}

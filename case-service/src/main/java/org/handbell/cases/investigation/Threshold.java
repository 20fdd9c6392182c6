package org.handbell.cases.investigation;

import java.time.Instant;
import java.util.List;

/// Where the question stands whether the local authority must be told that a child may have been
/// harmed.
public sealed interface Threshold {

    /// What is asked, in plain words; a sign of any of them starts the clock.
    List<String> QUESTIONS =
            List.of(
                    "Has a child been harmed by what they did, or may one have been?",
                    "May they have done something against a child that is a crime, or a crime that has to do with a child?",
                    "Does how they behaved towards a child show that they may be a risk of harm to children?",
                    "Have they behaved, at work or away from it, in a way that may mean they should not work with children?");

    /// Nobody has answered yet.
    record NotAsked() implements Threshold {}

    /// All four answers were no.
    record NotMet() implements Threshold {}

    /// An answer was yes or not sure.
    ///
    /// @param due until when the local authority must be told
    record Running(Instant madeAware, Instant due) implements Threshold {}

    /// One person holds that it need not be told; a second one has not agreed yet.
    ///
    /// @param before where it stood when they said so
    record OneSays(String personId, Threshold before) implements Threshold {}

    /// The local authority advised.
    record Advised() implements Threshold {}

    /// Two people hold that it need not be told.
    record TwoSay() implements Threshold {}

    /// Whether it is known what the local authority wants, or two people answer for not asking.
    default boolean settled() {
        return this instanceof Advised || this instanceof TwoSay;
    }

    /// Whether somebody saw a sign of harm to a child.
    default boolean sign() {
        return switch (this) {
            case Running _ -> true;
            case OneSays one -> one.before().sign();
            case NotAsked _, NotMet _, Advised _, TwoSay _ -> false;
        };
    }

    /// Where it stands after a step that was found to be legal.
    default Threshold after(Step step, String by) {
        return switch (step) {
            case Step.Screened screened -> screened(screened);
            case Step.LadoAdvised _ -> new Advised();
            case Step.NotReferred _ -> new OneSays(by, this);
            case Step.Countersigned _ -> new TwoSay();
            default -> this;
        };
    }

    private static Threshold screened(Step.Screened screened) {
        return screened.answers().stream().allMatch(a -> a == Step.Certainty.NO)
                ? new NotMet()
                : new Running(screened.madeAware(), screened.due());
    }
}

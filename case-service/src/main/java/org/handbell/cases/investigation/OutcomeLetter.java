package org.handbell.cases.investigation;

import org.handbell.cases.casefile.Words;

/// Drafts the letter about the outcome from what is on record. It says what was decided and what
/// the person can do, and repeats nothing that was claimed: a letter lies on kitchen tables.
final class OutcomeLetter {

    private OutcomeLetter() {}

    static String draft(Asking asking) {
        var end =
                asking.about().phase() instanceof Phase.Decided decided
                        ? decided.conclusion()
                        : Conclusion.NO_ACTION;
        return """
        %s
        %s

        Private and confidential

        Dear %s

        I am writing about the matter with the reference %s. It has been looked into, and %s

        The decision is: %s. %s

        The reasons: [say them in your own words]

        What happens next: [say it, and by when]

        You can ask to see what is kept about you, ask for it to be put right, or ask for \
        this decision to be looked at again by somebody who had no part in it. To do so, \
        write to [name] by [day].

        If you would like to talk to somebody about how this was for you: [name, or the \
        trust’s support for staff].

        Yours sincerely

        [your name]
        """
                .formatted(
                        asking.schoolName(),
                        Words.day(asking.today()),
                        asking.subjectName(),
                        asking.open().file().number(),
                        heard(asking.about()),
                        end.words(),
                        end.hint());
    }

    private static String heard(Investigation about) {
        return about.sinceOpened(Step.Replied.class)
                ? "what you answered was taken into account."
                : "you were asked for your side, or there was a reason on record not to ask yet.";
    }
}

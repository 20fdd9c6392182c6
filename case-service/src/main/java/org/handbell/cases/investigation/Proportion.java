package org.handbell.cases.investigation;

import java.util.List;

/// What is asked before anything disciplinary may follow from what somebody said: whether it is in
/// proportion. Answered in free words; nothing is added up. The first nine follow the courts on
/// what people believe and say, the last six on an employer's looking at it.
public final class Proportion {

    /// The questions, in their order.
    public static final List<String> QUESTIONS =
            List.of(
                    "What exactly was said? Keep to the words themselves.",
                    "In what tone was it said?",
                    "How many people could see it, and for how long?",
                    "Who did they think would read it?",
                    "Whose rights did it touch, and did it make anybody’s work here harder?",
                    "Was it clear that they spoke for themselves? Could it be taken as the trust’s view?",
                    "How much power do they have over the people it is about?",
                    "What does this school do, and who in its care could be hurt by it?",
                    "Is what may follow the mildest step that would do?",
                    "Had they been told beforehand that public posts are looked at, and how?",
                    "How much was looked at, and how far into their private life did it reach?",
                    "What good reason was there to look, and to look at this?",
                    "Could the same have been found out in a less intrusive way?",
                    "What does it mean for them, and was what was found used for its purpose only?",
                    "What protected them on the way: who checked, and how could they object?");

    private Proportion() {}
}

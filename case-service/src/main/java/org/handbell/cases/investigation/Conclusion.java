package org.handbell.cases.investigation;

import static org.handbell.cases.casefile.CaseType.ALLEGATION;
import static org.handbell.cases.casefile.CaseType.CONDUCT;
import static org.handbell.cases.casefile.CaseType.GOVERNANCE;
import static org.handbell.cases.casefile.CaseType.LOW_LEVEL_CONCERN;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.handbell.cases.casefile.CaseType;

/// How an investigation can end. Which are open depends on the kind of case: a governor's has no
/// disciplinary one, and no case of a child's safety ends as a matter of manners.
public enum Conclusion {
    SUBSTANTIATED("Substantiated", "There is enough to show that it happened.", ALLEGATION),
    MALICIOUS("Malicious", "It did not happen, and whoever said so meant to deceive.", ALLEGATION),
    FALSE("False", "There is enough to show that it did not happen.", ALLEGATION),
    UNSUBSTANTIATED(
            "Unsubstantiated",
            "There is not enough to show either way. It says nothing about guilt.",
            ALLEGATION),
    UNFOUNDED("Unfounded", "Nothing supports it, or it was misunderstood.", ALLEGATION),

    RECORDED("Recorded", "It is kept as a low-level concern.", LOW_LEVEL_CONCERN),

    NO_ACTION("No action", "Nothing follows.", CONDUCT, GOVERNANCE),
    ADVICE("Advice", "The person is given advice.", CONDUCT, GOVERNANCE, LOW_LEVEL_CONCERN),
    TRAINING("Training", "The person is trained.", CONDUCT, GOVERNANCE, LOW_LEVEL_CONCERN),
    INFORMAL("Informal action", "It is settled without a procedure.", CONDUCT),
    DIGNITY_AT_WORK("Dignity at Work", "It goes on under the Dignity at Work procedure.", CONDUCT),
    DISCIPLINARY(
            "Disciplinary procedure",
            "It goes on under the disciplinary procedure, with somebody else deciding there.",
            CONDUCT),

    GOVERNORS_PROCEDURE(
            "The governors’ own procedure", "It goes on under the board’s own rules.", GOVERNANCE);

    private final String words;
    private final String hint;
    private final Set<CaseType> types;

    Conclusion(String words, String hint, CaseType... types) {
        this.words = words;
        this.hint = hint;
        this.types = Set.of(types);
    }

    public String words() {
        return words;
    }

    public String hint() {
        return hint;
    }

    public boolean fits(CaseType type) {
        return types.contains(type);
    }

    static List<Conclusion> of(CaseType type) {
        return Arrays.stream(values()).filter(c -> c.fits(type)).toList();
    }

    /// Whether something disciplinary may follow from it, so that proportion must be weighed first.
    public boolean grave() {
        return this == DISCIPLINARY || this == SUBSTANTIATED;
    }
}

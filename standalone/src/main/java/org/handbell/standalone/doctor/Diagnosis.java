package org.handbell.standalone.doctor;

import org.handbell.contract.start.Problem;

/// One line of the doctor's answer.
///
/// @param what was looked at and how it is; never a secret or a person
/// @param remedy what to do; empty where nothing is to be done
record Diagnosis(State state, String what, String remedy) {

    enum State {
        WELL("✓"),
        LOOK("!"),
        ILL("✗");

        private final String sign;

        State(String sign) {
            this.sign = sign;
        }
    }

    static Diagnosis well(String what) {
        return new Diagnosis(State.WELL, what, "");
    }

    /// Something to know or to look at that keeps nothing from working.
    static Diagnosis look(String what, String remedy) {
        return new Diagnosis(State.LOOK, what, remedy);
    }

    static Diagnosis ill(String what, String remedy) {
        return new Diagnosis(State.ILL, what, remedy);
    }

    static Diagnosis of(Problem problem) {
        return ill(problem.what(), problem.remedy());
    }

    @Override
    public String toString() {
        var line = state.sign + " " + what.replace("\n", "\n  ");
        return remedy.isEmpty() ? line : line + "\n    " + remedy.replace("\n", "\n    ");
    }
}

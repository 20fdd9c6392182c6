package org.handbell.cases.investigation;

/// Why a step cannot be taken, for the person who would take it.
public enum Refusal {
    CASE_NOT_OPEN("No investigation of this case is open."),
    CASE_CLOSED("This case is closed. To go on, open it again first."),
    NOT_YOURS("This is for the people who deal with the case. You were asked to look into it."),
    NOT_A_LEAD("This is for the Head of School, the Executive Head or the chair."),
    CONTACT_CLOSED(
            "Keep what there is, and do not speak to anybody about it yet. A child may have been"
                    + " harmed: first record what the local authority advised, or that two of you"
                    + " hold it need not be told."),
    CHILD_FIRST(
            "A child may be at risk now. See to the child first, then open the investigation on the"
                    + " case page."),
    NOT_FROM_HERE("This is not the next step. Look at where the investigation stands."),
    ON_HOLD("The person is not told for now. Lift the hold before you ask for their side."),
    NO_REPLY_YET(
            "Hear the person first: ask for their side and wait for it or for its last day, or"
                    + " record a hold with its reason."),
    HOLD_LAPSED("The hold has run out. Ask again whether it is still needed."),
    HOLD_TOO_LONG("A hold must be looked at again sooner. Choose an earlier day."),
    DAY_IN_THE_PAST("That day is over. Choose a later one."),
    DAY_IN_THE_FUTURE("That day is still to come."),
    REPLY_TOO_SOON("Give the person more school days to answer. Choose a later day."),
    DAY_NOT_OVER("The day for their reply is not over yet."),
    INVESTIGATOR_DECIDES("You looked into this case yourself, so somebody else must decide it."),
    NOT_AN_END_FOR_THIS("A case of this kind cannot end in that way."),
    NEVER_FOR_GOVERNORS("The disciplinary procedure is not for governors."),
    THRESHOLD_OPEN(
            "First answer the four questions about harm to a child, and record what the local"
                    + " authority advised or that two of you hold it need not be told."),
    DIGNITY_FIRST(
            "Bullying of a colleague goes through Dignity at Work first. Record that step, or that"
                    + " it was declined and why."),
    PROPORTION_FIRST("First write down whether it is in proportion."),
    POSTED_BY_OTHER(
            "Somebody else posted this. It can end with advice or training; nothing disciplinary"
                    + " follows from what another person posted."),
    SAME_PERSON_TWICE("You said so yourself. A second person must agree."),
    NOTHING_TO_COUNTERSIGN("Nobody has recorded that the local authority need not be told."),
    CLOCK_RUNS(
            "A sign of harm is on record, so the local authority is told, or two of you hold that it"
                    + " need not be."),
    ALREADY_SETTLED("It is settled already."),
    KIND_UNCHANGED("It is of that kind already."),
    KIND_NOT_POSSIBLE("A case about this person cannot be of that kind."),
    NO_SUCH_TASK("There is no such task to be done."),
    SUBJECT_INVOLVED("The case is about this person already."),
    TOO_MANY("There are as many of these as a case can hold."),
    CHANGED_MEANWHILE(
            "Somebody else did something here while you had the page open. Look at it again, then"
                    + " answer.");

    private final String words;

    Refusal(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}

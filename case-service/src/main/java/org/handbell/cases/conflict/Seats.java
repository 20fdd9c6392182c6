package org.handbell.cases.conflict;

import static org.handbell.cases.people.Role.CHAIR;
import static org.handbell.cases.people.Role.DEPUTY_DSL;
import static org.handbell.cases.people.Role.DSL;
import static org.handbell.cases.people.Role.EXECUTIVE_HEAD;
import static org.handbell.cases.people.Role.HEAD;

import java.util.List;

/// Which seats deal with a matter, in the order they are told; those of one list are told together.
/// The only place that knows this.
final class Seats {

    private Seats() {}

    static List<List<Seat>> of(Matter matter) {
        var here = matter.academyId();
        var trustHead = new Seat(EXECUTIVE_HEAD, null);
        var trustChair = new Seat(CHAIR, null);
        return switch (matter.subjectRole()) {
            case HEAD -> List.of(List.of(new Seat(CHAIR, here)), List.of(trustHead));
            case EXECUTIVE_HEAD -> List.of(List.of(trustChair));
            case GOVERNOR -> List.of(List.of(new Seat(CHAIR, here)), List.of(trustChair));
            case CHAIR -> List.of(List.of(trustHead), List.of(trustChair));
            case DSL ->
                    List.of(
                            List.of(new Seat(HEAD, here), new Seat(DEPUTY_DSL, here)),
                            List.of(trustHead));
            case DEPUTY_DSL ->
                    List.of(List.of(new Seat(HEAD, here), new Seat(DSL, here)), List.of(trustHead));
            case TEACHER, SUPPORT, SUPPLY, COMMUNICATIONS, HR_INVESTIGATOR, OPERATOR, AUDITOR ->
                    staff(matter);
        };
    }

    /// Who stands in where nobody else can be reached.
    static List<Seat> standIns(Matter matter) {
        return switch (matter.subjectRole()) {
            case EXECUTIVE_HEAD -> List.of(new Seat(CHAIR, null));
            default -> List.of(new Seat(EXECUTIVE_HEAD, null), new Seat(CHAIR, null));
        };
    }

    private static List<List<Seat>> staff(Matter matter) {
        var here = matter.academyId();
        var head = new Seat(HEAD, here);
        var trustHead = List.of(new Seat(EXECUTIVE_HEAD, null));
        return matter.safeguarding()
                ? List.of(
                        List.of(new Seat(DSL, here), head),
                        List.of(new Seat(DEPUTY_DSL, here)),
                        trustHead)
                : List.of(List.of(head), trustHead);
    }
}

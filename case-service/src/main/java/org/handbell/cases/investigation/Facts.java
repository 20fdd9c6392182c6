package org.handbell.cases.investigation;

import java.util.Set;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.CaseState;
import org.handbell.cases.casefile.CaseType;
import org.handbell.cases.people.Role;
import org.handbell.contract.Route;
import org.handbell.contract.Severity;
import org.jspecify.annotations.Nullable;

/// What an investigation must know of its case.
///
/// @param type the kind of case as it stands now
/// @param academyId whose case it is; null for the trust's own
/// @param childGrave whether a child's safety is claimed to be touched, seriously or worse
/// @param bullying whether bullying is claimed
/// @param nominated everybody who was ever nominated to look into it
public record Facts(
        CaseType type,
        CaseState state,
        String subjectId,
        Role subjectRole,
        @Nullable String academyId,
        boolean childGrave,
        boolean bullying,
        Set<String> nominated) {

    private static final String BULLYING = "P3";

    public Facts {
        nominated = Set.copyOf(nominated);
    }

    /// @param clauses that are claimed
    static Facts of(Case about, Set<String> clauses, Set<String> nominated) {
        var matter = about.matter();
        return new Facts(
                about.type(),
                about.state(),
                matter.subjectId(),
                matter.subjectRole(),
                matter.academyId(),
                matter.routes().contains(Route.SAFEGUARDING)
                        && about.severity().compareTo(Severity.HIGH) >= 0,
                clauses.contains(BULLYING),
                nominated);
    }

    boolean governor() {
        return subjectRole == Role.GOVERNOR || subjectRole == Role.CHAIR;
    }

    boolean childAtRisk() {
        return state instanceof CaseState.ChildAtRisk;
    }

    /// Whether a person has opened an investigation, be it closed by now.
    boolean opened() {
        return switch (state) {
            case CaseState.UnderInvestigation _, CaseState.ChildAtRisk _, CaseState.Concluded _ ->
                    true;
            case CaseState.Suggested _, CaseState.Advised _, CaseState.NotAConcern _ -> false;
        };
    }

    /// Kinds of case that one about this person can be of.
    boolean possible(CaseType kind) {
        return switch (kind) {
            case ALLEGATION, LOW_LEVEL_CONCERN -> true;
            case CONDUCT -> !governor();
            case GOVERNANCE -> governor();
        };
    }
}

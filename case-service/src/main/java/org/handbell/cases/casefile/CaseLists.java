package org.handbell.cases.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lists of cases, narrowed but not judged: who may see which of them is for the rules of conflict
/// to say.
interface CaseLists {

    /// The circles that there are cases of.
    List<Circle> circles();

    /// The next cases of a list.
    ///
    /// @param past the last case that was had; null to begin
    /// @param most bound
    List<Case> after(Wanted wanted, Narrowed to, @Nullable Case past, int most);

    /// What was decided since, newest first.
    ///
    /// @param most bound
    List<Decided> decidedSince(Instant since, int most);

    /// Cases opened in each week that had any, by its Monday.
    ///
    /// @param without person id; cases about this person, or aimed at them, are not counted
    Map<LocalDate, Long> weeks(Set<String> circles, String without, LocalDate firstMonday);

    /// What a list is narrowed to.
    ///
    /// @param circles names of those whose ordinary cases may come to the person
    /// @param academyId the only academy of which unusual cases may; null for all
    record Narrowed(Set<String> circles, @Nullable String academyId) {}

    /// A decision, and the case as it stands now.
    record Decided(Case about, Decision decision) {}
}

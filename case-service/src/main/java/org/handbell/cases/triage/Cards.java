package org.handbell.cases.triage;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.handbell.cases.casefile.CardLocks;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.CaseNames;
import org.handbell.cases.casefile.CaseState;
import org.handbell.cases.casefile.DueSettings;
import org.handbell.cases.casefile.Words;
import org.springframework.stereotype.Component;

/// Turns cases into cards.
@Component
class Cards {

    private final CaseNames names;
    private final CardLocks locks;
    private final DueSettings due;
    private final Clock clock;

    Cards(CaseNames names, CardLocks locks, DueSettings due, Clock clock) {
        this.names = names;
        this.locks = locks;
        this.due = due;
        this.clock = clock;
    }

    /// @param personId who sees them
    List<Card> of(List<Case> cases, String personId) {
        var held = locks.ofOthers(cases.stream().map(Case::caseId).toList(), personId);
        return cases.stream()
                .map(about -> card(about, Optional.ofNullable(held.get(about.caseId()))))
                .toList();
    }

    private Card card(Case about, Optional<CardLocks.Lock> lock) {
        var open = about.state() instanceof CaseState.Suggested;
        return new Card(
                about.number().value(),
                Words.tone(about.severity()),
                open
                        ? "Look by " + Words.soon(about.dueAt(), due.zone())
                        : "Since " + Words.soon(about.state().since(), due.zone()),
                Words.severity(about.severity()),
                about.type().words(),
                Words.state(about.state()),
                names.school(about),
                about.acknowledgement() != null,
                open,
                open && about.dueAt().isBefore(clock.instant()),
                about.unreachable(),
                lock.map(names::looking).orElse(null));
    }
}

package org.handbell.cases.alerting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.CaseEvent;
import org.handbell.cases.casefile.Cases;
import org.handbell.cases.casefile.MarkUnreachable;
import org.handbell.cases.conflict.Ladders;
import org.handbell.cases.console.ConsoleSettings;
import org.handbell.cases.people.People;
import org.handbell.contract.AlertEvent;
import org.handbell.contract.AlertEvent.Rung;
import org.handbell.contract.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes down who is to be told of what happened to a case, in the transaction that made it so.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RaiseAlerts {

    private final Cases cases;
    private final Ladders ladders;
    private final MarkUnreachable unreachable;
    private final AlertQueue queue;
    private final People people;
    private final ConsoleSettings console;
    private final AlertMetrics metrics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RaiseAlerts(
            Cases cases,
            Ladders ladders,
            MarkUnreachable unreachable,
            AlertQueue queue,
            People people,
            ConsoleSettings console,
            AlertMetrics metrics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.ladders = ladders;
        this.unreachable = unreachable;
        this.queue = queue;
        this.people = people;
        this.console = console;
        this.metrics = metrics;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(CaseEvent.Opened event) {
        tell(event, event.times(), true);
    }

    /// The alert of a graver step is a new one, so that its ladder starts anew.
    @EventListener
    void on(CaseEvent.Regraded event) {
        tell(event, event.times(), queue.alertsOf(event.caseId()).isEmpty());
    }

    @EventListener
    void on(CaseEvent.Widened event) {
        var about = cases.byId(event.caseId()).orElseThrow();
        var told = queue.told(event.caseId());
        var ladder = ladders.of(about.matter(), about.severity());
        var further = ladder.stream().filter(rung -> !told.contains(rung.personId())).toList();
        if (!further.isEmpty()) {
            if (told.isEmpty()) {
                add(raised(about, ladder), event.times());
            } else {
                add(handedOver(about, further), null);
            }
        }
    }

    @EventListener
    void on(CaseEvent.Acknowledged event) {
        queue.alertsOf(event.caseId())
                .forEach(alertId ->
                        add(
                                new AlertEvent.Acknowledged(
                                        alertId, event.caseId(), event.personId(), event.at()),
                                null));
    }

    @EventListener
    void on(CaseEvent.Decided event) {
        if (event.ended()) {
            withdraw(event.caseId());
        }
    }

    @EventListener
    void on(CaseEvent.Concluded event) {
        if (event.ended()) {
            withdraw(event.caseId());
        }
    }

    private void withdraw(String caseId) {
        queue.alertsOf(caseId)
                .forEach(alertId ->
                        add(
                                new AlertEvent.Withdrawn(
                                        alertId, caseId, "decided", clock.instant()),
                                null));
    }

    private void tell(CaseEvent event, CaseEvent.Times times, boolean firstTime) {
        var about = cases.byId(event.caseId()).orElseThrow();
        var ladder = ladders.of(about.matter(), about.severity());
        if (ladder.isEmpty()) {
            unreachable.mark(about);
            return;
        }
        add(firstTime ? raised(about, ladder) : regraded(about, ladder), times);
        metrics.raised(about.severity());
    }

    private AlertEvent raised(Case about, List<Rung> ladder) {
        return new AlertEvent.Raised(
                Ids.alert(about.caseId(), about.severity()),
                about.caseId(),
                about.number().value(),
                about.severity(),
                school(about),
                about.dueAt(),
                link(about),
                ladder,
                now());
    }

    private AlertEvent regraded(Case about, List<Rung> ladder) {
        return new AlertEvent.Regraded(
                Ids.alert(about.caseId(), about.severity()),
                about.caseId(),
                about.number().value(),
                about.severity(),
                school(about),
                about.dueAt(),
                link(about),
                ladder,
                now());
    }

    private AlertEvent handedOver(Case about, List<Rung> ladder) {
        return new AlertEvent.HandedOver(
                Ids.alert(about.caseId(), about.severity()),
                about.caseId(),
                about.number().value(),
                about.severity(),
                school(about),
                about.dueAt(),
                link(about),
                ladder,
                now());
    }

    private void add(AlertEvent event, CaseEvent.@Nullable Times times) {
        queue.add(event, times);
        events.publishEvent(new AlertsWaiting(event.caseId(), event.eventId()));
    }

    private Instant now() {
        return clock.instant();
    }

    private String school(Case about) {
        var academyId = about.matter().academyId();
        return academyId == null
                ? people.trustName()
                : people.academy(academyId).map(People.Academy::name).orElseGet(people::trustName);
    }

    private String link(Case about) {
        var base = console.baseUrl().toString().replaceAll("/+$", "");
        return base + "/cases/" + about.number();
    }
}

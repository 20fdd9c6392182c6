package org.handbell.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.Set;
import org.handbell.cases.DeskTest;
import org.handbell.cases.Found;
import org.handbell.cases.casefile.DecideCase.Answer;
import org.handbell.cases.conflict.Matter;
import org.handbell.cases.evidence.Capture;
import org.handbell.cases.evidence.EvidenceLocker;
import org.handbell.cases.people.Role;
import org.handbell.contract.Route;
import org.handbell.contract.Severity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class CaseMetricsTest extends DeskTest {

    @Autowired private MeterRegistry registry;
    @Autowired private SuggestCases suggest;
    @Autowired private DecideCase decideCase;
    @Autowired private EvidenceLocker locker;
    @Autowired private TransactionTemplate transaction;

    private Case open(boolean thenFail) {
        var found =
                Found.by("account-55", unique("https://example.social/metrics"))
                        .claiming("E3", Severity.HIGH)
                        .event();
        var matter =
                new Matter("staff-55", Role.TEACHER, ACADEMY, Set.of(Route.DISCIPLINARY), Set.of());
        return java.util.Objects.requireNonNull(
                transaction.execute(status -> {
                    var opened = suggest.open(new Claims(found, matter));
                    locker.keep(
                            opened.caseId(),
                            new Capture(
                                    Capture.Kind.POST,
                                    found.postId(),
                                    null,
                                    "any",
                                    Found.NOW,
                                    null,
                                    "any",
                                    java.util.List.of()),
                            new byte[0]);
                    if (thenFail) {
                        status.setRollbackOnly();
                    }
                    return opened;
                }));
    }

    private double count(String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }

    @Test
    void whatWasCommittedCountsAndWhatWasRolledBackDoesNot() {
        var opened = count("handbell.cases.opened");
        var raised = count("handbell.alerts.raised", "severity", "high");
        var open = registry.get("handbell.cases.open").tag("severity", "high").gauge().value();

        open(true);
        var about = open(false);

        assertThat(count("handbell.cases.opened")).isEqualTo(opened + 1);
        assertThat(count("handbell.alerts.raised", "severity", "high")).isEqualTo(raised + 1);
        assertThat(registry.get("handbell.cases.open").tag("severity", "high").gauge().value())
                .isEqualTo(open + 1);

        var advised = count("handbell.decisions", "outcome", "advice");
        decideCase.decide(
                "head",
                about.number().value(),
                new Answer(about.version(), Outcome.ADVICE, Reason.OTHER, "any words"));
        assertThat(count("handbell.decisions", "outcome", "advice")).isEqualTo(advised + 1);
    }

    @Test
    void noFigureCarriesAPersonOrCrossesClauseAndSeverity() {
        open(false);

        assertThat(registry.getMeters())
                .filteredOn(meter -> meter.getId().getName().startsWith("handbell."))
                .isNotEmpty()
                .allSatisfy(meter ->
                        assertThat(meter.getId().getTags())
                                .extracting(Tag::getKey)
                                .isSubsetOf("severity", "outcome", "topic"));
    }
}

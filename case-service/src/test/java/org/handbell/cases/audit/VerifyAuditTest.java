package org.handbell.cases.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.handbell.cases.TestDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.config.FixedDelayTask;

@ExtendWith(OutputCaptureExtension.class)
class VerifyAuditTest {

    private static TestDesk desk;

    @BeforeAll
    static void start() {
        desk = TestDesk.start(TestDesk.newPrefix(), Map.of("handbell.audit.verify-every", "36h"));
        for (var i = 0; i < 20; i++) {
            desk.transaction()
                    .executeWithoutResult(_ ->
                            desk.bean(AuditLog.class).append("st-01", "case.read", "case:1", ""));
        }
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void aTamperedRowMakesTheFigureNoughtAndTheLogNamesTheEntry(CapturedOutput output) {
        verify();
        assertThat(gauge("handbell.audit.verified")).isOne();

        desk.transaction()
                .executeWithoutResult(transaction -> {
                    jdbc().sql("alter table audit_entry disable trigger user").update();
                    jdbc().sql("update audit_entry set actor = 'nobody' where number = 7").update();
                    transaction.setRollbackOnly();
                    verify();
                });

        assertThat(gauge("handbell.audit.verified")).isZero();
        assertThat(output.getAll())
                .containsPattern("ERROR .*the audit trail is broken at entry 7")
                .doesNotContain("nobody");
        verify();
        assertThat(gauge("handbell.audit.verified")).isOne();
    }

    @Test
    void theChainIsWalkedAsOftenAsTheSettingSays() {
        var tasks = desk.bean(ScheduledAnnotationBeanPostProcessor.class).getScheduledTasks();
        assertThat(tasks)
                .filteredOn(task -> task.toString().contains("VerifyAudit.verify"))
                .singleElement()
                .satisfies(task ->
                        assertThat(((FixedDelayTask) task.getTask()).getIntervalDuration())
                                .isEqualTo(Duration.ofHours(36)));
    }

    /// From the start on: where no walk ever ends, somebody must hear of that too.
    @Test
    void whileNoWalkEndsTheAgeGrows() {
        var now = new AtomicReference<>(Instant.parse("2026-11-18T09:30:00Z"));
        var settable = clock(now);
        var registry = new SimpleMeterRegistry();
        var metrics = new AuditMetrics(registry, settable);
        var verify = new VerifyAudit(new Away(), metrics, settable);

        now.updateAndGet(at -> at.plus(Duration.ofHours(30)));
        verify.verify();

        assertThat(registry.get("handbell.audit.verified").gauge().value()).isNaN();
        assertThat(registry.get("handbell.audit.verified.age").gauge().value())
                .isEqualTo(Duration.ofHours(30).toSeconds());
    }

    private static Clock clock(AtomicReference<Instant> now) {
        return new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    private static void verify() {
        desk.bean(VerifyAudit.class).verify();
    }

    private static double gauge(String name) {
        return desk.bean(MeterRegistry.class).get(name).gauge().value();
    }

    private static JdbcClient jdbc() {
        return desk.bean(JdbcClient.class);
    }

    /// The database does not answer.
    private static final class Away implements AuditTrail {

        @Override
        public List<AuditEntry> latest(int most) {
            throw new DataAccessResourceFailureException("away");
        }

        @Override
        public Check verify() {
            throw new DataAccessResourceFailureException("away");
        }
    }
}

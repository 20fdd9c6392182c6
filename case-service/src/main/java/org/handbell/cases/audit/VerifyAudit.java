package org.handbell.cases.audit;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Walks along the chain now and then: a broken link is only of use to somebody who hears of it.
@Component
class VerifyAudit {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyAudit.class);

    private final AuditTrail trail;
    private final AuditMetrics metrics;
    private final Clock clock;

    VerifyAudit(AuditTrail trail, AuditMetrics metrics, Clock clock) {
        this.trail = trail;
        this.metrics = metrics;
        this.clock = clock;
    }

    /// One walk. Without a database there is none, and the age of the last one grows.
    @Scheduled(
            initialDelayString = "PT20S",
            fixedDelayString = "${handbell.audit.verify-every:24h}")
    void verify() {
        try {
            switch (trail.verify()) {
                case AuditTrail.Check.Whole(var entries) -> {
                    metrics.verified(true, clock.instant());
                    LOG.info("the audit trail is whole: {} entries", entries);
                }
                case AuditTrail.Check.Broken(var number) -> {
                    metrics.verified(false, clock.instant());
                    LOG.error("the audit trail is broken at entry {}", number);
                }
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the audit trail was not verified: {}", e.getClass().getSimpleName());
        }
    }
}

package org.handbell.cases.audit;

import java.time.Clock;
import java.util.Objects;
import javax.sql.DataSource;
import org.handbell.cases.evidence.DeskMark;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Walks the record from outside the desk, whether it runs or not.
public final class AuditTrailClient {

    private final JdbcAuditLog trail;
    private final TransactionTemplate snapshot;

    /// @param cases a database in which the desk's schema is the current one; reading is enough
    /// @param mark of the desk's master key
    public AuditTrailClient(DataSource cases, DeskMark mark, Clock clock) {
        this.trail = new JdbcAuditLog(JdbcClient.create(cases), clock, new HeadSeal(mark));
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(cases));
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    public AuditTrail.Check verify() {
        return Objects.requireNonNull(snapshot.execute(_ -> trail.verify()));
    }
}

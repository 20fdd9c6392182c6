package org.handbell.cases.evidence;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Walks all chains of evidence from outside the desk, whether it runs or not.
public final class EvidenceClient {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final JdbcEvidenceLocker locker;
    private final TransactionTemplate snapshot;

    /// @param cases a database in which the desk's schema is the current one; reading is enough
    /// @param masterKey as in `handbell.evidence.master-key-file`
    public EvidenceClient(DataSource cases, byte[] masterKey, Clock clock) {
        this.jdbc = JdbcClient.create(cases);
        this.locker = new JdbcEvidenceLocker(jdbc, masterKey, new SecureRandom(), clock);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(cases));
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /// Reads a master key and makes none.
    ///
    /// @throws IllegalStateException naming what is wrong with the file
    public static byte[] masterKey(Path file) {
        return new MasterKey(file, false, new SecureRandom()).read();
    }

    /// The mark that goes with a master key.
    public static DeskMark mark(byte[] masterKey) {
        return new DeskMark(masterKey);
    }

    /// Each holder by the reference of its case, or as it is called where it has none, and how its
    /// chain is.
    public void verify(BiConsumer<String, Verification> told) {
        var after = "";
        for (var page = after(after); !page.isEmpty(); page = after(after)) {
            page.forEach(holder -> told.accept(holder.name(), verified(holder.id())));
            after = page.getLast().id();
        }
    }

    private Verification verified(String holder) {
        return Objects.requireNonNull(snapshot.execute(_ -> locker.verify(holder)));
    }

    private List<Named> after(String holder) {
        return jdbc.sql(
                        """
                        select h.holder, coalesce('case ' || c.reference, h.holder) as name
                        from evidence_holders h left join cases c on c.case_id = h.holder
                        where h.holder > ? order by h.holder limit ?
                        """)
                .params(holder, AT_ONCE)
                .query((row, n) -> new Named(row.getString(1), row.getString(2)))
                .list();
    }

    private record Named(String id, String name) {}
}

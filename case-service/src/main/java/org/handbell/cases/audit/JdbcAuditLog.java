package org.handbell.cases.audit;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcAuditLog implements AuditLog, AuditTrail, AuditPages {

    private static final int PAGE = 1_000;
    private static final byte[] NOTHING_BEFORE = new byte[32];
    private static final byte[] UNSEALED = new byte[32];

    private final JdbcClient jdbc;
    private final Clock clock;
    private final HeadSeal seal;

    JdbcAuditLog(JdbcClient jdbc, Clock clock, HeadSeal seal) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.seal = seal;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(String actor, String action, String subject, String detail) {
        var head = lockHead();
        if (head.seal() == null && head.number() > 0) {
            head = chained(head, "system", "audit.sealed-anew", "audit", "");
        }
        chained(head, actor, action, subject, detail);
        WrittenReadsAdvice.markThisRequest();
    }

    /// A head that was written by somebody else is never sealed: what is appended after it does not
    /// heal the trail.
    private Head chained(Head head, String actor, String action, String subject, String detail) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var entry = new AuditEntry(head.number() + 1, at, actor, action, subject, detail);
        var hash = entry.chainedTo(head.hash());
        var sealed = head.seal() == null || ours(head) ? seal.of(entry.number(), hash) : UNSEALED;
        insert(entry, head.hash(), hash);
        jdbc.sql("update audit_head set number = :number, hash = :hash, seal = :seal")
                .param("number", entry.number())
                .param("hash", hash)
                .param("seal", sealed)
                .update();
        return new Head(entry.number(), hash, sealed);
    }

    private boolean ours(Head head) {
        return head.seal() == null
                ? head.number() == 0
                : MessageDigest.isEqual(head.seal(), seal.of(head.number(), head.hash()));
    }

    @Override
    public List<AuditEntry> latest(int most) {
        return jdbc.sql("select * from audit_entry order by number desc limit :most")
                .param("most", Math.clamp(most, 1, PAGE))
                .query((row, n) -> entry(row))
                .list();
    }

    @Override
    public List<AuditEntry> page(AuditFilter filter, long before, int most) {
        return found(filter, "number < ?", before, "order by number desc", most);
    }

    @Override
    public List<AuditEntry> next(AuditFilter filter, long after, int most) {
        return found(filter, "number > ?", after, "order by number", most);
    }

    private List<AuditEntry> found(
            AuditFilter filter, String beyond, long number, String order, int most) {
        var where = filter.conditions();
        where.add(beyond, number);
        return jdbc.sql("select * from audit_entry where " + where.sql() + " " + order + " limit ?")
                .params(where.values())
                .param(Math.clamp(most, 1, PAGE))
                .query((row, n) -> entry(row))
                .list();
    }

    /// Reads in pages under one snapshot, so that entries that come meanwhile do not disturb.
    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Check verify() {
        var last = new Link(0, NOTHING_BEFORE);
        for (var page = after(0); !page.isEmpty(); page = after(last.number())) {
            for (var stored : page) {
                if (!stored.follows(last)) {
                    return new Check.Broken(last.number() + 1);
                }
                last = new Link(stored.entry().number(), stored.hash());
            }
        }
        var head = head("");
        return ours(head) && new Link(head.number(), head.hash()).equals(last)
                ? new Check.Whole(last.number())
                : new Check.Broken(last.number() + 1);
    }

    private void insert(AuditEntry entry, byte[] previous, byte[] hash) {
        jdbc.sql(
                        """
                        insert into audit_entry (number, at, actor, action, subject, detail, previous, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        entry.number(),
                        entry.at().atOffset(ZoneOffset.UTC),
                        entry.actor(),
                        entry.action(),
                        entry.subject(),
                        entry.detail(),
                        previous,
                        hash)
                .update();
    }

    private Head lockHead() {
        return head("for update");
    }

    private Head head(String lock) {
        return jdbc.sql("select number, hash, seal from audit_head " + lock)
                .query((row, n) ->
                        new Head(row.getLong("number"), row.getBytes("hash"), row.getBytes("seal")))
                .single();
    }

    private List<Stored> after(long number) {
        return jdbc.sql(
                        "select * from audit_entry where number > :after order by number limit :most")
                .param("after", number)
                .param("most", PAGE)
                .query((row, n) ->
                        new Stored(entry(row), row.getBytes("previous"), row.getBytes("hash")))
                .list();
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"));
    }

    /// @param seal null where the desk never sealed it
    private record Head(long number, byte[] hash, byte @Nullable [] seal) {}

    private record Link(long number, byte[] hash) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Link(var n, var h)
                    && n == number
                    && MessageDigest.isEqual(h, hash);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(number);
        }
    }

    private record Stored(AuditEntry entry, byte[] previous, byte[] hash) {

        boolean follows(Link last) {
            return entry.number() == last.number() + 1
                    && MessageDigest.isEqual(previous, last.hash())
                    && MessageDigest.isEqual(hash, entry.chainedTo(previous));
        }
    }
}

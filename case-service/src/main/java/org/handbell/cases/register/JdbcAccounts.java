package org.handbell.cases.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbell.cases.publishing.PublishedTable;
import org.handbell.cases.signin.GroupCreators;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.AccountEvent.Gates;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Platform;
import org.handbell.contract.wire.Wire;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccounts
        implements Accounts, PublishedAccounts, GroupCreators, PublishedTable<AccountEvent> {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcAccounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Registered> byId(String accountId) {
        return jdbc.sql("select * from account where account_id = ?")
                .param(accountId)
                .query((row, n) -> account(row))
                .optional();
    }

    @Override
    public List<Registered> all() {
        return jdbc.sql("select * from account order by account_id")
                .query((row, n) -> account(row))
                .list();
    }

    @Override
    public Optional<String> anyone() {
        return jdbc.sql("select min(holder_id) from account where kind = 'GROUP'")
                .query(String.class)
                .optional();
    }

    @Override
    public Wire<AccountEvent> wire() {
        return Wire.ACCOUNTS;
    }

    @Override
    public List<String> keys() {
        return all().stream().map(Registered::accountId).toList();
    }

    @Override
    public AccountEvent current(String accountId) {
        return byId(accountId)
                .<AccountEvent>map(account -> account)
                .orElseGet(() -> new AccountEvent.Closed(accountId, now()));
    }

    @Override
    public Map<String, Registered> locked() {
        return byAccount(
                jdbc.sql("select * from account order by account_id for update")
                        .query((row, n) -> account(row))
                        .list());
    }

    @Override
    public Map<String, Registered> locked(String accountId) {
        return byAccount(
                jdbc.sql("select * from account where account_id = ? for update")
                        .param(accountId)
                        .query((row, n) -> account(row))
                        .list());
    }

    private static Map<String, Registered> byAccount(List<Registered> accounts) {
        var all = new LinkedHashMap<String, Registered>();
        accounts.forEach(account -> all.put(account.accountId(), account));
        return all;
    }

    @Override
    public void store(Registered account) {
        var gates = account.gates();
        jdbc.sql(
                        """
                        insert into account (account_id, platform, address, kind, holder_id, academy_id,
                          spokesperson, approved, dpia_reference, notice_hash, consultation, approver,
                          policy_version, collect_from, revision, changed_at)
                        values (:id, :platform, :address, :kind, :holder, :academy, :spokesperson,
                          :approved, :dpia, :notice, :consultation, :approver, :policy,
                          cast(:collectFrom as date), nextval('account_revision'), :at)
                        on conflict (account_id) do update set platform = excluded.platform,
                          address = excluded.address, kind = excluded.kind,
                          holder_id = excluded.holder_id, academy_id = excluded.academy_id,
                          spokesperson = excluded.spokesperson, approved = excluded.approved,
                          dpia_reference = excluded.dpia_reference,
                          notice_hash = excluded.notice_hash, consultation = excluded.consultation,
                          approver = excluded.approver, policy_version = excluded.policy_version,
                          collect_from = excluded.collect_from, revision = excluded.revision,
                          changed_at = excluded.changed_at
                        """)
                .param("id", account.accountId())
                .param("platform", account.platform().name())
                .param("address", account.address())
                .param("kind", account.kind().name())
                .param("holder", account.holderId())
                .param("academy", account.academyId())
                .param("spokesperson", account.spokesperson())
                .param("approved", account.approved())
                .param("dpia", gates.dpiaReference())
                .param("notice", gates.noticeHash())
                .param("consultation", gates.consultation())
                .param("approver", gates.approver())
                .param("policy", gates.policyVersion())
                .param("collectFrom", account.collectFrom())
                .param("at", now().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void remove(String accountId) {
        jdbc.sql("delete from account where account_id = ?").param(accountId).update();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Registered account(ResultSet row) throws SQLException {
        return new Registered(
                row.getString("account_id"),
                Platform.valueOf(row.getString("platform")),
                row.getString("address"),
                Kind.valueOf(row.getString("kind")),
                row.getString("holder_id"),
                row.getString("academy_id"),
                row.getBoolean("spokesperson"),
                row.getBoolean("approved"),
                new Gates(
                        row.getString("dpia_reference"),
                        row.getString("notice_hash"),
                        row.getString("consultation"),
                        row.getString("approver"),
                        row.getString("policy_version")),
                row.getObject("collect_from", LocalDate.class),
                row.getLong("revision"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}

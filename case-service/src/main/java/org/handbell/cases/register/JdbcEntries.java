package org.handbell.cases.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.handbell.cases.register.Entry.Approval;
import org.handbell.cases.register.Entry.Imported;
import org.handbell.cases.register.Entry.Origin;
import org.handbell.cases.register.Entry.Owners;
import org.handbell.cases.register.Entry.Site;
import org.handbell.cases.register.Entry.State;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.Platform;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEntries implements Entries {

    private static final int PAGE = 50;
    private static final String SELECT = "select * from account_entry ";

    private final JdbcClient jdbc;

    JdbcEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Entry> byId(String accountId) {
        return one(accountId, "");
    }

    @Override
    public Optional<Entry> locked(String accountId) {
        return one(accountId, " for update");
    }

    private Optional<Entry> one(String accountId, String lock) {
        return jdbc.sql(SELECT + "where account_id = ?" + lock)
                .param(accountId)
                .query((row, n) -> entry(row))
                .optional();
    }

    @Override
    public List<Entry> allLocked() {
        return jdbc.sql(SELECT + "order by account_id for update")
                .query((row, n) -> entry(row))
                .list();
    }

    @Override
    public List<Entry> at(Platform platform, String address) {
        return jdbc.sql(
                        SELECT
                                + """
                                where platform = ? and address_key = ?
                                  and state in ('REQUESTED', 'STANDING')
                                """)
                .params(platform.name(), Address.key(address))
                .query((row, n) -> entry(row))
                .list();
    }

    @Override
    public Listed page(Scope scope, Show show, LocalDate today, int page) {
        var found =
                jdbc.sql(
                                SELECT
                                        + """
                                        where (:whole or holder_id = :person or second_owner_id = :person
                                            or (:academy and academy_id is not distinct from cast(:its as text)))
                                          and case :show
                                            when 'REQUESTS' then state = 'REQUESTED'
                                            when 'OVERDUE' then state = 'STANDING' and review_on < :today
                                            when 'CLOSED' then state in ('REFUSED', 'CLOSED')
                                            else state in ('REQUESTED', 'STANDING') end
                                        order by state = 'STANDING', address_key, account_id
                                        limit :most offset :from
                                        """)
                        .param("whole", scope.whole())
                        .param("person", scope.personId())
                        .param("academy", scope.academy())
                        .param("its", scope.academyId())
                        .param("show", show.name())
                        .param("today", today)
                        .param("most", PAGE + 1)
                        .param("from", (long) PAGE * page)
                        .query((row, n) -> entry(row))
                        .list();
        return new Listed(found.stream().limit(PAGE).toList(), found.size() > PAGE);
    }

    @Override
    public void save(Entry entry) {
        var imported = entry.imported();
        jdbc.sql(
                        """
                        insert into account_entry (account_id, origin, state, platform, address,
                          address_key, kind, academy_id, holder_id, second_owner_id, handed_over,
                          approved, approver, policy_version, dpia_reference, notice_hash,
                          consultation, collect_from, spokesperson, review_on, version)
                        values (:id, :origin, :state, :platform, :address, :key, :kind, :academy,
                          :holder, :second, :handedOver, :approved, :approver, :policy, :dpia,
                          :notice, :consultation, cast(:collectFrom as date), :spokesperson,
                          cast(:review as date), :version)
                        on conflict (account_id) do update set state = excluded.state,
                          platform = excluded.platform, address = excluded.address,
                          address_key = excluded.address_key, kind = excluded.kind,
                          academy_id = excluded.academy_id, holder_id = excluded.holder_id,
                          second_owner_id = excluded.second_owner_id,
                          handed_over = excluded.handed_over, approved = excluded.approved,
                          approver = excluded.approver, policy_version = excluded.policy_version,
                          dpia_reference = excluded.dpia_reference,
                          notice_hash = excluded.notice_hash, consultation = excluded.consultation,
                          collect_from = excluded.collect_from,
                          spokesperson = excluded.spokesperson, review_on = excluded.review_on,
                          version = excluded.version
                        """)
                .param("id", entry.accountId())
                .param("origin", entry.origin().name())
                .param("state", entry.state().name())
                .param("platform", entry.site().platform().name())
                .param("address", entry.site().address())
                .param("key", Address.key(entry.site().address()))
                .param("kind", entry.site().kind().name())
                .param("academy", entry.site().academyId())
                .param("holder", entry.owners().holderId())
                .param("second", entry.owners().secondId())
                .param("handedOver", entry.owners().handedOver())
                .param("approved", entry.approval().given())
                .param("approver", entry.approval().by())
                .param("policy", entry.approval().policyVersion())
                .param("dpia", imported.dpiaReference())
                .param("notice", imported.noticeHash())
                .param("consultation", imported.consultation())
                .param("collectFrom", imported.collectFrom())
                .param("spokesperson", imported.spokesperson())
                .param("review", entry.reviewOn())
                .param("version", entry.version())
                .update();
    }

    @Override
    public void remove(String accountId) {
        jdbc.sql("delete from account_entry where account_id = ?").param(accountId).update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("account_id"),
                Origin.valueOf(row.getString("origin")),
                State.valueOf(row.getString("state")),
                new Site(
                        Platform.valueOf(row.getString("platform")),
                        row.getString("address"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("academy_id")),
                new Owners(
                        row.getString("holder_id"),
                        row.getString("second_owner_id"),
                        row.getBoolean("handed_over")),
                new Approval(
                        row.getBoolean("approved"),
                        row.getString("approver"),
                        row.getString("policy_version")),
                new Imported(
                        row.getString("dpia_reference"),
                        row.getString("notice_hash"),
                        row.getString("consultation"),
                        row.getObject("collect_from", LocalDate.class),
                        row.getBoolean("spokesperson")),
                row.getObject("review_on", LocalDate.class),
                row.getLong("version"));
    }
}

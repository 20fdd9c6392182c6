package org.handbell.cases.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.handbell.cases.publishing.TableChanges;
import org.handbell.cases.register.Entry.State;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Makes the rows that others are told of agree with the register as it stands today, and publishes
/// those that changed.
///
/// Whoever calls it holds the locks of the entries it names, so that no two settle one account at
/// once.
@Component
class SettleAccounts {

    /// Days of the register are the trust's own.
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final PublishedAccounts published;
    private final AllFacts facts;
    private final TableChanges changes;
    private final Clock clock;

    SettleAccounts(PublishedAccounts published, AllFacts facts, TableChanges changes, Clock clock) {
        this.published = published;
        this.facts = facts;
        this.changes = changes;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LONDON);
    }

    Standing standing(Entry entry) {
        return Standing.of(entry, facts.of(entry.accountId()), today());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void one(Entry entry) {
        settle(
                List.of(entry),
                _ -> facts.of(entry.accountId()),
                published.locked(entry.accountId()));
    }

    /// @param entries all there are; rows without one go
    /// @return how many rows changed, came or went
    @Transactional(propagation = Propagation.MANDATORY)
    public int all(Collection<Entry> entries) {
        return settle(entries, facts.all(), published.locked());
    }

    private int settle(
            Collection<Entry> entries,
            Function<Entry, Facts> known,
            Map<String, Registered> before) {
        var changed = new ArrayList<String>();
        for (var entry : entries) {
            if (entry.state() == State.STANDING) {
                var now = Standing.of(entry, known.apply(entry), today()).row();
                if (!now.equals(unstamped(before.remove(entry.accountId())))) {
                    published.store(now);
                    changed.add(now.accountId());
                }
            }
        }
        before.keySet().forEach(published::remove);
        changed.addAll(before.keySet());
        changes.changed(Topics.ACCOUNTS, changed);
        return changed.size();
    }

    private static @Nullable Registered unstamped(@Nullable Registered a) {
        return a == null
                ? null
                : new Registered(
                        a.accountId(),
                        a.platform(),
                        a.address(),
                        a.kind(),
                        a.holderId(),
                        a.academyId(),
                        a.spokesperson(),
                        a.approved(),
                        a.gates(),
                        a.collectFrom(),
                        0,
                        Instant.EPOCH);
    }
}

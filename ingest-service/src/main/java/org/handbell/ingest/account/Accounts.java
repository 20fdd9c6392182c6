package org.handbell.ingest.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.handbell.contract.AccountEvent;
import org.jspecify.annotations.Nullable;

/// The register of accounts as it stands, with the partition each was read from. Safe for use by
/// many threads.
public final class Accounts {

    private final Map<String, Row> rows = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /// Takes a record of the register. An older revision than the one that stands changes nothing.
    public void apply(int partition, AccountEvent event) {
        var row =
                rows.compute(
                        event.accountId(),
                        (id, standing) -> newer(new Row(partition, event), standing));
        if (row.event == event) {
            tell(partition, event.accountId());
        }
    }

    /// Takes a record that could not be read. Whether the account may still be pulled is then not
    /// known, so it is not pulled, and its cursor stays.
    public void unreadable(int partition, String accountId) {
        rows.put(accountId, new Row(partition, null));
        tell(partition, accountId);
    }

    /// The account as it stands; empty where it is closed, unreadable or was never registered.
    public Optional<AccountEvent.Registered> find(String accountId) {
        return Optional.ofNullable(rows.get(accountId)).flatMap(Row::registered);
    }

    /// Ids of the accounts that were read from a partition and may still be in the register.
    public List<String> idsIn(int partition) {
        return rows.entrySet().stream()
                .filter(row -> row.getValue().partition == partition)
                .filter(row -> !row.getValue().closed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Whether the account is in the register, readable or not.
    public boolean standing(String accountId) {
        var row = rows.get(accountId);
        return row != null && !row.closed();
    }

    /// Calls the listener after each change, on the thread that reads the register.
    public void onChange(Listener listener) {
        listeners.add(listener);
    }

    /// Ends what `onChange` began.
    public void forget(Listener listener) {
        listeners.remove(listener);
    }

    private void tell(int partition, String accountId) {
        listeners.forEach(listener -> listener.changed(partition, accountId));
    }

    private static Row newer(Row told, @Nullable Row standing) {
        if (standing == null || told.closed()) {
            return told;
        }
        return told.revision() >= standing.revision() ? told : standing;
    }

    /// Hears of changes.
    @FunctionalInterface
    public interface Listener {

        void changed(int partition, String accountId);
    }

    /// @param event null where the newest record could not be read
    private record Row(int partition, @Nullable AccountEvent event) {

        Optional<AccountEvent.Registered> registered() {
            return event instanceof AccountEvent.Registered account
                    ? Optional.of(account)
                    : Optional.empty();
        }

        boolean closed() {
            return event instanceof AccountEvent.Closed;
        }

        long revision() {
            return registered().map(AccountEvent.Registered::revision).orElse(Long.MIN_VALUE);
        }
    }
}

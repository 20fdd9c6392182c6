package org.handbell.analysis.register;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.AccountEvent.Registered;

/// The registered accounts as they stand; of each, the highest revision.
public final class Accounts {

    private final Map<String, Registered> byId = new ConcurrentHashMap<>();

    /// Takes a change in.
    public void apply(AccountEvent event) {
        switch (event) {
            case Registered registered ->
                    byId.merge(event.accountId(), registered, Accounts::newer);
            case AccountEvent.Closed closed -> byId.remove(closed.accountId());
        }
    }

    public Optional<Registered> find(String accountId) {
        return Optional.ofNullable(byId.get(accountId));
    }

    public int size() {
        return byId.size();
    }

    private static Registered newer(Registered held, Registered read) {
        return read.revision() >= held.revision() ? read : held;
    }
}

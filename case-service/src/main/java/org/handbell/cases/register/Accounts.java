package org.handbell.cases.register;

import java.util.List;
import java.util.Optional;
import org.handbell.contract.AccountEvent;

/// The register of accounts.
public interface Accounts {

    Optional<AccountEvent.Registered> byId(String accountId);

    List<AccountEvent.Registered> all();
}

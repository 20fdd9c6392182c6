package org.handbell.cases.register;

import java.util.Map;
import org.handbell.contract.AccountEvent.Registered;

/// The rows that others are told of.
interface PublishedAccounts {

    /// All rows, locked, by id of account.
    Map<String, Registered> locked();

    /// The row of one account, locked; empty where there is none.
    Map<String, Registered> locked(String accountId);

    /// Stores a row with a new revision.
    void store(Registered account);

    void remove(String accountId);
}

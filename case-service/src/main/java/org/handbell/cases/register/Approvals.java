package org.handbell.cases.register;

import java.util.Optional;
import org.handbell.contract.AccountEvent.Registered;
import org.jspecify.annotations.Nullable;

/// Where approvals are kept.
interface Approvals {

    /// Approves an account, or withdraws its approval, and publishes it after the commit.
    ///
    /// @param approver who approves it; null withdraws
    /// @return the account as it was; empty where there is none
    Optional<Registered> decide(String accountId, @Nullable String approver);
}

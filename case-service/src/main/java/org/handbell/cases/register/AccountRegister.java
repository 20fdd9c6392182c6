package org.handbell.cases.register;

import java.util.Collection;
import org.handbell.contract.AccountEvent;

/// The register of accounts, for who fills it.
public interface AccountRegister {

    /// Makes these the only accounts. What is as it was stays untouched; what changed, came or went
    /// is published after the commit.
    ///
    /// A list never gives an approval back: an account that is here already and whose approval was
    /// withdrawn stays without, until a person approves it again.
    ///
    /// @param accounts their revision and time do not count
    /// @return how many changed, came or went
    int replace(Collection<AccountEvent.Registered> accounts);
}

package org.handbell.cases.register;

import java.util.Collection;
import org.handbell.contract.AccountEvent;

/// The register of accounts, for who fills it.
public interface AccountRegister {

    /// Makes these the only accounts beside those that were asked for at the desk. What is as it
    /// was stays untouched; what changed, came or went is published after the commit.
    ///
    /// A list takes nothing back that a person decided at the desk: an account whose approval was
    /// withdrawn stays without until a person approves it again, one that was handed over stays
    /// with its new holder, and one that was taken off the register stays off.
    ///
    /// @param accounts their revision and time do not count
    /// @return how many changed, came or went
    int replace(Collection<AccountEvent.Registered> accounts);
}

package org.handbell.cases.signin;

import java.util.Optional;

/// Which account of a provider belongs to which person of the register. Bound when somebody first
/// signs in by their address, so that who is given that address later does not become them.
interface Identities {

    /// The person bound to an account, if any.
    Optional<String> personOf(Account account);

    /// Binds an account to a person.
    ///
    /// @return false where another account of the same provider is bound to that person
    boolean bind(Account account, String personId);

    /// An account at a provider.
    ///
    /// @param clientId as which the desk is known there: some providers name a person differently
    ///   for each client
    /// @param subject the provider's own name for the person, never given to anybody else
    record Account(String issuer, String clientId, String subject) {

        @Override
        public String toString() {
            return "Account[" + issuer + "]";
        }
    }
}

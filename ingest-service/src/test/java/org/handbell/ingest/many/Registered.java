package org.handbell.ingest.many;

import java.time.Clock;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.Platform;
import org.handbell.contract.wire.Wire;
import org.handbell.ingest.Broker;
import org.handbell.ingest.Invented;

/// Puts many accounts into the register.
///
/// @param prefix how their ids begin
record Registered(String prefix, Clock clock) {

    /// Registers all accounts, each with a few posts.
    void in(ManyAccounts many, Broker broker, int posts) {
        var addresses = many.addresses();
        many.accounts()
                .forEach(number -> {
                    for (var post = 0; post < posts; post++) {
                        many.feed(number).post();
                    }
                    broker.tell(Wire.ACCOUNTS, account(number, addresses.get(number)));
                });
    }

    AccountEvent.Closed closed(int number) {
        return new AccountEvent.Closed(prefix + number, clock.instant());
    }

    private AccountEvent.Registered account(int number, String address) {
        return new AccountEvent.Registered(
                prefix + number,
                Platform.BLOG,
                address,
                AccountEvent.Kind.PERSONAL,
                "person-1",
                null,
                false,
                true,
                Invented.MET,
                Invented.NOTICE,
                1,
                clock.instant());
    }
}

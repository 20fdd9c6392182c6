package org.handbell.ingest.poll;

import org.handbell.contract.AccountEvent;
import org.handbell.contract.Coverage;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Source;
import org.jspecify.annotations.Nullable;

/// A source during whose answers something else happens.
record Meanwhile(Source source, Runnable event) implements Source {

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public boolean reads(AccountEvent.Registered account) {
        return source.reads(account);
    }

    @Override
    public Coverage coverage() {
        return source.coverage();
    }

    @Override
    public Fetch fetch(AccountEvent.Registered account, @Nullable String position, Depth depth) {
        var fetch = source.fetch(account, position, depth);
        event.run();
        return fetch;
    }

    @Override
    public Presence presence(AccountEvent.Registered account, String postId) {
        return source.presence(account, postId);
    }
}

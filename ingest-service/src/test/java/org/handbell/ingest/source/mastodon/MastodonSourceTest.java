package org.handbell.ingest.source.mastodon;

import org.handbell.ingest.source.SourceContract;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.stub.StubServer;

class MastodonSourceTest extends SourceContract {

    @Override
    protected StubPlatform platform(StubServer server) {
        return new MastodonStub(server);
    }
}

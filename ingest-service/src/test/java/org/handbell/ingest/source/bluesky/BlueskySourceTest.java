package org.handbell.ingest.source.bluesky;

import org.handbell.ingest.source.SourceContract;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.stub.StubServer;

class BlueskySourceTest extends SourceContract {

    @Override
    protected StubPlatform platform(StubServer server) {
        return new BlueskyStub(server);
    }
}

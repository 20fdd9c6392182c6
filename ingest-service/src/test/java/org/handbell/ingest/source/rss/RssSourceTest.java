package org.handbell.ingest.source.rss;

import org.handbell.ingest.source.SourceContract;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.stub.StubServer;

class RssSourceTest extends SourceContract {

    @Override
    protected StubPlatform platform(StubServer server) {
        return new AtomStub(server);
    }
}

package org.handbell.ingest.picture;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.handbell.contract.Platform;
import org.handbell.ingest.http.PoliteWeb;

/// Fetches on virtual threads, and decodes on a few threads of its own: whoever looks at accounts
/// waits no longer than the bounds say, and gets no less of the processor than the operating system
/// gives each thread.
final class BoundedPictures implements Pictures {

    private final PoliteWeb web;
    private final Eyes eyes;
    private final PictureSettings settings;
    private final PictureMetrics metrics;
    private final Clock clock;
    private final ExecutorService fetching =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("picture").factory());
    private final ExecutorService looking;

    /// @param web is closed with this
    BoundedPictures(
            PoliteWeb web,
            Eyes eyes,
            PictureSettings settings,
            PictureMetrics metrics,
            Clock clock) {
        this.web = web;
        this.eyes = eyes;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
        this.looking =
                Executors.newFixedThreadPool(
                        settings.concurrent(),
                        Thread.ofPlatform().daemon().name("pictures-", 1).factory());
    }

    @Override
    public Glance begin(Platform platform) {
        var workers = new TimedWork.Workers(fetching, looking);
        var work = new TimedWork(workers, settings.perLook(), settings.perPicture());
        return new BoundedGlance(
                platform,
                new Loader(web),
                eyes,
                work,
                new Rules(settings.perPost(), metrics, clock));
    }

    @Override
    public void close() {
        fetching.shutdownNow();
        looking.shutdownNow();
        web.close();
    }

    /// What all glances share.
    record Rules(int perPost, PictureMetrics metrics, Clock clock) {}
}

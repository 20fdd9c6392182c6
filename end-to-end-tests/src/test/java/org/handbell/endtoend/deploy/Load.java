package org.handbell.endtoend.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/// Goes on posting sentences that are all different and all break the same rule, until it is
/// closed.
final class Load implements AutoCloseable {

    private static final String ACCOUNT = "iris_holt";
    private static final int FIRST_NUMBER = 900_200;

    private final BiConsumer<String, String> poster;
    private final List<String> posted = new ArrayList<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();

    private Load(BiConsumer<String, String> poster) {
        this.poster = poster;
    }

    /// @param poster takes account and text
    static Load start(BiConsumer<String, String> poster, Duration pause) {
        var load = new Load(poster);
        load.clockwork.scheduleWithFixedDelay(
                load::post, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return load;
    }

    /// What was posted so far: of each sentence the words that no other has.
    List<String> posted() {
        synchronized (posted) {
            return List.copyOf(posted);
        }
    }

    private void post() {
        var number = "my mobile is 07700 " + (FIRST_NUMBER + posted().size());
        poster.accept(ACCOUNT, "Year 11, " + number + ", ring me any time.");
        synchronized (posted) {
            posted.add(number);
        }
    }

    /// Stops posting; the last post is through.
    @Override
    public void close() {
        clockwork.close();
    }
}

package org.handbell.notification.notify;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.handbell.notification.notify.ChannelSettings.EmailBy;
import org.jspecify.annotations.Nullable;

/// Settings with little patience, for tests of a single channel.
public final class Patience {

    public static final Duration TIMEOUT = Duration.ofMillis(700);

    private Patience() {}

    public static ChannelSettings little(EmailBy email) {
        return little(email, null);
    }

    public static ChannelSettings little(EmailBy email, @Nullable Path trusted) {
        return new ChannelSettings(email, Set.of(), 10, Duration.ofSeconds(10), TIMEOUT, trusted);
    }

    public static Backoff backoff() {
        return new Backoff(
                new BackoffSettings(Duration.ofMillis(200), Duration.ofSeconds(1)), new Random(1));
    }
}

package org.handbell.analysis.opinion;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.judge.Judgement;
import org.handbell.analysis.policy.PolicyPacks;
import org.jspecify.annotations.Nullable;

/// Second opinions on a file of posts, where nothing waits for the answer and a person wants to
/// know how many there were.
public final class CountedOpinions implements AutoCloseable {

    private static final int NO_BUDGET = 1_000_000;
    private static final int CHARACTERS = 20_000;

    private final Map<Asked, Integer> counts = new ConcurrentSkipListMap<>();
    private final SecondOpinions opinions;
    private final Duration timeout;

    /// @param timeout longest wait for one answer
    public CountedOpinions(
            URI address, @Nullable Path tokenFile, String model, Duration timeout, Clock clock) {
        this.timeout = timeout;
        var settings =
                new OpinionSettings(address, tokenFile, model, NO_BUDGET, timeout, CHARACTERS);
        this.opinions =
                new SecondOpinions(
                        settings, clock, (asked, _) -> counts.merge(asked, 1, Integer::sum));
    }

    public Judgement on(Circumstances circumstances, Judgement judgement, PolicyPacks packs) {
        return opinions.on(circumstances, judgement, packs, timeout);
    }

    /// How the questions went, in words; empty where all were answered.
    public String troubles() {
        var answered = counts.getOrDefault(Asked.ANSWERED, 0);
        var all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return answered == all
                ? ""
                : "second opinion: %,d of %,d posts have none: %s"
                        .formatted(all - answered, all, list());
    }

    private String list() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey() != Asked.ANSWERED)
                .map(entry -> "%,d %s".formatted(entry.getValue(), word(entry.getKey())))
                .collect(Collectors.joining(", "));
    }

    private static String word(Asked asked) {
        return asked.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public void close() {
        opinions.close();
    }
}

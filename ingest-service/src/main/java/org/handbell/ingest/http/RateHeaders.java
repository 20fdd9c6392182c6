package org.handbell.ingest.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a platform says about its own limits. Reset is told as a date (Mastodon), as epoch seconds
/// (Bluesky, X) or as seconds from now (the drafts, Reddit). Meta tells in percent what is used up.
final class RateHeaders {

    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofHours(1);

    /// HTTP's names have no case, so that X's `x-rate-limit-*` and its like are here as well.
    private static final String[] REMAINING = {
        "X-RateLimit-Remaining", "X-Rate-Limit-Remaining", "RateLimit-Remaining"
    };

    private static final String[] LIMIT = {
        "X-RateLimit-Limit", "X-Rate-Limit-Limit", "RateLimit-Limit"
    };

    private static final String[] RESET = {
        "X-RateLimit-Reset", "X-Rate-Limit-Reset", "RateLimit-Reset"
    };

    private static final Duration UNSAID = Duration.ofMinutes(5);
    private static final long EPOCH_SECONDS_FROM = 1_000_000_000L;

    private static final Pattern WAIT_SECONDS =
            Pattern.compile("\"wait_seconds\"\\s*:\\s*([0-9]{1,6})\\b");
    private static final int LONGEST_PLEA = 4096;

    private final Clock clock;

    RateHeaders(Clock clock) {
        this.clock = clock;
    }

    /// How long the platform asks to wait, between [#SHORTEST] and [#LONGEST]: Retry-After, else
    /// what a Discourse forum says in the body, else the reset of its limit.
    Optional<Duration> wait(Reply.Answered reply) {
        return reply.header("Retry-After")
                .flatMap(this::delay)
                .or(() -> saidInBody(reply.body()))
                .or(() -> untilReset(reply))
                .map(RateHeaders::clamp);
    }

    /// What is left of the platform's limit; empty where it does not say.
    Optional<Allowance> allowance(Reply.Answered reply) {
        var remaining = number(reply, REMAINING);
        var reset = untilReset(reply);
        return remaining.isPresent() && reset.isPresent()
                ? Optional.of(new Allowance(remaining.getAsLong(), clamp(reset.get())))
                : Optional.empty();
    }

    /// How much of the platform's limit is left; empty where it does not say both.
    Optional<Quota> quota(Reply.Answered reply) {
        var remaining = number(reply, REMAINING);
        var limit = number(reply, LIMIT);
        if (remaining.isEmpty() || limit.isEmpty() || limit.getAsLong() == 0) {
            return used(reply);
        }
        var ratio = Math.min(1, (double) remaining.getAsLong() / limit.getAsLong());
        var reset = untilReset(reply).map(RateHeaders::clamp).orElse(UNSAID);
        return Optional.of(new Quota(ratio, clock.instant().plus(reset)));
    }

    private Optional<Quota> used(Reply.Answered reply) {
        return Stream.of(Usage.ofApp(reply), Usage.ofBusiness(reply))
                .flatMap(Optional::stream)
                .reduce(Usage::tighter)
                .map(used -> new Quota(used.left(), clock.instant().plus(untilOpen(used))));
    }

    /// How long until a limit that is told in percent is open again, or says nothing any more.
    static Duration untilOpen(Usage used) {
        return used.regain().isZero() ? UNSAID : clamp(used.regain());
    }

    /// @param ratio 0 where nothing is left, 1 where all is
    /// @param until when the limit starts anew, and this says nothing any more
    record Quota(double ratio, Instant until) {}

    /// @param remaining requests that are left until the reset
    /// @param reset time until the limit starts anew
    record Allowance(long remaining, Duration reset) {}

    static Duration clamp(Duration wait) {
        if (wait.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Optional<Duration> saidInBody(Body body) {
        if (body.size() > LONGEST_PLEA) {
            return Optional.empty();
        }
        var said = WAIT_SECONDS.matcher(body.utf8());
        return said.find()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(said.group(1))))
                : Optional.empty();
    }

    private Optional<Duration> untilReset(Reply.Answered reply) {
        return Stream.of(RESET)
                .flatMap(name -> reply.header(name).stream())
                .flatMap(value -> delay(value).stream())
                .findFirst();
    }

    private Optional<Duration> delay(String value) {
        var text = value.trim();
        return text.matches("[0-9]{1,13}(\\.[0-9]+)?") ? Optional.of(seconds(text)) : date(text);
    }

    private Duration seconds(String text) {
        long number = Long.parseLong(text.replaceFirst("\\..*", ""));
        if (number < EPOCH_SECONDS_FROM) {
            return Duration.ofSeconds(number);
        }
        return Duration.between(clock.instant(), Instant.ofEpochSecond(number));
    }

    private Optional<Duration> date(String text) {
        return Stream.of(DateTimeFormatter.RFC_1123_DATE_TIME, DateTimeFormatter.ISO_DATE_TIME)
                .flatMap(format -> parsed(text, format).stream())
                .map(at -> Duration.between(clock.instant(), at))
                .findFirst();
    }

    private static Optional<Instant> parsed(String text, DateTimeFormatter format) {
        try {
            return Optional.of(format.parse(text, ZonedDateTime::from).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static OptionalLong number(Reply.Answered reply, String... names) {
        return Stream.of(names)
                .flatMap(name -> reply.header(name).stream())
                .map(String::trim)
                .filter(value -> value.matches("[0-9]{1,12}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }
}

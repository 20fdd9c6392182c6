package org.handbell.cases.casefile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Remembers for half a minute whether ordinary cases of a circle come to a person, since asking
/// about each circle for each page costs more than the page. A case is judged by itself anyway:
/// what is remembered can show a case up to half a minute late, and never to somebody who may not
/// see it.
@Component
class KnownCircles {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int MOST = 20_000;

    private final Map<Key, Answer> known = new ConcurrentHashMap<>();
    private final Clock clock;

    KnownCircles(Clock clock) {
        this.clock = clock;
    }

    private record Key(String personId, String circle) {}

    private record Answer(boolean comes, Instant until) {}

    /// @param asked the rules of conflict
    boolean comes(String personId, Circle circle, Supplier<Boolean> asked) {
        var now = clock.instant();
        var key = new Key(personId, circle.name());
        var answer = known.get(key);
        if (answer != null && now.isBefore(answer.until())) {
            return answer.comes();
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        var comes = asked.get();
        known.put(key, new Answer(comes, now.plus(REMEMBERED)));
        return comes;
    }
}

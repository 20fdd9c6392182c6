package org.handbell.ingest.many;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was so: each state of each post, and when it began. A state ends where the next one of the
/// same post begins; the last one stands. Safe for many threads.
final class Truth {

    private final Clock clock;
    private final Map<String, List<State>> states = new LinkedHashMap<>();
    private int last;

    Truth(Clock clock) {
        this.clock = clock;
    }

    /// One state of a post.
    ///
    /// @param number unique over all posts, and growing
    /// @param gone whether the post is no longer there
    record State(int number, boolean gone, Instant from) {}

    /// From now on the post says something else; a post that was not there before begins.
    ///
    /// @return the number of the state
    synchronized int says(String postId) {
        return add(postId, false);
    }

    /// From now on the post is not there any more, for good.
    synchronized void isGone(String postId) {
        add(postId, true);
    }

    /// The states of each post in their order, by its id.
    synchronized Map<String, List<State>> states() {
        var copy = new LinkedHashMap<String, List<State>>();
        states.forEach((postId, all) -> copy.put(postId, List.copyOf(all)));
        return copy;
    }

    private int add(String postId, boolean gone) {
        var state = new State(++last, gone, clock.instant());
        states.computeIfAbsent(postId, _ -> new ArrayList<>()).add(state);
        return state.number();
    }
}

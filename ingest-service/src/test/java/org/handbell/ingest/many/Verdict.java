package org.handbell.ingest.many;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.handbell.contract.PostEvent;
import org.handbell.ingest.many.Truth.State;

/// What readers were told, held against the truth.
///
/// @param faults each in words, by the id of its post; none where every post was observed once, in
///   each of its states at most once and in their order, and no state was missed that lasted long
///   enough
/// @param due states that lasted long enough to be told of
/// @param brief states that did not last long enough and were told of all the same
/// @param unseen states that did not last long enough and were not told of
/// @param waiting states that still stand and were not told of yet
record Verdict(
        SequencedMap<String, List<String>> faults, int due, int brief, int unseen, int waiting) {

    /// How long a state must last to be due.
    ///
    /// @param shown that a post says something
    /// @param gone that a post is gone, which only a reading in full can tell
    record Lasting(Duration shown, Duration gone) {}

    /// @param told all committed events about these posts, in the order of their partition
    /// @param end when the last state still stood
    static Verdict of(
            Map<String, List<State>> truth, List<PostEvent> told, Lasting lasting, Instant end) {
        var byPost = new HashMap<String, List<PostEvent>>();
        told.forEach(e -> byPost.computeIfAbsent(e.postId(), _ -> new ArrayList<>()).add(e));
        var judging = new Judging(lasting, end);
        truth.forEach((id, states) -> judging.post(id, states, byPost.getOrDefault(id, List.of())));
        byPost.keySet().removeAll(truth.keySet());
        byPost.keySet().forEach(id -> judging.fault(id, "was told of, and never was"));
        return new Verdict(
                judging.faults, judging.due, judging.brief, judging.unseen, judging.waiting);
    }

    private static final class Judging {

        private final SequencedMap<String, List<String>> faults = new LinkedHashMap<>();
        private final Lasting lasting;
        private final Instant end;
        private int due;
        private int brief;
        private int unseen;
        private int waiting;

        Judging(Lasting lasting, Instant end) {
            this.lasting = lasting;
            this.end = end;
        }

        void post(String id, List<State> states, List<PostEvent> events) {
            var seen = new HashSet<Integer>();
            var last = 0;
            for (var event : events) {
                var number = number(event, states);
                var first = event instanceof PostEvent.Observed;
                if (states.stream().noneMatch(s -> is(s, event, number))) {
                    fault(id, "state " + number + " was told of, and never was");
                } else if (!seen.add(number)) {
                    fault(id, "state " + number + " was told of twice");
                } else if (number < last) {
                    fault(id, "state " + number + " was told of after state " + last);
                } else if (first != (last == 0)) {
                    fault(id, "state " + number + " was told of as " + name(event));
                }
                last = Math.max(last, number);
            }
            missed(id, states, seen);
        }

        /// Of a post that nobody saw, nobody can tell that it is gone.
        private void missed(String id, List<State> states, Set<Integer> seen) {
            var ends = end;
            for (var state : states.reversed()) {
                var lasted = Duration.between(state.from(), ends);
                var tellable = !(state.gone() && seen.isEmpty());
                var isSeen = seen.contains(state.number());
                waiting += tellable && !isSeen && state == states.getLast() ? 1 : 0;
                ends = state.from();
                var isDue = tellable && lasted.compareTo(least(state)) >= 0;
                count(isDue, isSeen);
                if (isDue && !isSeen) {
                    fault(
                            id,
                            "state %s%s was missed, though it lasted %s"
                                    .formatted(
                                            state.number(), state.gone() ? " (gone)" : "", lasted));
                }
            }
        }

        void fault(String id, String what) {
            faults.computeIfAbsent(id, _ -> new ArrayList<>()).add(what);
        }

        private void count(boolean isDue, boolean isSeen) {
            due += isDue ? 1 : 0;
            brief += !isDue && isSeen ? 1 : 0;
            unseen += !isDue && !isSeen ? 1 : 0;
        }

        private Duration least(State state) {
            return state.gone() ? lasting.gone() : lasting.shown();
        }

        private static boolean is(State state, PostEvent event, int number) {
            return state.number() == number && state.gone() == event instanceof PostEvent.Withdrawn;
        }

        private static int number(PostEvent event, List<State> states) {
            return switch (event) {
                case PostEvent.Observed(var post) -> Feed.Said.state(post.text());
                case PostEvent.Edited(var post) -> Feed.Said.state(post.text());
                case PostEvent.Withdrawn gone -> states.getLast().number();
            };
        }

        private static String name(PostEvent event) {
            return event.getClass().getSimpleName();
        }
    }
}

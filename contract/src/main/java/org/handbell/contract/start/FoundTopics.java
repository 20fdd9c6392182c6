package org.handbell.contract.start;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// What the broker shows of some topics to this user.
///
/// @param present with what this user may do with each
/// @param missing that are not there
/// @param hidden of which the user may not even know whether they are there
record FoundTopics(Map<String, TopicDescription> present, Set<String> missing, Set<String> hidden) {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int TRIES = 50;

    static FoundTopics look(Admin admin, Collection<String> names) {
        var found =
                new FoundTopics(
                        new LinkedHashMap<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        var options = new DescribeTopicsOptions().includeAuthorizedOperations(true);
        var answers = admin.describeTopics(names, options).topicNameValues();
        for (var name : names) {
            var future = answers.get(name);
            if (future != null) {
                found.sort(name, Answer.of(future, "describe " + name));
            }
        }
        return found;
    }

    private void sort(String name, Answer<TopicDescription> answer) {
        switch (answer) {
            case Answer.Given<TopicDescription>(var description) -> present.put(name, description);
            case Answer.Refused<TopicDescription>(UnknownTopicOrPartitionException _) ->
                    missing.add(name);
            case Answer.Refused<TopicDescription>(TopicAuthorizationException _) ->
                    hidden.add(name);
            case Answer.Refused<TopicDescription>(var error) ->
                    throw new IllegalStateException("Kafka: could not describe " + name, error);
        }
    }

    /// Looks until topics that were made a moment ago have reached the broker that is asked.
    static FoundTopics lookFor(Admin admin, Collection<String> names, Set<String> made) {
        for (var tries = TRIES; ; tries--) {
            var found = look(admin, names);
            if (tries == 1 || made.stream().noneMatch(found.missing::contains)) {
                return found;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}

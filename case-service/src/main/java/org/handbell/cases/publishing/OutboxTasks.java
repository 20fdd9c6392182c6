package org.handbell.cases.publishing;

import java.time.Duration;
import java.util.List;
import org.handbell.contract.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Submits again what a crash or an absent broker left unpublished.
@Component
@Order(OutboxTasks.BEFORE_ANYTHING_NEW)
class OutboxTasks implements ApplicationRunner {

    static final int BEFORE_ANYTHING_NEW = 50;

    private static final Logger log = LoggerFactory.getLogger(OutboxTasks.class);

    private final IncompleteEventPublications incomplete;
    private final FailedEventPublications failed;
    private final PublishingSettings settings;
    private final PublishAnew anew;
    private final KafkaEmptiness emptiness;
    private final List<PublishedTable<?>> tables;

    OutboxTasks(
            IncompleteEventPublications incomplete,
            FailedEventPublications failed,
            PublishingSettings settings,
            PublishAnew anew,
            KafkaEmptiness emptiness,
            List<PublishedTable<?>> tables) {
        this.incomplete = incomplete;
        this.failed = failed;
        this.settings = settings;
        this.anew = anew;
        this.emptiness = emptiness;
        this.tables = tables;
    }

    /// At start: everything an earlier run left, and whole tables where Kafka has none of them.
    @Override
    public void run(ApplicationArguments arguments) {
        incomplete.resubmitIncompletePublications(publication -> true);
        var topics = tables.stream().<Topic<?>>map(table -> table.wire().topic()).toList();
        var untouched = emptiness.untouched(topics);
        if (!untouched.isEmpty()) {
            log.info("Publishing anew what Kafka does not have: {}", untouched);
            anew.tables(untouched);
        }
    }

    @Scheduled(
            initialDelayString = "${handbell.publishing.retry-every:15s}",
            fixedDelayString = "${handbell.publishing.retry-every:15s}")
    void again() {
        failed.resubmit(
                ResubmissionOptions.defaults()
                        .withBatchSize(settings.retryAtOnce())
                        .withMaxInFlight(settings.retryAtOnce())
                        .withMinAge(Duration.ZERO));
    }
}

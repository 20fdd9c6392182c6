package org.handbell.ingest.poll;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.handbell.ingest.IngestMetrics;
import org.handbell.ingest.IngestSettings;
import org.handbell.ingest.account.Accounts;
import org.handbell.ingest.account.AccountsStream;
import org.handbell.ingest.cursor.FingerprintKey;
import org.handbell.ingest.picture.Pictures;
import org.handbell.ingest.poll.KafkaEngine.Parts;
import org.handbell.ingest.poll.Pulling.Comparing;
import org.handbell.ingest.poll.Pulling.Tables;
import org.handbell.ingest.publish.Capture;
import org.handbell.ingest.publish.Publishers;
import org.handbell.ingest.source.Nudge;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.stream.StreamClient;
import org.handbell.ingest.watch.Watches;
import org.handbell.ingest.watch.WatchesStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class PollConfiguration {

    private static final Duration LOAD = Duration.ofSeconds(60);

    @Bean
    Sources sources(ObjectProvider<Source> sources) {
        return new Sources(sources.orderedStream().toList());
    }

    @Bean
    Comparing comparing(
            FingerprintKey key,
            Capture capture,
            Clock clock,
            PollSettings settings,
            Pictures pictures) {
        return Comparing.of(key, capture, clock, settings.presencePerSweep()).seeing(pictures);
    }

    @Bean
    Tables tables(
            Accounts accounts,
            Watches watches,
            AccountsStream accountsStream,
            WatchesStream watchesStream) {
        return new Tables(
                accounts,
                watches,
                () -> {
                    if (!accountsStream.catchUp(LOAD) || !watchesStream.catchUp(LOAD)) {
                        throw new IllegalStateException("the tables were not read in " + LOAD);
                    }
                });
    }

    @Bean
    Pulling pulling(
            Tables tables,
            Sources sources,
            Comparing comparing,
            PollSettings settings,
            IngestMetrics metrics,
            Clock clock) {
        var permits = new Semaphore(settings.concurrent());
        return new Pulling(tables, sources, comparing, settings, metrics, clock, permits);
    }

    @Bean
    Shares shares(Publishers publishers, Pulling pulling, Clock clock) {
        return new Shares(partition -> new Share(partition, publishers, pulling), clock);
    }

    /// Sources listen for pushes, and the shares pull from sources: whoever nudges finds the shares
    /// when it does.
    @Bean
    Nudge nudge(ObjectProvider<Shares> shares) {
        return accountId -> shares.getObject().due(accountId);
    }

    @Bean
    KafkaWorkList workList(
            StreamClient clients, IngestSettings settings, Shares shares, IngestMetrics metrics) {
        return new KafkaWorkList(clients, settings.group(), shares, metrics);
    }

    @Bean
    Parts parts(AccountsStream accounts, WatchesStream watches, KafkaWorkList workList) {
        return new Parts(accounts, watches, workList);
    }

    @Bean
    KafkaEngine engine(
            StreamClient clients, IngestSettings settings, Environment environment, Parts parts) {
        return new KafkaEngine(() -> clients.requireBroker(settings.group(), environment), parts);
    }

    @Bean("ready")
    HealthIndicator ready(Shares shares) {
        return new IngestHealth(shares);
    }
}

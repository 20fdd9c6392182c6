package org.handbell.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.handbell.ingest.http.HttpConfiguration;
import org.handbell.ingest.source.facebook.FacebookConfiguration;
import org.handbell.ingest.source.facebook.FacebookSettings;
import org.handbell.ingest.source.instagram.InstagramConfiguration;
import org.handbell.ingest.source.instagram.InstagramSettings;
import org.handbell.ingest.source.linkedin.LinkedInConfiguration;
import org.handbell.ingest.source.linkedin.LinkedInSettings;
import org.handbell.ingest.source.threads.ThreadsConfiguration;
import org.handbell.ingest.source.threads.ThreadsSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/// The sources that show an account only with a token, as they are set up.
class TokenedSourcesTest {

    private static final String SOURCES = "handbell.ingest.sources.";

    @TempDir private Path folder;

    private final ApplicationContextRunner context =
            new ApplicationContextRunner()
                    .withBean(Clock.class, Clock::systemUTC)
                    .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                    .withUserConfiguration(
                            HttpConfiguration.class,
                            FacebookConfiguration.class,
                            InstagramConfiguration.class,
                            LinkedInConfiguration.class,
                            ThreadsConfiguration.class);

    @Test
    void theDefaultsReadAtThePlatformsAndDiscoverNobody() {
        context.run(started -> {
            var facebook = started.getBean(FacebookSettings.class);
            assertThat(facebook.api()).hasToString("https://graph.facebook.com");
            assertThat(facebook.list()).isEqualTo("published_posts");
            assertThat(started.getBean(InstagramSettings.class).discoverWith()).isNull();
            assertThat(started.getBean(LinkedInSettings.class).members()).isEmpty();
            assertThat(started.getBean(ThreadsSettings.class).discovery()).isFalse();
            assertThat(started.getBeansOfType(Source.class).values())
                    .extracting(Source::name)
                    .containsExactlyInAnyOrder("facebook", "instagram", "linkedin", "threads");
        });
    }

    @Test
    void membersAndTheirTokensAreNamedByTheirUrn() throws IOException {
        var file = Files.writeString(folder.resolve("t"), "of-robin-alone");
        context.withPropertyValues(
                        SOURCES + "linkedin.members=urn:li:person:Ab1,urn:li:person:Cd-2",
                        "handbell.ingest.tokens.robin.platform=linkedin",
                        "handbell.ingest.tokens.robin.host=api.linkedin.com/urn:li:person:Ab1",
                        "handbell.ingest.tokens.robin.file=" + file)
                .run(started -> {
                    assertThat(started).hasNotFailed();
                    assertThat(started.getBean(LinkedInSettings.class).members())
                            .containsExactlyInAnyOrder("urn:li:person:Ab1", "urn:li:person:Cd-2");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "facebook.list=feed",
                "facebook.version=25",
                "facebook.commented-posts=51",
                "instagram.discover-with=robin",
                "instagram.unknown=1",
                "linkedin.version=2026-05",
                "linkedin.members=robin",
                "threads.discovery=perhaps"
            })
    void aSettingOutsideItsBoundsStopsTheStart(String wrong) {
        context.withPropertyValues(SOURCES + wrong).run(started -> assertThat(started).hasFailed());
    }
}

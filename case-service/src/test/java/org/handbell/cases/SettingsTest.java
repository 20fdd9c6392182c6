package org.handbell.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SettingsTest {

    private final ApplicationContextRunner settings =
            new ApplicationContextRunner().withUserConfiguration(AllSettings.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "handbell.audit.no-such-key",
                "handbell.calendar.no-such-key",
                "handbell.console.no-such-key",
                "handbell.due.no-such-key",
                "handbell.evidence.no-such-key",
                "handbell.figures.no-such-key",
                "handbell.intake.no-such-key",
                "handbell.ladder.no-such-key",
                "handbell.publishing.no-such-key",
                "handbell.reading.no-such-key",
                "handbell.sign-in.no-such-key",
                "handbell.triage.no-such-key"
            })
    void aKeyThatNothingReadsStopsTheStartAndIsNamed(String key) {
        settings.withPropertyValues(key + "=1")
                .run(context ->
                        assertThat(context.getStartupFailure())
                                .rootCause()
                                .hasMessageContaining(key));
    }

    @Test
    void everyGroupOfSettingsRefusesWhatItDoesNotKnow() {
        settings.run(context -> {
            var groups = context.getBeansWithAnnotation(ConfigurationProperties.class).values();
            assertThat(groups)
                    .hasSize(14)
                    .extracting(
                            group -> group.getClass().getAnnotation(ConfigurationProperties.class))
                    .noneMatch(ConfigurationProperties::ignoreUnknownFields);
        });
    }

    @ConfigurationPropertiesScan
    static class AllSettings {}
}

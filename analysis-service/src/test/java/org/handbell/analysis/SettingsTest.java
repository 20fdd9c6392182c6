package org.handbell.analysis;

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
                "handbell.analysis.no-such-key",
                "handbell.figures.no-such-key",
                "handbell.policy.no-such-key",
                "handbell.second-opinion.no-such-key"
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
                    .hasSize(5)
                    .extracting(
                            group -> group.getClass().getAnnotation(ConfigurationProperties.class))
                    .filteredOn(group -> !group.value().equals("handbell"))
                    .noneMatch(ConfigurationProperties::ignoreUnknownFields);
        });
    }

    @ConfigurationPropertiesScan
    static class AllSettings {}
}

package org.handbell.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SettingsTest {

    private final ApplicationContextRunner settings =
            new ApplicationContextRunner()
                    .withUserConfiguration(AllSettings.class)
                    .withPropertyValues("handbell.mail.from=alerts@handbell.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "handbell.backoff.no-such-key",
                "handbell.channels.no-such-key",
                "handbell.chat.no-such-key",
                "handbell.delivery.no-such-key",
                "handbell.digest.no-such-key",
                "handbell.escalation.no-such-key",
                "handbell.figures.no-such-key",
                "handbell.govuk-notify.no-such-key",
                "handbell.limits.no-such-key",
                "handbell.mail.no-such-key",
                "handbell.messages.no-such-key",
                "handbell.outbox.no-such-key",
                "handbell.push.no-such-key",
                "handbell.quiet-hours.no-such-key",
                "handbell.receipts.no-such-key",
                "handbell.retention.no-such-key",
                "handbell.self-check.no-such-key",
                "handbell.trust-contact.no-such-key"
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
                    .hasSize(18)
                    .extracting(
                            group -> group.getClass().getAnnotation(ConfigurationProperties.class))
                    .noneMatch(ConfigurationProperties::ignoreUnknownFields);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "handbell.channels.rest-after=1,                        handbell.channels.rest-after 1",
        "handbell.channels.timeout=0s,                          handbell.channels",
        "handbell.chat.rooms[0].school=Fernhill,                handbell.chat.rooms",
        "handbell.limits.sms.an-hour=0,                         handbell.limits.sms",
        "handbell.push.topics[0].name=secret-topic,             handbell.push.topics",
        "handbell.quiet-hours.today.until=22:00,                handbell.quiet-hours.today",
        "handbell.self-check.every=1ms,                         handbell.self-check.every",
        "handbell.trust-contact.email=nobody,                   handbell.trust-contact.email"
    })
    void aValueThatMakesNoSenseStopsTheStartAndItsKeyIsNamed(String setting, String named) {
        settings.withPropertyValues(setting)
                .run(context ->
                        assertThat(context.getStartupFailure())
                                .rootCause()
                                .hasMessageContaining(named)
                                .hasMessageNotContaining("secret-topic"));
    }

    @Test
    void theSettingsOfAWholeTrustAreRead() {
        settings.withPropertyValues(
                        "handbell.channels.email=govuk-notify",
                        "handbell.channels.silenced=sms,chat",
                        "handbell.chat.rooms[0].school=Fernhill High",
                        "handbell.chat.rooms[0].form=teams",
                        "handbell.chat.rooms[0].address-file=/run/secrets/fernhill",
                        "handbell.quiet-hours.this-week.from=18:00",
                        "handbell.digest.medium-for=st-04,st-07")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ConfigurationPropertiesScan
    static class AllSettings {}
}

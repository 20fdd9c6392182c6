package org.handbell.notification.notify.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30                            | PT30S",
                "Tue, 24 Nov 2026 12:05:00 GMT | PT5M",
                // Nobody is kept waiting for longer than an hour.
                "999999999                     | PT1H",
                "Wed, 25 Nov 2026 12:00:00 GMT | PT1H"
            })
    void secondsAndDatesAreUnderstood(String value, Duration pause) {
        assertThat(RetryAfter.parse(value, NOW)).contains(pause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-3", "0", "99999999999", "Tue, 24 Nov 2026 11:00:00 GMT"})
    void whatSaysNothingIsPassedOver(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isEmpty();
    }

    @Test
    void anEmptyValueSaysNothing() {
        assertThat(RetryAfter.parse("", NOW)).isEmpty();
    }
}

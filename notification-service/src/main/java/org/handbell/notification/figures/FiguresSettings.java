package org.handbell.notification.figures;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The figures that cost a question.
///
/// @param every pause between two questions to the database or the broker, 100 ms to 5 min
@Validated
@ConfigurationProperties(prefix = "handbell.figures", ignoreUnknownFields = false)
record FiguresSettings(
        @DefaultValue("15s") @DurationMin(millis = 100) @DurationMax(minutes = 5) Duration every) {}

package org.handbell.cases.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How claims become cases.
///
/// @param joinWithin how long after a case was suggested another post of the same person joins it,
///   where they share a clause
/// @param waitAtMost how long a slight finding is kept for the digest
@Validated
@ConfigurationProperties(prefix = "handbell.intake", ignoreUnknownFields = false)
record IntakeSettings(
        @DefaultValue("7d") Duration joinWithin, @DefaultValue("30d") Duration waitAtMost) {}

package org.handbell.cases.investigation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What a trust's own procedure says of an investigation.
///
/// @param holdAtMost after how many days at the latest somebody asks again whether the person must
///   not be told; 1 to 28 days
/// @param replySchoolDays fewest days of school that the person has to answer; 1 to 20
@Validated
@ConfigurationProperties(prefix = "handbell.investigation", ignoreUnknownFields = false)
public record InvestigationSettings(
        @DefaultValue("28d") Duration holdAtMost, @DefaultValue("5") int replySchoolDays) {

    private static final int LONGEST_HOLD_DAYS = 28;
    private static final int LONGEST_REPLY_DAYS = 20;

    public InvestigationSettings {
        if (holdAtMost.toDays() < 1
                || holdAtMost.compareTo(Duration.ofDays(LONGEST_HOLD_DAYS)) > 0) {
            throw new IllegalArgumentException(
                    "handbell.investigation.hold-at-most " + holdAtMost + " is not 1 to 28 days");
        }
        if (replySchoolDays < 1 || replySchoolDays > LONGEST_REPLY_DAYS) {
            throw new IllegalArgumentException(
                    "handbell.investigation.reply-school-days "
                            + replySchoolDays
                            + " is not 1 to 20");
        }
    }
}

package org.handbell.notification.hours;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What waits for a person's digest. T1 always does.
///
/// @param mediumFor ids of people who want T2 in their digest too; `*` for everybody
/// @param weekends whether digests go out on Saturday and Sunday
@ConfigurationProperties(prefix = "handbell.digest", ignoreUnknownFields = false)
public record DigestSettings(
        @DefaultValue Set<String> mediumFor, @DefaultValue("false") boolean weekends) {

    public DigestSettings {
        mediumFor = Set.copyOf(mediumFor);
    }

    boolean mediumToo(String personId) {
        return mediumFor.contains(personId) || mediumFor.contains("*");
    }
}

package org.handbell.cases.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbell.cases.forms.Option;
import org.handbell.cases.people.Members;
import org.handbell.contract.Platform;

/// What several of the pages show.
final class Shown {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private Shown() {}

    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), LONDON);
    }

    /// Names by person id.
    static Map<String, String> names(Members members) {
        return members.members().stream()
                .collect(
                        Collectors.toMap(
                                member -> member.person().personId(),
                                member -> member.person().name()));
    }

    static List<Option> platforms() {
        return Stream.of(Platform.values())
                .map(platform -> new Option(platform.name(), words(platform)))
                .toList();
    }

    static String words(Platform platform) {
        return switch (platform) {
            case X -> "X";
            case LINKEDIN -> "LinkedIn";
            case YOUTUBE -> "YouTube";
            case GOOGLE_PLUS -> "Google+";
            default ->
                    platform.name().charAt(0)
                            + platform.name().substring(1).toLowerCase(Locale.ROOT);
        };
    }
}

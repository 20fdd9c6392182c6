package org.handbell.cases.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.handbell.cases.forms.Option;
import org.handbell.cases.register.Facts.CheckReason;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.Platform;

/// How the pages of the register say things.
final class Says {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'at' h:mma", Locale.UK)
                    .withZone(SettleAccounts.LONDON);

    private Says() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String time(Instant at) {
        return TIME.format(at).replace("AM", "am").replace("PM", "pm");
    }

    static String reason(CheckReason reason) {
        return switch (reason) {
            case WORKING_TIME -> "posts may have been written in working time";
            case SUSPECTED_BREACH -> "posts may breach the policy";
        };
    }

    /// To choose from.
    static List<Option> reasons() {
        return Arrays.stream(CheckReason.values())
                .map(reason -> new Option(reason.name(), capitalised(reason(reason))))
                .toList();
    }

    static String kind(Kind kind) {
        return switch (kind) {
            case PERSONAL -> "Personal account";
            case GROUP -> "Employee group";
            case OFFICIAL -> "Official account";
        };
    }

    static String platform(Platform platform) {
        return switch (platform) {
            case X -> "X";
            case YOUTUBE -> "YouTube";
            case LINKEDIN -> "LinkedIn";
            case GOOGLE_PLUS -> "Google+";
            default ->
                    platform.name().charAt(0)
                            + platform.name().substring(1).toLowerCase(Locale.ROOT);
        };
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}

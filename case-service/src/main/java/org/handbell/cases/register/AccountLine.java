package org.handbell.cases.register;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Platform;
import org.jspecify.annotations.Nullable;

/// An account as its line on the page says it.
///
/// @param state in words: from when on it may be looked at, or what is missing
/// @param cleared whether nothing keeps the collector away; whether it has a way to the platform is
///   not known here
/// @param mayDecide whether the reader may approve or withdraw
record AccountLine(
        String accountId,
        String platform,
        String address,
        String kind,
        String holder,
        String state,
        boolean cleared,
        boolean approved,
        boolean mayDecide) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    static AccountLine of(Registered account, String holder, boolean mayDecide) {
        return new AccountLine(
                account.accountId(),
                inWords(account.platform()),
                account.address(),
                inWords(account.kind()),
                holder,
                state(account),
                account.unmet().isEmpty(),
                account.approved(),
                mayDecide);
    }

    private static String state(Registered account) {
        var unmet = account.unmet();
        return unmet.isEmpty()
                ? "Public posts from " + day(account.collectFrom()) + " on may be looked at"
                : "Nothing is collected. Missing: " + String.join(", ", unmet);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "no day" : DAY.format(day);
    }

    private static String inWords(Kind kind) {
        return switch (kind) {
            case PERSONAL -> "Personal account";
            case GROUP -> "Employee group";
            case OFFICIAL -> "Official account";
        };
    }

    private static String inWords(Platform platform) {
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
}

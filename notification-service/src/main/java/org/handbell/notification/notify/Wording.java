package org.handbell.notification.notify;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.handbell.contract.Severity;

/// The words of a message: that something needs you, how soon, where, and the link. Channels take
/// their words from here and add none.
public final class Wording {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("h:mm", Locale.UK).withZone(LONDON);
    private static final DateTimeFormatter HALF =
            DateTimeFormatter.ofPattern("a", Locale.ROOT).withZone(LONDON);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM", Locale.ROOT).withZone(LONDON);
    private static final int LONGEST_SCHOOL = 80;
    private static final int LONGEST_REFERENCE = 40;

    private Wording() {}

    /// `Today: Fernhill High, 4K7P-XM, by 5:00pm Tue 24 Nov`
    public static String subject(Notification n) {
        return "%s: %s, %s, by %s"
                .formatted(
                        tier(n.severity()),
                        oneLine(n.school(), LONGEST_SCHOOL),
                        oneLine(n.reference(), LONGEST_REFERENCE),
                        due(n.dueAt()));
    }

    /// One short line, then the link.
    public static String body(Notification n) {
        return "Something needs you %s.\n\n%s\n"
                .formatted(
                        tier(n.severity()).toLowerCase(Locale.ROOT),
                        n.link().replaceAll("\\p{Cntrl}", ""));
    }

    private static String tier(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "Now";
            case HIGH -> "Today";
            case MEDIUM, LOW, TIP -> "This week";
        };
    }

    private static String due(Instant at) {
        return TIME.format(at) + HALF.format(at).toLowerCase(Locale.ROOT) + " " + DAY.format(at);
    }

    /// A line break in a subject would start a header of its own.
    private static String oneLine(String text, int longest) {
        var line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
    }
}

package org.handbell.notification.notify;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.handbell.contract.Channel;
import org.handbell.contract.Severity;
import org.handbell.notification.notify.Message.CanWait;
import org.handbell.notification.notify.Message.NeedsYou;
import org.handbell.notification.notify.Message.NobodyTook;
import org.handbell.notification.notify.Message.Overdue;
import org.handbell.notification.notify.Message.SelfCheck;
import org.handbell.notification.notify.Message.Thing;

/// The words of every message, from one file per kind and channel. Channels take their words from
/// here and add none.
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
    private static final int MOST_LISTED = 20;

    private final Map<Kind, Map<Channel, Template>> templates;

    private Wording(Map<Kind, Map<Channel, Template>> templates) {
        this.templates = templates;
    }

    /// Reads and checks all templates.
    ///
    /// @param files a template by its name, such as `needs-you.sms.txt`
    /// @throws IllegalStateException naming the file that is missing, or what is wrong in it
    public static Wording from(Function<String, Optional<String>> files) {
        var all = new EnumMap<Kind, Map<Channel, Template>>(Kind.class);
        for (var kind : Kind.values()) {
            var byChannel = new EnumMap<Channel, Template>(Channel.class);
            kind.channels()
                    .forEach(channel -> byChannel.put(channel, template(files, kind, channel)));
            all.put(kind, byChannel);
        }
        return new Wording(all);
    }

    private static Template template(
            Function<String, Optional<String>> files, Kind kind, Channel channel) {
        var file = kind.file(channel);
        return files.apply(file)
                .map(text -> Template.of(file, text, kind.fields(), Kind.OPTIONAL))
                .orElseThrow(() ->
                        new IllegalStateException("message template " + file + " is missing"));
    }

    /// @throws IllegalArgumentException where messages of this kind do not go by this channel
    public Text of(Channel channel, Message message) {
        var template = templates.getOrDefault(message.kind(), Map.of()).get(channel);
        if (template == null) {
            throw new IllegalArgumentException(message.kind() + " does not go by " + channel);
        }
        return template.with(values(message));
    }

    private static Map<String, String> values(Message message) {
        return switch (message) {
            case NeedsYou m -> values(m.severity(), m.school(), m.reference(), m.dueAt(), m.link());
            case Overdue m -> values(m.severity(), m.school(), m.reference(), m.dueAt(), m.link());
            case NobodyTook m ->
                    values(m.severity(), m.school(), m.reference(), m.dueAt(), m.link());
            case CanWait m -> Map.of("things", things(m.things().size()), "list", list(m.things()));
            case SelfCheck m -> Map.of("at", due(m.at()));
        };
    }

    private static Map<String, String> values(
            Severity severity, String school, String reference, Instant dueAt, String link) {
        return Map.of(
                "tier",
                tier(severity),
                "soon",
                tier(severity).toLowerCase(Locale.ROOT),
                "school",
                oneLine(school, LONGEST_SCHOOL),
                "reference",
                oneLine(reference, LONGEST_REFERENCE),
                "due",
                due(dueAt),
                "link",
                plain(link));
    }

    private static String things(int count) {
        return count == 1 ? "1 thing" : count + " things";
    }

    private static String list(List<Thing> things) {
        var lines = things.stream().limit(MOST_LISTED).map(Wording::line);
        var text = lines.collect(Collectors.joining("\n\n"));
        var more = things.size() - MOST_LISTED;
        return more > 0 ? text + "\n\nAnd " + more + " more." : text;
    }

    private static String line(Thing thing) {
        return "%s, %s, by %s\n%s"
                .formatted(
                        oneLine(thing.school(), LONGEST_SCHOOL),
                        oneLine(thing.reference(), LONGEST_REFERENCE),
                        due(thing.dueAt()),
                        plain(thing.link()));
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

    private static String plain(String link) {
        return link.replaceAll("\\p{Cntrl}", "");
    }

    /// A line break in a subject would start a header of its own.
    private static String oneLine(String text, int longest) {
        var line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
    }
}

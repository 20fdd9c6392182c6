package org.handbell.notification.notify;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.handbell.contract.Channel;

/// The kinds of messages: which channels carry one, and what each of its templates must say.
enum Kind {
    NEEDS_YOU(Set.of("tier", "school", "reference", "due", "link"), Channel.values()),
    OVERDUE(Set.of("tier", "school", "reference", "due", "link"), Channel.values()),
    NOBODY_TOOK(Set.of("tier", "school", "reference", "due", "link"), Channel.EMAIL),
    CAN_WAIT(Set.of("things", "list"), Channel.EMAIL),
    SELF_CHECK(Set.of("at"), Channel.EMAIL);

    /// What any template may say besides: the tier within a sentence.
    static final Set<String> OPTIONAL = Set.of("soon");

    private final Set<String> fields;
    private final List<Channel> channels;

    Kind(Set<String> fields, Channel... channels) {
        this.fields = fields;
        this.channels = List.copyOf(Arrays.asList(channels));
    }

    Set<String> fields() {
        return fields;
    }

    List<Channel> channels() {
        return channels;
    }

    /// `needs-you.sms.txt`
    String file(Channel channel) {
        return name().toLowerCase(Locale.ROOT).replace('_', '-')
                + "."
                + channel.name().toLowerCase(Locale.ROOT)
                + ".txt";
    }
}

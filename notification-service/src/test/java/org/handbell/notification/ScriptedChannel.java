package org.handbell.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handbell.contract.Channel;
import org.handbell.notification.notify.Contact;
import org.handbell.notification.notify.Notification;
import org.handbell.notification.notify.Notifier;
import org.handbell.notification.notify.Outcome;
import org.handbell.notification.notify.ShippedWords;
import org.handbell.notification.notify.Text;
import org.handbell.notification.notify.Wording;

/// A channel that answers as it is told and keeps what went out.
final class ScriptedChannel implements Notifier {

    private static final Wording WORDING = ShippedWords.wording();

    /// What went out.
    record Sent(
            Channel channel, Notification notification, Text text, Outcome outcome, Instant at) {}

    /// What a channel says to a message.
    interface Script {
        Outcome answer(Channel channel, Notification notification);
    }

    private final Channel channel;
    private final TestClock clock;
    private final List<Sent> sent;
    private Script script = (_, _) -> new Outcome.Delivered("taken");

    ScriptedChannel(Channel channel, TestClock clock, List<Sent> sent) {
        this.channel = channel;
        this.clock = clock;
        this.sent = sent;
    }

    static List<Sent> log() {
        return new ArrayList<>();
    }

    void follow(Script newScript) {
        script = newScript;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public boolean setUp() {
        return true;
    }

    @Override
    public Optional<String> address(Contact contact) {
        return switch (channel) {
            case EMAIL -> Optional.of(contact.email());
            case SMS, PUSH -> Optional.ofNullable(contact.phone());
            case CHAT -> Optional.of(contact.school());
        };
    }

    @Override
    public Outcome send(Notification notification) {
        var outcome = script.answer(channel, notification);
        sent.add(
                new Sent(
                        channel,
                        notification,
                        WORDING.of(channel, notification.message()),
                        outcome,
                        clock.instant()));
        return outcome;
    }
}

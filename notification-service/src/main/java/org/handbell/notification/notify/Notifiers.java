package org.handbell.notification.notify;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.handbell.contract.Channel;

/// The channels that are set up.
public class Notifiers {

    /// By which channel a person is told whom another did not reach. A chat room is no person.
    private static final List<Channel> INSTEAD = List.of(Channel.EMAIL, Channel.SMS, Channel.PUSH);

    private final Map<Channel, Notifier> byChannel;
    private final Set<Channel> silenced;

    private Notifiers(Map<Channel, Notifier> byChannel, Set<Channel> silenced) {
        this.byChannel = byChannel;
        this.silenced = silenced;
    }

    /// @throws IllegalStateException where a channel is set up twice, or every channel that reaches
    ///   a person is silenced, which would silence every tier
    public static Notifiers of(List<Notifier> all, ChannelSettings settings, Backoff backoff) {
        var byChannel = new EnumMap<Channel, Notifier>(Channel.class);
        for (var notifier : all) {
            if (notifier.setUp()
                    && byChannel.put(
                                    notifier.channel(),
                                    new RestingNotifier(notifier, settings, backoff))
                            != null) {
                throw new IllegalStateException(
                        "channel " + notifier.channel() + " is set up twice");
            }
        }
        if (INSTEAD.stream()
                .filter(byChannel::containsKey)
                .allMatch(settings.silenced()::contains)) {
            throw new IllegalStateException(
                    "handbell.channels.silenced leaves no channel that reaches a person: a channel"
                            + " may be silenced, alerts may not");
        }
        return new Notifiers(byChannel, settings.silenced());
    }

    public Optional<Notifier> find(Channel channel) {
        return Optional.ofNullable(byChannel.get(channel));
    }

    public boolean silenced(Channel channel) {
        return silenced.contains(channel);
    }

    /// The channels that could tell this person instead of `failed`, best first.
    public Stream<Channel> insteadOf(Channel failed, Contact contact) {
        return INSTEAD.stream()
                .filter(channel -> channel != failed && !silenced.contains(channel))
                .filter(channel -> find(channel).flatMap(by -> by.address(contact)).isPresent());
    }
}

package org.handbell.notification.notify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.handbell.contract.Channel;
import org.springframework.stereotype.Component;

/// The channels that are set up.
@Component
public class Notifiers {

    private final Map<Channel, Notifier> byChannel;

    public Notifiers(List<Notifier> notifiers) {
        this.byChannel =
                notifiers.stream()
                        .collect(Collectors.toMap(Notifier::channel, Function.identity()));
    }

    public Optional<Notifier> find(Channel channel) {
        return Optional.ofNullable(byChannel.get(channel));
    }
}

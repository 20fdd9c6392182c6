package org.handbell.notification.notify.chat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.handbell.contract.Channel;
import org.handbell.notification.notify.Contact;
import org.handbell.notification.notify.Notification;
import org.handbell.notification.notify.Notifier;
import org.handbell.notification.notify.Outcome;
import org.handbell.notification.notify.Outcome.Refused;
import org.handbell.notification.notify.Wording;
import org.handbell.notification.notify.chat.ChatSettings.Room;
import org.handbell.notification.notify.web.SecretFile;
import org.handbell.notification.notify.web.WebAddress;
import org.handbell.notification.notify.web.WebPosts;
import org.springframework.stereotype.Component;

/// Writes into the room of a school. Whom the ladder names plays no part: a room has no person.
@Component
class ChatNotifier implements Notifier {

    private final Map<String, Target> bySchool;
    private final WebPosts posts;
    private final Wording wording;

    private record Target(Form form, URI address) {}

    ChatNotifier(ChatSettings settings, WebPosts posts, Wording wording) {
        this.bySchool =
                settings.rooms().stream()
                        .collect(Collectors.toUnmodifiableMap(Room::school, ChatNotifier::target));
        this.posts = posts;
        this.wording = wording;
    }

    private static Target target(Room room) {
        var key = "handbell.chat.rooms, " + room.school();
        var file = room.addressFile();
        var address =
                file == null
                        ? String.valueOf(room.address())
                        : SecretFile.read(key + ": address-file", file);
        return new Target(room.form(), WebAddress.of(key + ": the address", address));
    }

    @Override
    public Channel channel() {
        return Channel.CHAT;
    }

    @Override
    public boolean setUp() {
        return !bySchool.isEmpty();
    }

    /// The school whose room it is: the room's own address stays here.
    @Override
    public Optional<String> address(Contact contact) {
        return bySchool.containsKey(contact.school())
                ? Optional.of(contact.school())
                : Optional.of(ChatSettings.ANY).filter(bySchool::containsKey);
    }

    @Override
    public Outcome send(Notification notification) {
        var target = bySchool.get(notification.address());
        if (target == null) {
            return new Refused("no room");
        }
        var message = notification.message();
        var text = wording.of(Channel.CHAT, message);
        return posts.post(
                target.address(),
                Map.of("Content-Type", "application/json"),
                Payload.of(target.form(), text, message.link()),
                notification.attempt());
    }
}

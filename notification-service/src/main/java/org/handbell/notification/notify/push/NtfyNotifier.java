package org.handbell.notification.notify.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.handbell.contract.Channel;
import org.handbell.notification.notify.Contact;
import org.handbell.notification.notify.Message.Urgency;
import org.handbell.notification.notify.Notification;
import org.handbell.notification.notify.Notifier;
import org.handbell.notification.notify.Outcome;
import org.handbell.notification.notify.Wording;
import org.handbell.notification.notify.push.PushSettings.Topic;
import org.handbell.notification.notify.web.SecretFile;
import org.handbell.notification.notify.web.WebAddress;
import org.handbell.notification.notify.web.WebPosts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Pushes to a topic of an ntfy server: the subject is the title, a tap opens the link, and the
/// gravest tier rings through.
@Component
class NtfyNotifier implements Notifier {

    private static final String KEY = "handbell.push";
    private static final String TOPIC_NAME = "[-_A-Za-z0-9]{1,64}";

    private final @Nullable URI server;
    private final Map<String, String> byPerson = new HashMap<>();
    private final Map<String, String> bySchool = new HashMap<>();
    private final Map<String, String> signIn;
    private final WebPosts posts;
    private final Wording wording;

    NtfyNotifier(PushSettings settings, WebPosts posts, Wording wording) {
        var address = settings.server();
        this.server = address == null ? null : WebAddress.of(KEY + ".server", address);
        var token = settings.tokenFile();
        this.signIn =
                token == null
                        ? Map.of()
                        : Map.of(
                                "Authorization",
                                "Bearer " + SecretFile.read(KEY + ".token-file", token));
        settings.topics().forEach(this::add);
        this.posts = posts;
        this.wording = wording;
    }

    private void add(Topic topic) {
        var file = topic.nameFile();
        var name =
                file == null
                        ? String.valueOf(topic.name())
                        : SecretFile.read(KEY + ".topics: name-file", file);
        if (!name.matches(TOPIC_NAME)) {
            throw new IllegalStateException(
                    KEY + ".topics: a name has other signs than letters, digits, - and _");
        }
        if (topic.person() != null) {
            byPerson.put(topic.person(), name);
        } else if (topic.school() != null) {
            bySchool.put(topic.school(), name);
        }
    }

    @Override
    public Channel channel() {
        return Channel.PUSH;
    }

    @Override
    public boolean setUp() {
        return server != null;
    }

    @Override
    public Optional<String> address(Contact contact) {
        return Optional.ofNullable(byPerson.get(contact.personId()))
                .or(() -> Optional.ofNullable(bySchool.get(contact.school())));
    }

    @Override
    public Outcome send(Notification notification) {
        var message = notification.message();
        var text = wording.of(Channel.PUSH, message);
        var headers = new HashMap<>(signIn);
        headers.put("Title", header(text.subject()));
        headers.put("Priority", priority(message.urgency()));
        headers.put("Click", message.link());
        headers.put("Content-Type", "text/plain; charset=utf-8");
        return posts.post(topic(notification), headers, text.body(), notification.attempt());
    }

    private URI topic(Notification notification) {
        var base = String.valueOf(server);
        return URI.create((base.endsWith("/") ? base : base + "/") + notification.address());
    }

    /// 5 rings through a phone's own quiet; 2 makes no sound.
    private static String priority(Urgency urgency) {
        return switch (urgency) {
            case NOW -> "5";
            case TODAY -> "4";
            case THIS_WEEK -> "3";
            case WHENEVER -> "2";
        };
    }

    /// A header holds ASCII alone; the server reads encoded words as mail does.
    private static String header(String text) {
        try {
            return MimeUtility.encodeText(text, UTF_8.name(), "B").replaceAll("\\R\\s*", " ");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

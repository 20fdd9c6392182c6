package org.handbell.notification.notify.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.mail.internet.MimeUtility;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.handbell.contract.Severity;
import org.handbell.notification.Receiver;
import org.handbell.notification.Receiver.Answer;
import org.handbell.notification.notify.ChannelSettings.EmailBy;
import org.handbell.notification.notify.Contact;
import org.handbell.notification.notify.Message.NeedsYou;
import org.handbell.notification.notify.Notification;
import org.handbell.notification.notify.Patience;
import org.handbell.notification.notify.ShippedWords;
import org.handbell.notification.notify.push.PushSettings.Topic;
import org.handbell.notification.notify.web.WebPosts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NtfyNotifierTest {

    @Test
    void aPersonsOwnTopicComesBeforeTheSchools() {
        var push =
                push(
                        "http://127.0.0.1:1",
                        new Topic("st-04", null, "own-7Hq2", null),
                        new Topic(null, "Fernhill High", "school-7Hq2", null));

        assertThat(push.address(contact("st-04", "Fernhill High"))).contains("own-7Hq2");
        assertThat(push.address(contact("st-05", "Fernhill High"))).contains("school-7Hq2");
        assertThat(push.address(contact("st-05", "Oakmere"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CRITICAL, 5", "HIGH, 4", "MEDIUM, 3", "LOW, 2"})
    void aNameOfAnyAlphabetArrivesAndTheTierRingsAsLoudAsItIs(Severity severity, String priority)
            throws Exception {
        try (var receiver = Receiver.plain(_ -> Answer.of(200))) {
            var push = push("http://127.0.0.1:" + receiver.port() + "/");
            var school = "Ysgol Tŷ Gŵyr and a name that goes on for quite a while, it does";

            push.send(
                    new Notification(
                            "d1",
                            "topic-7Hq2",
                            new NeedsYou(
                                    severity,
                                    "4K7P-XM",
                                    school,
                                    Instant.EPOCH,
                                    "https://x.example"),
                            1,
                            false));

            var request = receiver.requests().getFirst();
            assertThat(request.path()).isEqualTo("/topic-7Hq2");
            assertThat(request.headers()).containsEntry("priority", priority);
            assertThat(request.headers().get("title")).isASCII();
            assertThat(MimeUtility.decodeText(request.headers().get("title"))).contains(school);
        }
    }

    @Test
    void aTopicThatWouldLeaveItsPathStopsTheStartAndIsNotQuoted() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        push("http://127.0.0.1:1", new Topic("st-04", null, "../admin", null)))
                .withMessageStartingWith("handbell.push.topics")
                .withMessageNotContaining("admin");
    }

    private static Contact contact(String person, String school) {
        return new Contact(person, person + "@fernhill.example", null, school);
    }

    private static NtfyNotifier push(String server, Topic... topics) {
        return new NtfyNotifier(
                new PushSettings(server, null, List.of(topics)),
                new WebPosts(Patience.little(EmailBy.SMTP), Patience.backoff(), Clock.systemUTC()),
                ShippedWords.wording());
    }
}

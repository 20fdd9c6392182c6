package org.handbell.notification.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.handbell.contract.Channel;
import org.handbell.notification.notify.Message.SelfCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.DefaultResourceLoader;

class NotifyConfigurationTest {

    private final NotifyConfiguration configuration = new NotifyConfiguration();

    @TempDir Path folder;

    @BeforeEach
    void copyTheShippedWords() throws IOException {
        for (var kind : Kind.values()) {
            for (var channel : kind.channels()) {
                var file = kind.file(channel);
                Files.writeString(folder.resolve(file), ShippedWords.file(file).orElseThrow());
            }
        }
    }

    @Test
    void aTrustMayHaveWordsOfItsOwn() throws IOException {
        Files.writeString(folder.resolve("self-check.email.txt"), "Test ({at})\n\nAll is well.\n");

        var text =
                wording().of(Channel.EMAIL, new SelfCheck(Instant.parse("2026-11-24T09:00:00Z")));

        assertThat(text.subject()).isEqualTo("Test (9:00am Tue 24 Nov)");
        assertThat(text.body()).isEqualTo("All is well.\n");
    }

    @Test
    void wordsThatLackAFieldStopTheStartByName() throws IOException {
        Files.writeString(
                folder.resolve("overdue.push.txt"), "{tier}: {school}, {due}\n\n{link}\n");

        assertThatIllegalStateException()
                .isThrownBy(this::wording)
                .withMessage("message template overdue.push.txt lacks the field {reference}");
    }

    @Test
    void wordsThatAreMissingStopTheStartByName() throws IOException {
        Files.delete(folder.resolve("needs-you.chat.txt"));

        assertThatIllegalStateException()
                .isThrownBy(this::wording)
                .withMessage("message template needs-you.chat.txt is missing");
    }

    private Wording wording() {
        return configuration.wording(
                new MessageSettings("file:" + folder), new DefaultResourceLoader());
    }
}

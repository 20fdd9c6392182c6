package org.handbell.notification.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/// The words as they are shipped.
public final class ShippedWords {

    private ShippedWords() {}

    public static Wording wording() {
        return Wording.from(ShippedWords::file);
    }

    public static Optional<String> file(String name) {
        try (var in = ShippedWords.class.getResourceAsStream("/notification/messages/" + name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

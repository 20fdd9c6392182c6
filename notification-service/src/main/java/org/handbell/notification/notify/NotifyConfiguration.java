package org.handbell.notification.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

/// Reads the words at the start, and puts the channels together.
@Configuration(proxyBeanMethods = false)
class NotifyConfiguration {

    private static final int LONGEST_TEMPLATE_BYTES = 10_000;

    @Bean
    Wording wording(MessageSettings settings, ResourceLoader files) {
        return Wording.from(name -> text(files, settings.folder() + name));
    }

    @Bean
    Notifiers notifiers(List<Notifier> channels, ChannelSettings settings, Backoff backoff) {
        return Notifiers.of(channels, settings, backoff);
    }

    private static Optional<String> text(ResourceLoader files, String name) {
        var file = files.getResource(name);
        if (!file.exists()) {
            return Optional.empty();
        }
        try (var in = file.getInputStream()) {
            return Optional.of(new String(in.readNBytes(LONGEST_TEMPLATE_BYTES), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + name, e);
        }
    }
}

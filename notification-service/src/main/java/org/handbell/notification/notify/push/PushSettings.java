package org.handbell.notification.notify.push;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The push server and the topics that phones have subscribed to.
///
/// @param server its address; push is not set up where it is not given
/// @param tokenFile a file with the token that may write there
/// @param topics a person's own topic comes before the school's
@ConfigurationProperties(prefix = "handbell.push", ignoreUnknownFields = false)
record PushSettings(
        @Nullable String server, @Nullable Path tokenFile, @DefaultValue List<Topic> topics) {

    PushSettings {
        topics = List.copyOf(topics);
    }

    /// A topic. Whoever knows its name may read it, so it is a secret.
    ///
    /// @param person id of the person whose phone it is; or
    /// @param school name of the school whose phones they are
    /// @param name of the topic; or
    /// @param nameFile a file that holds it
    record Topic(
            @Nullable String person,
            @Nullable String school,
            @Nullable String name,
            @Nullable Path nameFile) {

        Topic {
            if ((person == null) == (school == null) || (name == null) == (nameFile == null)) {
                throw new IllegalArgumentException(
                        "handbell.push.topics: each wants either person or school, and either name"
                                + " or name-file");
            }
        }

        /// Without names: they are secrets.
        @Override
        public String toString() {
            return "Topic[]";
        }
    }
}

package org.handbell.notification.notify;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the words are.
///
/// @param folder with a file for each kind of message and channel; a trust that wants words of its
///   own copies the shipped ones: `file:/etc/handbell/messages/`
@ConfigurationProperties(prefix = "handbell.messages", ignoreUnknownFields = false)
record MessageSettings(@DefaultValue("classpath:notification/messages/") String folder) {

    MessageSettings {
        folder = folder.endsWith("/") ? folder : folder + "/";
    }
}

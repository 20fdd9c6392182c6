package org.handbell.notification.notify;

/// The words of a message, ready to be sent.
///
/// @param subject one line
/// @param body ends with a line break
public record Text(String subject, String body) {}

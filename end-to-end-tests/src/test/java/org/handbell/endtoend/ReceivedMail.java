package org.handbell.endtoend;

/// A mail as it lies in a mailbox.
///
/// @param body its text, decoded
/// @param source the whole message as it was received, headers and encodings included
record ReceivedMail(String from, String to, String subject, String body, String source) {}

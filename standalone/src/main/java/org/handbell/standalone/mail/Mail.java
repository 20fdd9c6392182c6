package org.handbell.standalone.mail;

import java.time.Instant;
import java.util.List;

/// A mail that was caught.
///
/// @param id its name here, sortable by arrival
/// @param messageId the sender's Message-ID, without angle brackets
/// @param size in bytes
public record Mail(
        String id,
        String messageId,
        Address from,
        List<Address> to,
        String subject,
        Instant created,
        String text,
        int size) {

    private static final int SNIPPET = 120;

    public Mail {
        to = List.copyOf(to);
    }

    /// The beginning of the text on one line.
    String snippet() {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SNIPPET ? line : line.substring(0, SNIPPET) + "…";
    }

    /// Who wrote it or to whom; the names are those of Mailpit's JSON.
    public record Address(String name, String address) {}
}

package org.handbell.ingest.publish;

import java.time.Instant;

/// An item that could not become a post, kept for an operator to see.
///
/// @param accountId the account it was read for; the record's key
/// @param original the item as it came, at most 256 KiB
/// @param reason names the field and the rule; never quotes the item
public record DeadLetter(String accountId, String original, String reason, Instant at) {}

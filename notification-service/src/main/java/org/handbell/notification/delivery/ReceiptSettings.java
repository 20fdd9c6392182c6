package org.handbell.notification.delivery;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Who may say what became of a message.
///
/// @param tokenFile a file with the bearer token that GOV.UK Notify's callbacks carry, at least 20
///   characters; no receipt is taken where it is not given
@ConfigurationProperties(prefix = "handbell.receipts", ignoreUnknownFields = false)
record ReceiptSettings(@Nullable Path tokenFile) {}

package org.handbell.notification.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.handbell.notification.notify.web.SecretFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes GOV.UK Notify's delivery receipts. Of what they say, the reference and the status are
/// read; the address that they repeat is not. A receipt for a message that we do not know is taken
/// and counted: asking for it again would bring nothing.
@RestController
class ReceiptController {

    private static final Logger log = LoggerFactory.getLogger(ReceiptController.class);
    private static final String KEY = "handbell.receipts.token-file";
    private static final int SHORTEST_TOKEN = 20;
    private static final int LONGEST_BODY_BYTES = 8 * 1024;
    private static final int LONGEST_REFERENCE = 200;
    private static final String BEARER = "Bearer ";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> STATUSES =
            Set.of(
                    TakeReceipt.ARRIVED,
                    "permanent-failure",
                    "temporary-failure",
                    "technical-failure");

    private final Optional<byte[]> token;
    private final TakeReceipt takeReceipt;
    private final ReceiptMetrics metrics;

    private record Said(String reference, String status) {}

    ReceiptController(ReceiptSettings settings, TakeReceipt takeReceipt, ReceiptMetrics metrics) {
        this.token =
                Optional.ofNullable(settings.tokenFile())
                        .map(file -> SecretFile.read(KEY, file))
                        .map(ReceiptController::longEnough);
        this.takeReceipt = takeReceipt;
        this.metrics = metrics;
    }

    private static byte[] longEnough(String token) {
        if (token.length() < SHORTEST_TOKEN) {
            throw new IllegalStateException(
                    KEY + ": the token has fewer than " + SHORTEST_TOKEN + " characters");
        }
        return token.getBytes(UTF_8);
    }

    @PostMapping("/callbacks/notify")
    ResponseEntity<Void> receipt(HttpServletRequest request) throws IOException {
        if (!fromNotify(request.getHeader("Authorization"))) {
            metrics.turnedAway();
            return answer(HttpStatus.UNAUTHORIZED);
        }
        var body = request.getInputStream().readNBytes(LONGEST_BODY_BYTES + 1);
        if (body.length > LONGEST_BODY_BYTES) {
            metrics.unreadable();
            return answer(HttpStatus.CONTENT_TOO_LARGE);
        }
        return said(body)
                .map(this::take)
                .orElseGet(() -> {
                    metrics.unreadable();
                    return answer(HttpStatus.BAD_REQUEST);
                });
    }

    /// Takes the same time whatever is wrong with it.
    private boolean fromNotify(@Nullable String header) {
        return token.isPresent()
                && header != null
                && header.startsWith(BEARER)
                && MessageDigest.isEqual(
                        token.get(), header.substring(BEARER.length()).getBytes(UTF_8));
    }

    private ResponseEntity<Void> take(Said said) {
        var receipt = takeReceipt.take(said.reference, said.status);
        metrics.taken(receipt);
        return switch (receipt) {
            case NOTED, REPEATED -> answer(HttpStatus.NO_CONTENT);
            case UNKNOWN -> {
                log.warn("receipt for a message that is not known: {}", said.status);
                yield answer(HttpStatus.NO_CONTENT);
            }
            case TOO_EARLY -> answer(HttpStatus.SERVICE_UNAVAILABLE);
        };
    }

    private static Optional<Said> said(byte[] body) {
        try {
            var json = JSON.readTree(body);
            var reference = text(json, "reference");
            var status = text(json, "status");
            return reference.isEmpty()
                            || reference.length() > LONGEST_REFERENCE
                            || !STATUSES.contains(status)
                    ? Optional.empty()
                    : Optional.of(new Said(reference, status));
        } catch (JacksonException e) {
            log.warn("receipt that cannot be read: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static String text(JsonNode json, String field) {
        var value = json.get(field);
        return value != null && value.isString() ? value.stringValue() : "";
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}

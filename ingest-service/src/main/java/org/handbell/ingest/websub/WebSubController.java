package org.handbell.ingest.websub;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.handbell.ingest.account.Accounts;
import org.handbell.ingest.account.Gate;
import org.handbell.ingest.source.Nudge;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Where hubs call back. Everybody can reach it, so it believes nothing that was not sealed or
/// signed here, and says little.
@RestController
@ConditionalOnProperty("handbell.ingest.websub.callback")
final class WebSubController {

    private static final String CHALLENGE = "[\\x21-\\x7e]{1,1000}";
    private static final String LEASE = "[0-9]{1,9}";

    private final Subscriptions subscriptions;
    private final Seal seal;
    private final Admission admission;
    private final WebSubSettings settings;
    private final WebSubMetrics metrics;

    WebSubController(
            Subscriptions subscriptions,
            Seal seal,
            Admission admission,
            WebSubSettings settings,
            WebSubMetrics metrics) {
        this.subscriptions = subscriptions;
        this.seal = seal;
        this.admission = admission;
        this.settings = settings;
        this.metrics = metrics;
    }

    /// Whose pushes are wanted, and who is told of them.
    record Admission(Accounts accounts, Nudge nudge, Clock clock) {

        boolean wants(String accountId) {
            return accounts.find(accountId)
                    .filter(account -> Gate.unmet(account, clock.instant()).isEmpty())
                    .isPresent();
        }
    }

    /// A hub asks whether a subscription is meant, or says that it will not serve it.
    @GetMapping("/websub/{account}/{sealed}")
    ResponseEntity<String> verify(
            @PathVariable String account,
            @PathVariable String sealed,
            @RequestParam("hub.mode") String mode,
            @RequestParam("hub.topic") String topic,
            @RequestParam(name = "hub.challenge", defaultValue = "") String challenge,
            @RequestParam(name = "hub.lease_seconds", defaultValue = "") String lease) {
        var known = address(topic).filter(uri -> seal.isOf(account, uri, sealed));
        if (known.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        return switch (mode) {
            case "denied" -> {
                subscriptions.denied(account, known.get());
                yield ResponseEntity.noContent().build();
            }
            case "subscribe" -> {
                if (!admission.wants(account) || !challenge.matches(CHALLENGE)) {
                    yield ResponseEntity.notFound().build();
                }
                subscriptions.confirmed(account, known.get(), duration(lease));
                yield echo(challenge);
            }
            case "unsubscribe" ->
                    admission.wants(account) || !challenge.matches(CHALLENGE)
                            ? ResponseEntity.notFound().build()
                            : echo(challenge);
            default -> ResponseEntity.badRequest().build();
        };
    }

    /// A push. Whoever signs it wrongly is answered as if it had been taken, so that nobody learns
    /// from the answer.
    @PostMapping("/websub/{account}/{sealed}")
    ResponseEntity<Void> push(
            @PathVariable String account,
            @PathVariable String sealed,
            @RequestHeader(name = "X-Hub-Signature", defaultValue = "") String signature,
            HttpServletRequest request)
            throws IOException {
        if (!admission.wants(account)) {
            metrics.pushed("unwanted");
            return ResponseEntity.status(410).build();
        }
        if (request.getContentLengthLong() > settings.maxBody().toBytes()) {
            metrics.pushed("too_large");
            return ResponseEntity.status(413).build();
        }
        if (!isSigned(account, sealed, signature, request)) {
            metrics.pushed("unsigned");
            return ResponseEntity.noContent().build();
        }
        metrics.pushed(admission.nudge.due(account) ? "taken" : "elsewhere");
        return ResponseEntity.noContent().build();
    }

    private boolean isSigned(
            String account, String sealed, String signature, HttpServletRequest request)
            throws IOException {
        var told = Signature.of(signature);
        return told.isPresent()
                && told.get()
                        .signs(
                                request.getInputStream(),
                                settings.maxBody().toBytes(),
                                seal.secret(account, sealed));
    }

    /// As text that no browser takes for a page.
    private static ResponseEntity<String> echo(String challenge) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header("X-Content-Type-Options", "nosniff")
                .body(challenge);
    }

    private static @Nullable Duration duration(String seconds) {
        return seconds.matches(LEASE) ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    private static Optional<URI> address(String topic) {
        try {
            return Optional.of(URI.create(topic));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package org.handbell.notification.notify.web;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.handbell.notification.notify.Backoff;
import org.handbell.notification.notify.ChannelSettings;
import org.handbell.notification.notify.Outcome;
import org.handbell.notification.notify.Outcome.Delivered;
import org.handbell.notification.notify.Outcome.Refused;
import org.handbell.notification.notify.Outcome.TryAgain;
import org.springframework.stereotype.Component;

/// Posts a message over HTTP and says what became of it. 2xx is delivered; 429 and 5xx are tried
/// again, when the server says so in `Retry-After`; everything else is refused. Redirects are not
/// followed: an address that is a secret goes to its own host alone. Addresses are not logged and
/// stand in no outcome.
@Component
public class WebPosts {

    private final HttpClient client;
    private final Duration timeout;
    private final Backoff backoff;
    private final Clock clock;

    public WebPosts(ChannelSettings settings, Backoff backoff, Clock clock) {
        var builder =
                HttpClient.newBuilder()
                        .connectTimeout(settings.timeout())
                        .followRedirects(Redirect.NEVER);
        if (settings.trustFile() != null) {
            builder.sslContext(TrustedFile.context(settings.trustFile()));
        }
        this.client = builder.build();
        this.timeout = settings.timeout();
        this.backoff = backoff;
        this.clock = clock;
    }

    /// @param attempt from 1
    public Outcome post(URI address, Map<String, String> headers, String body, int attempt) {
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(timeout)
                        .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return outcome(client.send(request.build(), BodyHandlers.discarding()), attempt);
        } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException e) {
            return TryAgain.away(backoff.after(attempt), "no connection");
        } catch (IOException e) {
            return TryAgain.broken(backoff.after(attempt), "no answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return TryAgain.broken(backoff.after(attempt), "interrupted");
        }
    }

    private Outcome outcome(HttpResponse<Void> response, int attempt) {
        var status = response.statusCode();
        var detail = "HTTP " + status;
        if (status / 100 == 2) {
            return new Delivered(detail);
        }
        if (status == 429 || status == 408 || status == 503) {
            return TryAgain.away(pause(response, attempt), detail);
        }
        // What stands in front of a server may say so after the server has taken it.
        return status >= 500
                ? TryAgain.broken(pause(response, attempt), detail)
                : new Refused(detail);
    }

    private Duration pause(HttpResponse<Void> response, int attempt) {
        var own = backoff.after(attempt);
        return retryAfter(response).filter(theirs -> theirs.compareTo(own) > 0).orElse(own);
    }

    private Optional<Duration> retryAfter(HttpResponse<Void> response) {
        return response.headers()
                .firstValue("Retry-After")
                .flatMap(value -> RetryAfter.parse(value, clock.instant()));
    }
}

package org.handbell.notification.notify.govuk;

import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.handbell.notification.notify.Backoff;
import org.handbell.notification.notify.ChannelSettings;
import org.handbell.notification.notify.Notification;
import org.handbell.notification.notify.Outcome;
import org.handbell.notification.notify.Outcome.Delivered;
import org.handbell.notification.notify.Outcome.Refused;
import org.handbell.notification.notify.Outcome.TryAgain;
import org.handbell.notification.notify.web.SecretFile;
import org.handbell.notification.notify.web.WebAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;

/// One call to GOV.UK Notify.
///
/// Notify sends whatever it is asked to, twice where it is asked twice. So where an earlier attempt
/// may have arrived, it is first asked for a message of this reference. Its client knows no
/// timeouts: each call has a virtual thread of its own, whose interruption closes the connection.
@Component
class GovukNotifyClient {

    private static final Logger log = LoggerFactory.getLogger(GovukNotifyClient.class);

    /// Its limit counts messages a minute.
    private static final Duration BUSY = Duration.ofMinutes(1);

    private static final String ALL_OF_TODAY = "TooManyRequestsError";

    private final Optional<NotificationClient> client;
    private final Duration timeout;
    private final Backoff backoff;

    GovukNotifyClient(GovukNotifySettings settings, ChannelSettings channels, Backoff backoff) {
        this.client =
                Optional.ofNullable(settings.apiKeyFile())
                        .map(file -> SecretFile.read("handbell.govuk-notify.api-key-file", file))
                        .map(key -> client(key, settings));
        this.timeout = channels.timeout();
        this.backoff = backoff;
    }

    private static NotificationClient client(String key, GovukNotifySettings settings) {
        var address = WebAddress.of("handbell.govuk-notify.address", settings.address());
        return new NotificationClient(key, address.toString());
    }

    boolean setUp() {
        return client.isPresent();
    }

    /// A request of ours to their client.
    interface Request {
        void send(NotificationClient client) throws NotificationClientException;
    }

    /// @param type `email` or `sms`
    Outcome send(Notification notification, String type, Request request) {
        var notify = client.orElseThrow();
        return bounded(
                notification.attempt(),
                () -> {
                    if (notification.repeat() && knows(notify, notification.deliveryId(), type)) {
                        return new Delivered("was accepted before");
                    }
                    request.send(notify);
                    return new Delivered("accepted");
                });
    }

    private static boolean knows(NotificationClient notify, String reference, String type)
            throws NotificationClientException {
        return !notify.getNotifications(null, type, reference, null).getNotifications().isEmpty();
    }

    private interface Call {
        Outcome make() throws NotificationClientException;
    }

    private Outcome bounded(int attempt, Call call) {
        var task = new FutureTask<>(() -> answer(attempt, call));
        var thread = Thread.ofVirtual().name("govuk-notify").start(task);
        try {
            // To connect, and to answer.
            return task.get(timeout.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return TryAgain.broken(backoff.after(attempt), "no answer");
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return TryAgain.broken(backoff.after(attempt), "interrupted");
        } catch (ExecutionException e) {
            // Its client stumbled over the answer to a message that may be accepted.
            log.warn("an answer that cannot be read");
            return TryAgain.broken(backoff.after(attempt), "an answer that cannot be read");
        }
    }

    /// The text of a refusal may repeat an address, so only its number goes on. The number is 0
    /// where there was no answer.
    private Outcome answer(int attempt, Call call) {
        try {
            return call.make();
        } catch (NotificationClientException e) {
            if (e.getHttpResult() == 0) {
                return e.getCause() instanceof ConnectException
                        ? TryAgain.away(backoff.after(attempt), "no connection")
                        : TryAgain.broken(backoff.after(attempt), "no answer");
            }
            return refusal(e.getHttpResult(), String.valueOf(e.getMessage()), attempt);
        }
    }

    private Outcome refusal(int status, String text, int attempt) {
        var detail = "HTTP " + status;
        if (status == 429 && text.contains(ALL_OF_TODAY)) {
            return new Refused(detail + ", all of today's messages are sent");
        }
        if (status == 429) {
            return TryAgain.away(longer(backoff.after(attempt), BUSY), detail);
        }
        if (status < 500) {
            return new Refused(detail);
        }
        return status == 503
                ? TryAgain.away(backoff.after(attempt), detail)
                : TryAgain.broken(backoff.after(attempt), detail);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}

package org.handbell.notification.notify;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.handbell.contract.Channel;
import org.handbell.notification.notify.Outcome.TryAgain;

/// A channel that is left alone for a while once it has failed often. Only failures of the channel
/// itself count: a mailbox that does not exist says nothing about the next.
final class RestingNotifier implements Notifier {

    private static final int HALF = 50;
    private static final int TRIED_AFTER_REST = 2;

    private final Notifier channel;
    private final CircuitBreaker breaker;
    private final Backoff backoff;
    private final Duration restFor;

    RestingNotifier(Notifier channel, ChannelSettings settings, Backoff backoff) {
        this.channel = channel;
        this.backoff = backoff;
        this.restFor = settings.restFor();
        this.breaker =
                CircuitBreaker.of(
                        channel.channel().name(),
                        CircuitBreakerConfig.custom()
                                .slidingWindowSize(settings.restAfter())
                                .minimumNumberOfCalls(settings.restAfter())
                                .failureRateThreshold(HALF)
                                .waitDurationInOpenState(restFor)
                                .permittedNumberOfCallsInHalfOpenState(TRIED_AFTER_REST)
                                .build());
    }

    @Override
    public Channel channel() {
        return channel.channel();
    }

    @Override
    public boolean setUp() {
        return channel.setUp();
    }

    @Override
    public Optional<String> address(Contact contact) {
        return channel.address(contact);
    }

    @Override
    public Outcome send(Notification notification) {
        if (!breaker.tryAcquirePermission()) {
            return resting(notification.attempt());
        }
        try {
            var outcome = channel.send(notification);
            note(outcome);
            return outcome;
        } catch (RuntimeException e) {
            breaker.onError(0, TimeUnit.NANOSECONDS, e);
            throw e;
        }
    }

    private TryAgain resting(int attempt) {
        var pause = backoff.after(attempt);
        return new TryAgain(
                pause.compareTo(restFor) > 0 ? pause : restFor,
                "channel " + channel().name().toLowerCase(Locale.ROOT) + " rests after failures");
    }

    private void note(Outcome outcome) {
        if (outcome instanceof TryAgain again && again.away()) {
            breaker.onError(0, TimeUnit.NANOSECONDS, new ChannelAwayException());
        } else {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        }
    }

    /// Tells the breaker of a failure that was a value.
    private static final class ChannelAwayException extends RuntimeException {

        private static final long serialVersionUID = 1;

        ChannelAwayException() {
            super("away", null, false, false);
        }
    }
}

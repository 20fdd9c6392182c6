package org.handbell.ingest.http;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// Our manners towards one host. Its parts carry no name and are bound to no metric: the host of a
/// personal blog is a person.
final class Host {

    private static final String UNNAMED = "host";
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);
    private static final Duration UNSAID = Duration.ofMinutes(1);

    private final HttpSettings.PerHost manners;
    private final Clock clock;
    private final RateHeaders rates;
    private final WebMetrics.OfHost figures;
    private final RateLimiter limiter;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final Retry retry;
    private volatile Instant closedUntil = Instant.MIN;

    Host(HttpSettings.PerHost manners, Clock clock, WebMetrics metrics) {
        this.manners = manners;
        this.clock = clock;
        this.rates = new RateHeaders(clock);
        this.figures = metrics.ofHost();
        this.limiter = RateLimiter.of(UNNAMED, limits(manners));
        this.breaker = CircuitBreaker.of(UNNAMED, breaking(manners));
        this.bulkhead = Bulkhead.of(UNNAMED, places(manners));
        this.retry = Retry.of(UNNAMED, retries(manners));
        this.retry.getEventPublisher().onRetry(_ -> metrics.retried());
    }

    /// Asks once, or a few times where the host stumbles; waits its turn, within bounds.
    Reply ask(Supplier<Reply> hop) {
        var wait = Duration.between(clock.instant(), closedUntil);
        if (wait.isPositive()) {
            return new Reply.Later(RateHeaders.clamp(wait), "the platform asked for patience");
        }
        try {
            return retry.executeSupplier(() -> patiently(hop));
        } catch (CallNotPermittedException e) {
            return later(manners.restAfterFailures(), "the host keeps failing");
        } catch (RequestNotPermitted e) {
            return later(manners.period(), "the request limit for one host is used up");
        } catch (BulkheadFullException e) {
            return later(manners.patience(), "too many requests to one host at a time");
        }
    }

    private Reply patiently(Supplier<Reply> hop) {
        var inPlace = Bulkhead.decorateSupplier(bulkhead, hop);
        var inTurn = RateLimiter.decorateSupplier(limiter, inPlace);
        return heeded(CircuitBreaker.decorateSupplier(breaker, inTurn).get());
    }

    private Reply heeded(Reply reply) {
        if (!(reply instanceof Reply.Answered answered)) {
            return reply;
        }
        rates.quota(answered).ifPresent(figures::left);
        if (answered.status() == 429 || answered.status() == 503) {
            var wait = rates.wait(answered).orElse(UNSAID);
            closedUntil = clock.instant().plus(wait);
            return new Reply.Later(wait, "the platform answered " + answered.status());
        }
        rates.allowance(answered).ifPresent(this::slowTo);
        Usage.ofApp(answered).ifPresent(this::slowTo);
        return reply;
    }

    /// From half of it on, a limit that is told in percent slows us in proportion. The limit of one
    /// account alone does not: others at the same host have theirs.
    private void slowTo(Usage used) {
        if (used.left() == 0) {
            closedUntil = clock.instant().plus(RateHeaders.untilOpen(used));
            return;
        }
        var perPeriod = Math.round(manners.requests() * 2 * used.left());
        limiter.changeLimitForPeriod((int) Math.clamp(perPeriod, 1, manners.requests()));
    }

    /// Spreads what is left of the platform's limit over the time until it starts anew.
    private void slowTo(RateHeaders.Allowance left) {
        if (left.remaining() == 0) {
            closedUntil = clock.instant().plus(left.reset());
            return;
        }
        var perPeriod = left.remaining() * manners.period().toMillis() / left.reset().toMillis();
        limiter.changeLimitForPeriod((int) Math.clamp(perPeriod, 1, manners.requests()));
    }

    private static Reply later(Duration wait, String reason) {
        return new Reply.Later(RateHeaders.clamp(wait), reason);
    }

    private static boolean stumbled(Object reply) {
        return reply instanceof Reply.Unreachable
                || (reply instanceof Reply.Answered answered && answered.status() >= 500);
    }

    private static RateLimiterConfig limits(HttpSettings.PerHost manners) {
        return RateLimiterConfig.custom()
                .limitForPeriod(manners.requests())
                .limitRefreshPeriod(manners.period())
                .timeoutDuration(manners.patience())
                .build();
    }

    private static CircuitBreakerConfig breaking(HttpSettings.PerHost manners) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(manners.restAfterFailures())
                .permittedNumberOfCallsInHalfOpenState(2)
                .recordResult(Host::stumbled)
                .ignoreExceptions(RequestNotPermitted.class, BulkheadFullException.class)
                .build();
    }

    private static BulkheadConfig places(HttpSettings.PerHost manners) {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(manners.concurrent())
                .maxWaitDuration(manners.patience())
                .build();
    }

    /// Refusals of our own parts are not retried: only what the host did.
    private static RetryConfig retries(HttpSettings.PerHost manners) {
        return RetryConfig.<Reply>custom()
                .maxAttempts(manners.attempts())
                .intervalFunction(
                        IntervalFunction.ofExponentialRandomBackoff(
                                manners.backoff(), 2, 0.5, LONGEST_BACKOFF))
                .retryOnResult(Host::stumbled)
                .retryOnException(_ -> false)
                .build();
    }
}

package org.handbell.ingest.poll;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Up once this instance has its share of the accounts and pulls all of it.
final class IngestHealth implements HealthIndicator {

    private final Shares shares;

    IngestHealth(Shares shares) {
        this.shares = shares;
    }

    @Override
    public Health health() {
        var partitions = shares.figures().partitions();
        var health = shares.ready() ? Health.up() : Health.outOfService();
        return health.withDetail("partitions", partitions).build();
    }
}

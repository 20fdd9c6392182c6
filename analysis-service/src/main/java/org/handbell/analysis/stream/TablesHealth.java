package org.handbell.analysis.stream;

import java.time.Clock;
import java.time.Duration;
import org.handbell.analysis.register.Accounts;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Whether the tables are read and followed, and how many of their records could not be read.
class TablesHealth implements HealthIndicator {

    private static final Duration STALE = Duration.ofSeconds(60);

    private final KafkaTables tables;
    private final Accounts accounts;
    private final Clock clock;

    TablesHealth(KafkaTables tables, Accounts accounts, Clock clock) {
        this.tables = tables;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Health health() {
        var fresh = clock.instant().isBefore(tables.lastRead().plus(STALE));
        var health = tables.wasRead() && fresh ? Health.up() : Health.outOfService();
        return health.withDetail("read", tables.wasRead())
                .withDetail("following", tables.following())
                .withDetail("accounts", accounts.size())
                .withDetail("badRecords", tables.badRecords())
                .build();
    }
}

package org.handbell.cases.signin;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import org.handbell.cases.evidence.DeskMark;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

class JdbcDevices implements Devices {

    private static final int NUMBER_BYTES = 32;
    private static final String USE = "device";

    private final JdbcClient jdbc;
    private final DeskMark mark;
    private final SecureRandom chance;
    private final Clock clock;

    JdbcDevices(JdbcClient jdbc, DeskMark mark, SecureRandom chance, Clock clock) {
        this.jdbc = jdbc;
        this.mark = mark;
        this.chance = chance;
        this.clock = clock;
    }

    /// What is over is removed on the way.
    @Override
    @Transactional
    public String confirm(String personId, Duration until) {
        var bytes = new byte[NUMBER_BYTES];
        chance.nextBytes(bytes);
        var number = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("delete from confirmed_device where until < ?").param(now).update();
        jdbc.sql("insert into confirmed_device values (?, ?, ?, ?)")
                .params(hash(number), personId, now, now.plus(until))
                .update();
        return number;
    }

    @Override
    public boolean confirmed(String personId, String device) {
        return jdbc.sql(
                        """
                        select exists (select 1 from confirmed_device
                            where device = ? and person_id = ? and until > ?)
                        """)
                .params(hash(device), personId, clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private byte[] hash(String number) {
        return mark.of(USE, number.getBytes(StandardCharsets.UTF_8));
    }
}

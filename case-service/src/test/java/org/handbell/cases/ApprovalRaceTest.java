package org.handbell.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.handbell.cases.register.AccountRegister;
import org.handbell.cases.register.Accounts;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.wire.Wire;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ApprovalRaceTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int ROUNDS = 40;

    @Test
    void aWithdrawnApprovalNeverComesBack() throws Exception {
        try (var desk = TestDesk.withTrust(Map.of());
                var hands = Executors.newFixedThreadPool(6)) {
            var accountId = desk.id("ac-1");
            // Six hands change everything about the account but its approval, while another one
            // withdraws it in the middle.
            var middle = ROUNDS / 2;
            var changes =
                    IntStream.range(0, ROUNDS)
                            .<Callable<Integer>>mapToObj(i ->
                                    () -> i == middle ? withdraw(desk, accountId) : touch(desk, i))
                            .toList();
            for (var done : hands.invokeAll(changes)) {
                done.get();
            }
            await().atMost(SOON).until(() -> outstanding(desk) == 0);
            var told = records(desk, accountId);
            assertThat(told.getLast().approved()).isFalse();
            assertThat(told.getLast().revision())
                    .isEqualTo(desk.bean(Accounts.class).byId(accountId).orElseThrow().revision());
            assertThat(told).extracting(Registered::revision).isSorted();
            assertThat(told.stream().dropWhile(Registered::approved))
                    .isNotEmpty()
                    .noneMatch(Registered::approved);
        }
    }

    @Test
    void aListThatStillNamesTheApprovalDoesNotGiveItBack() {
        try (var desk = TestDesk.withTrust(Map.of())) {
            var accountId = desk.id("ac-1");
            withdraw(desk, accountId);
            touch(desk, 1);
            assertThat(desk.bean(Accounts.class).byId(accountId).orElseThrow().approved())
                    .isFalse();
        }
    }

    private static int withdraw(TestDesk desk, String accountId) {
        return change(desk, accountId, false, "http://wick.example/withdrawn");
    }

    private static int touch(TestDesk desk, int i) {
        return change(desk, desk.id("ac-1"), true, "http://wick.example/" + i);
    }

    private static int change(TestDesk desk, String accountId, boolean approved, String address) {
        var all =
                desk.bean(Accounts.class).all().stream()
                        .map(a -> a.accountId().equals(accountId) ? with(a, approved, address) : a)
                        .toList();
        return Objects.requireNonNull(
                desk.transaction().execute(_ -> desk.bean(AccountRegister.class).replace(all)));
    }

    private static Registered with(Registered a, boolean approved, String address) {
        return new Registered(
                a.accountId(),
                a.platform(),
                address,
                a.kind(),
                a.holderId(),
                a.academyId(),
                a.spokesperson(),
                approved,
                a.gates(),
                a.collectFrom(),
                a.revision(),
                a.at());
    }

    private static long outstanding(TestDesk desk) {
        return desk.bean(JdbcClient.class)
                .sql("select count(*) from event_publication")
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private static List<Registered> records(TestDesk desk, String accountId) {
        return TopicReader.records(
                        desk.property("spring.kafka.bootstrap-servers"), "accounts.v1", accountId)
                .stream()
                .map(Wire.ACCOUNTS::read)
                .filter(AccountEvent.Registered.class::isInstance)
                .map(AccountEvent.Registered.class::cast)
                .toList();
    }
}

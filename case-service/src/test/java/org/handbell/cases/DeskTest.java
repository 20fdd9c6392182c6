package org.handbell.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.handbell.cases.people.Members;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.handbell.cases.register.AccountRegister;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.FindingEvent;
import org.handbell.contract.Platform;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Wire;
import org.handbell.test.TestDatabase;
import org.handbell.test.TestKafka;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// The whole desk on a real database and a real broker, with an invented school. Tests keep apart
/// by holder: each asks for an account of a person of its own.
@SpringBootTest(
        classes = CaseApplication.class,
        properties = {
            "spring.config.name=case-service",
            "handbell.sign-in.local=true",
            "handbell.reading.group=casework-tests",
            "handbell.reading.retry-from=100ms",
            "handbell.figures.every=200ms"
        })
public abstract class DeskTest {

    private static final String DATABASE = TestDatabase.newDatabase();
    private static final Path KEYS = keys();
    private static final AtomicInteger MADE = new AtomicInteger();

    protected static final String ACADEMY = "ac-01";
    protected static final Person HEAD = person("head", Role.HEAD, ACADEMY);
    protected static final Person DSL = person("dsl", Role.DSL, ACADEMY);
    protected static final Person DEPUTY = person("deputy", Role.DEPUTY_DSL, ACADEMY);
    protected static final Person CHAIR = person("chair", Role.CHAIR, ACADEMY);
    protected static final Person EXECUTIVE = person("executive", Role.EXECUTIVE_HEAD, null);
    protected static final Person TEACHER = person("teacher", Role.TEACHER, ACADEMY);

    private static final Wire<FindingEvent> FINDINGS = Wire.of(Topics.FINDINGS);

    @Autowired private Members members;
    @Autowired private AccountRegister accounts;
    @Autowired private TransactionTemplate transaction;
    @Autowired private KafkaTemplate<String, byte[]> kafka;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> DATABASE);
        properties.add("spring.kafka.bootstrap-servers", TestKafka::bootstrapServers);
        properties.add("handbell.hash-key-file", () -> KEYS.resolve("hash.key").toString());
        properties.add("handbell.evidence.master-key-file", () -> KEYS.resolve("evidence.key"));
    }

    @BeforeEach
    void school() {
        transaction.executeWithoutResult(_ -> school(members, accounts));
    }

    static void school(Members members, AccountRegister accounts) {
        members.replace(
                Stream.of(HEAD, DSL, DEPUTY, CHAIR, EXECUTIVE, TEACHER)
                        .map(p -> new Member(p, null, 8, null))
                        .toList());
        accounts.replace(Found.accounts());
    }

    /// Sends an event as the analysis does and returns when the broker has it.
    protected void send(FindingEvent event) {
        send(FINDINGS.record(event, "/handbell/analysis"));
    }

    protected void send(ProducerRecord<String, byte[]> record) {
        try {
            kafka.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker took no record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// A text that no other test uses.
    protected static String unique(String what) {
        return what + "-" + MADE.incrementAndGet();
    }

    private static Person person(String id, Role role, @Nullable String academyId) {
        return new Person(id, "Invented " + id, null, role, academyId, id + "@thornbury.example");
    }

    static AccountEvent.Registered account(String accountId, String holderId) {
        return new AccountEvent.Registered(
                accountId,
                Platform.MASTODON,
                "@" + accountId + "@example.social",
                AccountEvent.Kind.PERSONAL,
                holderId,
                ACADEMY,
                false,
                true,
                new AccountEvent.Gates("d", "n", "c", "head", "p"),
                null,
                1,
                Instant.EPOCH);
    }

    private static Path keys() {
        try {
            var folder = Files.createTempDirectory("handbell-keys");
            Files.write(folder.resolve("hash.key"), new byte[32]);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the test keys", e);
        }
    }
}

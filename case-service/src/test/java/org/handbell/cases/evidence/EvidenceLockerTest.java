package org.handbell.cases.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.handbell.cases.evidence.Capture.Kind;
import org.handbell.test.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class EvidenceLockerTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-18T09:30:00Z"), ZoneOffset.UTC);
    private static final Capture ANY =
            new Capture(
                    Kind.POST,
                    "https://example.social/1",
                    "observation",
                    "mastodon",
                    CLOCK.instant(),
                    "hash of a short post",
                    "/handbell/ingest",
                    List.of());

    private static final DriverManagerDataSource DATABASE = new DriverManagerDataSource();
    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(DATABASE));
    private final EvidenceLocker locker = locker((byte) 7);

    @BeforeAll
    static void migrate() {
        DATABASE.setUrl(TestDatabase.newDatabase());
        Flyway.configure().dataSource(DATABASE).locations("classpath:db/cases").load().migrate();
    }

    @BeforeEach
    void empty() {
        jdbc.sql("truncate evidence, evidence_holders cascade").update();
    }

    private EvidenceLocker locker(byte master) {
        var key = new byte[32];
        java.util.Arrays.fill(key, master);
        return new JdbcEvidenceLocker(jdbc, key, new SecureRandom(), CLOCK);
    }

    private void keep(String holder, String content) {
        transaction.executeWithoutResult(_ -> locker.keep(holder, ANY, content.getBytes(UTF_8)));
    }

    @Test
    void whatWasKeptComesBackWithItsFacts() {
        keep("case-1", "first");
        keep("case-1", "second");

        var exhibits = locker.of("case-1");

        assertThat(exhibits)
                .extracting(e -> new String(e.content(), UTF_8))
                .containsExactly("first", "second");
        assertThat(exhibits.getFirst().capture()).isEqualTo(ANY);
        assertThat(locker.verify("case-1")).isEqualTo(new Verification.Intact(2));
    }

    @Test
    void nothingThatWasSaidLiesInTheDatabaseInClear() {
        keep("case-1", "a sentence nobody else may read");

        var row =
                jdbc.sql("select evidence::text from evidence").query(String.class).single()
                        + jdbc.sql("select sealed from evidence")
                                .query((rs, _) -> new String(rs.getBytes(1), ISO_8859_1))
                                .single();

        assertThat(row).doesNotContain("sentence").doesNotContain("hash of a short post");
    }

    @Test
    void aChangedContentIsFound() {
        keep("case-1", "first");
        keep("case-1", "second");
        jdbc.sql(
                        "update evidence set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where seq = 2")
                .update();

        assertThat(locker.verify("case-1")).isInstanceOf(Verification.Broken.class);
        assertThatThrownBy(() -> locker.of("case-1"))
                .isInstanceOf(EvidenceUnreadableException.class);
    }

    @Test
    void aContentPutInAnotherEntrysPlaceIsFound() {
        keep("case-1", "first");
        keep("case-1", "second");
        jdbc.sql(
                        "update evidence set sealed = (select sealed from evidence where seq = 1) where seq = 2")
                .update();

        assertThat(locker.verify("case-1"))
                .isEqualTo(new Verification.Broken(2, "the content was changed"));
    }

    @Test
    void aRemovedEntryIsFoundWhereverItStood() {
        keep("case-1", "first");
        keep("case-1", "second");
        keep("case-2", "first");
        keep("case-2", "second");
        jdbc.sql("delete from evidence where holder = 'case-1' and seq = 1").update();
        jdbc.sql("delete from evidence where holder = 'case-2' and seq = 2").update();

        assertThat(locker.verify("case-1")).isInstanceOf(Verification.Broken.class);
        assertThat(locker.verify("case-2")).isInstanceOf(Verification.Broken.class);
    }

    @Test
    void aChangedTimeOrKindIsFound() {
        keep("case-1", "first");
        jdbc.sql("update evidence set kind = 'DELETED'").update();

        assertThat(locker.verify("case-1")).isInstanceOf(Verification.Broken.class);
    }

    @Test
    void withoutItsKeyAContentIsGoneForGoodAndTheChainStays() {
        keep("case-1", "first");
        var words = transaction.execute(_ -> locker.seal("case-1", "own words"));

        locker.erase("case-1");

        assertThat(locker.of("case-1")).isEmpty();
        assertThat(locker.open("case-1", words)).isEmpty();
        assertThat(locker.verify("case-1")).isEqualTo(new Verification.Erased(1));
        assertThat(
                        jdbc.sql(
                                        "select count(*) from evidence_holders where wrapped_key is not null")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void noOtherCasesKeyAndNoOtherMasterKeyOpensIt() {
        keep("case-1", "first");
        keep("case-2", "other");

        assertThatThrownBy(() -> locker((byte) 8).of("case-1"))
                .isInstanceOf(EvidenceUnreadableException.class);
        jdbc.sql(
                        """
                        update evidence_holders set wrapped_key =
                            (select wrapped_key from evidence_holders where holder = 'case-2')
                        where holder = 'case-1'
                        """)
                .update();
        assertThatThrownBy(() -> locker.of("case-1"))
                .isInstanceOf(EvidenceUnreadableException.class);
    }

    @Test
    void entriesAtTheSameTimeStandOneAfterAnother() {
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var i = 0; i < 20; i++) {
                var content = "entry " + i;
                pool.submit(() -> keep("case-1", content));
            }
        }

        assertThat(locker.verify("case-1")).isEqualTo(new Verification.Intact(20));
    }
}

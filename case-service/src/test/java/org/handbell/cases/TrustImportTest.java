package org.handbell.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Role;
import org.handbell.cases.register.Accounts;
import org.handbell.cases.trust.ImportTrust;
import org.handbell.cases.trust.UnfitTrustException;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.Event;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.RecipientEvent;
import org.handbell.contract.RegisterEvent;
import org.handbell.contract.wire.CloudEventHeaders;
import org.handbell.contract.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TrustImportTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static TestDesk desk;

    @BeforeAll
    static void start() {
        desk = TestDesk.withTrust(Map.of());
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    /// Each test begins with the trust as it was imported first, all of it published.
    @BeforeEach
    void asImported() {
        importing("", "");
        settled();
    }

    @Test
    void aTrustIsThereAfterTheStart() {
        var people = desk.bean(People.class);
        assertThat(people.trustName()).isEqualTo("Larkmoor Learning Trust");
        assertThat(people.academies())
                .extracting(People.Academy::name)
                .containsExactly("Dale Primary School", "Hillside Academy");
        assertThat(people.holding(Role.DSL, desk.id("hill")))
                .singleElement()
                .satisfies(dsl -> assertThat(dsl.personId()).isEqualTo(desk.id("st-2")));
        assertThat(people.holding(Role.EXECUTIVE_HEAD, null)).hasSize(1);
        assertThat(people.byId(desk.id("st-5")).orElseThrow().role()).isEqualTo(Role.DEPUTY_DSL);
        assertThat(people.byEmail(desk.id("DSL@larkmoor.example").replace("D", "d"))).isPresent();
        assertThat(desk.bean(Accounts.class).byId(desk.id("ac-2")).orElseThrow())
                .satisfies(account -> {
                    assertThat(account.address()).isEqualTo("http://quill.example/feed.xml");
                    assertThat(account.academyId()).isEqualTo(desk.id("hill"));
                    assertThat(account.unmet()).isEmpty();
                });
    }

    @Test
    void everyTableIsOnItsTopic() {
        var accounts = table(Wire.ACCOUNTS);
        assertThat(accounts).hasSize(4);
        assertThat(accounts.get(desk.id("ac-3")))
                .isInstanceOfSatisfying(
                        AccountEvent.Registered.class,
                        a -> assertThat(a.unmet()).containsExactly("approval"));
        var recipients = table(Wire.RECIPIENTS);
        assertThat(recipients.keySet())
                .containsExactlyInAnyOrder(
                        desk.id("st-1"),
                        desk.id("st-2"),
                        desk.id("st-3"),
                        desk.id("st-4"),
                        desk.id("st-5"),
                        desk.id("st-8"),
                        desk.id("gv-1"));
        assertThat(recipients.get(desk.id("st-2")))
                .isInstanceOfSatisfying(
                        RecipientEvent.Listed.class,
                        dsl -> assertThat(dsl.digestHour()).isEqualTo(7));
        assertThat(table(Wire.REGISTER).values())
                .hasSize(20)
                .hasAtLeastOneElementOfType(RegisterEvent.Trust.class)
                .hasAtLeastOneElementOfType(RegisterEvent.Hashed.class);
    }

    @Test
    void recordsCarryTheAttributesOfCloudEvents() {
        var record = records(Wire.REGISTER.topic().name()).getFirst();
        assertThat(Wire.header(record, CloudEventHeaders.SOURCE)).contains("/handbell/cases");
        assertThat(Wire.header(record, CloudEventHeaders.TYPE).orElseThrow())
                .startsWith("org.handbell.register.v1.");
    }

    @Test
    void pupilsAndConfidentialTermsLeaveAsHashesAloneAndLieEncrypted() {
        var hash =
                new KeyedHash(
                        "a key for tests only, 32 bytes or more".getBytes(StandardCharsets.UTF_8));
        assertThat(table(Wire.REGISTER).get(desk.id("pu-1")))
                .isInstanceOfSatisfying(
                        RegisterEvent.Hashed.class,
                        pupil ->
                                assertThat(pupil.windows())
                                        .extracting(RegisterEvent.HashedWindow::hash)
                                        .contains(hash.of(List.of("tobias", "fennimore"))));
        for (var secret : List.of("Fennimore", "Wanda", "Marchbanks", "Heron")) {
            assertThat(records(Wire.REGISTER.topic().name()))
                    .allSatisfy(record ->
                            assertThat(text(record.value())).doesNotContainIgnoringCase(secret));
            assertThat(rowsWith(secret)).isZero();
        }
    }

    @Test
    void theSameFileAgainChangesAndPublishesNothing() {
        var before = count();
        assertThat(importing("", "")).isZero();
        settled();
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void whatIsNoLongerNamedLeavesTheDeskAndItsTopic() {
        importing(
                ",\n    {\"id\": \"~pu-2\", \"name\": \"Wanda Bramble\", \"academy\": \"~dale\", \"year\": 3, \"form\": \"Hazel\", \"relativeOf\": \"~st-5\", \"relation\": \"daughter\"}",
                "");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(table(Wire.REGISTER).get(desk.id("pu-2")))
                                .isInstanceOf(RegisterEvent.Removed.class));
        assertThat(rows("register_entry", "entry_id = '" + desk.id("pu-2") + "'")).isZero();
    }

    @Test
    void whoLosesTheRoleIsToldNothingAnyMore() {
        importing("\"deputyDsl\": true", "\"deputyDsl\": false");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(table(Wire.RECIPIENTS).get(desk.id("st-5")))
                                .isInstanceOf(RecipientEvent.Left.class));
    }

    @Test
    void everythingThatIsWrongIsNamedWithItsPathAndNothingIsChanged() {
        var file =
                TestDesk.trustFile(
                        desk.prefix(),
                        text ->
                                text.replace(
                                                "\"role\": \"dsl\", \"academy\": \"~dale\"",
                                                "\"role\": \"dsl\", \"academy\": \"xyz\"")
                                        .replace(
                                                "\"platform\": \"blog\"",
                                                "\"platform\": \"My Space\"")
                                        .replace("\"owner\": \"~st-7\"", "\"owner\": \"~pu-1\"")
                                        .replace("\"year\": 9", "\"year\": \"nine\"")
                                        .replace(
                                                "\"name\": \"Larkmoor Learning Trust\"",
                                                "\"name\": \"Another Trust\"")
                                        .replace("~wick@", "~head@")
                                        .replace(
                                                "\"governors\":", "\"guvnors\": [], \"governors\":")
                                        .replace(
                                                "\"from\": \"2026-09-02\"",
                                                "\"from\": \"2 September\""));
        assertThatThrownBy(() -> desk.bean(ImportTrust.class).from(file))
                .isInstanceOfSatisfying(
                        UnfitTrustException.class,
                        unfit ->
                                assertThat(unfit.errors())
                                        .contains(
                                                "staff[3].academy: \"xyz\" is no academy",
                                                "accounts[1].platform: that value is no platform",
                                                "accounts[1].owner: \""
                                                        + desk.id("pu-1")
                                                        + "\" is no member of staff",
                                                "pupils[0].year: is no whole number from 0 to 13",
                                                "staff[5].email: is already the address of staff[0]",
                                                "terms[0].from: is no date such as 2026-09-01")
                                        .anySatisfy(e ->
                                                assertThat(e).startsWith("guvnors: is no part")))
                .hasMessageContaining("nothing was changed")
                .message()
                .doesNotContain("Fennimore", "My Space");
        assertThat(desk.bean(People.class).trustName()).isEqualTo("Larkmoor Learning Trust");
    }

    @Test
    void anIdThatIsUsedTwiceIsRefused() {
        var file =
                TestDesk.trustFile(
                        desk.prefix(),
                        text -> text.replace("{\"id\": \"~pu-2\"", "{\"id\": \"~st-1\""));
        assertThatThrownBy(() -> desk.bean(ImportTrust.class).from(file))
                .hasMessageContaining("is already the id of");
    }

    @Test
    void aFileThatIsNoJsonIsRefusedWithItsLine() {
        var file =
                TestDesk.trustFile(
                        desk.prefix(), text -> text.replace("\"academies\": [", "\"academies\" ["));
        assertThatThrownBy(() -> desk.bean(ImportTrust.class).from(file))
                .hasMessageContaining("the file is no JSON, line 4");
    }

    private static String text(byte @Nullable [] value) {
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }

    private static int importing(String from, String to) {
        var file =
                TestDesk.trustFile(
                        desk.prefix(), text -> text.replace(from, from.isEmpty() ? from : to));
        return desk.bean(ImportTrust.class).from(file);
    }

    private static void settled() {
        await().atMost(SOON).until(() -> rows("event_publication", "true") == 0);
    }

    private static long rows(String table, String condition) {
        return desk.bean(JdbcClient.class)
                .sql("select count(*) from " + table + " where " + condition)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private static long rowsWith(String secret) {
        return rows("register_entry", "body::text ilike '%" + secret + "%'")
                + rows(
                        "register_entry",
                        "position('" + secret + "' in encode(coalesce(sealed, ''), 'escape')) > 0")
                + rows("event_publication", "serialized_event ilike '%" + secret + "%'");
    }

    private static int count() {
        var all = new ArrayList<Integer>();
        for (var wire : List.of(Wire.ACCOUNTS, Wire.REGISTER, Wire.RECIPIENTS)) {
            all.add(records(wire.topic().name()).size());
        }
        return all.stream().mapToInt(Integer::intValue).sum();
    }

    private static <E extends Event> Map<String, E> table(Wire<E> wire) {
        return TopicReader.table(
                desk.property("spring.kafka.bootstrap-servers"), wire, desk.prefix());
    }

    private static List<ConsumerRecord<String, byte @Nullable []>> records(String topic) {
        return TopicReader.records(
                desk.property("spring.kafka.bootstrap-servers"), topic, desk.prefix());
    }
}

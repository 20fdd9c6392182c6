package org.handbell.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/// From posts on a Bluesky network that others wrote to mails in the mailboxes of a mail server
/// that others wrote, with the edits and deletions seen in between. One run tells one story, so the
/// tests stand in its order.
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class BlueskyToMailboxTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static final String NAMES_A_PUPIL =
            "So proud of " + BlueskyRun.PUPIL + " in 8F, bottom of the class no longer!";
    private static final String NAMES_NOBODY =
            "So proud of my class, bottom of the year no longer!";
    private static final String BLAMES_A_SUPPLIER =
            BlueskyRun.SUPPLIER
                    + " School Meals are a disgrace: undercooked chicken again at Thornmere High."
                    + " Avoid them.";
    private static final String TELLS_A_SECRET =
            "So " + BlueskyRun.SECRET + " is happening after all. We were told this morning.";
    private static final String GIVES_A_NUMBER =
            BlueskyRun.OTHER_PUPIL + " in 9B, text me on 07700 900123 if the essay is a muddle.";

    private BlueskyRun run;
    private String namesAPupil;
    private String blamesASupplier;
    private String givesANumber;
    private String tellsASecret;

    @BeforeAll
    void postAndStart() {
        RealServers.require(BlueskyRun.missing());
        run = BlueskyRun.start();
        var network = run.network();
        namesAPupil = network.createPost(run.imogen(), NAMES_A_PUPIL);
        blamesASupplier = network.createPost(run.barnaby(), BLAMES_A_SUPPLIER);
        givesANumber = network.createPost(run.barnaby(), GIVES_A_NUMBER);
        tellsASecret = network.createPost(run.imogen(), TELLS_A_SECRET);
    }

    @AfterAll
    void stop() {
        if (run != null) {
            run.close();
        }
    }

    @Test
    @Order(1)
    void eachPostThatMayBreachAClauseOpensOrJoinsACase() {
        await().atMost(SOON)
                .untilAsserted(() -> {
                    assertThat(clauses(namesAPupil)).contains("E3");
                    assertThat(clauses(tellsASecret)).contains("P8");
                    assertThat(clauses(givesANumber)).contains("E3", "C2");
                });
        assertThat(run.handbell().rows("select distinct state from cases.cases"))
                .containsExactly("SUGGESTED");
    }

    @Test
    @Order(2)
    void whatIsSlightWaitsForTheDigestAndOpensNoCase() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(waiting(blamesASupplier)).contains("E8"));
        assertThat(clauses(blamesASupplier)).isEmpty();
    }

    @Test
    @Order(3)
    void theLeadForSafeguardingAndTheHeadFindMailInTheirMailboxes() {
        await().atMost(SOON)
                .untilAsserted(() -> {
                    assertThat(run.mail().mails(BlueskyRun.DSL)).isNotEmpty();
                    assertThat(run.mail().mails(BlueskyRun.HEAD)).isNotEmpty();
                });
    }

    @Test
    @Order(4)
    void anEditIsSeenOnTheTimelineOfItsCase() {
        run.network().editPost(run.imogen(), namesAPupil, NAMES_NOBODY);

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(timeline(namesAPupil)).containsAnyOf("EDITED", "CLEARED"));
        assertThat(timeline(namesAPupil)).doesNotContain("DELETED");
    }

    @Test
    @Order(5)
    void aDeletionIsSeenOnTheTimelineOfItsCase() {
        run.network().deletePost(run.barnaby(), givesANumber);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(timeline(givesANumber)).contains("DELETED"));
        assertThat(
                        run.handbell()
                                .rows(
                                        "select case_id from cases.case_posts where post_id = ?",
                                        givesANumber))
                .hasSize(1);
    }

    @Test
    @Order(6)
    void noMailSaysWhoOrWhatOrWhichClause() {
        var mails =
                Stream.of(BlueskyRun.DSL, BlueskyRun.HEAD)
                        .flatMap(address -> run.mail().mails(address).stream())
                        .toList();

        assertThat(mails).isNotEmpty();
        for (var mail : mails) {
            assertThat(mail.source()).doesNotContainIgnoringCase(personal());
            assertThat(mail.body()).doesNotContainIgnoringCase(personal());
            assertThat(withoutReferences(mail.subject() + " " + mail.body()))
                    .doesNotContainPattern("\\b([PECSGDM])(1[01]|[1-9])\\b");
        }
    }

    @Test
    @Order(7)
    void noPersonHostOrHandleIsInAnyFigure() {
        var metrics = awaitFailuresToo();

        assertThat(metrics).allSatisfy(text -> assertThat(text).contains("jvm_info"));
        assertThat(metrics)
                .allSatisfy(text -> assertThat(text).doesNotContainIgnoringCase(personal()));
    }

    @Test
    @Order(8)
    void noPersonHostOrHandleIsInAnyLogLine() {
        awaitFailuresToo();

        assertThat(run.handbell().log()).contains(WholeSystem.READY);
        assertThat(withPersons(run.handbell().log())).isEmpty();
    }

    /// References are drawn from letters and digits, so one may end like a clause.
    private String withoutReferences(String text) {
        return run.handbell().rows("select reference from cases.cases").stream()
                .reduce(text, (left, reference) -> left.replace(reference, ""));
    }

    /// The account that nobody has and the host that does not exist have been tried.
    private List<String> awaitFailuresToo() {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(run.handbell().metrics().get("ingest"))
                                .containsPattern(failed("blog"))
                                .containsPattern(failed("bluesky")));
        return List.copyOf(run.handbell().metrics().values());
    }

    private static String failed(String platform) {
        return "handbell_fetch_total\\{(?=[^}]*platform=\"%s\")(?=[^}]*outcome=\"(failed|refused|try_later)\")"
                .formatted(platform);
    }

    private List<String> withPersons(String log) {
        return log.lines()
                .filter(line ->
                        run.personal().stream()
                                .anyMatch(word ->
                                        line.toLowerCase(Locale.ROOT)
                                                .contains(word.toLowerCase(Locale.ROOT))))
                .toList();
    }

    private CharSequence[] personal() {
        return run.personal().toArray(CharSequence[]::new);
    }

    private List<String> clauses(String post) {
        return run.handbell()
                .rows("select distinct clause from cases.case_findings where post_id = ?", post);
    }

    private List<String> waiting(String post) {
        return run.handbell()
                .rows("select unnest(clauses) from cases.waiting_findings where post_id = ?", post);
    }

    private List<String> timeline(String post) {
        return run.handbell()
                .rows(
                        """
                        select kind from cases.case_timeline
                        join cases.case_posts using (case_id) where post_id = ?
                        """,
                        post);
    }
}

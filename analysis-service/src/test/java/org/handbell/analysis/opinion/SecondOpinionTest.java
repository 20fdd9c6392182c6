package org.handbell.analysis.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.handbell.analysis.Invented;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.judge.Judge;
import org.handbell.analysis.judge.Judgement;
import org.handbell.analysis.opinion.LanguageModelStub.Behaviour;
import org.handbell.analysis.policy.YamlPacks;
import org.handbell.analysis.register.Register;
import org.handbell.contract.Finding;
import org.handbell.contract.Finding.Verdict;
import org.handbell.contract.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against a stub of a language model.
@Timeout(60)
class SecondOpinionTest {

    private static final Judge JUDGE =
            new Judge(new YamlPacks().read("classpath*:policy/pack-*.yml"), Invented.HASH);
    private static final Register REGISTER = Register.of(Invented.register());
    private static final Duration LONG = Duration.ofSeconds(20);

    /// E3 and E4, high and medium.
    private static final String PUPIL = "So proud of Tobias Wrenfield today";

    /// E8, low.
    private static final String SUPPLIER =
            "Gorsebridge Catering has the best dinners in our school";

    private final LanguageModelStub stub = new LanguageModelStub(LanguageModelStub.opinions("[]"));
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final List<Asked> outcomes = new ArrayList<>();

    @TempDir Path folder;

    @AfterEach
    void stop() {
        stub.close();
    }

    private static Circumstances saying(String text) {
        return new Circumstances(
                Invented.post("personal", "p", text), Invented.accounts().getFirst(), REGISTER);
    }

    private SecondOpinions opinions(@Nullable URI address, int callsPerHour, Duration timeout) {
        var token = write("s3cret\n");
        var settings = new OpinionSettings(address, token, "own-model", callsPerHour, timeout, 400);
        Clock clock =
                new Clock() {
                    @Override
                    public Instant instant() {
                        return now.get();
                    }

                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }
                };
        return new SecondOpinions(settings, clock, (asked, _) -> outcomes.add(asked));
    }

    private Path write(String token) {
        try {
            return Files.writeString(folder.resolve("token"), token);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Judgement on(String text, Behaviour behaviour) {
        stub.behave(behaviour);
        try (var opinions = opinions(stub.address(), 10, LONG)) {
            return on(opinions, text);
        }
    }

    private static Judgement on(SecondOpinions opinions, String text) {
        var circumstances = saying(text);
        return opinions.on(circumstances, JUDGE.judge(circumstances), JUDGE.packs(), LONG);
    }

    private static Finding finding(List<Finding> findings, String clause) {
        return findings.stream().filter(f -> f.clause().equals(clause)).findFirst().orElseThrow();
    }

    private static Finding.@Nullable SecondOpinion mark(Finding finding) {
        return Objects.requireNonNull(finding.explanation()).secondOpinion();
    }

    private static String opinion(String clause, boolean breach, double confidence) {
        return """
        {"clause": "%s", "breach": %s, "confidence": %s, "reason": "Because of the words."}\
        """
                .formatted(clause, breach, confidence);
    }

    @Test
    void theQuestionHoldsTheWordsAndTheClausesAndNobodysNameOrAccount() {
        on(PUPIL, LanguageModelStub.opinions("[]"));
        var request = stub.requests().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/v1/chat/completions");
        assertThat(request.authorization()).isEqualTo("Bearer s3cret");
        var body = request.body();
        assertThat(body.path("model").asString()).isEqualTo("own-model");
        assertThat(body.path("temperature").asInt()).isZero();
        assertThat(body.at("/response_format/type").asString()).isEqualTo("json_schema");
        assertThat(body.at("/response_format/json_schema/strict").asBoolean()).isTrue();
        var clauses =
                body.at(
                        "/response_format/json_schema/schema/properties/opinions/items/properties"
                                + "/clause/enum");
        assertThat(clauses.valueStream().map(node -> node.asString()))
                .contains("E3", "P2", "S3")
                .doesNotContain("E1", "D1", "M2", "E6");
        assertThat(request.message(0))
                .contains("E3, Identity of pupils: Nothing tells readers who a pupil is.");
        assertThat(request.message(1)).contains(PUPIL, "\"claimed\":[\"E3\",\"E4\"]");
        assertThat(body.toString())
                .doesNotContain("winslade", "Winslade", "social.example", "personal\",\"p")
                .doesNotContain(Invented.post("personal", "p", PUPIL).observationId());
    }

    @Test
    void whatTheRulesFoundIsMarkedAndStandsWhateverTheModelThinks() {
        var before = JUDGE.judge(saying(PUPIL));
        var after =
                on(
                        PUPIL,
                        LanguageModelStub.opinions(
                                "["
                                        + opinion("E3", false, 1)
                                        + ","
                                        + opinion("E4", true, 0.8)
                                        + "]"));
        assertThat(mark(finding(after.findings(), "E3")))
                .isEqualTo(
                        new Finding.SecondOpinion(
                                "own-model", Verdict.DOUBTED, "Because of the words."));
        assertThat(mark(finding(after.findings(), "E4")))
                .extracting(Finding.SecondOpinion::verdict)
                .isEqualTo(Verdict.CONFIRMED);
        assertThat(after.findings())
                .extracting(Finding::severity)
                .containsExactlyElementsOf(
                        before.findings().stream().map(Finding::severity).toList());
        assertThat(after.route()).isEqualTo(before.route());
        assertThat(after.withdrawn()).isEmpty();
    }

    @Test
    void aFindingOfTheModelAloneIsALowSuggestionThatChangesNoRoute() {
        var before = JUDGE.judge(saying(PUPIL));
        var after = on(PUPIL, LanguageModelStub.opinions("[" + opinion("C3", true, 0.99) + "]"));
        var added = finding(after.findings(), "C3");
        assertThat(added.severity()).isEqualTo(Severity.LOW);
        assertThat(added.mayOpenCase()).isFalse();
        assertThat(added.rule()).isEqualTo("second-opinion");
        assertThat(added.why()).contains(" may ", "language model");
        assertThat(mark(added)).extracting(Finding.SecondOpinion::verdict).isEqualTo(Verdict.ADDED);
        assertThat(after.route()).isEqualTo(before.route());
        assertThat(after.findings()).hasSize(before.findings().size() + 1);
    }

    @Test
    void whatTheModelIsUnsureOfIsNotSuggested() {
        var after = on(PUPIL, LanguageModelStub.opinions("[" + opinion("C3", true, 0.4) + "]"));
        assertThat(after.findings()).extracting(Finding::clause).doesNotContain("C3");
    }

    @Test
    void aLowFindingIsTalkedAwayWithItsReasonOnRecord() {
        assertThat(JUDGE.judge(saying(SUPPLIER)).findings())
                .extracting(Finding::clause)
                .containsExactly("E8");
        var after = on(SUPPLIER, LanguageModelStub.opinions("[" + opinion("E8", false, 0.9) + "]"));
        assertThat(after.findings()).isEmpty();
        assertThat(after.route()).isEmpty();
        assertThat(mark(after.withdrawn().getFirst()))
                .isEqualTo(
                        new Finding.SecondOpinion(
                                "own-model", Verdict.WITHDRAWN, "Because of the words."));
        var unsure =
                on(SUPPLIER, LanguageModelStub.opinions("[" + opinion("E8", false, 0.6) + "]"));
        assertThat(unsure.findings()).extracting(Finding::clause).containsExactly("E8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I think this is fine.",
                "[]",
                "{}",
                "{\"opinions\": {}}",
                "{\"opinions\": [{\"clause\": \"Z9\", \"breach\": true, \"confidence\": 1, \"reason\": \"r\"}]}",
                "{\"opinions\": [{\"clause\": \"E1\", \"breach\": true, \"confidence\": 1, \"reason\": \"r\"}]}",
                "{\"opinions\": [{\"clause\": \"C3\", \"breach\": \"yes\", \"confidence\": 1, \"reason\": \"r\"}]}",
                "{\"opinions\": [{\"clause\": \"C3\", \"breach\": true, \"confidence\": 7, \"reason\": \"r\"}]}",
                "{\"opinions\": [{\"clause\": \"C3\", \"breach\": true, \"confidence\": 1, \"reason\": \" \"}]}",
                "{\"opinions\": [{\"clause\": \"C3\", \"breach\": true, \"confidence\": 1}]}",
                "{\"opinions\": [{\"clause\": \"C3\", \"breach\": true, \"confidence\": 1, \"reason\": \"r\"},"
                        + "{\"clause\": \"C3\", \"breach\": false, \"confidence\": 1, \"reason\": \"r\"}]}",
            })
    void anAnswerThatIsNotWhatWasAskedForChangesNothing(String content) {
        assertThat(on(PUPIL, LanguageModelStub.content(content)))
                .isEqualTo(JUDGE.judge(saying(PUPIL)));
        assertThat(outcomes).containsExactly(Asked.INVALID);
    }

    @Test
    void aServerThatFailsOrSendsElsewhereOrTooMuchChangesNothing() {
        var before = JUDGE.judge(saying(PUPIL));
        Behaviour elsewhere =
                exchange -> {
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    exchange.sendResponseHeaders(307, -1);
                };
        assertThat(on(PUPIL, LanguageModelStub.body(500, "oh"))).isEqualTo(before);
        assertThat(on(PUPIL, elsewhere)).isEqualTo(before);
        assertThat(on(PUPIL, LanguageModelStub.body(200, " ".repeat(70_000)))).isEqualTo(before);
        assertThat(on(PUPIL, LanguageModelStub.body(200, "not json"))).isEqualTo(before);
        assertThat(outcomes)
                .containsExactly(Asked.FAILED, Asked.FAILED, Asked.FAILED, Asked.INVALID);
        assertThat(stub.requests())
                .extracting(LanguageModelStub.Request::path)
                .containsOnly("/v1/chat/completions");
    }

    @Test
    void aLongReasonIsCut() {
        var wordy = opinion("E3", true, 1).replace("Because of the words.", "so ".repeat(900));
        var after = on(PUPIL, LanguageModelStub.opinions("[" + wordy + "]"));
        assertThat(Objects.requireNonNull(mark(finding(after.findings(), "E3"))).reason())
                .hasSizeLessThanOrEqualTo(Finding.SecondOpinion.LONGEST_REASON)
                .endsWith("…");
    }

    @Test
    void aSlowModelIsNotWaitedForBeyondTheTimeout() {
        var gate = new CountDownLatch(1);
        stub.behave(exchange -> {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try (var opinions = opinions(stub.address(), 10, Duration.ofMillis(200))) {
            var start = System.nanoTime();
            assertThat(on(opinions, PUPIL)).isEqualTo(JUDGE.judge(saying(PUPIL)));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
            assertThat(outcomes).containsExactly(Asked.TIMED_OUT);
        } finally {
            gate.countDown();
        }
    }

    @Test
    void aModelThatFailsAgainAndAgainIsLeftAloneForAMinute() {
        stub.behave(LanguageModelStub.body(503, ""));
        try (var opinions = opinions(stub.address(), 100, LONG)) {
            for (var i = 0; i < 8; i++) {
                on(opinions, PUPIL);
            }
            assertThat(stub.requests()).hasSize(5);
            assertThat(outcomes.subList(5, 8)).containsOnly(Asked.RESTING);
            now.set(now.get().plusSeconds(61));
            stub.behave(LanguageModelStub.opinions("[]"));
            on(opinions, PUPIL);
            assertThat(outcomes.getLast()).isEqualTo(Asked.ANSWERED);
        }
    }

    @Test
    void noMoreCallsAreMadeInAnHourThanAllowed() {
        try (var opinions = opinions(stub.address(), 2, LONG)) {
            for (var i = 0; i < 4; i++) {
                on(opinions, PUPIL);
            }
            assertThat(outcomes)
                    .containsExactly(
                            Asked.ANSWERED, Asked.ANSWERED, Asked.NO_BUDGET, Asked.NO_BUDGET);
            now.set(now.get().plus(Duration.ofHours(1)));
            on(opinions, PUPIL);
            assertThat(stub.requests()).hasSize(3);
        }
    }

    @Test
    void aLongPostAndABatchWithoutTimeAreNotAsked() {
        try (var opinions = opinions(stub.address(), 10, LONG)) {
            on(opinions, "sea ".repeat(101));
            var circumstances = saying(PUPIL);
            opinions.on(
                    circumstances,
                    JUDGE.judge(circumstances),
                    JUDGE.packs(),
                    Duration.ofMillis(25));
        }
        assertThat(stub.requests()).isEmpty();
        assertThat(outcomes).containsExactly(Asked.TOO_LONG, Asked.NO_TIME);
    }

    @Test
    void nobodyIsAskedWhereNoAddressIsSet() {
        try (var opinions = opinions(null, 10, LONG)) {
            assertThat(on(opinions, PUPIL)).isEqualTo(JUDGE.judge(saying(PUPIL)));
        }
        assertThat(outcomes).isEmpty();
    }
}

package org.handbell.analysis.analyse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.handbell.analysis.meaning.Meanings;
import org.handbell.analysis.opinion.LanguageModelStub;
import org.handbell.contract.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AnalyseApplicationTest {

    private static final String REGISTER = "src/test/resources/analyse/register.json";
    private static final String NAMES_A_PUPIL = "So proud of Tobias Wrenfield today";

    @TempDir Path folder;

    private record Ran(int status, List<JsonNode> answers, String terminal) {

        List<String> clauses(int answer) {
            return answers.get(answer)
                    .path("findings")
                    .valueStream()
                    .map(finding -> finding.path("clause").asString())
                    .toList();
        }
    }

    private static Ran run(String lines, String... options) throws Exception {
        return run(lines.getBytes(UTF_8), false, options);
    }

    private static Ran run(byte[] lines, boolean watched, String... options) throws Exception {
        var terminal = new ByteArrayOutputStream();
        var out = new ByteArrayOutputStream();
        var status =
                new AnalyseApplication(terminal, watched, () -> Meanings.NONE)
                        .run(List.of(options), new ByteArrayInputStream(lines), out);
        var answers = out.toString(UTF_8).lines().map(Json.mapper()::readTree).toList();
        return new Ran(status, answers, terminal.toString(UTF_8));
    }

    private static Ran judged(String lines) throws Exception {
        return run(lines, "--register", REGISTER);
    }

    private static String line(String id, String text) {
        return line(id, text, "2026-11-07T19:30:00+00:00");
    }

    private static String line(String id, String text, String at) {
        return """
        {"id": "%s", "account": "ac-1", "platform": "mastodon", "action": "post", "postedAt": "%s", \
        "text": "%s", "function": "E3.any", "new in a later version": {"deep": [1]}}
        """
                .formatted(id, at, text);
    }

    @Test
    void eachCaseIsAnsweredInTheOrderOfTheInput() throws Exception {
        var lines = new StringBuilder();
        IntStream.range(0, 2000).forEach(i -> lines.append(line("c" + i, words(i))));
        var ran = judged(lines.toString());
        assertThat(ran.status()).isZero();
        assertThat(ran.answers())
                .extracting(answer -> answer.path("id").asString())
                .containsExactlyElementsOf(
                        IntStream.range(0, 2000).mapToObj(i -> "c" + i).toList());
        assertThat(ran.terminal()).isEmpty();
    }

    /// Long and short ones by turns, so that some are ready before those in front of them.
    private static String words(int i) {
        return "a long walk by the sea ".repeat(i % 7 == 0 ? 200 : 1);
    }

    @Test
    void anAnswerSaysClauseSeverityConfidenceWordsReasonAndRoute() throws Exception {
        var answer = judged(line("c1", NAMES_A_PUPIL)).answers().getFirst();
        var finding =
                answer.path("findings")
                        .valueStream()
                        .filter(f -> f.path("clause").asString().equals("E3"))
                        .findFirst()
                        .orElseThrow();
        assertThat(finding.path("severity").asString()).isEqualTo("high");
        assertThat(finding.path("confidence").asDouble()).isEqualTo(0.9);
        assertThat(finding.path("why").asString()).contains("may tell readers who a pupil is");
        var span = finding.path("spans").get(0);
        assertThat(span.path("field").asString()).isEqualTo("text");
        assertThat(NAMES_A_PUPIL.substring(span.path("start").asInt(), span.path("end").asInt()))
                .isEqualTo("Tobias Wrenfield");
        assertThat(answer.path("route").valueStream().map(JsonNode::asString))
                .containsExactly("disciplinary");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no json at all | line 2: is no JSON",
                "[1, 2] | line 2: is no JSON object",
                "{\"id\": \"x\" | line 2: is no JSON",
                "{\"id\": \"x\", \"text\": \"Wrenfield\"} | line 2: `account` is missing",
                "{\"id\": \"x\", \"account\": \"ac-1\", \"platform\": \"pigeon\"} | line 2: `platform` is none of mastodon,",
                "{\"id\": \"x\", \"account\": \"ac-1\", \"platform\": \"x\", \"action\": \"post\", \"postedAt\": \"yesterday\"}"
                        + " | line 2: `postedAt` is no time with an offset",
                "{\"id\": \"x\", \"account\": \"ac-1\", \"platform\": \"x\", \"action\": \"post\", \"postedAt\": \"2026-11-07T19:30:00Z\", \"media\": [3]}"
                        + " | line 2: `media[0]` is no object",
                "{\"id\": \"x\", \"account\": \"ac-9\", \"platform\": \"x\", \"action\": \"post\", \"postedAt\": \"2026-11-07T19:30:00Z\"}"
                        + " | line 2: `account` is not in the register",
            })
    void aBadLineIsNamedWithItsNumberAndRuleAndTheRestIsAnswered(String bad, String said)
            throws Exception {
        var ran = judged(line("c1", "sea") + bad + "\n" + line("c3", NAMES_A_PUPIL));
        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.terminal()).startsWith(said).doesNotContain("Wrenfield");
        assertThat(ran.answers())
                .extracting(answer -> answer.path("id").asString())
                .containsExactly("c1", "c3");
        assertThat(ran.clauses(1)).contains("E3");
    }

    @Test
    void blankLinesCountAndBytesThatAreNoTextAreNamed() throws Exception {
        var bytes = new ByteArrayOutputStream();
        bytes.write(line("c1", "sea").getBytes(UTF_8));
        bytes.write("\r\n  \n".getBytes(UTF_8));
        bytes.write(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}', '\n'});
        bytes.write(line("c5", "sea").strip().getBytes(UTF_8));
        var ran = run(bytes.toByteArray(), false, "--register=" + REGISTER);
        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.terminal()).startsWith("line 4: is no JSON");
        assertThat(ran.answers()).hasSize(2);
    }

    @Test
    void aLineBeyondTheBoundIsNamedAndLeavesTheNextAlone() throws Exception {
        var long_ = line("c1", "x".repeat(Lines.LONGEST));
        var ran = judged(long_ + line("c2", "sea"));
        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.terminal()).contains("line 1: is longer than 8,388,608 bytes");
        assertThat(ran.answers()).hasSize(1);
    }

    @Test
    void workingTimeIsJudgedUnlessSwitchedOff() throws Exception {
        var inALesson = line("c1", "lovely sunshine", "2026-11-05T10:00:00+00:00");
        assertThat(judged(inALesson).clauses(0)).containsExactly("E6");
        assertThat(run(inALesson, "--register", REGISTER, "--off=E6").clauses(0)).isEmpty();
    }

    @Test
    void aPupilsHandleIsKnownInTheCaseThatNamesItAndInNoOther() throws Exception {
        var told =
                """
                {"id": "c1", "account": "ac-1", "platform": "mastodon", "action": "reply", \
                "postedAt": "2026-11-07T19:30:00Z", "text": "haha yes", \
                "of": {"author": "@zippy_fox", "text": "sir is online"%s}}
                """;
        var ran = judged(told.formatted(", \"pupil\": \"pu-1\"") + told.formatted(""));
        assertThat(ran.clauses(0)).contains("C1");
        assertThat(ran.clauses(1)).doesNotContain("C1");
    }

    @Test
    @Timeout(60)
    void anAnswerDoesNotWaitForTheNextLine() throws Exception {
        try (var in = new PipedInputStream();
                var writer = new PipedOutputStream(in);
                var answers = new PipedInputStream();
                var out = new PipedOutputStream(answers)) {
            var application =
                    new AnalyseApplication(new ByteArrayOutputStream(), false, () -> Meanings.NONE);
            var status =
                    CompletableFuture.supplyAsync(
                            () -> unchecked(application, in, out), Thread::startVirtualThread);
            var reader = new BufferedReader(new InputStreamReader(answers, UTF_8));
            writer.write(line("c1", "sea").getBytes(UTF_8));
            writer.flush();
            assertThat(reader.readLine()).contains("\"c1\"");
            writer.write(line("c2", "sea").getBytes(UTF_8));
            writer.close();
            assertThat(reader.readLine()).contains("\"c2\"");
            assertThat(status.get(20, TimeUnit.SECONDS)).isZero();
        }
    }

    private static int unchecked(
            AnalyseApplication application, PipedInputStream in, PipedOutputStream out) {
        try {
            return application.run(List.of("--register", REGISTER), in, out);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Test
    void aSecondOpinionMarksWhatItTouched() throws Exception {
        var said =
                """
                [{"clause": "E3", "breach": true, "confidence": 0.9, "reason": "A full name."},
                 {"clause": "P1", "breach": true, "confidence": 0.9, "reason": "It may."}]\
                """;
        try (var stub = new LanguageModelStub(LanguageModelStub.opinions(said))) {
            var ran =
                    run(
                            line("c1", NAMES_A_PUPIL),
                            "--register",
                            REGISTER,
                            "--second-opinion",
                            stub.address().toString());
            var marks =
                    ran.answers()
                            .getFirst()
                            .path("findings")
                            .valueStream()
                            .map(f ->
                                    f.path("clause").asString()
                                            + " "
                                            + f.path("secondOpinion").asString(""));
            assertThat(marks).containsExactly("E3 confirmed", "E4 ", "P1 added");
            assertThat(ran.terminal()).isEmpty();
            assertThat(stub.requests()).hasSize(1);
        }
    }

    @Test
    void aModelThatDoesNotAnswerLeavesTheAnswersAndIsReported() throws Exception {
        var gone = new LanguageModelStub(LanguageModelStub.opinions("[]"));
        gone.close();
        var ran =
                run(
                        line("c1", NAMES_A_PUPIL),
                        "--register",
                        REGISTER,
                        "--second-opinion",
                        gone.address().toString());
        assertThat(ran.status()).isZero();
        assertThat(ran.clauses(0)).containsExactly("E3", "E4");
        assertThat(ran.terminal())
                .isEqualTo(
                        "second opinion: 1 of 1 posts have none: 1 failed"
                                + System.lineSeparator());
    }

    @Test
    void aMissingRegisterIsNamed() throws Exception {
        var ran = run(line("c1", "sea"), "--register", folder.resolve("none.json").toString());
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.terminal()).contains("none.json cannot be read", "--register REGISTER.json");
        assertThat(ran.answers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ | register.json: is no JSON: line 1, column",
                "{\"trust\": {\"id\": \"t\"}} | register.json: `trust.name` is missing",
                "{\"trust\": {\"id\": \"t\", \"name\": \"T\"}} | register.json: `accounts` is missing or empty",
                "{\"trust\": {\"id\": \"t\", \"name\": \"T\"}, \"staff\": [{\"id\": \"s\", \"role\": \"head\"}]}"
                        + " | register.json: `staff[0].name` is missing",
                "{\"trust\": {\"id\": \"t\", \"name\": \"T\"}, \"terms\": [{\"name\": \"a\", \"from\": \"soon\"}]}"
                        + " | register.json: `terms[0].from` is no date such as 2026-09-01",
            })
    void aBadRegisterIsNamedWithFieldAndRule(String json, String said) throws Exception {
        var file = Files.writeString(folder.resolve("register.json"), json);
        var ran = run("", "--register", file.toString());
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.terminal()).contains(said);
    }

    @ParameterizedTest
    @CsvSource({
        "--registry=r.json, --register is missing",
        "--register=" + REGISTER + " --fast, there is no option --fast",
        "--register=" + REGISTER + " --on=E99, there is no clause E99",
        "--register, --register needs a value",
        "--register=" + REGISTER + " --second-opinion=model, --second-opinion must be an address",
        "--register="
                + REGISTER
                + " --second-opinion=http://x --second-opinion-token-file=no, --second-opinion-token-file cannot be read",
    })
    void optionsThatDoNotFitAreNamed(String options, String said) throws Exception {
        var ran = run("", options.split(" "));
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.terminal()).contains(said);
    }

    @Test
    void packsCanBeNamedByAPlainPath() throws Exception {
        var bad = Files.writeString(folder.resolve("mine.yml"), "id: mine\nrules: 7\n");
        var ran = run("", "--register", REGISTER, "--packs", bad.toString());
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.terminal()).contains("mine.yml:2: format");
    }

    @Test
    void whateverIsInALineItEndsNoRun() throws Exception {
        var odd =
                """
                {"id": "o", "account": "ac-1", "platform": "x", "action": "reply", \
                "postedAt": "+999999999-12-31T23:59:59Z", "text": "\\ud800\\u0000", \
                "of": {"author": "", "text": "", "pupil": "pu-1"}}
                {"id": "p", "account": "ac-1", "platform": "x", "action": "reply", \
                "postedAt": "2026-11-07T19:30:00Z", "of": {"author": "😀", "pupil": "nobody"}}
                """;
        var ran = judged(odd + "[".repeat(5_000) + "\n" + line("c4", "sea"));
        assertThat(ran.terminal()).contains("line 3: is no JSON");
        assertThat(ran.answers().getLast().path("id").asString()).isEqualTo("c4");
        assertThat(ran.answers()).extracting(a -> a.path("id").asString()).contains("p");
    }

    @Test
    void onlyAPersonAtATerminalSeesProgress() throws Exception {
        var lines = line("c1", "sea").getBytes(UTF_8);
        assertThat(run(lines, true, "--register", REGISTER).terminal()).contains("1 answered");
        assertThat(run(lines, false, "--register", REGISTER).terminal()).isEmpty();
    }

    @Test
    void aReaderThatGoesAwayEndsTheRun() throws Exception {
        var terminal = new ByteArrayOutputStream();
        var gone =
                new java.io.OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                };
        var in = new ByteArrayInputStream(line("c1", "sea").repeat(5000).getBytes(UTF_8));
        var status =
                org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(60),
                        () ->
                                new AnalyseApplication(terminal, false, () -> Meanings.NONE)
                                        .run(List.of("--register", REGISTER), in, gone));
        assertThat(status).isEqualTo(1);
        assertThat(terminal.toString(UTF_8)).contains("stopped");
    }
}

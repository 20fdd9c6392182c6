package org.handbell.analysis.suite;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.judge.Judge;
import org.handbell.analysis.policy.YamlPacks;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.wire.Json;
import tools.jackson.databind.JsonNode;

/// Judges a file of cases without Kafka: `SuiteApplication REGISTER.json [CASES.jsonl] [--on=E6]`.
/// Reads standard input where no file of cases is named, and writes one line of findings for each
/// case on standard output. The hash key is thrown away afterwards.
public final class SuiteApplication {

    private static final String PACKS = "classpath*:policy/pack-*.yml";

    private SuiteApplication() {}

    public static void main(String[] args) throws IOException {
        var files = List.of(args).stream().filter(a -> !a.startsWith("--")).toList();
        var on =
                List.of(args).stream()
                        .filter(a -> a.startsWith("--on="))
                        .flatMap(a -> List.of(a.substring(5).split(",")).stream())
                        .toList();
        var register = Json.mapper().readTree(Files.readString(Path.of(files.getFirst())));
        try (var in = input(files);
                var out = output()) {
            var cases =
                    in.lines()
                            .filter(line -> !line.isBlank())
                            .map(Json.mapper()::readTree)
                            .toList();
            run(new SuiteRegister(register, cases, on, key()), cases, out);
        }
    }

    static void run(SuiteRegister register, List<JsonNode> cases, Writer out) throws IOException {
        var judge = new Judge(new YamlPacks().read(PACKS), register.hash());
        for (var asked : cases) {
            var circumstances =
                    new Circumstances(
                            SuiteCase.post(asked),
                            register.account(asked.path("account").asString()),
                            register.register());
            out.write(SuiteCase.answer(asked, judge.judge(circumstances)));
            out.write('\n');
        }
        out.flush();
    }

    private static KeyedHash key() {
        var key = new byte[KeyedHash.MIN_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new KeyedHash(key);
    }

    private static BufferedReader input(List<String> files) throws IOException {
        InputStream in =
                files.size() > 1
                        ? Files.newInputStream(Path.of(files.get(1)))
                        : new FileInputStream(FileDescriptor.in);
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private static BufferedWriter output() {
        return new BufferedWriter(
                new OutputStreamWriter(
                        new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8));
    }
}

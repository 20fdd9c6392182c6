package org.handbell.analysis.analyse;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How `./handbell analyse` was called.
///
/// @param register file of the trust
/// @param switched clauses that are switched on and off
/// @param packs where the policy packs lie
/// @param explain whether answers say what they rest on
/// @param opinion the language model that is asked for a second opinion; null for none
record AnalyseOptions(
        Path register,
        Switched switched,
        String packs,
        boolean explain,
        @Nullable OpinionOption opinion) {

    /// @param timeout longest wait for one answer
    record OpinionOption(URI address, String model, @Nullable Path tokenFile, Duration timeout) {}

    static final String USAGE =
            """
            ./handbell analyse --register REGISTER.json [--on=CLAUSE,..] [--off=CLAUSE,..]
                               [--packs=PATTERN] [--explain]
                               [--second-opinion URL] [--second-opinion-model NAME]
                               [--second-opinion-token-file FILE] [--second-opinion-timeout SECONDS]
                               < CASES.jsonl > FINDINGS.jsonl\
            """;

    /// @throws BadInputException naming the option that does not fit
    static AnalyseOptions of(List<String> arguments) {
        var given = new Arguments(arguments);
        var register = Path.of(given.needed("--register"));
        var switched = given.switched();
        var packs = given.packs();
        var explain = given.flag("--explain");
        var opinion = opinion(given);
        given.end();
        return new AnalyseOptions(register, switched, packs, explain, opinion);
    }

    private static @Nullable OpinionOption opinion(Arguments given) {
        var model = given.value("--second-opinion-model", "default");
        var token = given.value("--second-opinion-token-file");
        var timeout = given.number("--second-opinion-timeout", 60);
        var address = given.value("--second-opinion");
        return address == null
                ? null
                : new OpinionOption(
                        address(address),
                        model,
                        token == null ? null : Path.of(token),
                        Duration.ofSeconds(timeout));
    }

    private static URI address(String text) {
        if (!text.matches("https?://[^\\s/?#]+[^\\s?#]*")) {
            throw new BadInputException("--second-opinion must be an address: http://HOST:PORT");
        }
        return URI.create(text);
    }
}

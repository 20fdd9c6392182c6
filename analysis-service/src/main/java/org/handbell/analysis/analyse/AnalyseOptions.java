package org.handbell.analysis.analyse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How `./handbell analyse` was called.
///
/// @param register file of the trust
/// @param switched clauses that are switched on and off
/// @param packs where the policy packs lie
/// @param explain whether answers say what they rest on
record AnalyseOptions(Path register, Switched switched, String packs, boolean explain) {

    static final String USAGE =
            """
            ./handbell analyse --register REGISTER.json [--on=CLAUSE,..] [--off=CLAUSE,..]
                               [--packs=PATTERN] [--explain] < CASES.jsonl > FINDINGS.jsonl\
            """;

    private static final String PACKS = "classpath*:policy/pack-*.yml";

    /// @throws BadInputException naming the option that does not fit
    static AnalyseOptions of(List<String> arguments) {
        var left = new ArrayList<>(arguments);
        var register = value(left, "--register");
        if (register == null) {
            throw new BadInputException("--register is missing");
        }
        var on = clauses(left, "--on");
        on.addAll(Switched.USUAL.on());
        var switched = new Switched(on, clauses(left, "--off"));
        var packs = value(left, "--packs");
        var explain = left.remove("--explain");
        if (!left.isEmpty()) {
            throw new BadInputException("there is no option " + left.getFirst());
        }
        return new AnalyseOptions(
                Path.of(register), switched, packs == null ? PACKS : packs, explain);
    }

    private static Set<String> clauses(List<String> left, String option) {
        var value = value(left, option);
        return value == null
                ? new LinkedHashSet<>()
                : new LinkedHashSet<>(List.of(value.split(",")));
    }

    /// `--option=value` or `--option value`, taken out of what is left.
    private static @Nullable String value(List<String> left, String option) {
        for (var at = 0; at < left.size(); at++) {
            if (left.get(at).startsWith(option + "=")) {
                return left.remove(at).substring(option.length() + 1);
            }
            if (left.get(at).equals(option)) {
                if (at + 1 == left.size()) {
                    throw new BadInputException(option + " needs a value");
                }
                left.remove(at);
                return left.remove(at);
            }
        }
        return null;
    }
}

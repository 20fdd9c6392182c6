package org.handbell.analysis.analyse;

import java.nio.file.Path;
import java.util.List;

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

    /// @throws BadInputException naming the option that does not fit
    static AnalyseOptions of(List<String> arguments) {
        var given = new Arguments(arguments);
        var register = Path.of(given.needed("--register"));
        var switched = given.switched();
        var packs = given.value("--packs", Arguments.PACKS);
        var explain = given.flag("--explain");
        given.end();
        return new AnalyseOptions(register, switched, packs, explain);
    }
}

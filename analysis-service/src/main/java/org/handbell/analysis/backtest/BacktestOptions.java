package org.handbell.analysis.backtest;

import java.nio.file.Path;
import java.util.List;
import org.handbell.analysis.analyse.Arguments;
import org.handbell.analysis.analyse.BadInputException;
import org.handbell.analysis.analyse.Switched;
import org.jspecify.annotations.Nullable;

/// How `./handbell backtest` was called.
///
/// @param register file of the trust; null where the tables of the broker are read instead
/// @param candidate file of the pack that might come
/// @param packs where the running packs lie
/// @param from file of cases; null for standard input, or with a broker
/// @param live the broker whose posts are replayed; null for a file
/// @param postsPerSecond most posts that are judged in a second
/// @param examples most examples of each kind and clause
/// @param showWords whether examples show words of posts
record BacktestOptions(
        @Nullable Path register,
        Switched switched,
        Path candidate,
        List<String> packs,
        @Nullable Path from,
        @Nullable Live live,
        int postsPerSecond,
        int examples,
        boolean showWords) {

    /// @param bootstrapServers addresses of the broker
    /// @param config file with Kafka's own settings; null for none
    /// @param hashKey file of the key of the hashed register; null where a register is handed in
    record Live(String bootstrapServers, @Nullable Path config, @Nullable Path hashKey) {}

    static final String USAGE =
            """
            ./handbell backtest --candidate PACK.yml --register REGISTER.json
                                [--from CASES.jsonl] [--packs=PATTERN] [--own-packs=FOLDER]
                                [--on=CLAUSE,..] [--off=CLAUSE,..]
                                [--posts-per-second N] [--examples N] [--show-words]
            ./handbell backtest --candidate PACK.yml --live [--bootstrap-servers HOST:PORT]
                                [--config FILE] [--hash-key-file FILE | --register REGISTER.json] ...\
            """;

    private static final int FROM_A_FILE = 50_000;
    private static final int FROM_A_BROKER = 500;
    private static final int EXAMPLES = 3;

    /// @throws BadInputException naming the option that does not fit
    static BacktestOptions of(List<String> arguments) {
        var given = new Arguments(arguments);
        var live = live(given);
        var register = path(given.value("--register"));
        if (register == null && (live == null || live.hashKey() == null)) {
            throw new BadInputException(
                    live == null
                            ? "--register is missing"
                            : "--hash-key-file or --register is missing");
        }
        var options =
                new BacktestOptions(
                        register,
                        given.switched(),
                        Path.of(given.needed("--candidate")),
                        packs(given),
                        path(given.value("--from")),
                        live,
                        given.number(
                                "--posts-per-second", live == null ? FROM_A_FILE : FROM_A_BROKER),
                        given.number("--examples", EXAMPLES),
                        given.flag("--show-words"));
        given.end();
        return options;
    }

    private static @Nullable Live live(Arguments given) {
        var servers = given.value("--bootstrap-servers", "localhost:9092");
        var config = path(given.value("--config"));
        var key = path(given.value("--hash-key-file"));
        return given.flag("--live") ? new Live(servers, config, key) : null;
    }

    private static List<String> packs(Arguments given) {
        var packs = given.packs();
        var own = given.value("--own-packs");
        return own == null
                ? List.of(packs)
                : List.of(packs, "file:" + Path.of(own).toAbsolutePath() + "/pack-*.yml");
    }

    private static @Nullable Path path(@Nullable String value) {
        return value == null ? null : Path.of(value);
    }
}

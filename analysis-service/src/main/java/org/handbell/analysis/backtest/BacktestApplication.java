package org.handbell.analysis.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.handbell.analysis.HashKeySettings;
import org.handbell.analysis.analyse.Arguments;
import org.handbell.analysis.analyse.BadInputException;
import org.handbell.analysis.analyse.Conveyor;
import org.handbell.analysis.analyse.Progress;
import org.handbell.analysis.analyse.RegisterFile;
import org.handbell.analysis.policy.InvalidPackException;
import org.handbell.analysis.policy.YamlPacks;
import org.handbell.contract.KeyedHash;

/// `./handbell backtest`: judges posts by the running packs and by a candidate, and prints by
/// clause where the two differ. Ends with 2 where an option, the register or a pack cannot be
/// taken, with 3 where a post could not be judged.
public final class BacktestApplication {

    private static final int REFUSED = 2;
    private static final int SOME_NOT_JUDGED = 3;

    /// Most bytes of posts that are read and not yet compared.
    private static final int UNDER_WAY = 32 << 20;

    private final PrintWriter terminal;
    private final boolean watched;

    BacktestApplication(OutputStream terminal, boolean watched) {
        this.terminal = new PrintWriter(terminal, false, UTF_8);
        this.watched = watched;
    }

    public static void main(String[] args) throws InterruptedException {
        var application =
                new BacktestApplication(
                        new FileOutputStream(FileDescriptor.err),
                        Boolean.getBoolean("handbell.terminal"));
        var out = new FileOutputStream(FileDescriptor.out);
        System.exit(application.run(List.of(args), new FileInputStream(FileDescriptor.in), out));
    }

    int run(List<String> arguments, InputStream in, OutputStream out) throws InterruptedException {
        try {
            var options = BacktestOptions.of(arguments);
            return backtest(options, in, new PrintWriter(out, false, UTF_8));
        } catch (BadInputException | InvalidPackException e) {
            terminal.println("backtest: " + e.getMessage());
            terminal.println(BacktestOptions.USAGE);
            terminal.flush();
            return REFUSED;
        } catch (ExecutionException | IOException | KafkaException | IllegalStateException e) {
            terminal.println("backtest: stopped: " + e.getMessage());
            terminal.flush();
            return 1;
        }
    }

    private int backtest(BacktestOptions options, InputStream in, PrintWriter out)
            throws IOException, InterruptedException, ExecutionException {
        if (options.live() != null) {
            try (var replay = broker(options, options.live())) {
                return compare(options, replay, out);
            }
        }
        var register =
                RegisterFile.read(
                        Objects.requireNonNull(options.register()),
                        options.switched(),
                        Arguments.passingKey());
        if (options.from() == null) {
            return compare(options, new CaseReplay(register, in), out);
        }
        try (var file = open(options.from())) {
            return compare(options, new CaseReplay(register, file), out);
        }
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: is the path right?");
        }
    }

    private KafkaReplay broker(BacktestOptions options, BacktestOptions.Live live)
            throws IOException {
        var settings = new HashMap<String, Object>();
        if (live.config() != null) {
            var file = new Properties();
            try (var in = open(live.config())) {
                file.load(in);
            }
            file.forEach((name, value) -> settings.put(String.valueOf(name), value));
        }
        settings.put("bootstrap.servers", live.bootstrapServers());
        Runnable waiting = () -> progressLine("live posts go first: waiting");
        return options.register() == null
                ? new KafkaReplay(settings, key(live), null, waiting)
                : handedIn(options, options.register(), settings, waiting);
    }

    private static KafkaReplay handedIn(
            BacktestOptions options, Path file, Map<String, Object> settings, Runnable waiting) {
        var register = RegisterFile.read(file, options.switched(), Arguments.passingKey());
        return new KafkaReplay(settings, register.hash(), register.register(), waiting);
    }

    private static KeyedHash key(BacktestOptions.Live live) {
        return new HashKeySettings(live.hashKey()).keyedHash();
    }

    private void progressLine(String text) {
        if (watched) {
            terminal.print("\r\033[K" + text);
            terminal.flush();
        }
    }

    private int compare(BacktestOptions options, Replay replay, PrintWriter out)
            throws IOException, InterruptedException, ExecutionException {
        var comparing = comparing(options, replay);
        var differences = new Differences(options.examples());
        var progress = new Progress(terminal, watched, "judged twice", Clock.systemUTC());
        var pace =
                new Pace(options.postsPerSecond(), System::nanoTime, TimeUnit.NANOSECONDS::sleep);
        var start = System.nanoTime();
        try (var conveyor =
                new Conveyor<Compared>(
                        Runtime.getRuntime().availableProcessors(),
                        UNDER_WAY,
                        (compared, _) -> {
                            differences.add(compared);
                            progress.done();
                        })) {
            replay.each((weight, work) -> {
                pace.await();
                return conveyor.put(weight, () -> work.compared(comparing));
            });
            conveyor.finish();
        }
        progress.end();
        var seconds = (System.nanoTime() - start) / 1e9;
        out.printf(
                "%,d posts in %.1f s, %,.0f a second%n%n",
                differences.posts(), seconds, differences.posts() / seconds);
        differences.print(out);
        out.flush();
        return differences.someNotJudged() ? SOME_NOT_JUDGED : 0;
    }

    private static Comparing comparing(BacktestOptions options, Replay replay) {
        var packs = new YamlPacks();
        var running = packs.read(options.packs().toArray(String[]::new));
        var candidate = packs.read("file:" + options.candidate().toAbsolutePath());
        return new Comparing(replay.judge(running), replay.judge(candidate), options.showWords());
    }
}

package org.handbell.analysis.analyse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.handbell.analysis.judge.Bounds;
import org.handbell.analysis.judge.Judge;
import org.handbell.analysis.meaning.Meanings;
import org.handbell.analysis.meaning.Reader;
import org.handbell.analysis.opinion.CountedOpinions;
import org.handbell.analysis.policy.InvalidPackException;
import org.handbell.analysis.policy.YamlPacks;
import org.jspecify.annotations.Nullable;

/// `./handbell analyse`: cases on standard input, one a line; for each a line of findings on
/// standard output, in the same order. Ends with 3 where a line could not be answered, with 2 where
/// the register, the packs or the options cannot be taken. The hash key is thrown away afterwards.
public final class AnalyseApplication {

    static final int REFUSED = 2;
    static final int SOME_NOT_ANSWERED = 3;

    /// Most bytes of lines that are read and not yet answered.
    private static final int UNDER_WAY = 32 << 20;

    private final PrintWriter terminal;
    private final boolean watched;
    private final Supplier<Meanings> meanings;

    /// @param watched whether a person looks at the terminal
    /// @param meanings the model that reads posts for their meaning, made beside all else
    AnalyseApplication(OutputStream terminal, boolean watched, Supplier<Meanings> meanings) {
        this.terminal = new PrintWriter(terminal, false, UTF_8);
        this.watched = watched;
        this.meanings = meanings;
    }

    public static void main(String[] args) throws InterruptedException {
        var out = new FileOutputStream(FileDescriptor.out);
        var application =
                new AnalyseApplication(
                        new FileOutputStream(FileDescriptor.err),
                        Boolean.getBoolean("handbell.terminal"),
                        Reader::shipped);
        var status = application.run(List.of(args), new FileInputStream(FileDescriptor.in), out);
        System.exit(status);
    }

    /// @return the exit status
    int run(List<String> arguments, InputStream in, OutputStream out) throws InterruptedException {
        try {
            var options = AnalyseOptions.of(arguments);
            try (var opinions = opinions(options.opinion())) {
                var status = answer(caseFile(options, opinions), in, out);
                troubles(opinions);
                return status;
            }
        } catch (BadInputException | InvalidPackException e) {
            terminal.println("analyse: " + e.getMessage());
            terminal.println(AnalyseOptions.USAGE);
            terminal.flush();
            return REFUSED;
        } catch (ExecutionException | IOException e) {
            terminal.println("analyse: stopped: " + e.getMessage());
            terminal.flush();
            return 1;
        }
    }

    private static @Nullable CountedOpinions opinions(
            AnalyseOptions.@Nullable OpinionOption asked) {
        if (asked == null) {
            return null;
        }
        try {
            return new CountedOpinions(
                    asked.address(),
                    asked.tokenFile(),
                    asked.model(),
                    asked.timeout(),
                    Clock.systemUTC());
        } catch (IllegalStateException e) {
            throw new BadInputException("--second-opinion-token-file cannot be read");
        }
    }

    private void troubles(@Nullable CountedOpinions opinions) {
        if (opinions != null && !opinions.troubles().isEmpty()) {
            terminal.println(opinions.troubles());
            terminal.flush();
        }
    }

    private CaseFile caseFile(AnalyseOptions options, @Nullable CountedOpinions opinions) {
        // Beside the packs and the register: the first answer is waited for.
        var reader = CompletableFuture.supplyAsync(meanings);
        var packs = new YamlPacks().read(options.packs());
        for (var clause : options.switched().all()) {
            if (!packs.knows(clause)) {
                throw new BadInputException("there is no clause " + clause);
            }
        }
        var register =
                RegisterFile.read(options.register(), options.switched(), Arguments.passingKey());
        var judge = new Judge(packs, register.hash(), reader.join(), Bounds.USUAL);
        return new CaseFile(register, judge, new AnswerLine(options.explain()), opinions);
    }

    private int answer(CaseFile cases, InputStream in, OutputStream stream)
            throws IOException, InterruptedException, ExecutionException {
        var progress = new Progress(terminal, watched, "answered", Clock.systemUTC());
        var out = new BufferedOutputStream(stream, 1 << 16);
        var hands = Runtime.getRuntime().availableProcessors();
        try (var conveyor =
                new Conveyor<Outcome>(
                        hands, UNDER_WAY, (outcome, last) -> write(outcome, last, out, progress))) {
            var lines = new Lines(in);
            for (var line = lines.next(); line != null; line = lines.next()) {
                var one = line;
                if (!one.blank() && !conveyor.put(one.bytes().length, () -> cases.outcome(one))) {
                    break;
                }
            }
            conveyor.finish();
        }
        out.flush();
        progress.end();
        return progress.troubled() > 0 ? SOME_NOT_ANSWERED : 0;
    }

    private static void write(Outcome outcome, boolean last, OutputStream out, Progress progress)
            throws IOException {
        if (outcome.answer() != null) {
            out.write(outcome.answer().getBytes(UTF_8));
            out.write('\n');
            progress.done();
        }
        if (outcome.trouble() != null) {
            progress.trouble(outcome.line(), outcome.trouble());
        }
        if (last) {
            out.flush();
        }
    }
}

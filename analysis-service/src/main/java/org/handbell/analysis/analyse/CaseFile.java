package org.handbell.analysis.analyse;

import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.judge.Judge;
import org.handbell.analysis.judge.Judgement;
import org.handbell.analysis.judge.NotJudgedException;
import org.handbell.analysis.opinion.CountedOpinions;
import org.handbell.contract.Post;
import org.jspecify.annotations.Nullable;

/// Judges the lines of a file of cases, each by itself: the same line gets the same answer,
/// wherever it stands.
final class CaseFile {

    private static final String CUT =
            "judged in part: only the first %,d characters of the text".formatted(Post.MAX_TEXT);

    private final RegisterFile register;
    private final Judge judge;
    private final AnswerLine answers;
    private final @Nullable CountedOpinions opinions;

    /// @param opinions second ones; null for none
    CaseFile(
            RegisterFile register,
            Judge judge,
            AnswerLine answers,
            @Nullable CountedOpinions opinions) {
        this.opinions = opinions;
        this.register = register;
        this.judge = judge;
        this.answers = answers;
    }

    Outcome outcome(Lines.Line line) {
        if (line.cut()) {
            return new Outcome(
                    line.number(), null, "is longer than %,d bytes".formatted(Lines.LONGEST));
        }
        try {
            return judged(line.number(), CaseLine.read(line.bytes()));
        } catch (BadInputException e) {
            return new Outcome(line.number(), null, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // One line that nobody thought of must not end the run.
            var kind = e.getClass().getSimpleName();
            return new Outcome(line.number(), null, "cannot be taken: " + kind);
        }
    }

    private Outcome judged(long number, CaseLine asked) {
        var circumstances = register.around(asked);
        try {
            var answer = answers.of(asked.id(), judgement(circumstances));
            var cut = !asked.post().truncated().isEmpty();
            return new Outcome(number, answer, cut ? CUT : null);
        } catch (NotJudgedException e) {
            return notJudged(number, asked, e.reason());
        } catch (RuntimeException | StackOverflowError e) {
            // One post that the rules cannot cope with must not end the run.
            return notJudged(number, asked, "the rules failed: " + e.getClass().getSimpleName());
        }
    }

    private Judgement judgement(Circumstances circumstances) {
        var judgement = judge.judge(circumstances);
        return opinions == null ? judgement : opinions.on(circumstances, judgement, judge.packs());
    }

    private static Outcome notJudged(long number, CaseLine asked, String reason) {
        return new Outcome(
                number, AnswerLine.notJudged(asked.id(), reason), "not judged: " + reason);
    }
}

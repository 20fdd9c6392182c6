package org.handbell.analysis.backtest;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.judge.Judge;
import org.handbell.analysis.judge.Judgement;
import org.handbell.analysis.judge.NotJudgedException;
import org.handbell.analysis.text.PostText;
import org.handbell.analysis.text.Reading;
import org.handbell.contract.Finding;

/// Judges a post by the running packs and by the candidate; its text is read once for both.
final class Comparing {

    private final Judge running;
    private final Judge candidate;
    private final boolean showWords;

    Comparing(Judge running, Judge candidate, boolean showWords) {
        this.running = running;
        this.candidate = candidate;
        this.showWords = showWords;
    }

    Compared compare(Circumstances circumstances) {
        var id = circumstances.post().postId();
        try {
            if (PostText.length(circumstances.post()) > LONGEST) {
                return Compared.not(id, "longer than %,d characters".formatted(LONGEST));
            }
            var text = PostText.of(circumstances.post());
            return new Compared(
                    id,
                    byClause(running.judge(circumstances, text)),
                    byClause(candidate.judge(circumstances, text)),
                    showWords ? words(text) : Map.of(),
                    null);
        } catch (NotJudgedException e) {
            return Compared.not(id, e.reason());
        } catch (RuntimeException | StackOverflowError e) {
            return Compared.not(id, "the rules failed: " + e.getClass().getSimpleName());
        }
    }

    private static final int LONGEST = 150_000;

    private static Map<String, Finding> byClause(Judgement judgement) {
        var byClause = new TreeMap<String, Finding>();
        judgement.findings().forEach(finding -> byClause.put(finding.clause(), finding));
        return byClause;
    }

    private static Map<String, String> words(PostText text) {
        return text.readings().stream()
                .collect(Collectors.toMap(Reading::field, Reading::original, (one, _) -> one));
    }
}

package org.handbell.analysis.opinion;

import java.time.Clock;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.judge.Judgement;
import org.handbell.analysis.policy.PolicyPacks;
import org.handbell.analysis.text.PostText;
import org.handbell.contract.Finding;
import org.jspecify.annotations.Nullable;

/// Asks a language model about a post after the rules have judged it. Whatever goes wrong, the
/// judgement stays as the rules made it.
public final class SecondOpinions implements AutoCloseable {

    /// Less time than this is not worth a question.
    private static final Duration LEAST = Duration.ofMillis(100);

    private final OpinionSettings settings;
    private final @Nullable LanguageModelClient client;
    private final Patience patience;
    private final BiConsumer<Asked, Judgement> told;

    /// @param told after each post: what became of the question, and the judgement as it is then
    SecondOpinions(OpinionSettings settings, Clock clock, BiConsumer<Asked, Judgement> told) {
        this.settings = settings;
        this.patience = new Patience(settings.callsPerHour(), clock);
        this.told = told;
        var address = settings.address();
        this.client =
                address == null ? null : new LanguageModelClient(address, settings.tokenFile());
    }

    /// The judgement with the model's opinion, where one can be had in time.
    ///
    /// @param packs the packs that it was judged by
    /// @param left longest time that there is
    public Judgement on(
            Circumstances circumstances, Judgement judgement, PolicyPacks packs, Duration left) {
        if (client == null) {
            return judgement;
        }
        var time = settings.timeout().compareTo(left) < 0 ? settings.timeout() : left;
        var may = may(circumstances, time);
        if (may != Asked.ANSWERED) {
            told.accept(may, judgement);
            return judgement;
        }
        try {
            var weighed = ask(client, circumstances, judgement, packs, time);
            patience.answered();
            told.accept(Asked.ANSWERED, weighed);
            return weighed;
        } catch (UnusableAnswerException e) {
            patience.failed();
            told.accept(e.outcome(), judgement);
            return judgement;
        }
    }

    private Asked may(Circumstances circumstances, Duration time) {
        if (PostText.length(circumstances.post()) > settings.mostCharacters()) {
            return Asked.TOO_LONG;
        }
        return time.compareTo(LEAST) < 0 ? Asked.NO_TIME : patience.ask();
    }

    private Judgement ask(
            LanguageModelClient client,
            Circumstances circumstances,
            Judgement judgement,
            PolicyPacks packs,
            Duration time)
            throws UnusableAnswerException {
        var pack = packs.pack(judgement.packId());
        var question = Question.about(circumstances, judgement, pack, settings.model());
        var opinions = Answer.read(client.ask(question.body(), time), question.clauses());
        var models =
                judgement.findings().stream()
                        .map(Finding::explanation)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .map(Finding.Explanation::models)
                        .orElse(pack.models());
        var observation = circumstances.post().observationId();
        return new Weighing(pack, settings.model(), models, observation).weigh(judgement, opinions);
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }
}

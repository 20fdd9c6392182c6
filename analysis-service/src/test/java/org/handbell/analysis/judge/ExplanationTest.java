package org.handbell.analysis.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.handbell.analysis.Invented;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.meaning.Meaning;
import org.handbell.analysis.meaning.Meanings;
import org.handbell.analysis.meaning.Script;
import org.handbell.analysis.policy.YamlPacks;
import org.handbell.analysis.register.Register;
import org.handbell.contract.Finding;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final String MODEL = "ab".repeat(32);
    private static final Judge JUDGE =
            new Judge(
                    new YamlPacks().read("classpath*:policy/pack-*.yml"),
                    Invented.HASH,
                    new Unread(),
                    Bounds.USUAL);

    /// A model that is asked and says nothing.
    private static final class Unread implements Meanings {

        @Override
        public Meaning of(Script script) {
            return Meaning.UNREAD;
        }

        @Override
        public List<String> hashes() {
            return List.of(MODEL);
        }
    }

    private static Judgement judge(String text) {
        return JUDGE.judge(
                new Circumstances(
                        Invented.post("personal", "p", text),
                        Invented.accounts().getFirst(),
                        Register.of(Invented.register())));
    }

    @Test
    void aFindingCarriesPackModelsHitsAndTheExemptionsThatWereTried() {
        var text = "So proud of Tobias Wrenfield today";
        var finding =
                judge(text).findings().stream()
                        .filter(f -> f.clause().equals("E3"))
                        .findFirst()
                        .orElseThrow();
        var explanation = Objects.requireNonNull(finding.explanation());
        var pack = JUDGE.packs().all().getFirst();
        assertThat(explanation.pack()).isEqualTo(pack.id());
        assertThat(explanation.packHash()).isEqualTo(pack.hash()).hasSize(64);
        assertThat(explanation.models()).containsExactly(MODEL);
        assertThat(explanation.hits())
                .contains(new Finding.Hit("pupil.full", new Finding.Span("text", 12, 28)))
                .doesNotHaveDuplicates();
        assertThat(finding.exemptions())
                .extracting(Finding.Exemption::name)
                .contains("namesake", "own-child");
        assertThat(finding.exemptions()).noneMatch(Finding.Exemption::applied);
    }

    @Test
    void whatWasLetGoSaysWhyAndWhatWasTriedBefore() {
        var judgement =
                judge("On behalf of Copperfold High School, all views my own: we are thrilled");
        var excused =
                judgement.excused().stream()
                        .filter(e -> e.exemption().equals("own-view"))
                        .findFirst()
                        .orElseThrow();
        assertThat(excused.hits()).isNotEmpty();
        assertThat(excused.tried().getLast().applied()).isTrue();
        assertThat(excused.tried().getLast().why()).contains("view is their own");
        assertThat(excused.tried().subList(0, excused.tried().size() - 1))
                .noneMatch(Finding.Exemption::applied);
    }
}

package org.handbell.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The benchmarks still run, over what they say; how fast is for a longer run to tell.
class SmallRunTest {

    private static final Scale SMALL = new Scale(120, 150, 3_500, 60, 300, 7);

    @Test
    void theLoopOfRegularExpressionsFindsWhatTheLexiconsFind() {
        var comparison = new Comparison(CheapStages.of(SMALL));

        assertThat(comparison.sameHits(300)).isGreaterThan(300);
    }

    @Test
    void thePackIsAsLargeAsAskedFor() {
        var stages = CheapStages.of(SMALL);

        assertThat(stages.packs().all().getLast().rules()).hasSize(150);
        assertThat(stages.lexicons()).hasSize(120);
        assertThat(stages.lexicons().values().stream().mapToInt(java.util.List::size).sum())
                .isEqualTo(3_500);
    }

    @Test
    void postsAreOrdinaryMostlyAndAboutTwoHundredCharactersLong() {
        var stages = CheapStages.of(SMALL);

        var found = 0;
        for (var i = 0; i < 300; i++) {
            found += stages.judge(i) > 0 ? 1 : 0;
        }
        assertThat(found).isBetween(3, 200);
        assertThat(stages.posts().stream().mapToInt(p -> p.post().text().length()).average())
                .hasValueCloseTo(210.0, org.assertj.core.data.Offset.offset(40.0));
    }

    @Test
    void theBacktestJudgesEachPostFromItsBytesAsItIsJudgedInMemory() {
        var stages = CheapStages.of(SMALL);

        var claims = 0;
        for (var i = 0; i < 300; i++) {
            claims += stages.judge(i);
        }
        assertThat(new Backtest(stages).run(600, 2).claims()).isEqualTo(2L * claims);
    }

    @Test
    void theSameSeedMakesTheSamePosts() {
        assertThat(CheapStages.of(SMALL).posts())
                .extracting(known -> known.post().text())
                .isEqualTo(
                        CheapStages.of(SMALL).posts().stream()
                                .map(known -> known.post().text())
                                .toList());
    }
}

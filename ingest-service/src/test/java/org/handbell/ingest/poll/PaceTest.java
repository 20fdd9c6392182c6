package org.handbell.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PaceTest {

    private static final Duration FASTEST = Duration.ofSeconds(15);
    private static final Duration SLOWEST = Duration.ofMinutes(15);

    @Property
    void whateverHappensItStaysWithinTheBounds(@ForAll List<Boolean> news) {
        var pace = at(FASTEST);
        for (var some : news) {
            var next = some ? pace.faster() : pace.slower();
            assertThat(next.interval()).isBetween(FASTEST, SLOWEST);
            assertThat(Integer.signum(next.interval().compareTo(pace.interval())))
                    .isIn(0, some ? -1 : 1);
            pace = next;
        }
    }

    @Property
    void aQuietAccountIsLookedAtAsSeldomAsMayBe(@ForAll @IntRange(min = 15, max = 900) int from) {
        var pace = at(Duration.ofSeconds(from));
        for (int look = 0; look < 20; look++) {
            pace = pace.slower();
        }
        assertThat(pace.interval()).isEqualTo(SLOWEST);
    }

    /// The busier of two accounts is never the one that is looked at more seldom.
    @Property
    void moreNewsNeverMeansALongerWait(
            @ForAll @Size(min = 1, max = 40) List<Boolean> news,
            @ForAll @IntRange(max = 39) int at) {
        var quieter = at(Duration.ofMinutes(2));
        var busier = quieter;
        for (int look = 0; look < news.size(); look++) {
            quieter = news.get(look) && look != at ? quieter.faster() : quieter.slower();
            busier = news.get(look) ? busier.faster() : busier.slower();
            assertThat(busier.interval()).isLessThanOrEqualTo(quieter.interval());
        }
    }

    private static Pace at(Duration interval) {
        return new Pace(interval, FASTEST, SLOWEST);
    }
}

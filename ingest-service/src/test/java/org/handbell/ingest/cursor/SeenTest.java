package org.handbell.ingest.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.handbell.ingest.Invented.NOON;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.handbell.ingest.cursor.Seen.Item;
import org.handbell.ingest.cursor.Seen.Keeping;
import org.handbell.ingest.cursor.Seen.Mark;
import org.junit.jupiter.api.Test;

class SeenTest {

    private static final Keeping NOW = new Keeping(NOON, null);

    @Property(tries = 100)
    void whatIsPackedIsUnpacked(@ForAll @Size(max = 600) @UniqueElements List<Long> ids) {
        var seen = Seen.nothing().with(items(ids), NOW);
        var again = Seen.unpack(seen.pack(Seen.MOST));
        assertThat(again).isEqualTo(seen);
        assertThat(again.size()).isEqualTo(Math.min(ids.size(), Seen.MOST));
        ids.stream()
                .skip(Math.max(0, ids.size() - Seen.MOST))
                .forEach(id -> assertThat(again.mark(id)).contains(Mark.saying(~id, NOON)));
    }

    @Test
    void theNewestStayWhereThereAreTooMany() {
        var ids = LongStream.rangeClosed(1, 510).boxed().toList();
        var seen = Seen.nothing().with(items(ids), NOW);
        assertThat(seen.size()).isEqualTo(500);
        assertThat(seen.mark(10)).isEmpty();
        assertThat(seen.mark(11)).isPresent();
        assertThat(Seen.unpack(seen.pack(2)).mark(510)).isPresent();
        assertThat(Seen.unpack(seen.pack(2)).size()).isEqualTo(2);
    }

    @Test
    void whatIsSeenAgainBecomesTheNewest() {
        var ids = LongStream.rangeClosed(1, 500).boxed().toList();
        var seen = Seen.nothing().with(items(ids), NOW);
        var again = seen.with(items(List.of(1L, 501L)), NOW);
        assertThat(again.mark(1)).isPresent();
        assertThat(again.mark(2)).isEmpty();
    }

    @Test
    void anItemIsForgottenAfter72Hours() {
        var seen = Seen.nothing().with(items(List.of(7L)), NOW);
        var last = NOON.plus(Duration.ofHours(72));
        assertThat(seen.with(List.of(), new Keeping(last, last)).mark(7)).isPresent();
        assertThat(seen.isOverdue(new Keeping(last, last))).isFalse();
        var after = new Keeping(last.plusSeconds(1), last);
        assertThat(seen.with(List.of(), after).mark(7)).isEmpty();
        assertThat(seen.isOverdue(after)).isTrue();
    }

    @Test
    void anItemSinceTheLastFullReadingIsRememberedUntilTheNextOneForThirtyDaysAtTheMost() {
        var seen = Seen.nothing().with(items(List.of(7L)), NOW);
        var swept = NOON.minusSeconds(60);
        var last = NOON.plus(Duration.ofDays(30));
        assertThat(seen.with(List.of(), new Keeping(last, swept)).mark(7)).isPresent();
        assertThat(seen.with(List.of(), new Keeping(last.plusSeconds(1), swept)).mark(7)).isEmpty();
    }

    @Test
    void whatWasPackedWithDaysIsRead() {
        var day = NOON.getEpochSecond() / 86_400;
        var packed =
                ByteBuffer.allocate(19).put((byte) 1).putLong(7).putLong(8).putShort((short) day);
        var seen = Seen.unpack(Base64.getEncoder().encodeToString(packed.array()));
        assertThat(seen.mark(7)).contains(new Mark(8, day * 86_400));
    }

    @Test
    void aWithdrawnPostIsKnownAsWithdrawn() {
        var gone = new Item(7, Mark.withdrawn(NOON));
        var seen = Seen.unpack(Seen.nothing().with(List.of(gone), NOW).pack(Seen.MOST));
        assertThat(seen.mark(7)).hasValueSatisfying(m -> assertThat(m.isWithdrawn()).isTrue());
        assertThat(Mark.saying(0, NOON).isWithdrawn()).isFalse();
    }

    @Test
    void whatWasNotPackedHereIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Seen.unpack("AQID"));
        assertThatIllegalArgumentException().isThrownBy(() -> Seen.unpack("CQ=="));
        assertThatIllegalArgumentException().isThrownBy(() -> Seen.unpack("not base64"));
    }

    private static List<Item> items(List<Long> ids) {
        return ids.stream().map(id -> new Item(id, Mark.saying(~id, NOON))).toList();
    }
}

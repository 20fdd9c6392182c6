package org.handbell.ingest.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.handbell.ingest.cursor.Seen.Item;
import org.handbell.ingest.cursor.Seen.Mark;
import org.junit.jupiter.api.Test;

class SeenTest {

    private static final long TODAY = 20_777;

    @Property(tries = 100)
    void whatIsPackedIsUnpacked(@ForAll @Size(max = 600) @UniqueElements List<Long> ids) {
        var seen = Seen.nothing().with(items(ids), TODAY);
        var again = Seen.unpack(seen.pack(Seen.MOST));
        assertThat(again).isEqualTo(seen);
        assertThat(again.size()).isEqualTo(Math.min(ids.size(), Seen.MOST));
        ids.stream()
                .skip(Math.max(0, ids.size() - Seen.MOST))
                .forEach(id -> assertThat(again.mark(id)).contains(Mark.saying(~id, TODAY)));
    }

    @Test
    void theNewestStayWhereThereAreTooMany() {
        var ids = LongStream.rangeClosed(1, 510).boxed().toList();
        var seen = Seen.nothing().with(items(ids), TODAY);
        assertThat(seen.size()).isEqualTo(500);
        assertThat(seen.mark(10)).isEmpty();
        assertThat(seen.mark(11)).isPresent();
        assertThat(Seen.unpack(seen.pack(2)).mark(510)).isPresent();
        assertThat(Seen.unpack(seen.pack(2)).size()).isEqualTo(2);
    }

    @Test
    void whatIsSeenAgainBecomesTheNewest() {
        var ids = LongStream.rangeClosed(1, 500).boxed().toList();
        var seen = Seen.nothing().with(items(ids), TODAY);
        var again = seen.with(items(List.of(1L, 501L)), TODAY);
        assertThat(again.mark(1)).isPresent();
        assertThat(again.mark(2)).isEmpty();
    }

    @Test
    void whatWasNotSeenForThirtyDaysIsForgotten() {
        var seen = Seen.nothing().with(items(List.of(7L)), TODAY);
        assertThat(seen.with(List.of(), TODAY + 30).mark(7)).isPresent();
        assertThat(seen.with(List.of(), TODAY + 31).mark(7)).isEmpty();
    }

    @Test
    void aWithdrawnPostIsKnownAsWithdrawn() {
        var gone = new Item(7, Mark.withdrawn(TODAY));
        var seen = Seen.unpack(Seen.nothing().with(List.of(gone), TODAY).pack(Seen.MOST));
        assertThat(seen.mark(7)).hasValueSatisfying(m -> assertThat(m.isWithdrawn()).isTrue());
        assertThat(Mark.saying(0, TODAY).isWithdrawn()).isFalse();
    }

    @Test
    void whatWasNotPackedHereIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Seen.unpack("AQID"));
        assertThatIllegalArgumentException().isThrownBy(() -> Seen.unpack("CQ=="));
        assertThatIllegalArgumentException().isThrownBy(() -> Seen.unpack("not base64"));
    }

    private static List<Item> items(List<Long> ids) {
        return ids.stream().map(id -> new Item(id, Mark.saying(~id, TODAY))).toList();
    }
}

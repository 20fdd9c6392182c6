package org.handbell.ingest.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbell.ingest.Invented.NOON;

import java.util.stream.LongStream;
import org.handbell.contract.wire.Wire;
import org.handbell.ingest.cursor.Seen.Item;
import org.handbell.ingest.cursor.Seen.Mark;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "\"", "\u0001", "é"})
    void aCursorFitsItsRecordWhateverThePositionHolds(String letter) {
        var items =
                LongStream.rangeClosed(1, 600)
                        .mapToObj(id -> new Item(id, Mark.saying(id, NOON)))
                        .toList();
        var seen = Seen.nothing().with(items, new Seen.Keeping(NOON, null));
        var position = letter.repeat(Cursor.MAX_POSITION / (letter.equals("é") ? 2 : 1));
        assertThat(Cursor.fits(position)).isTrue();
        var saved = new Cursor(position, seen, NOON).saved("account-" + "x".repeat(36), NOON);
        var record = Wire.CURSORS.record(saved, "/handbell/ingest");
        var size = record.key().length() + record.value().length;
        for (var header : record.headers()) {
            size += header.key().length() + header.value().length;
        }
        assertThat(size).isLessThanOrEqualTo(Cursor.MAX_RECORD);
        assertThat(Cursor.of(saved).position()).isEqualTo(position);
        if (letter.equals("a")) {
            assertThat(Cursor.of(saved).seen().size()).isGreaterThan(450);
        }
    }
}

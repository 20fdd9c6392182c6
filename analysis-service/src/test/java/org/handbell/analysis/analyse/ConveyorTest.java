package org.handbell.analysis.analyse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConveyorTest {

    @Test
    void resultsComeInTheOrderOfTheWork() throws Exception {
        var taken = new ArrayList<Integer>();
        var chance = new Random(7);
        try (var conveyor = new Conveyor<Integer>(4, 100, (i, _) -> taken.add(i))) {
            for (var i = 0; i < 3000; i++) {
                var number = i;
                var effort = chance.nextInt(2000);
                conveyor.put(1, () -> spun(number, effort));
            }
            conveyor.finish();
        }
        assertThat(taken).containsExactlyElementsOf(IntStream.range(0, 3000).boxed().toList());
    }

    private static int spun(int number, int effort) {
        var sum = 0;
        for (var i = 0; i < effort; i++) {
            sum += Integer.bitCount(i ^ sum);
        }
        return sum < 0 ? -1 : number;
    }

    @Test
    void noMoreIsUnderWayThanTheBoundAllows() throws Exception {
        var gate = new CountDownLatch(1);
        var put = new AtomicInteger();
        try (var conveyor = new Conveyor<Integer>(2, 10, (_, _) -> gate.await())) {
            var feeder =
                    Thread.startVirtualThread(() -> {
                        try {
                            for (var i = 0; i < 100; i++) {
                                conveyor.put(3, () -> 1);
                                put.incrementAndGet();
                            }
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    });
            await().until(() -> put.get() == 3 && feeder.getState() == Thread.State.WAITING);
            gate.countDown();
            feeder.join();
            conveyor.finish();
        }
        assertThat(put).hasValue(100);
    }

    @Test
    void whatTheEndThrowsEndsIt() throws Exception {
        try (var conveyor =
                new Conveyor<Integer>(
                        2,
                        10,
                        (_, _) -> {
                            throw new IOException("no room on the disk");
                        })) {
            var more = true;
            for (var i = 0; i < 1000 && more; i++) {
                more = conveyor.put(1, () -> 1);
            }
            assertThat(more).isFalse();
            assertThatThrownBy(conveyor::finish)
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("no room on the disk");
        }
    }

    @Test
    void linesOfAnyShapeAreCutAtTheirEnds() throws IOException {
        var lines = new Lines(new ByteArrayInputStream("one\n\nthree\r\nlast".getBytes(UTF_8)));
        var read = new ArrayList<String>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            read.add(line.number() + ":" + new String(line.bytes(), UTF_8) + ":" + line.blank());
        }
        assertThat(read)
                .containsExactly("1:one:false", "2::true", "3:three\r:false", "4:last:false");
    }
}

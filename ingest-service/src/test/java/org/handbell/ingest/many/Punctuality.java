package org.handbell.ingest.many;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.handbell.ingest.many.ManyAccounts.Visit;

/// Whether accounts were visited when it was their turn.
///
/// @param visited accounts that were visited at all
/// @param waits visits, each with the wait before it
/// @param onTime how many of them were on time
/// @param latest by how much the latest visit was late
record Punctuality(int visited, int waits, int onTime, Duration latest) {

    /// @param window its beginning counts as a visit to every account, and at its end nobody may
    ///   have waited too long either
    /// @param interval between two visits
    /// @param grace what may be added to it
    static Punctuality of(List<Visit> visits, Window window, Duration interval, Duration grace) {
        var last = new HashMap<Integer, Long>();
        var waits = 0;
        var onTime = 0;
        var worst = 0L;
        for (var visit : visits) {
            var before = last.getOrDefault(visit.account(), window.from);
            var late = visit.nanoTime() - before - interval.toNanos();
            waits++;
            onTime += late <= grace.toNanos() ? 1 : 0;
            worst = Math.max(worst, late);
            last.put(visit.account(), visit.nanoTime());
        }
        for (var before : last.values()) {
            worst = Math.max(worst, window.to - before - interval.toNanos());
        }
        return new Punctuality(last.size(), waits, onTime, Duration.ofNanos(worst));
    }

    /// What is looked at, by `System.nanoTime`.
    record Window(long from, long to) {}

    String share() {
        return String.format(Locale.ROOT, "%.2f %%", 100.0 * onTime / waits);
    }
}

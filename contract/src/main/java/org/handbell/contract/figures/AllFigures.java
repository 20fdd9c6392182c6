package org.handbell.contract.figures;

import java.time.Duration;
import java.util.List;

/// All figures of a service that cost a question, each refreshed by itself: one that gets no answer
/// holds up none of the others.
public final class AllFigures implements AutoCloseable {

    private final List<RefreshedFigures> refreshed;

    /// @param every pause between two questions for the same figures, 100 ms to 5 min
    public AllFigures(List<? extends Figures> figures, Duration every) {
        this.refreshed =
                figures.stream()
                        .map(one ->
                                new RefreshedFigures(one.getClass().getSimpleName(), every, one))
                        .toList();
    }

    public void start() {
        refreshed.forEach(RefreshedFigures::start);
    }

    @Override
    public void close() {
        refreshed.forEach(RefreshedFigures::close);
    }
}

package org.handbell.cases.figures;

import java.util.List;
import org.handbell.contract.figures.Figures;
import org.handbell.contract.figures.RefreshedFigures;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Refreshes whatever figures a feature has that cost a question; one that gets no answer holds up
/// none of the others.
@Component
class FiguresTasks implements SmartLifecycle {

    private final List<RefreshedFigures> refreshed;
    private volatile boolean running;

    FiguresTasks(List<Figures> figures, FiguresSettings settings) {
        this.refreshed =
                figures.stream()
                        .map(one ->
                                new RefreshedFigures(
                                        one.getClass().getSimpleName(), settings.every(), one))
                        .toList();
    }

    @Override
    public void start() {
        refreshed.forEach(RefreshedFigures::start);
        running = true;
    }

    @Override
    public void stop() {
        refreshed.forEach(RefreshedFigures::close);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

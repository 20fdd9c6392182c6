package org.handbell.standalone.welcome;

import org.handbell.standalone.deadletter.DeadLetters;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The main figures drawn, where no Grafana runs.
@Controller
class OperatorController {

    private final FiguresClient figures;
    private final DeadLetters deadLetters;
    private final Ways ways;

    OperatorController(FiguresClient figures, DeadLetters deadLetters, Ways ways) {
        this.ways = ways;
        this.figures = figures;
        this.deadLetters = deadLetters;
    }

    @GetMapping("/operator")
    String page(Model model) {
        addCharts(model);
        return "standalone/operator";
    }

    /// The charts alone, for a page that follows them.
    @GetMapping("/operator/figures")
    String charts(Model model) {
        addCharts(model);
        return "standalone/figures :: figures";
    }

    private void addCharts(Model model) {
        model.addAttribute(
                "charts",
                new Figures(figures.read()).charts(deadLetters.open(), ways.newestFirst()));
    }
}

package org.handbell.cases.report;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.handbell.cases.casefile.DeskLists;
import org.handbell.cases.casefile.DueSettings;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Cases by week. Those who may see the cases see how many; others see no small number.
@Controller
class WeeksController {

    private static final int WEEKS = 26;

    private final DeskLists lists;
    private final Clock clock;
    private final ZoneId zone;

    WeeksController(DeskLists lists, Clock clock, DueSettings due) {
        this.lists = lists;
        this.clock = clock;
        this.zone = due.zone();
    }

    @GetMapping("/report/weeks")
    String weeks(@AuthenticationPrincipal SignedIn person, Model model) {
        var thisMonday =
                LocalDate.ofInstant(clock.instant(), zone)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var first = thisMonday.minusWeeks(WEEKS - 1L);
        var opened = lists.weeks(person.personId(), first);
        var small = person.role() == Role.HEAD || person.role() == Role.EXECUTIVE_HEAD;
        model.addAttribute("chart", WeekChart.of(opened, first, WEEKS, small));
        model.addAttribute("counts", person.role() == Role.CHAIR);
        model.addAttribute(
                "safeguarding", person.role() == Role.DSL || person.role() == Role.DEPUTY_DSL);
        return "cases/report/weeks";
    }
}

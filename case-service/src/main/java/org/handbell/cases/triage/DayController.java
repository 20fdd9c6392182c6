package org.handbell.cases.triage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.handbell.cases.casefile.CaseNames;
import org.handbell.cases.casefile.DeskLists;
import org.handbell.cases.casefile.DeskLists.Done;
import org.handbell.cases.casefile.DeskLists.Stretch;
import org.handbell.cases.casefile.DueSettings;
import org.handbell.cases.casefile.TriageSettings;
import org.handbell.cases.casefile.Wanted;
import org.handbell.cases.casefile.Words;
import org.handbell.cases.signin.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The end of the day: is anything past its time, and what did the colleagues do.
@Controller
class DayController {

    private final DeskLists lists;
    private final Cards cards;
    private final CaseNames names;
    private final TriageSettings settings;
    private final ZoneId zone;
    private final Clock clock;

    DayController(
            DeskLists lists,
            Cards cards,
            CaseNames names,
            TriageSettings settings,
            DueSettings due,
            Clock clock) {
        this.lists = lists;
        this.cards = cards;
        this.names = names;
        this.settings = settings;
        this.zone = due.zone();
        this.clock = clock;
    }

    /// A decision of today.
    ///
    /// @param undone whether it was taken back
    record Line(String at, String reference, String outcome, String who, boolean undone) {}

    @GetMapping("/queue/day")
    String day(@AuthenticationPrincipal SignedIn person, Model model) {
        var me = person.personId();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var late =
                lists.page(
                        me,
                        Wanted.late(clock.instant()),
                        new Stretch("", settings.page()),
                        "day.read");
        model.addAttribute("late", cards.of(late.cases(), me));
        model.addAttribute("moreLate", late.more());
        model.addAttribute("today", Words.day(today));
        model.addAttribute("decided", decided(me, today));
        return "cases/triage/day";
    }

    private List<Line> decided(String personId, LocalDate today) {
        return lists.decidedSince(personId, today.atStartOfDay(zone).toInstant()).stream()
                .map(done -> line(done, personId))
                .toList();
    }

    private Line line(Done done, String personId) {
        var decision = done.decision();
        return new Line(
                Words.clock(decision.decidedAt(), zone),
                done.about().number().value(),
                decision.outcome().words(),
                decision.decidedBy().equals(personId) ? "You" : names.person(decision.decidedBy()),
                !decision.stands());
    }
}

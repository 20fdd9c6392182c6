package org.handbell.cases.triage;

import java.util.List;
import org.handbell.cases.casefile.CardLocks;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.DeskLists;
import org.handbell.cases.casefile.DeskLists.Stretch;
import org.handbell.cases.casefile.TriageSettings;
import org.handbell.cases.casefile.Wanted;
import org.handbell.cases.casefile.Wanted.Show;
import org.handbell.cases.signin.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The queue, and the way from one card to the next. Where a person stands in it is in the address:
/// there is nothing to lose.
@Controller
class QueueController {

    /// How far ahead cards are counted.
    private static final int AHEAD = 50;

    private static final String READ = "queue.read";

    private final DeskLists lists;
    private final CardLocks locks;
    private final Cards cards;
    private final TriageSettings settings;

    QueueController(DeskLists lists, CardLocks locks, Cards cards, TriageSettings settings) {
        this.lists = lists;
        this.locks = locks;
        this.cards = cards;
        this.settings = settings;
    }

    /// Whoever is on the queue has no card before them.
    @GetMapping("/queue")
    String queue(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String past,
            Model model) {
        locks.leave(person.personId());
        model.addAttribute("page", page(person, Show.WAITING, past));
        model.addAttribute("begun", !past.isEmpty());
        return "cases/triage/queue";
    }

    @GetMapping("/queue/going-on")
    String goingOn(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String past,
            Model model) {
        model.addAttribute("page", page(person, Show.GOING_ON, past));
        return "cases/triage/going-on";
    }

    private QueuePage page(SignedIn person, Show show, String past) {
        var found =
                lists.page(
                        person.personId(),
                        Wanted.all(show),
                        new Stretch(past, settings.page()),
                        READ);
        return QueuePage.of(cards.of(found.cases(), person.personId()), found);
    }

    /// The most urgent card that nobody else has before them.
    ///
    /// @param done how many cards the person has had
    /// @param past reference of a card that they leave for later
    @GetMapping("/queue/next")
    String next(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "0") int done,
            @RequestParam(defaultValue = "") String past,
            Model model,
            RedirectAttributes flash) {
        if (done < 0) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        handOn(model, flash);
        var page =
                lists.page(
                        person.personId(),
                        Wanted.all(Show.WAITING),
                        new Stretch(past, AHEAD),
                        READ);
        var free = free(page.cases(), person);
        if (free.isEmpty()) {
            flash.addFlashAttribute("end", true);
            return "redirect:/queue";
        }
        return "redirect:/cases/%s?card=%d&of=%d%s"
                .formatted(
                        free.getFirst().number(),
                        done + 1,
                        done + free.size(),
                        page.more() ? "&more=true" : "");
    }

    private List<Case> free(List<Case> waiting, SignedIn person) {
        var held = locks.ofOthers(waiting.stream().map(Case::caseId).toList(), person.personId());
        return waiting.stream().filter(about -> !held.containsKey(about.caseId())).toList();
    }

    /// What was said for the page before is for the next one.
    private static void handOn(Model model, RedirectAttributes flash) {
        for (var name : List.of("done", "undo")) {
            var said = model.getAttribute(name);
            if (said != null) {
                flash.addFlashAttribute(name, said);
            }
        }
    }
}

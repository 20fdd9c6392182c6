package org.handbell.cases.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.handbell.cases.casefile.DecideCase.Answer;
import org.handbell.cases.casefile.DecideCase.Fault;
import org.handbell.cases.casefile.DecideCase.Result;
import org.handbell.cases.signin.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The queue, and the page of a case. Whoever may not see a case gets the same answer as for one
/// that does not exist.
@Controller
class CaseController {

    private final DeskCases desk;
    private final DecideCase decideCase;
    private final AcknowledgeCase acknowledgeCase;
    private final CasePage page;

    CaseController(
            DeskCases desk, DecideCase decideCase, AcknowledgeCase acknowledgeCase, CasePage page) {
        this.desk = desk;
        this.decideCase = decideCase;
        this.acknowledgeCase = acknowledgeCase;
        this.page = page;
    }

    @GetMapping("/queue")
    String queue(@AuthenticationPrincipal SignedIn person, Model model) {
        var seen = desk.queue(person.personId());
        model.addAttribute("tiers", page.queue(seen));
        model.addAttribute("count", seen.size());
        return "cases/casefile/queue";
    }

    @GetMapping("/cases/{reference}")
    ModelAndView read(@AuthenticationPrincipal SignedIn person, @PathVariable String reference) {
        return shown(person, reference, new Answered("", "", "", List.of()), HttpStatus.OK);
    }

    @PostMapping("/cases/{reference}/acknowledgement")
    String acknowledge(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String reference,
            RedirectAttributes flash) {
        var taken = taken(person, reference).orElseThrow(CaseController::notFound);
        flash.addFlashAttribute(
                "done", "It is recorded who has taken this on. Nobody further is told.");
        return "redirect:/cases/" + taken.number();
    }

    @PostMapping("/cases/{reference}/decision")
    ModelAndView decide(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String reference,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes flash) {
        var answer =
                new Answer(
                        version, among(Outcome.class, outcome), among(Reason.class, reason), words);
        return switch (decided(person, reference, answer)) {
            case Result.NotFound _ -> throw notFound();
            case Result.Recorded(var decided) -> {
                flash.addFlashAttribute("done", "Your decision is recorded.");
                yield new ModelAndView("redirect:/cases/" + decided.number());
            }
            case Result.Incomplete(var faults) ->
                    shown(
                            person,
                            reference,
                            new Answered(
                                    outcome,
                                    reason,
                                    words,
                                    faults.stream().map(Problem::of).toList()),
                            HttpStatus.UNPROCESSABLE_CONTENT);
            case Result.Stale _ ->
                    shown(
                            person,
                            reference,
                            new Answered(outcome, reason, words, List.of(Problem.STALE)),
                            HttpStatus.CONFLICT);
        };
    }

    /// Two people at the same moment: the second one is told so.
    private Result decided(SignedIn person, String reference, Answer answer) {
        try {
            return decideCase.decide(person.personId(), reference, answer);
        } catch (CaseChangedException e) {
            return new Result.Stale();
        }
    }

    /// Two people at the same moment: the first one has taken it.
    private Optional<Case> taken(SignedIn person, String reference) {
        try {
            return acknowledgeCase.acknowledge(person.personId(), reference);
        } catch (CaseChangedException e) {
            return desk.read(person.personId(), reference);
        }
    }

    private ModelAndView shown(
            SignedIn person, String reference, Answered answered, HttpStatus status) {
        var found = desk.read(person.personId(), reference).orElseThrow(CaseController::notFound);
        var shown = new ModelAndView("cases/casefile/case", status);
        shown.addObject("file", page.view(found));
        shown.addObject("pointer", found.matter().pointerOnly());
        shown.addObject("answered", answered);
        return shown;
    }

    /// What was entered, so that nothing has to be entered again, and what is wrong with it.
    record Answered(String outcome, String reason, String words, List<Problem> problems) {

        public boolean wrong(String field) {
            return problems.stream().anyMatch(problem -> problem.field().equals(field));
        }
    }

    /// A line of the error summary; the field is the one to go to.
    record Problem(String field, String words) {

        static final Problem STALE =
                new Problem(
                        "outcome",
                        "Somebody changed this case while you had it open. Look at it again, then answer.");

        static Problem of(Fault fault) {
            return switch (fault) {
                case NO_OUTCOME -> new Problem("outcome", "Choose an answer.");
                case OUTCOME_NOT_POSSIBLE ->
                        new Problem(
                                "outcome", "That answer is not possible for this case any more.");
                case NO_REASON -> new Problem("reason", "Choose a reason.");
                case NO_WORDS -> new Problem("words", "Say in your own words why.");
                case TOO_MANY_WORDS ->
                        new Problem(
                                "words",
                                "Use at most %,d characters.".formatted(DecideCase.MOST_WORDS));
            };
        }
    }

    private static <E extends Enum<E>> @Nullable E among(Class<E> type, String name) {
        return Optional.of(name)
                .filter(n -> !n.isBlank())
                .flatMap(n ->
                        Arrays.stream(type.getEnumConstants())
                                .filter(e -> e.name().equals(n))
                                .findFirst())
                .orElse(null);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

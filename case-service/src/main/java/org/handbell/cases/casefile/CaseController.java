package org.handbell.cases.casefile;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.handbell.cases.casefile.DecideCase.Answer;
import org.handbell.cases.casefile.DecideCase.Result;
import org.handbell.cases.signin.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The page of a case; while it is suggested, the card on which a person answers. Whoever may not
/// see a case gets the same answer as for one that does not exist.
@Controller
class CaseController {

    private static final String PAGE = "redirect:/cases/";
    private static final String DONE = "done";

    private final DeskCases desk;
    private final DecideCase decideCase;
    private final AcknowledgeCase acknowledgeCase;
    private final TakeBack takeBack;
    private final CardLocks locks;
    private final CasePage page;

    CaseController(
            DeskCases desk,
            DecideCase decideCase,
            AcknowledgeCase acknowledgeCase,
            TakeBack takeBack,
            CardLocks locks,
            CasePage page) {
        this.desk = desk;
        this.decideCase = decideCase;
        this.acknowledgeCase = acknowledgeCase;
        this.takeBack = takeBack;
        this.locks = locks;
        this.page = page;
    }

    /// Where the card stands in what waits, where a person goes through it: the third of seven.
    ///
    /// @param card from 1; 0 where the case was opened by itself
    /// @param of how many
    /// @param more whether there are more than that
    record Run(int card, int of, boolean more) {

        Run {
            if (card < 0 || of < 0) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
        }

        public boolean under() {
            return card > 0;
        }

        public String words() {
            return "Card " + card + " of " + of + (more ? " or more" : "");
        }
    }

    @ModelAttribute("run")
    Run run(
            @RequestParam(defaultValue = "0") int card,
            @RequestParam(defaultValue = "0") int of,
            @RequestParam(defaultValue = "false") boolean more) {
        return new Run(card, of, more);
    }

    @GetMapping("/cases/{reference}")
    ModelAndView read(@AuthenticationPrincipal SignedIn person, @PathVariable String reference) {
        return shown(person, reference, Answered.NOTHING, HttpStatus.OK);
    }

    @PostMapping("/cases/{reference}/acknowledgement")
    String acknowledge(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String reference,
            RedirectAttributes flash) {
        var taken = taken(person, reference).orElseThrow(CaseController::notFound);
        flash.addFlashAttribute(
                DONE, "It is recorded who has taken this on. Nobody further is told.");
        return PAGE + taken.number();
    }

    @PostMapping("/cases/{reference}/decision")
    ModelAndView decide(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String reference,
            @RequestParam long version,
            @ModelAttribute("entered") Entered entered,
            @ModelAttribute("run") Run run,
            RedirectAttributes flash) {
        return switch (decided(person, reference, entered.answer(version))) {
            case Result.NotFound _ -> throw notFound();
            case Result.Recorded(var decided) -> recorded(decided, entered.outcome(), run, flash);
            case Result.Incomplete(var faults) ->
                    shown(
                            person,
                            reference,
                            entered.wrong(faults.stream().map(Problem::of).toList()),
                            HttpStatus.UNPROCESSABLE_CONTENT);
            case Result.Stale _ ->
                    shown(
                            person,
                            reference,
                            entered.wrong(List.of(Problem.STALE)),
                            HttpStatus.CONFLICT);
            case Result.BeingLookedAt _ ->
                    shown(
                            person,
                            reference,
                            entered.wrong(List.of(Problem.HELD)),
                            HttpStatus.CONFLICT);
        };
    }

    /// The next card comes by itself, except after what needs the person to act on this one.
    private static ModelAndView recorded(
            Case decided, String outcome, Run run, RedirectAttributes flash) {
        var gravest = outcome.equals(Outcome.CHILD_AT_RISK.name());
        flash.addFlashAttribute(
                DONE, "Your decision on case " + decided.number() + " is recorded.");
        if (run.under() && !gravest) {
            flash.addFlashAttribute("undo", decided.number().value());
            return new ModelAndView("redirect:/queue/next?done=" + run.card());
        }
        return new ModelAndView(PAGE + decided.number());
    }

    @PostMapping("/cases/{reference}/undo")
    String undo(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String reference,
            RedirectAttributes flash) {
        return switch (takenBack(person, reference)) {
            case TakeBack.Result.NotFound _ -> throw notFound();
            case TakeBack.Result.Waiting(var again) -> {
                flash.addFlashAttribute(DONE, "Your answer was taken back. The case waits again.");
                yield PAGE + again.number();
            }
            case TakeBack.Result.Stands(var about) -> {
                flash.addFlashAttribute(
                        DONE, "That answer cannot be taken back any more. It stands.");
                yield PAGE + about.number();
            }
        };
    }

    /// The person leaves the card for later and goes on to the next.
    @PostMapping("/cases/{reference}/leave")
    String leave(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String reference,
            @ModelAttribute("run") Run run) {
        var left = desk.find(person.personId(), reference).orElseThrow(CaseController::notFound);
        locks.leave(person.personId());
        return "redirect:/queue/next?done=" + run.card() + "&past=" + left.number();
    }

    /// The person closed the card, as their browser says.
    @PostMapping(value = "/cases/{reference}/leave", params = "since")
    ResponseEntity<Void> close(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String reference,
            @RequestParam String since) {
        if (desk.find(person.personId(), reference).isEmpty()) {
            throw notFound();
        }
        locks.leave(person.personId(), time(since));
        return ResponseEntity.noContent().build();
    }

    private static Instant time(String since) {
        try {
            return Instant.parse(since);
        } catch (DateTimeException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no time", e);
        }
    }

    /// Two people at the same moment: the second one is told so.
    private Result decided(SignedIn person, String reference, Answer answer) {
        try {
            return decideCase.decide(person.personId(), reference, answer);
        } catch (CaseChangedException e) {
            return new Result.Stale();
        }
    }

    /// Somebody changed the case at the same moment: the answer stands.
    private TakeBack.Result takenBack(SignedIn person, String reference) {
        try {
            return takeBack.takeBack(person.personId(), reference);
        } catch (CaseChangedException e) {
            return desk.read(person.personId(), reference)
                    .<TakeBack.Result>map(TakeBack.Result.Stands::new)
                    .orElseGet(TakeBack.Result.NotFound::new);
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
        var lock =
                found.state() instanceof CaseState.Suggested
                        ? locks.take(found.caseId(), person.personId())
                        : null;
        var stale = answered.problems().contains(Problem.STALE);
        var shown = new ModelAndView("cases/casefile/case", status);
        shown.addObject("file", page.view(found, person.personId(), lock, stale));
        shown.addObject("pointer", found.matter().pointerOnly());
        shown.addObject("answered", answered);
        shown.addObject("deals", desk.find(person.personId(), reference).isPresent());
        return shown;
    }

    /// What was sent.
    record Entered(@Nullable String outcome, @Nullable String reason, @Nullable String words) {

        @Override
        public String outcome() {
            return text(outcome);
        }

        Answer answer(long version) {
            return new Answer(
                    version,
                    among(Outcome.class, outcome()),
                    among(Reason.class, text(reason)),
                    text(words));
        }

        Answered wrong(List<Problem> problems) {
            return new Answered(outcome(), text(reason), text(words), problems);
        }

        private static String text(@Nullable String sent) {
            return sent == null ? "" : sent;
        }
    }

    /// What was entered, so that nothing has to be entered again, and what is wrong with it.
    record Answered(String outcome, String reason, String words, List<Problem> problems) {

        static final Answered NOTHING = new Answered("", "", "", List.of());

        public boolean wrong(String field) {
            return problems.stream().anyMatch(problem -> problem.field().equals(field));
        }

        /// Whether a reason was chosen under this answer.
        public boolean chose(String answer, String why) {
            return outcome.equals(answer) && reason.equals(why);
        }
    }

    /// A line of the error summary; the field is the one to go to.
    record Problem(String field, String words) {

        static final Problem STALE =
                new Problem(
                        "outcome",
                        "Somebody changed this case while you had it open. Look at it again, then answer.");

        static final Problem HELD =
                new Problem(
                        "outcome",
                        "A colleague has this card before them, and only one person answers at a time. “A child may be at risk now” can be said at any time.");

        static Problem of(DecideCase.Fault fault) {
            return switch (fault) {
                case NO_OUTCOME -> new Problem("outcome", "Choose an answer.");
                case OUTCOME_NOT_POSSIBLE ->
                        new Problem(
                                "outcome", "That answer is not possible for this case any more.");
                case NO_REASON -> new Problem("reason", "Choose a reason.");
                case REASON_DOES_NOT_FIT ->
                        new Problem("reason", "Choose a reason that goes with your answer.");
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

package org.handbell.cases.nomination;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.DeskCases.Seen;
import org.handbell.cases.casefile.DueSettings;
import org.handbell.cases.casefile.Words;
import org.handbell.cases.form.Answers;
import org.handbell.cases.form.Answers.Problem;
import org.handbell.cases.form.Asked;
import org.handbell.cases.form.Field;
import org.handbell.cases.nomination.NominateInvestigator.Request;
import org.handbell.cases.nomination.NominateInvestigator.Result;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.handbell.cases.signin.SignedIn;
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

/// Who looks into a case, for whoever deals with it; and one's own list, for who looks into some.
@Controller
class NominationController {

    private static final List<Field> QUESTIONS =
            List.of(
                    Field.line("email", "Who?", "Their e-mail address at work."),
                    Field.day("until", "Until which day?", "For example, 27 3 2027"),
                    Field.words("why", "Why this person?", ""));

    private final NominateInvestigator nominate;
    private final People people;
    private final DueSettings due;
    private final Clock clock;

    NominationController(
            NominateInvestigator nominate, People people, DueSettings due, Clock clock) {
        this.nominate = nominate;
        this.people = people;
        this.due = due;
        this.clock = clock;
    }

    /// A nomination as the page shows it.
    ///
    /// @param id to withdraw it by; empty where it is over
    record Line(String who, String until, String by, String why, String id) {}

    @GetMapping("/nominations")
    String own(@AuthenticationPrincipal SignedIn person, Model model) {
        model.addAttribute("cases", nominate.casesOf(person.personId()));
        return "cases/nomination/own";
    }

    @GetMapping("/cases/{reference}/nominations")
    ModelAndView read(@AuthenticationPrincipal SignedIn person, @PathVariable String reference) {
        return shown(person, reference, Map.of(), List.of(), HttpStatus.OK);
    }

    @PostMapping("/cases/{reference}/nominations")
    ModelAndView nominate(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String reference,
            @RequestParam Map<String, String> given,
            RedirectAttributes flash) {
        var answers = new Answers(given);
        var request =
                new Request(
                        answers.line("email", "Enter an e-mail address."),
                        answers.day("until"),
                        answers.words("why", "Say why."));
        if (!answers.problems().isEmpty()) {
            return shown(person, reference, given, answers.problems(), unprocessable());
        }
        return switch (nominate.nominate(person.personId(), reference, request)) {
            case Result.NotFound _ -> throw notFound();
            case Result.Refused(var why) ->
                    shown(
                            person,
                            reference,
                            given,
                            List.of(new Problem(why.field(), why.words())),
                            unprocessable());
            case Result.Made _ ->
                    done(reference, flash, "They can look into this case now. Tell them yourself.");
        };
    }

    @PostMapping("/cases/{reference}/nominations/{nominationId}/withdrawal")
    ModelAndView withdraw(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String reference,
            @PathVariable String nominationId,
            RedirectAttributes flash) {
        var about =
                nominate.withdraw(person.personId(), reference, nominationId)
                        .orElseThrow(NominationController::notFound);
        return done(about.number().value(), flash, "The case does not exist for them any more.");
    }

    private static ModelAndView done(String reference, RedirectAttributes flash, String words) {
        flash.addFlashAttribute("done", words);
        return new ModelAndView("redirect:/cases/" + reference + "/nominations");
    }

    private ModelAndView shown(
            SignedIn person,
            String reference,
            Map<String, String> given,
            List<Problem> problems,
            HttpStatus status) {
        var about =
                nominate.read(person.personId(), reference)
                        .map(Seen::about)
                        .orElseThrow(NominationController::notFound);
        var shown = new ModelAndView("cases/nomination/nominations", status);
        shown.addObject("reference", about.number().value());
        shown.addObject("lines", lines(about));
        shown.addObject("open", !about.state().ended());
        shown.addObject("problems", problems);
        shown.addObject("questions", Asked.of(QUESTIONS, given, problems));
        return shown;
    }

    private List<Line> lines(Case about) {
        return nominate.of(about).stream().map(this::line).toList();
    }

    private Line line(Nomination nomination) {
        var inForce = nomination.inForce(clock.instant());
        var ended = nomination.endedAt();
        return new Line(
                name(nomination.personId()),
                inForce
                        ? "until " + Words.time(nomination.expiresAt(), due.zone())
                        : "over since "
                                + Words.time(
                                        ended == null ? nomination.expiresAt() : ended, due.zone()),
                name(nomination.nominatedBy())
                        + ", "
                        + Words.time(nomination.nominatedAt(), due.zone()),
                nomination.why(),
                inForce ? nomination.nominationId() : "");
    }

    private String name(String personId) {
        return people.byId(personId).map(Person::name).orElse("somebody who left");
    }

    private static HttpStatus unprocessable() {
        return HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

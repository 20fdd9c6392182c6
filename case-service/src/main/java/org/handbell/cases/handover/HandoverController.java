package org.handbell.cases.handover;

import java.util.List;
import java.util.Map;
import org.handbell.cases.casefile.Nominated;
import org.handbell.cases.form.Answers;
import org.handbell.cases.form.Answers.Problem;
import org.handbell.cases.form.Asked;
import org.handbell.cases.handover.HandOver.OnRecord;
import org.handbell.cases.handover.HandOver.Result;
import org.handbell.cases.handover.Request.Basis;
import org.handbell.cases.handover.Request.Part;
import org.handbell.cases.handover.Request.Recipient;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.handbell.cases.signin.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Handing parts of a case over. There is no way to send a bundle from here: it is downloaded.
@Controller
@RequestMapping("/cases/{reference}/handovers")
class HandoverController {

    private final HandOver handOver;
    private final Nominated nominated;
    private final People people;
    private final HandoverPage page;

    HandoverController(HandOver handOver, Nominated nominated, People people, HandoverPage page) {
        this.handOver = handOver;
        this.nominated = nominated;
        this.people = people;
        this.page = page;
    }

    @GetMapping
    ModelAndView read(@AuthenticationPrincipal SignedIn person, @PathVariable String reference) {
        return shown(person, reference, Map.of(), List.of(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String reference,
            @RequestParam Map<String, String> given,
            RedirectAttributes flash) {
        var onRecord = onRecord(person, reference);
        var answers = new Answers(given);
        var request = request(answers, onRecord);
        var emergency = yes(answers, "emergency");
        if (!answers.problems().isEmpty()) {
            return shown(person, reference, given, answers.problems(), unprocessable());
        }
        return switch (handOver.ask(person.personId(), reference, request, emergency)) {
            case Result.NotFound _ -> throw notFound();
            case Result.Refused(var why) ->
                    shown(
                            person,
                            reference,
                            given,
                            List.of(new Problem("recipient", why)),
                            unprocessable());
            case Result.Done _ ->
                    done(
                            onRecord,
                            flash,
                            emergency
                                    ? "The bundle is made. A second person must approve it within 24 hours."
                                    : "It is on record. Now another person must approve it.");
        };
    }

    private Request request(Answers answers, OnRecord onRecord) {
        var recipient = answers.choice("recipient", Recipient.class, "Choose who receives it.");
        var name = answers.line("name", "Say who receives it.");
        return new Request(
                recipient,
                name,
                recipient == Recipient.INVESTIGATOR ? investigator(answers, name, onRecord) : null,
                answers.choice("basis", Basis.class, "Choose what makes it lawful."),
                answers.words("because", "Say how that fits."),
                answers.words("purpose", "Say what they need it for."),
                answers.ticks("part", Part.class, "Choose what goes in."),
                yes(answers, "masked"),
                answers.wordsIfAny("also").lines().filter(line -> !line.isBlank()).toList());
    }

    /// Only who is nominated for the case ever gets a bundle of it inside the trust.
    private @Nullable String investigator(Answers answers, String email, OnRecord onRecord) {
        var found =
                people.byEmail(email)
                        .map(Person::personId)
                        .filter(id -> nominated.now(onRecord.seen().about().caseId(), id));
        if (found.isEmpty()) {
            answers.wrong("name", "Nobody with this e-mail address is nominated for the case.");
        }
        return found.orElse(null);
    }

    private static boolean yes(Answers answers, String field) {
        return answers.among(field, List.of("YES", "NO"), "Choose yes or no.").equals("YES");
    }

    @PostMapping("/{handoverId}/approval")
    ModelAndView approve(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String reference,
            @PathVariable String handoverId,
            RedirectAttributes flash) {
        return answered(
                person,
                reference,
                handOver.approve(person.personId(), reference, handoverId),
                flash,
                "You approved it. The bundle can be downloaded.");
    }

    @PostMapping("/{handoverId}/withdrawal")
    ModelAndView withdraw(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String reference,
            @PathVariable String handoverId,
            RedirectAttributes flash) {
        return answered(
                person,
                reference,
                handOver.withdraw(person.personId(), reference, handoverId),
                flash,
                "It is withdrawn. Nothing went out.");
    }

    private ModelAndView answered(
            SignedIn person,
            String reference,
            Result result,
            RedirectAttributes flash,
            String words) {
        return switch (result) {
            case Result.NotFound _ -> throw notFound();
            case Result.Refused(var why) ->
                    shown(
                            person,
                            reference,
                            Map.of(),
                            List.of(new Problem("main-content", why)),
                            HttpStatus.CONFLICT);
            case Result.Done _ -> done(onRecord(person, reference), flash, words);
        };
    }

    @GetMapping("/{handoverId}/bundle")
    ResponseEntity<byte[]> download(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String reference,
            @PathVariable String handoverId) {
        var archive =
                handOver.download(person.personId(), reference, handoverId)
                        .orElseThrow(HandoverController::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("handover-" + handoverId + ".zip")
                                .build()
                                .toString())
                .body(archive);
    }

    private OnRecord onRecord(SignedIn person, String reference) {
        return handOver.read(person.personId(), reference)
                .orElseThrow(HandoverController::notFound);
    }

    private static ModelAndView done(OnRecord about, RedirectAttributes flash, String words) {
        flash.addFlashAttribute("done", words);
        return new ModelAndView("redirect:/cases/" + about.seen().about().number() + "/handovers");
    }

    private ModelAndView shown(
            SignedIn person,
            String reference,
            Map<String, String> given,
            List<Problem> problems,
            HttpStatus status) {
        var onRecord = onRecord(person, reference);
        var shown = new ModelAndView("cases/handover/handovers", status);
        shown.addObject("reference", onRecord.seen().about().number().value());
        shown.addObject("deals", onRecord.seen().deals());
        shown.addObject("lines", page.lines(onRecord));
        shown.addObject("problems", problems);
        shown.addObject("questions", Asked.of(HandoverPage.QUESTIONS, given, problems));
        return shown;
    }

    private static HttpStatus unprocessable() {
        return HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

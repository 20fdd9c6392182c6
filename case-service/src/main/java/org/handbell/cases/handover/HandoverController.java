package org.handbell.cases.handover;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.handbell.cases.casefile.DueSettings;
import org.handbell.cases.casefile.Nominated;
import org.handbell.cases.casefile.Words;
import org.handbell.cases.form.Answers;
import org.handbell.cases.form.Answers.Problem;
import org.handbell.cases.form.Asked;
import org.handbell.cases.form.Field;
import org.handbell.cases.form.Field.Choice;
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

    private static final List<Choice> YES_NO =
            List.of(new Choice("YES", "Yes", ""), new Choice("NO", "No", ""));
    private static final List<Field> QUESTIONS = questions();

    private final HandOver handOver;
    private final Nominated nominated;
    private final People people;
    private final DueSettings due;

    HandoverController(HandOver handOver, Nominated nominated, People people, DueSettings due) {
        this.handOver = handOver;
        this.nominated = nominated;
        this.people = people;
        this.due = due;
    }

    /// A handover as the page shows it.
    ///
    /// @param bundle hash and size; null until it was made
    record Line(
            String id,
            String title,
            String stands,
            boolean late,
            List<String> facts,
            @Nullable String bundle,
            boolean downloadable,
            boolean mayApprove,
            boolean mayWithdraw) {}

    private static List<Field> questions() {
        return List.of(
                Field.choice(
                        "recipient",
                        "Who receives it?",
                        "",
                        Arrays.stream(Recipient.values())
                                .map(r -> new Choice(r.name(), r.words(), ""))
                                .toList()),
                Field.line(
                        "name",
                        "Their name, office and reference",
                        "For an investigator: the e-mail address at work of who is nominated."),
                Field.choice(
                        "basis",
                        "What makes it lawful?",
                        "",
                        Arrays.stream(Basis.values())
                                .map(b -> new Choice(b.name(), b.words(), ""))
                                .toList()),
                Field.words("because", "How does that fit here?", ""),
                Field.words("purpose", "What do they need it for?", ""),
                Field.ticks(
                                "part",
                                "What goes in?",
                                "As little as they need.",
                                Arrays.stream(Part.values())
                                        .map(p -> new Choice(p.name(), p.words(), ""))
                                        .toList())
                        .holding("POSTS,CHRONOLOGY"),
                Field.choice(
                                "masked",
                                "Leave out the names of others?",
                                "Names of the register but the person’s own, and the words by which"
                                        + " a pupil was known. Files go along as they are.",
                                YES_NO)
                        .holding("YES"),
                Field.words(
                        "also",
                        "More names to leave out",
                        "One on each line, such as those of pupils and parents."),
                Field.choice(
                                "emergency",
                                "Can it not wait for a second person?",
                                "Only where somebody may come to harm. A second person must look at"
                                        + " it within 24 hours.",
                                YES_NO)
                        .holding("NO"));
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
        shown.addObject(
                "lines", onRecord.handovers().stream().map(h -> line(onRecord, h)).toList());
        shown.addObject("problems", problems);
        shown.addObject("questions", Asked.of(QUESTIONS, given, problems));
        return shown;
    }

    private Line line(OnRecord onRecord, Handover handover) {
        var personId = onRecord.seen().by().personId();
        var state = handover.state();
        var bundle = handover.bundle();
        return new Line(
                handover.handoverId(),
                handover.request().recipient().words() + ": " + handover.request().name(),
                stands(state),
                state instanceof HandoverState.Emergency e && e.overdue(handOver.now()),
                facts(handover),
                bundle == null
                        ? null
                        : "%,d bytes, SHA-256 %s".formatted(bundle.bytes(), bundle.sha256()),
                bundle != null && state.released(handOver.now()),
                onRecord.seen().deals() && state.after(personId).isPresent(),
                onRecord.seen().deals() && state instanceof HandoverState.Asked);
    }

    private String stands(HandoverState state) {
        return switch (state) {
            case HandoverState.Asked _ -> "Waits for a second person";
            case HandoverState.Emergency emergency ->
                    emergency.overdue(handOver.now())
                            ? "Went out in an emergency, and nobody approved it in time. It is"
                                    + " closed until somebody does."
                            : "Went out in an emergency. A second person must approve it by "
                                    + Words.time(emergency.until(), due.zone());
            case HandoverState.Approved approved -> "Approved by " + name(approved.second());
            case HandoverState.Withdrawn _ -> "Withdrawn; nothing went out";
        };
    }

    private List<String> facts(Handover handover) {
        var request = handover.request();
        var taken =
                handover.downloads().stream()
                        .map(d -> name(d.personId()) + ", " + Words.time(d.at(), due.zone()))
                        .collect(Collectors.joining("; "));
        return List.of(
                "Asked for by "
                        + name(handover.askedBy())
                        + ", "
                        + Words.time(handover.askedAt(), due.zone()),
                "Lawful: " + request.basis().words() + ". " + request.lawfulBecause(),
                "For: " + request.purpose(),
                "In it: "
                        + request.parts().stream()
                                .sorted()
                                .map(Part::words)
                                .collect(Collectors.joining("; "))
                        + (request.masked() ? ". Names of others left out." : "."),
                "Copies taken: " + (taken.isEmpty() ? "none" : taken));
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

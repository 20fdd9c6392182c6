package org.handbell.cases.investigation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbell.cases.form.Answers;
import org.handbell.cases.form.Answers.Problem;
import org.handbell.cases.form.Asked;
import org.handbell.cases.investigation.Answered.Upload;
import org.handbell.cases.investigation.InvestigateCase.Draft;
import org.handbell.cases.investigation.InvestigateCase.Open;
import org.handbell.cases.investigation.InvestigateCase.Result;
import org.handbell.cases.people.People;
import org.handbell.cases.signin.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The pages of an investigation: one for all of it, and one for each kind of step.
@Controller
@RequestMapping("/cases/{reference}/investigation")
class InvestigationController {

    private static final List<StepForm> FORMS =
            Stream.of(
                            SafetyForms.all(),
                            EnquiryForms.all(),
                            FairnessForms.all(),
                            DecisionForms.all())
                    .flatMap(List::stream)
                    .toList();

    private final InvestigateCase investigate;
    private final InvestigationPage page;
    private final People people;

    InvestigationController(InvestigateCase investigate, InvestigationPage page, People people) {
        this.investigate = investigate;
        this.page = page;
        this.people = people;
    }

    @GetMapping
    ModelAndView read(@AuthenticationPrincipal SignedIn person, @PathVariable String reference) {
        var open = open(person, reference);
        if (!open.about().facts().opened()) {
            return new ModelAndView("redirect:/cases/" + open.file().number());
        }
        return new ModelAndView("cases/investigation/investigation", "file", page.view(open));
    }

    @GetMapping("/{form}")
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String reference,
            @PathVariable String form) {
        var open = open(person, reference);
        var asked = form(form);
        return shown(open, asked, Map.of(), List.of(), HttpStatus.OK);
    }

    @PostMapping("/{form}")
    ModelAndView take(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String reference,
            @PathVariable String form,
            @RequestParam Map<String, String> given,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes flash) {
        var open = open(person, reference);
        var asked = form(form);
        var answers = new Answers(given);
        var upload = upload(file);
        var step = asked.step().apply(new Answered(page.asking(open), answers, people, upload));
        if (!answers.problems().isEmpty()) {
            return shown(open, asked, given, answers.problems(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var draft =
                new Draft(version(given), step, upload == null ? new byte[0] : upload.content());
        return switch (investigate.take(person.personId(), reference, draft)) {
            case Result.NotFound _ -> throw notFound();
            case Result.Refused(var why) ->
                    shown(
                            open(person, reference),
                            asked,
                            given,
                            List.of(new Problem(first(asked, open), why.words())),
                            why == Refusal.CHANGED_MEANWHILE
                                    ? HttpStatus.CONFLICT
                                    : HttpStatus.UNPROCESSABLE_CONTENT);
            case Result.Taken _ -> {
                flash.addFlashAttribute("done", "It is on record: " + asked.title() + ".");
                yield new ModelAndView(
                        "redirect:/cases/" + open.file().number() + "/investigation");
            }
        };
    }

    @GetMapping("/files/{file}")
    ResponseEntity<byte[]> download(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String reference,
            @PathVariable String file) {
        var open = open(person, reference);
        var seq = number(file);
        if (!(Optional.ofNullable(open.about().at(seq)).map(Recorded::step).orElse(null)
                instanceof Step.Attached attached)) {
            throw notFound();
        }
        var content = investigate.content(open, seq).orElseThrow(InvestigationController::notFound);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, attached.kind().mediaType())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(attached.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    private Open open(SignedIn person, String reference) {
        return investigate
                .read(person.personId(), reference)
                .orElseThrow(InvestigationController::notFound);
    }

    private ModelAndView shown(
            Open open,
            StepForm asked,
            Map<String, String> given,
            List<Problem> problems,
            HttpStatus status) {
        var asking = page.asking(open);
        var shown = new ModelAndView("cases/investigation/form", status);
        shown.addObject("reference", open.file().number().value());
        shown.addObject("form", asked);
        shown.addObject("version", open.about().version());
        shown.addObject("questions", Asked.of(asked.fields().apply(asking), given, problems));
        shown.addObject("problems", problems);
        shown.addObject(
                "closed", investigate.closed(open, asked.kind()).map(Refusal::words).orElse(null));
        return shown;
    }

    private String first(StepForm asked, Open open) {
        return asked.fields().apply(page.asking(open)).getFirst().name();
    }

    private static StepForm form(String path) {
        return FORMS.stream()
                .filter(form -> form.path().equals(path))
                .findFirst()
                .orElseThrow(InvestigationController::notFound);
    }

    private static @Nullable Upload upload(@Nullable MultipartFile file) {
        if (file == null) {
            return null;
        }
        try {
            var name = file.getOriginalFilename();
            return new Upload(name == null ? "" : name, file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("an uploaded file could not be read", e);
        }
    }

    private static long version(Map<String, String> given) {
        return number(given.getOrDefault("version", ""));
    }

    private static long number(String digits) {
        return digits.matches("[0-9]{1,9}") ? Long.parseLong(digits) : -1;
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

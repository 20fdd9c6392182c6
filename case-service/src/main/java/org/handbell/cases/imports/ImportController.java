package org.handbell.cases.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.handbell.cases.imports.Imports.Outcome;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ImportController {

    private static final String FORM = "redirect:/imports";
    private static final String LOOK_AGAIN_SECONDS = "5";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Imports imports;
    private final ImportDrafts drafts;

    ImportController(Imports imports, ImportDrafts drafts) {
        this.imports = imports;
        this.drafts = drafts;
    }

    @GetMapping("/imports")
    ModelAndView form() {
        return form(new Faults(), HttpStatus.OK);
    }

    /// An empty file to fill in.
    @GetMapping("/imports/templates/{file}")
    ResponseEntity<byte[]> template(@PathVariable String file) {
        var known =
                SimpleFile.named(file)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(known.file()).build().toString())
                .body(known.template().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/imports")
    ModelAndView upload(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(required = false) @Nullable List<MultipartFile> files)
            throws IOException {
        var faults = new Faults();
        var upload = new Upload(faults);
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                upload.add(String.valueOf(file.getOriginalFilename()), file.getBytes());
            }
        }
        var texts = upload.texts();
        if (faults.none()) {
            imports.prepare(person, texts, faults);
        }
        return faults.none()
                ? new ModelAndView("redirect:/imports/preview")
                : form(faults, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/imports/preview")
    ModelAndView preview(@AuthenticationPrincipal SignedIn person) {
        return imports.preview(person)
                .map(preview ->
                        new ModelAndView("cases/imports/preview").addObject("preview", preview))
                .orElseGet(() -> new ModelAndView(FORM));
    }

    @PostMapping("/imports/confirmation")
    String confirm(@AuthenticationPrincipal SignedIn person, RedirectAttributes next) {
        var outcome = imports.confirm(person);
        next.addFlashAttribute("done", words(outcome));
        return outcome instanceof Outcome.Done ? "redirect:/imports/progress" : FORM;
    }

    /// How far the changes have come on their way to the other services. Looks again by itself,
    /// without a script; it holds no form, so nothing is lost.
    @GetMapping("/imports/progress")
    ModelAndView progress(HttpServletResponse response) {
        var underWay = drafts.underWay();
        if (underWay > 0) {
            response.setHeader("Refresh", LOOK_AGAIN_SECONDS);
        }
        return new ModelAndView("cases/imports/progress").addObject("underWay", underWay);
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var changes) ->
                    "The import is done: " + changes + (changes == 1 ? " change." : " changes.");
            case Outcome.Stale _ ->
                    "Nothing was imported: somebody changed the register while you looked at the"
                            + " preview. Upload the files again to see what would change now.";
            case Outcome.Nothing _ ->
                    "Nothing was imported: the preview is over after an hour, and after one"
                            + " confirmation. Upload the files again.";
        };
    }

    @PostMapping("/imports/discard")
    String discard(@AuthenticationPrincipal SignedIn person, RedirectAttributes next) {
        drafts.drop(person.personId());
        next.addFlashAttribute("done", "The files are forgotten. Nothing was changed.");
        return FORM;
    }

    private ModelAndView form(Faults faults, HttpStatus status) {
        var page = new ModelAndView("cases/imports/imports", status);
        page.addObject("faults", faults.shown());
        page.addObject("count", faults.count());
        page.addObject("more", faults.more());
        page.addObject(
                "templates", Arrays.stream(SimpleFile.values()).map(SimpleFile::file).toList());
        return page;
    }
}

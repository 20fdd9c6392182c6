package org.handbell.cases.policy;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.handbell.cases.forms.Form;
import org.handbell.cases.people.Role;
import org.handbell.cases.policy.UploadPolicy.Upload;
import org.handbell.cases.signin.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
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

/// The policy for all to read, and for Heads to keep.
@Controller
class PolicyController {

    private static final String FORM = "policy";
    private static final String POINT = "point";

    private final Policies policies;
    private final UploadPolicy upload;
    private final PolicyPage page;

    PolicyController(Policies policies, UploadPolicy upload, PolicyPage page) {
        this.policies = policies;
        this.upload = upload;
        this.page = page;
    }

    @GetMapping("/policy")
    ModelAndView read(@AuthenticationPrincipal SignedIn person) {
        return shown(person, policies.inForce(upload.today()).orElse(null));
    }

    @GetMapping("/policy/versions/{number}")
    ModelAndView version(@AuthenticationPrincipal SignedIn person, @PathVariable String number) {
        return shown(person, found(number));
    }

    @GetMapping("/policy/new")
    ModelAndView form() {
        return form(Form.empty(FORM), HttpStatus.OK);
    }

    @PostMapping("/policy")
    ModelAndView upload(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam Map<String, String> values,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        var form = Form.of(FORM, values);
        var added = added(person, form, file);
        if (added.isEmpty()) {
            return form(form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.addFlashAttribute(
                "done",
                "The version is kept. Now say which of its paragraphs each clause rests on.");
        return new ModelAndView(
                "redirect:/policy/versions/%d/clauses".formatted(added.get().number()));
    }

    @GetMapping("/policy/versions/{number}/clauses")
    ModelAndView clauses(@PathVariable String number) {
        return clauses(found(number), Form.empty(POINT), HttpStatus.OK);
    }

    @PostMapping("/policy/versions/{number}/clauses/{clause}")
    ModelAndView point(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String number,
            @PathVariable String clause,
            @RequestParam Map<String, String> values,
            RedirectAttributes flash) {
        var version = found(number);
        if (!Clauses.known(clause)) {
            throw notFound();
        }
        var form = Form.of(POINT + clause, values);
        if (!upload.point(person, version, clause, form)) {
            return clauses(version, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.addFlashAttribute("done", "Clause " + clause + " is recorded.");
        return new ModelAndView(
                "redirect:/policy/versions/%d/clauses#%s".formatted(version.number(), clause));
    }

    /// Two versions of one name at the same moment: the second one is told so.
    private Optional<PolicyVersion> added(SignedIn person, Form form, @Nullable MultipartFile file)
            throws IOException {
        var sent =
                file == null || file.isEmpty()
                        ? null
                        : new Upload(
                                Optional.ofNullable(file.getOriginalFilename()).orElse(""),
                                file.getBytes());
        try {
            return upload.from(person, form, sent);
        } catch (DuplicateKeyException e) {
            form.wrong("name", "Somebody has just uploaded a version of that name.");
            return Optional.empty();
        }
    }

    private ModelAndView shown(SignedIn person, @Nullable PolicyVersion version) {
        var shown = new ModelAndView("cases/policy/policy");
        shown.addObject("policy", version == null ? null : page.view(version));
        shown.addObject("versions", page.versions(upload.today()));
        shown.addObject("mayUpload", keeps(person));
        return shown;
    }

    private static ModelAndView form(Form form, HttpStatus status) {
        return new ModelAndView("cases/policy/new", Map.of("form", form), status);
    }

    private ModelAndView clauses(PolicyVersion version, Form form, HttpStatus status) {
        return new ModelAndView(
                "cases/policy/clauses",
                Map.of("form", form, "policy", page.view(version), "lines", page.clauses(version)),
                status);
    }

    private PolicyVersion found(String number) {
        try {
            return policies.byNumber(Long.parseLong(number))
                    .orElseThrow(PolicyController::notFound);
        } catch (NumberFormatException e) {
            throw notFound();
        }
    }

    private static boolean keeps(SignedIn person) {
        return person.role() == Role.HEAD || person.role() == Role.EXECUTIVE_HEAD;
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

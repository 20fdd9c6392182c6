package org.handbell.cases.families;

import org.handbell.cases.families.KeepFamilies.Outcome;
import org.handbell.cases.signin.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The page of family ties.
@Controller
class FamiliesController {

    private static final String PAGE = "/families";

    private final KeepFamilies families;

    FamiliesController(KeepFamilies families) {
        this.families = families;
    }

    @GetMapping(PAGE)
    ModelAndView list(@AuthenticationPrincipal SignedIn person) {
        return shown(person, "", "", "", HttpStatus.OK);
    }

    @PostMapping(PAGE)
    ModelAndView add(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String one,
            @RequestParam(defaultValue = "") String other,
            RedirectAttributes flash) {
        return switch (families.add(person, one.strip(), other.strip())) {
            case DONE, THERE_ALREADY -> {
                flash.addFlashAttribute(
                        "done", "It is noted. Neither deals with a case about the other.");
                yield new ModelAndView("redirect:" + PAGE);
            }
            case SAME_PERSON ->
                    shown(
                            person,
                            one,
                            other,
                            "Give two different people.",
                            HttpStatus.UNPROCESSABLE_CONTENT);
            case UNKNOWN ->
                    shown(
                            person,
                            one,
                            other,
                            "One of these ids is of nobody here, or of yourself. Check both; your own ties are noted by somebody else.",
                            HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping(PAGE + "/removal")
    String remove(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String one,
            @RequestParam(defaultValue = "") String other,
            RedirectAttributes flash) {
        if (families.remove(person, one, other) != Outcome.DONE) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        flash.addFlashAttribute("done", "It is removed.");
        return "redirect:" + PAGE;
    }

    private ModelAndView shown(
            SignedIn person, String one, String other, String problem, HttpStatus status) {
        var page = new ModelAndView("cases/families/families", status);
        page.addObject("families", families.seenBy(person));
        page.addObject("one", one);
        page.addObject("other", other);
        page.addObject("problem", problem);
        return page;
    }
}

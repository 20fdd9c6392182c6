package org.handbell.cases.roster;

import org.handbell.cases.forms.Entered;
import org.handbell.cases.signin.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The pages of the parts of the register, and the search for one pupil.
@Controller
class RegisterController {

    private static final int ON_A_PAGE = 50;

    private final KeepShelf keep;

    RegisterController(KeepShelf keep) {
        this.keep = keep;
    }

    @GetMapping("/registers/{part}")
    ModelAndView read(
            @AuthenticationPrincipal SignedIn by,
            @PathVariable String part,
            @RequestParam(defaultValue = "1") String page) {
        return shown(by, shelf(part), Entered.empty(), page, HttpStatus.OK);
    }

    @PostMapping("/registers/{part}")
    ModelAndView keep(
            @AuthenticationPrincipal SignedIn by,
            @PathVariable String part,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next) {
        var shelf = shelf(part);
        var entered = new Entered(form);
        keep.keep(by, shelf, entered);
        if (!entered.sound()) {
            return shown(by, shelf, entered, "1", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        next.addFlashAttribute("done", "It is saved.");
        return new ModelAndView("redirect:/registers/" + shelf.path());
    }

    @PostMapping("/registers/{part}/{entryId}/end")
    String end(
            @AuthenticationPrincipal SignedIn by,
            @PathVariable String part,
            @PathVariable String entryId,
            RedirectAttributes next) {
        var shelf = shelf(part);
        if (!keep.end(by, shelf, entryId)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        next.addFlashAttribute("done", "It is taken away.");
        return "redirect:/registers/" + shelf.path();
    }

    @GetMapping("/pupils")
    String search() {
        return "cases/roster/pupils";
    }

    /// Sent in the body, so that no name comes into an address.
    @PostMapping("/pupils")
    String search(
            @AuthenticationPrincipal SignedIn by,
            @RequestParam(defaultValue = "") String name,
            Model model) {
        model.addAttribute("name", name);
        model.addAttribute("found", keep.pupils(by, name));
        return "cases/roster/pupils";
    }

    private ModelAndView shown(
            SignedIn by, Shelf shelf, Entered form, String page, HttpStatus status) {
        var items = keep.items(by, shelf);
        var pages = Math.max(1, (items.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        var number = page.matches("[0-9]{1,6}") ? Math.clamp(Integer.parseInt(page), 1, pages) : 1;
        var view = new ModelAndView("cases/roster/register", status);
        view.addObject("shelf", shelf);
        view.addObject("fields", shelf.fields(by));
        view.addObject("form", form);
        view.addObject(
                "items",
                items.stream().skip((long) (number - 1) * ON_A_PAGE).limit(ON_A_PAGE).toList());
        view.addObject("page", number);
        view.addObject("pages", pages);
        return view;
    }

    private Shelf shelf(String part) {
        return keep.named(part)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

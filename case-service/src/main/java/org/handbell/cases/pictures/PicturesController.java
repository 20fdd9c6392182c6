package org.handbell.cases.pictures;

import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.DueSettings;
import org.handbell.cases.casefile.WithholdCase;
import org.handbell.cases.casefile.Words;
import org.handbell.cases.pictures.LookAtPictures.Looked;
import org.handbell.cases.signin.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The pictures of a case, blurred; one of them clear where somebody asks for it; and the button
/// for what must not be looked at.
@Controller
class PicturesController {

    private final LookAtPictures look;
    private final WithholdCase withhold;
    private final ZoneId zone;

    PicturesController(LookAtPictures look, WithholdCase withhold, DueSettings settings) {
        this.look = look;
        this.withhold = withhold;
        this.zone = settings.zone();
    }

    /// @param image as a `data:` address, so that no browser keeps it as a file of its own
    record Shown(int number, String captured, String image) {}

    @GetMapping("/cases/{reference}/pictures")
    String all(
            @AuthenticationPrincipal SignedIn person, @PathVariable String reference, Model model) {
        var found =
                look.atAll(person.personId(), reference).orElseThrow(PicturesController::notFound);
        about(model, found.about());
        model.addAttribute("pictures", shown(found));
        return "cases/pictures/pictures";
    }

    @GetMapping("/cases/{reference}/pictures/{number}")
    String one(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String reference,
            @PathVariable String number,
            Model model) {
        var found =
                look.atOne(person.personId(), reference, number)
                        .orElseThrow(PicturesController::notFound);
        about(model, found.about());
        var clear = found.clear();
        model.addAttribute(
                "picture",
                new Shown(
                        clear.number(),
                        Words.time(clear.capturedAt(), zone),
                        data(clear.type().contentType(), clear.bytes())));
        model.addAttribute("sha256", clear.sha256());
        return "cases/pictures/picture";
    }

    @GetMapping("/illegal-picture")
    String steps() {
        return "cases/pictures/illegal-picture";
    }

    @PostMapping("/cases/{reference}/illegal-picture")
    String withhold(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String reference,
            RedirectAttributes flash) {
        if (!withhold.withhold(person.personId(), reference)) {
            throw notFound();
        }
        flash.addFlashAttribute(
                "done",
                "It is done. Pictures of the post were erased here, nothing more of it is fetched, and fewer people can open the case.");
        return "redirect:/illegal-picture";
    }

    private List<Shown> shown(Looked found) {
        return found.blurred().stream()
                .map(picture ->
                        new Shown(
                                picture.number(),
                                Words.time(picture.capturedAt(), zone),
                                data("image/png", picture.png())))
                .toList();
    }

    private static void about(Model model, Case about) {
        model.addAttribute("reference", about.number().value());
        model.addAttribute("pointer", about.matter().pointerOnly());
    }

    private static String data(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

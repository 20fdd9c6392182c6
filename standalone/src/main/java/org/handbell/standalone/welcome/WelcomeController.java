package org.handbell.standalone.welcome;

import org.handbell.standalone.platform.LocalPlatform;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The first page of the demonstration.
@Controller
class WelcomeController {

    private final Ways ways;
    private final LocalPlatform platform;
    private final WelcomeSettings ports;

    WelcomeController(Ways ways, LocalPlatform platform, WelcomeSettings ports) {
        this.ways = ways;
        this.platform = platform;
        this.ports = ports;
    }

    @GetMapping("/welcome")
    String welcome(Model model) {
        model.addAttribute("personas", Personas.all());
        model.addAttribute("accounts", platform.accounts());
        model.addAttribute("platform", "http://localhost:" + platform.port());
        model.addAttribute("mail", "http://localhost:" + ports.mail());
        addWays(model);
        return "standalone/welcome";
    }

    /// The drawing alone, for a page that follows it.
    @GetMapping("/way")
    String way(Model model) {
        addWays(model);
        return "standalone/way :: way";
    }

    @PostMapping("/post-as")
    String postAs(
            @RequestParam String account, @RequestParam String text, RedirectAttributes next) {
        try {
            platform.post(account, text);
            next.addFlashAttribute("said", "It is public. Watch it travel.");
        } catch (IllegalArgumentException e) {
            next.addFlashAttribute("problem", "Not posted: " + e.getMessage() + ".");
        }
        return "redirect:/welcome#way";
    }

    private void addWays(Model model) {
        var newest = ways.newestFirst();
        model.addAttribute("ways", newest);
        model.addAttribute("picture", WayPicture.of(newest));
    }
}

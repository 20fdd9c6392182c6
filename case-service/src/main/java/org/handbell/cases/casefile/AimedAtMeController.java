package org.handbell.cases.casefile;

import org.handbell.cases.signin.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What is aimed at the person at the desk, and why somebody else decides about it.
@Controller
class AimedAtMeController {

    private final AimedAtMe aimedAtMe;
    private final DueSettings settings;

    AimedAtMeController(AimedAtMe aimedAtMe, DueSettings settings) {
        this.aimedAtMe = aimedAtMe;
        this.settings = settings;
    }

    /// A notice in words.
    record Line(String since, String dealtWithBy) {}

    @GetMapping("/aimed-at-me")
    String list(@AuthenticationPrincipal SignedIn person, Model model) {
        model.addAttribute(
                "notices",
                aimedAtMe.of(person.personId()).stream()
                        .map(notice ->
                                new Line(
                                        Words.time(notice.about().openedAt(), settings.zone()),
                                        notice.dealtWithBy()))
                        .toList());
        return "cases/casefile/aimed-at-me";
    }
}

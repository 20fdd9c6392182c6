package org.handbell.cases.console;

import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomeController {

    private static final String ACCOUNTS = "/accounts";
    private static final String NOMINATIONS = "/nominations";

    private final ConsoleSettings settings;

    HomeController(ConsoleSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal @Nullable SignedIn person) {
        return "redirect:" + firstPage(person);
    }

    /// Says nothing to whoever looks over a shoulder, nor to whoever is signed in.
    @GetMapping("/blank")
    String blank() {
        return "cases/blank";
    }

    private String firstPage(@Nullable SignedIn person) {
        if (person == null) {
            return settings.welcomePage();
        }
        if (person.role() == Role.HR_INVESTIGATOR) {
            return NOMINATIONS;
        }
        return person.role().decides() ? settings.startPage() : ACCOUNTS;
    }
}

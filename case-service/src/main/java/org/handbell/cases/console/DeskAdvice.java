package org.handbell.cases.console;

import jakarta.servlet.http.HttpServletRequest;
import org.handbell.cases.signin.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Gives each page what the layout needs.
@ControllerAdvice
class DeskAdvice {

    private final ConsoleSettings settings;

    DeskAdvice(ConsoleSettings settings) {
        this.settings = settings;
    }

    @ModelAttribute("desk")
    @Nullable Desk desk(
            @AuthenticationPrincipal @Nullable SignedIn person, HttpServletRequest request) {
        return person == null
                ? null
                : Desk.of(person, request.getRequestURI(), settings.operatorPage());
    }
}

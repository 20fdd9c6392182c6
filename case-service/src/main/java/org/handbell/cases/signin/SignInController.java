package org.handbell.cases.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.handbell.cases.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

@Controller
class SignInController {

    private final SignInSettings settings;
    private final People people;
    private final Seats seats;
    private final Arrivals arrivals;
    private final SecurityContextRepository sessions;
    private final @Nullable Providers providers;

    SignInController(
            SignInSettings settings,
            People people,
            Seats seats,
            Arrivals arrivals,
            SecurityContextRepository sessions,
            ObjectProvider<Providers> providers) {
        this.settings = settings;
        this.people = people;
        this.seats = seats;
        this.arrivals = arrivals;
        this.sessions = sessions;
        this.providers = providers.getIfAvailable();
    }

    @GetMapping("/sign-in")
    String page(
            Model model,
            @AuthenticationPrincipal @Nullable SignedIn person,
            @RequestParam Map<String, String> asked) {
        if (person != null && !settings.oneClick()) {
            return "redirect:/";
        }
        model.addAttribute("local", settings.local());
        model.addAttribute("seats", settings.oneClick() ? seats.all() : List.of());
        model.addAttribute("providers", providers == null ? List.of() : providers.named());
        model.addAttribute("refusal", refusal(asked.keySet()));
        return "cases/sign-in";
    }

    @PostMapping("/sign-in/as")
    String as(
            @RequestParam("person") String personId,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!settings.oneClick()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var place =
                people.byId(personId)
                        .map(Arrivals::place)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        seat(place, request, response);
        return "redirect:/";
    }

    private void seat(
            Authentication place, HttpServletRequest request, HttpServletResponse response) {
        request.getSession();
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(place);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        if (place.getPrincipal() instanceof SignedIn person) {
            arrivals.record(person, "one-click");
        }
    }

    private static @Nullable Refusal refusal(Collection<String> asked) {
        return asked.stream()
                .flatMap(code -> Refusal.coded(code).stream())
                .findFirst()
                .orElse(null);
    }
}

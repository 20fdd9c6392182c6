package org.handbell.cases.register;

import java.util.Locale;
import java.util.Map;
import org.handbell.cases.forms.Form;
import org.handbell.cases.register.Entries.Show;
import org.handbell.cases.signin.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The list of accounts, and the form that asks for another.
@Controller
class AccountsController {

    private static final String FORM = "ask";
    private static final int MOST_PAGES = 10_000;

    private final DeskAccounts desk;
    private final RequestAccount request;
    private final AccountPage page;
    private final AskPage ask;

    AccountsController(DeskAccounts desk, RequestAccount request, AccountPage page, AskPage ask) {
        this.desk = desk;
        this.request = request;
        this.page = page;
        this.ask = ask;
    }

    @GetMapping("/accounts")
    ModelAndView list(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") String number) {
        var which = among(show);
        var at = number.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(number) : 1;
        var listed = desk.list(person, which, Math.min(at, MOST_PAGES) - 1);
        return new ModelAndView(
                "cases/register/accounts",
                Map.of(
                        "accounts", listed.accounts().stream().map(page::line).toList(),
                        "more", listed.more(),
                        "number", at,
                        "show", which.name(),
                        "onlyOwn", Scope.of(person).onlyOwn(),
                        "keepsGates", AskPage.keepsGates(person)));
    }

    @GetMapping("/accounts/new")
    ModelAndView form(@AuthenticationPrincipal SignedIn person) {
        return form(person, Form.empty(FORM), HttpStatus.OK);
    }

    @PostMapping("/accounts")
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam Map<String, String> values,
            RedirectAttributes flash) {
        var form = Form.of(FORM, values);
        if (request.from(person, form) instanceof Outcome.Done(var accountId)) {
            flash.addFlashAttribute(
                    "done", "It is asked for. A Head decides, and you find the answer here.");
            return new ModelAndView("redirect:/accounts/" + accountId);
        }
        return form(person, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView form(SignedIn person, Form form, HttpStatus status) {
        return new ModelAndView(
                "cases/register/new", Map.of("form", form, "ask", ask.of(person)), status);
    }

    private static Show among(String show) {
        for (var which : Show.values()) {
            if (which.name().equals(show.toUpperCase(Locale.ROOT))) {
                return which;
            }
        }
        return Show.ALL;
    }
}

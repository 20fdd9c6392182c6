package org.handbell.cases.register;

import java.util.Map;
import java.util.function.Function;
import org.handbell.cases.forms.Form;
import org.handbell.cases.register.ChangeAccount.Change;
import org.handbell.cases.signin.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The page of an account, and what can be done there.
@Controller
class AccountController {

    private static final String STALE =
            "Somebody changed this account while you had it open. Look at it again, then answer.";

    private final DeskAccounts desk;
    private final DecideAccount decide;
    private final HandOverAccount handOver;
    private final CheckAccount check;
    private final AuthoriseSpokesperson speak;
    private final TrustGates gates;
    private final AccountPage page;

    AccountController(
            DeskAccounts desk,
            DecideAccount decide,
            HandOverAccount handOver,
            CheckAccount check,
            AuthoriseSpokesperson speak,
            TrustGates gates,
            AccountPage page) {
        this.desk = desk;
        this.decide = decide;
        this.handOver = handOver;
        this.check = check;
        this.speak = speak;
        this.gates = gates;
        this.page = page;
    }

    @GetMapping("/accounts/{accountId}")
    ModelAndView read(@AuthenticationPrincipal SignedIn person, @PathVariable String accountId) {
        return shown(person, accountId, Form.empty("none"), HttpStatus.OK);
    }

    @PostMapping("/accounts/{accountId}/approve")
    ModelAndView approve(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String accountId,
            @RequestParam Map<String, String> values,
            RedirectAttributes flash) {
        flash.addFlashAttribute(
                "done", "The account is approved. It is collected once nothing else is missing.");
        return answer(change(person, accountId, "approve", values), decide::approve);
    }

    @PostMapping("/accounts/{accountId}/refuse")
    ModelAndView refuse(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String accountId,
            @RequestParam Map<String, String> values,
            RedirectAttributes flash) {
        flash.addFlashAttribute("done", "It is recorded that the account is not approved.");
        return answer(change(person, accountId, "refuse", values), decide::refuse);
    }

    @PostMapping("/accounts/{accountId}/withdraw")
    ModelAndView withdraw(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String accountId,
            @RequestParam Map<String, String> values,
            RedirectAttributes flash) {
        flash.addFlashAttribute(
                "done", "The approval is withdrawn. Nothing more is collected from the account.");
        return answer(change(person, accountId, "withdraw", values), decide::withdraw);
    }

    @PostMapping("/accounts/{accountId}/review")
    ModelAndView review(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String accountId,
            @RequestParam Map<String, String> values,
            RedirectAttributes flash) {
        flash.addFlashAttribute("done", "The review is recorded.");
        return answer(change(person, accountId, "review", values), decide::review);
    }

    @PostMapping("/accounts/{accountId}/hand-over")
    ModelAndView handOver(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String accountId,
            @RequestParam Map<String, String> values,
            RedirectAttributes flash) {
        flash.addFlashAttribute(
                "done",
                "The account is handed over. Nothing is collected until its new holder has acknowledged the notice.");
        return answer(change(person, accountId, "hand-over", values), handOver::to);
    }

    @PostMapping("/accounts/{accountId}/second-owner")
    ModelAndView second(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String accountId,
            @RequestParam Map<String, String> values,
            RedirectAttributes flash) {
        flash.addFlashAttribute("done", "The second owner is recorded.");
        return answer(change(person, accountId, "second", values), handOver::second);
    }

    @PostMapping("/accounts/{accountId}/close")
    ModelAndView close(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String accountId,
            @RequestParam Map<String, String> values,
            RedirectAttributes flash) {
        flash.addFlashAttribute("done", "The account is off the register.");
        return answer(change(person, accountId, "close", values), handOver::close);
    }

    @PostMapping("/accounts/{accountId}/check")
    ModelAndView check(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String accountId,
            @RequestParam Map<String, String> values,
            RedirectAttributes flash) {
        flash.addFlashAttribute("done", "The check begins today and ends by itself.");
        return answer(change(person, accountId, "check", values), check::begin);
    }

    @PostMapping("/accounts/{accountId}/check/end")
    ModelAndView endCheck(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String accountId,
            @RequestParam Map<String, String> values,
            RedirectAttributes flash) {
        flash.addFlashAttribute("done", "The check has ended.");
        return answer(change(person, accountId, "end-check", values), check::end);
    }

    @PostMapping("/accounts/{accountId}/spokesperson")
    ModelAndView authorise(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String accountId,
            @RequestParam Map<String, String> values,
            RedirectAttributes flash) {
        flash.addFlashAttribute("done", "It is recorded who may speak for the school here.");
        return answer(change(person, accountId, "speak", values), speak::authorise);
    }

    @PostMapping("/accounts/{accountId}/spokesperson/end")
    ModelAndView endAuthorisation(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String accountId,
            @RequestParam Map<String, String> values,
            RedirectAttributes flash) {
        flash.addFlashAttribute("done", "The authorisation has ended.");
        return answer(change(person, accountId, "speak", values), speak::end);
    }

    @PostMapping("/accounts/{accountId}/acknowledgement")
    ModelAndView acknowledge(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String accountId,
            @RequestParam(defaultValue = "") String notice,
            RedirectAttributes flash) {
        flash.addFlashAttribute("done", "Thank you. It is recorded that you read the notice.");
        return answer(
                change(person, accountId, "notice", Map.of()),
                _ -> gates.acknowledge(person, accountId, notice));
    }

    private static Change change(
            SignedIn person, String accountId, String form, Map<String, String> values) {
        return new Change(person, accountId, Form.of(form, values));
    }

    private ModelAndView answer(Change change, Function<Change, Outcome> act) {
        return switch (act.apply(change)) {
            case Outcome.Done(var accountId) -> new ModelAndView("redirect:/accounts/" + accountId);
            case Outcome.Wrong _ -> shown(change, HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.Stale _ -> {
                change.form().wrong("stale", STALE);
                yield shown(change, HttpStatus.CONFLICT);
            }
            case Outcome.NotYours _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case Outcome.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private ModelAndView shown(Change change, HttpStatus status) {
        return shown(change.by(), change.accountId(), change.form(), status);
    }

    private ModelAndView shown(SignedIn person, String accountId, Form form, HttpStatus status) {
        var standing =
                desk.read(person, accountId)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView(
                "cases/register/account",
                Map.of(
                        "form", form,
                        "account", page.view(person, standing),
                        "reasons", Says.reasons()),
                status);
    }
}

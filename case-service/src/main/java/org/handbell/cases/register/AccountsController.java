package org.handbell.cases.register;

import java.util.List;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.handbell.cases.register.ApproveAccount.Outcome;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.AccountEvent.Registered;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class AccountsController {

    private final Accounts accounts;
    private final ApproveAccount approval;
    private final People people;

    AccountsController(Accounts accounts, ApproveAccount approval, People people) {
        this.accounts = accounts;
        this.approval = approval;
        this.people = people;
    }

    @GetMapping("/accounts")
    String list(@AuthenticationPrincipal SignedIn person, Model model) {
        model.addAttribute("accounts", lines(person));
        model.addAttribute("onlyOwn", scope(person) == Scope.OWN);
        return "cases/accounts";
    }

    @PostMapping("/accounts/{accountId}/approve")
    String approve(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String accountId,
            RedirectAttributes next) {
        refuse(approval.approve(person, accountId));
        next.addFlashAttribute(
                "done", "The account is approved. It is collected once nothing else is missing.");
        return "redirect:/accounts";
    }

    @PostMapping("/accounts/{accountId}/withdraw")
    String withdraw(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String accountId,
            RedirectAttributes next) {
        refuse(approval.withdraw(person, accountId));
        next.addFlashAttribute(
                "done", "The approval is withdrawn. Nothing more is collected from the account.");
        return "redirect:/accounts";
    }

    private static void refuse(Outcome outcome) {
        switch (outcome) {
            case Outcome.Done _ -> {}
            case Outcome.NotYours _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case Outcome.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private List<AccountLine> lines(SignedIn person) {
        return accounts.all().stream()
                .filter(account -> sees(person, account))
                .map(account ->
                        AccountLine.of(
                                account, holder(account), ApproveAccount.decides(person, account)))
                .toList();
    }

    private String holder(Registered account) {
        return people.byId(account.holderId()).map(Person::name).orElse(account.holderId());
    }

    /// Least data: who has no task with others' accounts sees their own.
    private static boolean sees(SignedIn person, Registered account) {
        return account.holderId().equals(person.personId())
                || switch (scope(person)) {
                    case TRUST -> true;
                    case ACADEMY ->
                            person.academyId() != null
                                    && person.academyId().equals(account.academyId());
                    case OWN -> false;
                };
    }

    private static Scope scope(SignedIn person) {
        var role = person.role();
        if (role.oversees() || role == Role.EXECUTIVE_HEAD) {
            return Scope.TRUST;
        }
        return role.decides() ? Scope.ACADEMY : Scope.OWN;
    }

    private enum Scope {
        TRUST,
        ACADEMY,
        OWN
    }
}

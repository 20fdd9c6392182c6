package org.handbell.cases.register;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.handbell.cases.forms.Form;
import org.handbell.cases.register.Facts.GateEvidence;
import org.handbell.cases.register.Facts.GateKind;
import org.handbell.cases.register.GateRecords.Entered;
import org.handbell.cases.signin.SignedIn;
import org.jspecify.annotations.Nullable;
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

/// The gates of the trust as a whole, its notice for all to read, and the checks for those who
/// watch over them.
@Controller
class GatesController {

    private final TrustGates gates;
    private final DeskAccounts desk;
    private final AccountPage page;
    private final Colleagues colleagues;

    GatesController(TrustGates gates, DeskAccounts desk, AccountPage page, Colleagues colleagues) {
        this.gates = gates;
        this.desk = desk;
        this.page = page;
        this.colleagues = colleagues;
    }

    @GetMapping("/gates")
    ModelAndView read() {
        return shown(Form.empty("none"), HttpStatus.OK);
    }

    @PostMapping("/gates/{kind}")
    ModelAndView enter(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String kind,
            @RequestParam Map<String, String> values,
            RedirectAttributes flash) {
        var form = Form.of(kind, values);
        if (!gates.enter(person, named(kind), form)) {
            return shown(form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.addFlashAttribute("done", "It is recorded, and counts for all accounts.");
        return new ModelAndView("redirect:/gates");
    }

    @GetMapping("/notice")
    ModelAndView notice() {
        var notice = gates.current().get(GateKind.NOTICE);
        var shown = new ModelAndView("cases/register/notice");
        shown.addObject("notice", notice == null ? null : line(notice));
        return shown;
    }

    @GetMapping("/checks")
    ModelAndView checks(@AuthenticationPrincipal SignedIn person) {
        var lines =
                desk.checks(person).stream()
                        .map(found ->
                                new CheckLine(
                                        found.entry().accountId(),
                                        found.entry().site().address(),
                                        colleagues.name(found.entry().owners().holderId()),
                                        page.check(person, found.entry(), found.check())))
                        .toList();
        return new ModelAndView("cases/register/checks", Map.of("checks", lines));
    }

    private ModelAndView shown(Form form, HttpStatus status) {
        var current = gates.current();
        var shown = new ModelAndView("cases/register/gates", Map.of("form", form), status);
        shown.addObject("dpia", line(current.get(GateKind.DPIA)));
        shown.addObject("consultation", line(current.get(GateKind.CONSULTATION)));
        shown.addObject("notice", line(current.get(GateKind.NOTICE)));
        shown.addObject("entered", entered(gates.entered()));
        return shown;
    }

    private List<String> entered(List<Entered> all) {
        return all.stream()
                .map(entered ->
                        Says.time(entered.at())
                                + ": "
                                + name(entered.evidence().kind())
                                + ", "
                                + entered.evidence().reference()
                                + ", by "
                                + colleagues.name(entered.by()))
                .toList();
    }

    private static @Nullable GateView line(@Nullable GateEvidence evidence) {
        return evidence == null
                ? null
                : new GateView(
                        evidence.reference(),
                        evidence.withWhom(),
                        Says.day(evidence.on()),
                        evidence.notice() == null ? "" : evidence.notice(),
                        evidence.hash() == null ? "" : evidence.hash());
    }

    private static String name(GateKind kind) {
        return switch (kind) {
            case DPIA -> "Data protection impact assessment";
            case CONSULTATION -> "Consultation";
            case NOTICE -> "Monitoring notice";
        };
    }

    private static GateKind named(String kind) {
        return Arrays.stream(GateKind.values())
                .filter(k -> k.name().toLowerCase(Locale.ROOT).equals(kind))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    record GateView(String reference, String with, String on, String words, String hash) {}

    record CheckLine(
            String accountId, String address, String holder, AccountView.CheckView check) {}
}

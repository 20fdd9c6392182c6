package org.handbell.cases.audit;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class AuditController {

    private static final int SHOWN = 100;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.UK)
                    .withZone(ZoneId.of("Europe/London"));

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping("/audit")
    String latest(Model model) {
        model.addAttribute("entries", trail.latest(SHOWN).stream().map(Line::of).toList());
        return "cases/audit";
    }

    /// An entry as the page shows it, with its time in London.
    record Line(AuditEntry entry, String at) {

        static Line of(AuditEntry entry) {
            return new Line(entry, TIME.format(entry.at()));
        }
    }
}

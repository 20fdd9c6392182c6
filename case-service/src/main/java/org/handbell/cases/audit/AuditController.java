package org.handbell.cases.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.handbell.cases.people.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/// The record to read, a hundred entries at a time, and to take away.
@Controller
class AuditController {

    private static final int SHOWN = 100;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.UK)
                    .withZone(AuditQuestion.ZONE);

    private final ReadAudit readAudit;

    AuditController(ReadAudit readAudit) {
        this.readAudit = readAudit;
    }

    @GetMapping("/audit")
    String page(
            Principal reader,
            @ModelAttribute("question") AuditQuestion question,
            @RequestParam(defaultValue = "") String before,
            HttpServletRequest request,
            Model model) {
        var found = readAudit.page(reader.getName(), question, number(before), SHOWN);
        model.addAttribute("entries", found.entries().stream().map(Line::of).toList());
        model.addAttribute("older", found.older());
        model.addAttribute("kept", found.kept());
        model.addAttribute("mayExport", request.isUserInRole(Role.AUDITOR.name()));
        return "cases/audit";
    }

    @GetMapping("/audit/export")
    void export(
            Principal reader,
            @ModelAttribute("question") AuditQuestion question,
            @RequestParam(defaultValue = "csv") String as,
            HttpServletResponse response)
            throws IOException {
        var form = AuditForm.named(as);
        response.setContentType(form.contentType());
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"handbell-audit." + form.end() + "\"");
        var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        form.write(readAudit.all(reader.getName(), question, form.end()), out);
        out.flush();
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : Long.MAX_VALUE;
    }

    /// An entry as the page shows it, with its time in London.
    record Line(AuditEntry entry, String at) {

        static Line of(AuditEntry entry) {
            return new Line(entry, TIME.format(entry.at()));
        }
    }
}

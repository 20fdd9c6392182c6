package org.handbell.cases.register;

import java.util.List;
import org.handbell.cases.register.AccountView.GateLine;
import org.handbell.cases.register.Facts.GateEvidence;
import org.handbell.cases.register.Facts.GateKind;
import org.jspecify.annotations.Nullable;

/// Says of each gate whether it is met, by what, and else what to do.
final class GateLines {

    private GateLines() {}

    static List<GateLine> of(Standing standing) {
        var gates = standing.gates();
        var row = standing.row();
        var from = row.collectFrom();
        return List.of(
                line(
                        "Data protection impact assessment",
                        gates.dpiaReference(),
                        "A Head or the data protection officer enters its reference under Gates."),
                line(
                        "Consultation",
                        gates.consultation(),
                        "A Head or the data protection officer enters under Gates who was consulted."),
                line(
                        "Monitoring notice, published and acknowledged",
                        notice(standing),
                        standing.waitsForHolder()
                                ? "Who holds the account reads the notice on this page and acknowledges it."
                                : "A Head or the data protection officer publishes the notice under Gates. Then who holds the account acknowledges it here."),
                line(
                        "Notice in effect",
                        from == null || from.isAfter(standing.today())
                                ? null
                                : "since " + Says.day(from),
                        from == null
                                ? "It takes effect once it is acknowledged."
                                : "It takes effect on " + Says.day(from) + "."),
                line(
                        "Approval",
                        row.approved() && gates.approver() != null ? approval(standing) : null,
                        "The Head of School or the Executive Head decides on this page."),
                line(
                        "Policy version confirmed",
                        gates.policyVersion(),
                        "A Head uploads the policy, then confirms its version with the approval."));
    }

    private static GateLine line(String gate, @Nullable String evidence, String todo) {
        return evidence == null || evidence.isBlank()
                ? new GateLine(gate, false, "", todo)
                : new GateLine(gate, true, evidence, "");
    }

    private static String approval(Standing standing) {
        return standing.check()
                .map(check -> "for a targeted check until " + Says.day(check.until()))
                .orElse("given");
    }

    private static @Nullable String notice(Standing standing) {
        var hash = standing.notice();
        if (hash == null) {
            return null;
        }
        return standing.facts()
                .gate(GateKind.NOTICE)
                .filter(notice -> hash.equals(notice.hash()))
                .map(GateEvidence::reference)
                .orElse("as the trust's file says");
    }
}

package org.handbell.analysis.analyse;

import java.util.Locale;
import org.handbell.analysis.judge.Judgement;
import org.handbell.contract.Finding;
import org.handbell.contract.Severity;
import org.handbell.contract.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What was found in one case, as a line of JSON in the form of the functional suite.
///
/// @param explain whether to say what each finding rests on, and what was let go and why
record AnswerLine(boolean explain) {

    String of(String id, Judgement judgement) {
        var answer = Json.mapper().createObjectNode();
        answer.put("id", id);
        var findings = answer.putArray("findings");
        judgement.findings().forEach(finding -> finding(findings.addObject(), finding));
        var route = answer.putArray("route");
        judgement.route().forEach(r -> route.add(word(r)));
        if (explain) {
            answer.put("pack", judgement.packId());
            answer.set("excused", Json.mapper().valueToTree(judgement.excused()));
            var withdrawn = answer.putArray("withdrawn");
            judgement.withdrawn().forEach(finding -> finding(withdrawn.addObject(), finding));
        }
        return Json.mapper().writeValueAsString(answer);
    }

    /// A case that nobody may take for innocent: it could not be judged.
    static String notJudged(String id, String reason) {
        var answer = Json.mapper().createObjectNode();
        answer.put("id", id);
        answer.putArray("findings");
        answer.putArray("route");
        answer.put("notJudged", reason);
        return Json.mapper().writeValueAsString(answer);
    }

    private void finding(ObjectNode one, Finding finding) {
        one.put("clause", finding.clause());
        one.put("severity", word(severity(finding.severity())));
        one.put("confidence", finding.confidence());
        one.put("why", finding.why());
        one.put("rule", finding.rule());
        var spans = one.putArray("spans");
        for (var span : finding.spans()) {
            var stretch = spans.addObject();
            stretch.put("start", span.start());
            stretch.put("end", span.end());
            stretch.put("field", span.field());
        }
        mark(one, finding.explanation());
        if (explain) {
            one.set("exemptions", Json.mapper().valueToTree(finding.exemptions()));
            one.set("explanation", Json.mapper().valueToTree(finding.explanation()));
        }
    }

    /// Whoever reads a finding must see that a language model touched it.
    private static void mark(ObjectNode one, Finding.@Nullable Explanation explanation) {
        var opinion = explanation == null ? null : explanation.secondOpinion();
        if (opinion != null) {
            one.put("secondOpinion", word(opinion.verdict()));
        }
    }

    /// The suite knows no tips.
    private static Severity severity(Severity severity) {
        return severity == Severity.TIP ? Severity.LOW : severity;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

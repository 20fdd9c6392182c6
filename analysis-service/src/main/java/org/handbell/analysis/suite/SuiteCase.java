package org.handbell.analysis.suite;

import static org.handbell.analysis.suite.SuiteRegister.list;
import static org.handbell.analysis.suite.SuiteRegister.optional;
import static org.handbell.analysis.suite.SuiteRegister.text;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.handbell.analysis.judge.Judgement;
import org.handbell.contract.Action;
import org.handbell.contract.Coverage;
import org.handbell.contract.Finding;
import org.handbell.contract.Ids;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.contract.Severity;
import org.handbell.contract.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One case of a suite: a line of JSON, as a post and back as an answer.
final class SuiteCase {

    private static final Coverage COVERAGE =
            new Coverage("suite", Coverage.Proof.STUB, List.of(), "none");

    private SuiteCase() {}

    static Post post(JsonNode asked) {
        var id = text(asked, "id");
        var at = OffsetDateTime.parse(text(asked, "postedAt")).toInstant();
        return new Post(
                id,
                Ids.observation(id, id),
                text(asked, "account"),
                platform(text(asked, "platform")),
                Action.valueOf(text(asked, "action").toUpperCase(Locale.ROOT)),
                optional(asked, "author"),
                null,
                at,
                null,
                null,
                at,
                text(asked, "text"),
                null,
                media(asked.path("media")),
                list(asked, "links"),
                engaged(asked.path("of")),
                list(asked, "pollOptions"),
                id,
                null,
                List.of(),
                COVERAGE,
                false);
    }

    static Platform platform(String name) {
        return Platform.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static List<Post.Media> media(JsonNode nodes) {
        var media = new ArrayList<Post.Media>();
        nodes.forEach(node ->
                media.add(
                        new Post.Media(
                                Post.MediaType.valueOf(text(node, "type").toUpperCase(Locale.ROOT)),
                                null,
                                optional(node, "alt"),
                                optional(node, "ocr"),
                                List.of(),
                                false)));
        return media;
    }

    private static Post.@Nullable Engaged engaged(JsonNode of) {
        return of.isMissingNode() || of.isNull()
                ? null
                : new Post.Engaged(optional(of, "author"), text(of, "text"), null);
    }

    static String answer(JsonNode asked, Judgement judgement) {
        var answer = Json.mapper().createObjectNode();
        answer.put("id", text(asked, "id"));
        var findings = answer.putArray("findings");
        for (var finding : judgement.findings()) {
            var one = findings.addObject();
            one.put("clause", finding.clause());
            one.put("severity", severity(finding.severity()));
            one.put("confidence", finding.confidence());
            one.put("why", finding.why());
            one.put("rule", finding.rule());
            var spans = one.putArray("spans");
            finding.spans().forEach(span -> span(spans.addObject(), span));
        }
        var route = answer.putArray("route");
        judgement
                .route()
                .forEach(r -> route.add(r.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        return Json.mapper().writeValueAsString(answer);
    }

    private static void span(tools.jackson.databind.node.ObjectNode node, Finding.Span span) {
        node.put("start", span.start());
        node.put("end", span.end());
        node.put("field", span.field());
    }

    private static String severity(Severity severity) {
        return severity == Severity.TIP ? "low" : severity.name().toLowerCase(Locale.ROOT);
    }
}

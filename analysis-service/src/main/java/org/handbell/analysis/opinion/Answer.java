package org.handbell.analysis.opinion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.handbell.analysis.policy.Clause;
import org.handbell.contract.Finding;
import org.handbell.contract.wire.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads what the model answered. One thing that does not fit makes all of it unusable: a model
/// that makes up a clause may make up the rest.
final class Answer {

    private Answer() {}

    /// @throws UnusableAnswerException where it is not what was asked for
    static List<Opinion> read(byte[] body, List<Clause> asked) throws UnusableAnswerException {
        try {
            var content = Json.mapper().readTree(body).at("/choices/0/message/content");
            if (!content.isString()) {
                throw new UnusableAnswerException(Asked.INVALID);
            }
            return opinions(Json.mapper().readTree(content.asString()), asked);
        } catch (JacksonException e) {
            throw new UnusableAnswerException(Asked.INVALID);
        }
    }

    private static List<Opinion> opinions(JsonNode answer, List<Clause> asked)
            throws UnusableAnswerException {
        var list = answer.path("opinions");
        var known = asked.stream().map(Clause::id).collect(Collectors.toSet());
        var seen = new HashSet<String>();
        var opinions = new ArrayList<Opinion>();
        if (!answer.isObject() || !list.isArray()) {
            throw new UnusableAnswerException(Asked.INVALID);
        }
        for (var one : list) {
            var opinion = opinion(one, known);
            if (!seen.add(opinion.clause())) {
                throw new UnusableAnswerException(Asked.INVALID);
            }
            opinions.add(opinion);
        }
        return opinions;
    }

    private static Opinion opinion(JsonNode one, Set<String> known) throws UnusableAnswerException {
        var clause = one.path("clause");
        var breach = one.path("breach");
        var confidence = one.path("confidence");
        var reason = one.path("reason");
        var shaped =
                clause.isString()
                        && breach.isBoolean()
                        && confidence.isNumber()
                        && reason.isString();
        if (!shaped
                || !known.contains(clause.asString())
                || !(confidence.asDouble() >= 0 && confidence.asDouble() <= 1)
                || reason.asString().isBlank()) {
            throw new UnusableAnswerException(Asked.INVALID);
        }
        return new Opinion(
                clause.asString(),
                breach.asBoolean(),
                confidence.asDouble(),
                cut(reason.asString().strip()));
    }

    private static String cut(String reason) {
        var longest = Finding.SecondOpinion.LONGEST_REASON;
        return reason.length() <= longest ? reason : reason.substring(0, longest - 1) + "…";
    }
}

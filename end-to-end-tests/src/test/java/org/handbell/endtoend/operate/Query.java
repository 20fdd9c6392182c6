package org.handbell.endtoend.operate;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// One question of a panel to Prometheus.
record Query(Panel panel, JsonNode json) {

    private static final Pattern METRIC = Pattern.compile("\\b(?:handbell|process)_[a-z_]+\\b");
    private static final Pattern EITHER =
            Pattern.compile("__name__=~\"([a-z_]*)\\(([^)]*)\\)([a-z_]*)\"");

    String expression() {
        return json.path("expr").asString();
    }

    boolean instant() {
        return json.path("instant").asBoolean();
    }

    /// The question as Grafana puts it.
    ///
    /// @param range the time that the dashboard shows
    /// @param scrape how often Prometheus looks; Grafana's rate interval is four times that
    String asked(Duration range, Duration scrape) {
        return expression()
                .replace("$__range", range.toSeconds() + "s")
                .replace("$__rate_interval", 4 * scrape.toSeconds() + "s");
    }

    /// The figures it names.
    Set<String> metrics() {
        var metrics = new TreeSet<String>();
        var text = EITHER.matcher(expression()).replaceAll(Query::each);
        METRIC.matcher(text).results().forEach(match -> metrics.add(match.group()));
        return metrics;
    }

    private static String each(MatchResult match) {
        var names = new StringBuilder();
        for (var middle : match.group(2).split("\\|", -1)) {
            names.append(match.group(1)).append(middle).append(match.group(3)).append(' ');
        }
        return names.toString();
    }

    @Override
    public String toString() {
        return panel + ", " + json.path("refId").asString();
    }
}

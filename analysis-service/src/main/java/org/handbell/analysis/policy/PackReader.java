package org.handbell.analysis.policy;

import static org.handbell.analysis.policy.PackEntries.listed;
import static org.handbell.analysis.policy.PackEntries.mapped;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handbell.analysis.policy.PackEntries.ClauseEntry;
import org.handbell.analysis.policy.PackEntries.PackFile;
import org.handbell.analysis.policy.PackEntries.RuleEntry;
import org.handbell.analysis.policy.PackEntries.ThresholdsEntry;
import org.handbell.contract.Route;
import org.handbell.contract.Severity;
import org.jspecify.annotations.Nullable;

/// Clauses, exemptions and rules out of one pack's file, each checked.
final class PackReader {

    private static final Set<String> FIELDS =
            Set.of(
                    "text",
                    "media.alt",
                    "media.ocr",
                    "of.text",
                    "of.author",
                    "pollOptions",
                    "links");

    private final PackText file;
    private final PackFile content;
    private final CelConditions conditions;
    private final Thresholds usual;

    PackReader(PackText file, PackFile content, CelConditions conditions) {
        this.file = file;
        this.content = content;
        this.conditions = conditions;
        this.usual = thresholds(content.thresholds(), Thresholds.USUAL, "pack", "thresholds");
    }

    Map<String, Clause> clauses() {
        var clauses = new LinkedHashMap<String, Clause>();
        var entries = listed(file.need(content.clauses(), "pack", "clauses"));
        for (var at = 0; at < entries.size(); at++) {
            var clause = clause(entries.get(at), at);
            if (clauses.put(clause.id(), clause) != null) {
                throw file.refuse(clause.id(), "the clause is there twice", "clauses", at);
            }
        }
        return clauses;
    }

    private Clause clause(ClauseEntry entry, int at) {
        var id = file.need(entry.id(), "clause " + (at + 1), "clauses", at, "id");
        return new Clause(
                id,
                file.need(entry.title(), id, "clauses", at, "title"),
                file.need(entry.obligation(), id, "clauses", at, "obligation"),
                member(
                        Modality.class,
                        file.need(entry.modality(), id, "clauses", at, "modality"),
                        id,
                        "clauses",
                        at),
                entry.severity() == null ? Severity.LOW : entry.severity(),
                listed(entry.route()).stream()
                        .map(r -> member(Route.class, r, id, "clauses", at))
                        .toList(),
                Boolean.TRUE.equals(entry.optional()),
                thresholds(entry.thresholds(), usual, id, "clauses", at, "thresholds"));
    }

    private Thresholds thresholds(
            @Nullable ThresholdsEntry entry, Thresholds above, String where, Object... path) {
        try {
            return entry == null ? above : entry.over(above);
        } catch (IllegalArgumentException e) {
            throw file.refuse(where, String.valueOf(e.getMessage()), path);
        }
    }

    private <E extends Enum<E>> E member(
            Class<E> type, String name, String where, String list, int at) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            var kind = type.getSimpleName().toLowerCase(Locale.ROOT);
            throw file.refuse(where, name + " is no " + kind, list, at, kind);
        }
    }

    Map<String, Rule.Exemption> exemptions() {
        var exemptions = new HashMap<String, Rule.Exemption>();
        mapped(content.exemptions())
                .forEach((name, entry) -> {
                    var path = new Object[] {"exemptions", name, "when"};
                    exemptions.put(
                            name,
                            new Rule.Exemption(
                                    name,
                                    condition(file.need(entry.when(), name, path), name, path),
                                    file.need(entry.why(), name, "exemptions", name, "why")));
                });
        return exemptions;
    }

    private Condition condition(@Nullable String expression, String where, Object... path) {
        if (expression == null) {
            return Condition.ALWAYS;
        }
        try {
            return conditions.compile(expression);
        } catch (IllegalArgumentException e) {
            throw file.refuse(where, String.valueOf(e.getMessage()), path);
        }
    }

    List<Rule> rules(Map<String, Clause> clauses, Map<String, Rule.Exemption> exemptions) {
        var rules = new ArrayList<Rule>();
        var ids = new HashSet<String>();
        var entries = listed(file.need(content.rules(), "pack", "rules"));
        for (var at = 0; at < entries.size(); at++) {
            var entry = entries.get(at);
            var id = file.need(entry.id(), "rule " + (at + 1), "rules", at, "id");
            if (!ids.add(id)) {
                throw file.refuse(id, "the id is used twice", "rules", at, "id");
            }
            var clause = clauses.get(file.need(entry.clause(), id, "rules", at, "clause"));
            if (clause == null) {
                throw file.refuse(id, "no clause " + entry.clause(), "rules", at, "clause");
            }
            check(entry, id, at);
            rules.add(rule(entry, id, at, clause, unless(entry, id, at, exemptions)));
        }
        return List.copyOf(rules);
    }

    private void check(RuleEntry entry, String id, int at) {
        if (!file.need(entry.why(), id, "rules", at, "why").contains(" may ")) {
            throw file.refuse(id, "`why` must say what may be", "rules", at, "why");
        }
        if (!(entry.confidence() > 0 && entry.confidence() <= 1)) {
            throw file.refuse(id, "confidence is not in 0 to 1", "rules", at, "confidence");
        }
        for (var field : listed(entry.in())) {
            if (!FIELDS.contains(field)) {
                throw file.refuse(id, "no post has a field " + field, "rules", at, "in");
            }
        }
    }

    private Rule rule(
            RuleEntry entry, String id, int at, Clause clause, List<Rule.Exemption> unless) {
        var when = file.need(entry.when(), id, "rules", at, "when");
        return new Rule(
                id,
                clause,
                Set.copyOf(when),
                Set.copyOf(listed(entry.in())),
                condition(entry.condition(), id, "rules", at, "condition"),
                entry.severity() == null ? clause.severity() : entry.severity(),
                entry.route() == null ? clause.route() : routes(entry.route(), id, at),
                entry.confidence(),
                String.valueOf(entry.why()),
                unless,
                Set.copyOf(entry.show() == null ? when : entry.show()));
    }

    private List<Route> routes(List<String> names, String id, int at) {
        return names.stream().map(name -> member(Route.class, name, id, "rules", at)).toList();
    }

    private List<Rule.Exemption> unless(
            RuleEntry entry, String id, int at, Map<String, Rule.Exemption> exemptions) {
        var unless = new ArrayList<Rule.Exemption>();
        for (var name : listed(entry.unless())) {
            var exemption = exemptions.get(name);
            if (exemption == null) {
                throw file.refuse(id, "no exemption " + name, "rules", at, "unless");
            }
            unless.add(exemption);
        }
        return List.copyOf(unless);
    }
}

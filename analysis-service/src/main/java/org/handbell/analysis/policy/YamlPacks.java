package org.handbell.analysis.policy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.handbell.analysis.text.PhraseBook;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.Route;
import org.handbell.contract.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads policy packs from YAML files. A pack with an error is refused as a whole, with a message
/// that names the file, the rule and the problem.
public final class YamlPacks {

    private final ObjectMapper yaml =
            YAMLMapper.builder()
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
    private final CelConditions conditions = new CelConditions();
    private final PathMatchingResourcePatternResolver files =
            new PathMatchingResourcePatternResolver();

    /// All packs at a place.
    ///
    /// @param location pattern such as `classpath*:policy/pack-*.yml`; lexicons are named beside
    public PolicyPacks read(String location) {
        try {
            var packs = new ArrayList<PolicyPack>();
            for (var file : files.getResources(location)) {
                packs.add(pack(file));
            }
            return new PolicyPacks(packs);
        } catch (IOException e) {
            throw new InvalidPackException(location, "files", "cannot be listed");
        }
    }

    record PackFile(
            String id,
            LocalDate inForceFrom,
            List<ClauseEntry> clauses,
            Map<String, ExemptionEntry> exemptions,
            List<String> lexicons,
            Map<String, String> words,
            List<RuleEntry> rules) {}

    record ClauseEntry(
            String id,
            String title,
            String obligation,
            String modality,
            @Nullable Severity severity,
            @Nullable List<String> route,
            @Nullable Boolean optional) {}

    record ExemptionEntry(String when, String why) {}

    record RuleEntry(
            String id,
            String clause,
            List<String> when,
            @Nullable List<String> in,
            @Nullable String condition,
            @Nullable Severity severity,
            double confidence,
            String why,
            @Nullable List<String> unless,
            @Nullable List<String> show) {}

    private PolicyPack pack(Resource file) throws IOException {
        var name = String.valueOf(file.getFilename());
        var content = parse(file, name, PackFile.class);
        var lexicons = lexicons(file, name, content.lexicons());
        var clauses = clauses(name, content.clauses());
        var exemptions = exemptions(name, content.exemptions());
        var rules = new ArrayList<Rule>();
        var ids = new LinkedHashSet<String>();
        for (var entry : content.rules()) {
            if (!ids.add(entry.id())) {
                throw new InvalidPackException(name, entry.id(), "the id is used twice");
            }
            rules.add(rule(name, entry, clauses, exemptions));
        }
        return new PolicyPack(
                content.id(),
                content.inForceFrom(),
                clauses,
                List.copyOf(rules),
                lexicons,
                words(file, name, content.words()));
    }

    private <T> T parse(Resource file, String name, Class<T> type) throws IOException {
        try (var in = file.getInputStream()) {
            return yaml.readValue(in, type);
        } catch (JacksonException e) {
            throw new InvalidPackException(name, "format", e.getOriginalMessage());
        }
    }

    private PhraseBook lexicons(Resource pack, String name, List<String> lexicons)
            throws IOException {
        var phrases = new ArrayList<PhraseBook.Phrase>();
        for (var lexicon : lexicons) {
            var file = pack.createRelative(lexicon);
            if (!file.exists()) {
                throw new InvalidPackException(name, "lexicons", lexicon + " is missing");
            }
            var families = parse(file, lexicon, Families.class);
            families.forEach((family, texts) ->
                    texts.forEach(text -> phrases.add(phrase(lexicon, family, text))));
        }
        return PhraseBook.of(phrases);
    }

    /// Family to phrases.
    static final class Families extends LinkedHashMap<String, List<String>> {
        private static final long serialVersionUID = 1L;
    }

    private static PhraseBook.Phrase phrase(String file, String family, String text) {
        var phrase = new PhraseBook.Phrase(family, null, folded(text));
        try {
            phrase.check();
        } catch (PatternSyntaxException e) {
            throw new InvalidPackException(file, family, e.getDescription());
        }
        return phrase;
    }

    /// Phrases are written as people write; they are found in folded words.
    private static String folded(String text) {
        if (text.startsWith("re:") || text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return text;
        }
        return (text.startsWith("*") ? "*" : "")
                + String.join(" ", KeyedHash.tokens(text))
                + (text.endsWith("*") ? "*" : "");
    }

    private static Map<String, Set<String>> words(
            Resource pack, String name, Map<String, String> files) throws IOException {
        var lists = new HashMap<String, Set<String>>();
        for (var entry : files.entrySet()) {
            var file = pack.createRelative(entry.getValue());
            if (!file.exists()) {
                throw new InvalidPackException(name, "words", entry.getValue() + " is missing");
            }
            var text = file.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
            lists.put(
                    entry.getKey(),
                    text.lines()
                            .filter(line -> !line.startsWith("#"))
                            .flatMap(line -> List.of(line.split("\\s+")).stream())
                            .filter(word -> !word.isBlank())
                            .collect(Collectors.toUnmodifiableSet()));
        }
        return lists;
    }

    private static Map<String, Clause> clauses(String file, List<ClauseEntry> entries) {
        var clauses = new LinkedHashMap<String, Clause>();
        for (var entry : entries) {
            var clause =
                    new Clause(
                            entry.id(),
                            entry.title(),
                            entry.obligation(),
                            member(file, entry.id(), Modality.class, entry.modality()),
                            entry.severity() == null ? Severity.LOW : entry.severity(),
                            routes(file, entry),
                            Boolean.TRUE.equals(entry.optional()));
            if (clauses.put(entry.id(), clause) != null) {
                throw new InvalidPackException(file, entry.id(), "the clause is there twice");
            }
        }
        return clauses;
    }

    private static List<Route> routes(String file, ClauseEntry entry) {
        var route = entry.route() == null ? List.<String>of() : entry.route();
        return route.stream().map(r -> member(file, entry.id(), Route.class, r)).toList();
    }

    private static <E extends Enum<E>> E member(
            String file, String where, Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new InvalidPackException(
                    file, where, name + " is no " + type.getSimpleName().toLowerCase(Locale.ROOT));
        }
    }

    private Map<String, Rule.Exemption> exemptions(
            String file, Map<String, ExemptionEntry> entries) {
        var exemptions = new HashMap<String, Rule.Exemption>();
        entries.forEach((name, entry) ->
                exemptions.put(
                        name,
                        new Rule.Exemption(
                                name, condition(file, name, entry.when()), entry.why())));
        return exemptions;
    }

    private Condition condition(String file, String where, @Nullable String expression) {
        if (expression == null) {
            return Condition.ALWAYS;
        }
        try {
            return conditions.compile(expression);
        } catch (IllegalArgumentException e) {
            throw new InvalidPackException(file, where, String.valueOf(e.getMessage()));
        }
    }

    private Rule rule(
            String file,
            RuleEntry entry,
            Map<String, Clause> clauses,
            Map<String, Rule.Exemption> exemptions) {
        var clause = clauses.get(entry.clause());
        if (clause == null) {
            throw new InvalidPackException(file, entry.id(), "no clause " + entry.clause());
        }
        if (!entry.why().contains(" may ")) {
            throw new InvalidPackException(file, entry.id(), "`why` must say what may be");
        }
        if (!(entry.confidence() > 0 && entry.confidence() <= 1)) {
            throw new InvalidPackException(file, entry.id(), "confidence is not in 0 to 1");
        }
        return new Rule(
                entry.id(),
                clause,
                Set.copyOf(entry.when()),
                entry.in() == null ? Set.of() : Set.copyOf(entry.in()),
                condition(file, entry.id(), entry.condition()),
                entry.severity() == null ? clause.severity() : entry.severity(),
                entry.confidence(),
                entry.why(),
                unless(file, entry, exemptions),
                Set.copyOf(entry.show() == null ? entry.when() : entry.show()));
    }

    private static List<Rule.Exemption> unless(
            String file, RuleEntry entry, Map<String, Rule.Exemption> exemptions) {
        var names = entry.unless() == null ? List.<String>of() : entry.unless();
        for (var name : names) {
            if (!exemptions.containsKey(name)) {
                throw new InvalidPackException(file, entry.id(), "no exemption " + name);
            }
        }
        return names.stream().map(exemptions::get).toList();
    }
}

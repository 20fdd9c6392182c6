package org.handbell.cases.imports;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbell.cases.people.Agreements.Agreement;
import org.handbell.cases.people.Agreements.Kind;
import org.handbell.cases.people.Agreements.Tender;
import org.handbell.cases.people.RegisterEntry;
import org.handbell.cases.people.RegisterEntry.Clear;
import org.handbell.cases.people.RegisterEntry.Confidential;
import org.handbell.cases.people.RegisterEntry.Former;
import org.handbell.cases.people.RegisterEntry.Pupil;
import org.handbell.contract.Ids;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.Platform;
import org.handbell.contract.RegisterEvent;
import org.jspecify.annotations.Nullable;

/// Reads the simple form: a file for each kind, its columns named in its first line.
final class ReadSimple {

    private static final Instant UNSET = Instant.EPOCH;
    private static final int LAST_YEAR = 13;

    private final Known known;
    private final UnaryOperator<String> idOfTerm;
    private final Incoming incoming = new Incoming();

    /// @param idOfTerm an id for a confidential term that does not tell the term
    ReadSimple(Known known, UnaryOperator<String> idOfTerm) {
        this.known = known;
        this.idOfTerm = idOfTerm;
    }

    Incoming from(Map<String, String> texts, Faults faults) {
        var sheets = new EnumMap<SimpleFile, List<Line>>(SimpleFile.class);
        texts.forEach((name, text) ->
                SimpleFile.named(name)
                        .ifPresent(file ->
                                sheets.put(file, Sheet.read(name, text, file.columns(), faults))));
        if (sheets.containsKey(SimpleFile.STAFF)) {
            new ReadStaff(known, incoming).from(sheets.get(SimpleFile.STAFF));
        }
        if (sheets.containsKey(SimpleFile.PUPILS)) {
            known.pupilsAre(
                    sheets.get(SimpleFile.PUPILS).stream()
                            .map(line -> line.values().getOrDefault("id", ""))
                            .collect(Collectors.toSet()));
        }
        sheets.forEach((file, lines) -> {
            if (file != SimpleFile.STAFF) {
                incoming.names(file.kind());
                lines.forEach(line -> add(file, line));
            }
        });
        return incoming;
    }

    private void add(SimpleFile file, Line line) {
        var before = line.faults().count();
        var entry = entry(file, line);
        if (line.faults().count() == before && !incoming.add(entry)) {
            line.wrong("", "says again what an earlier line says, or has its id");
        }
    }

    private RegisterEntry entry(SimpleFile file, Line line) {
        return switch (file) {
            case PUPILS -> pupil(line);
            case FORMER_PUPILS ->
                    new Former(line.id("id"), line.personName("name"), academy(line, false));
            case TERMS -> term(line);
            case SUPPLIERS -> supplier(line);
            case CONFIDENTIAL_TERMS -> confidential(line);
            case CONSENTS -> consent(line);
            case EXCEPTIONS -> exception(line);
            case STAFF -> throw new IllegalStateException("staff are read apart");
        };
    }

    private Pupil pupil(Line line) {
        return new Pupil(
                line.id("id"),
                line.personName("name"),
                line.number("year", 0, LAST_YEAR),
                line.optional("form"),
                academy(line, true),
                reference(line, "relative_of", known::isStaff, "member of staff or governor"));
    }

    private @Nullable String academy(Line line, boolean needed) {
        var named = line.optional("academy");
        if (named == null) {
            if (needed) {
                line.wrong(
                        "academy", "is missing: a pupil belongs to one of " + known.academyIds());
            }
            return null;
        }
        var academy = known.academy(named);
        if (academy.isEmpty()) {
            line.wrong("academy", "is none of " + known.academyIds());
        }
        return academy.orElse(null);
    }

    private static @Nullable String reference(
            Line line, String column, Predicate<String> known, String what) {
        var id = line.optional(column);
        if (id != null && !known.test(id)) {
            line.wrong(column, Line.shown(id) + " is no " + what);
        }
        return id;
    }

    private static Clear term(Line line) {
        var from = line.day("from");
        var to = line.day("to");
        if (to.isBefore(from)) {
            line.wrong("to", "is before the first day");
        }
        var name = line.text("name");
        return new Clear(
                new RegisterEvent.Term(
                        derived("term", name + from), orElse(name), from, to, UNSET));
    }

    private Clear supplier(Line line) {
        var name = line.text("name");
        var id = derived("supplier", name);
        var from = line.optionalDay("tender_from");
        var until = line.optionalDay("tender_until");
        if ((from == null) != (until == null)
                || from != null && until != null && until.isBefore(from)) {
            line.wrong("tender_until", "needs both days of a tender, the earlier first");
        } else if (from != null && until != null) {
            incoming.tender(id, new Tender(from, until));
        }
        return new Clear(
                new RegisterEvent.Supplier(
                        id, orElse(name), line.list("other_names"), line.optional("kind"), UNSET));
    }

    private Confidential confidential(Line line) {
        var term = line.text("term");
        if (!term.isEmpty() && KeyedHash.tokens(term).isEmpty()) {
            line.wrong("term", "needs a letter or digit");
            return new Confidential("", term);
        }
        return new Confidential(term.isEmpty() ? "" : idOfTerm.apply(term), term);
    }

    private Clear consent(Line line) {
        var pupil = reference(line, "pupil", known::isPupil, "pupil");
        var event = line.optional("event");
        if ((pupil == null) == (event == null)) {
            line.wrong("pupil", "needs either a pupil or an event");
        }
        var about = pupil == null ? "event " + event : "pupil " + pupil;
        return new Clear(
                new RegisterEvent.PhotoConsent(
                        derived("consent", about + " " + line.optional("scope")),
                        pupil,
                        event,
                        platforms(line),
                        line.day("until"),
                        UNSET));
    }

    private static List<Platform> platforms(Line line) {
        var platforms =
                line.list("platforms").stream()
                        .map(word -> word.toUpperCase(Locale.ROOT).replace('-', '_'))
                        .flatMap(name ->
                                Stream.of(Platform.values()).filter(p -> p.name().equals(name)))
                        .distinct()
                        .toList();
        if (platforms.isEmpty() || platforms.size() != line.list("platforms").size()) {
            line.wrong(
                    "platforms",
                    "needs platforms such as facebook; x, each once and apart by semicolons");
        }
        return platforms;
    }

    private Clear exception(Line line) {
        var clause = line.text("clause");
        if (!clause.isEmpty() && !clause.matches("[A-Z][0-9]{1,2}")) {
            line.wrong("clause", "is no clause such as E2");
        }
        line.text("staff");
        line.text("agreed_by");
        var staff = reference(line, "staff", known::isStaff, "member of staff or governor");
        var pupil = reference(line, "pupil", known::isPupil, "pupil");
        var id = derived("permission", clause + " " + staff + " " + pupil);
        var by = reference(line, "agreed_by", known::isStaff, "member of staff or governor");
        var kind = kind(line);
        incoming.agreed(
                id,
                new Agreement(
                        kind.orElse(Kind.OTHER),
                        orElse(by),
                        line.day("agreed_on"),
                        line.text("reason")));
        return new Clear(
                new RegisterEvent.Permission(
                        id, orElse(clause), orElse(staff), pupil, line.day("until"), UNSET));
    }

    private static Optional<Kind> kind(Line line) {
        var word = line.text("why").toUpperCase(Locale.ROOT).replace('-', '_');
        var kind = Stream.of(Kind.values()).filter(k -> k.name().equals(word)).findFirst();
        if (kind.isEmpty() && !word.isEmpty()) {
            line.wrong("why", "is none of own-child, relative, messaging, other");
        }
        return kind;
    }

    private static String derived(String kind, String about) {
        return kind + "-" + Ids.derive(kind, about);
    }

    /// Records refuse an empty text, and the fault is noted already.
    private static String orElse(@Nullable String text) {
        return text == null || text.isEmpty() ? "?" : text;
    }
}

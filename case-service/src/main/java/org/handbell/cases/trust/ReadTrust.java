package org.handbell.cases.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.handbell.cases.trust.KnownIds.Kind;
import org.handbell.contract.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads a trust's file and says everything that is wrong with it.
final class ReadTrust {

    private static final long MOST_BYTES = 50L * 1024 * 1024;
    private static final Map<String, Kind> WITH_ID =
            Map.of(
                    "academies", Kind.ACADEMY,
                    "staff", Kind.STAFF,
                    "governors", Kind.GOVERNOR,
                    "operators", Kind.OPERATOR,
                    "pupils", Kind.PUPIL,
                    "formerPupils", Kind.OTHER,
                    "accounts", Kind.ACCOUNT);
    private static final Set<String> WITHOUT_ID =
            Set.of(
                    "trust",
                    "terms",
                    "timezone",
                    "photoConsent",
                    "providers",
                    "confidentialTerms",
                    "permissions",
                    "gates",
                    "collectFrom");

    private final List<String> errors = new ArrayList<>();
    private final KnownIds ids = new KnownIds();
    private final UnaryOperator<String> idOfTerm;

    ReadTrust(UnaryOperator<String> idOfTerm) {
        this.idOfTerm = idOfTerm;
    }

    /// @throws UnfitTrustException naming each path and the rule it breaks
    TrustFile from(Path path) {
        var file = new Part(parsed(path), "", errors);
        if (errors.isEmpty()) {
            knownKeys(file);
            note(file);
        }
        var members = new MemberParts(ids).of(file);
        var entries = new EntryParts(ids, idOfTerm).of(file);
        var accounts = new AccountParts(ids, members).of(file);
        if (!errors.isEmpty()) {
            throw new UnfitTrustException(errors.stream().distinct().toList());
        }
        return new TrustFile(entries, members, accounts);
    }

    private @Nullable JsonNode parsed(Path path) {
        try {
            if (Files.size(path) > MOST_BYTES) {
                errors.add("the file is larger than " + MOST_BYTES + " bytes");
                return null;
            }
            var node = Json.mapper().readTree(Files.readAllBytes(path));
            if (!node.isObject()) {
                errors.add("the file is no JSON object");
            }
            return node;
        } catch (JacksonException e) {
            var at = e.getLocation();
            errors.add("the file is no JSON" + (at == null ? "" : ", line " + at.getLineNr()));
            return null;
        } catch (IOException e) {
            errors.add("the file cannot be read: " + path);
            return null;
        }
    }

    private void knownKeys(Part file) {
        var known = new TreeSet<>(WITHOUT_ID);
        known.addAll(WITH_ID.keySet());
        file.fields().stream()
                .filter(field -> !known.contains(field))
                .forEach(
                        field -> file.at(field).wrong("is no part of a trust; there are " + known));
    }

    /// First all ids, so that a reference may point forwards.
    private void note(Part file) {
        var trust = file.at("trust");
        if (trust.missing()) {
            trust.wrong("is missing");
        } else {
            ids.add(trust, trust.id("id"), Kind.TRUST);
        }
        WITH_ID.forEach((list, kind) ->
                file.each(list).forEach(part -> ids.add(part, part.id("id"), kind)));
    }
}

package org.handbell.cases.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbell.cases.imports.Sheet.Columns;

/// The files of the simple form, in the order in which they refer to each other.
enum SimpleFile {
    STAFF(
            "staff.csv",
            "STAFF",
            List.of("id", "name", "role"),
            "title",
            "academy",
            "email",
            "phone"),
    PUPILS("pupils.csv", "PUPIL", List.of("id", "name", "year", "academy"), "form", "relative_of"),
    FORMER_PUPILS("former-pupils.csv", "FORMER", List.of("id", "name"), "academy"),
    TERMS("terms.csv", "TERM", List.of("name", "from", "to")),
    SUPPLIERS(
            "suppliers.csv",
            "SUPPLIER",
            List.of("name"),
            "other_names",
            "kind",
            "tender_from",
            "tender_until"),
    CONFIDENTIAL_TERMS("confidential-terms.csv", "CONFIDENTIAL", List.of("term")),
    CONSENTS(
            "consents.csv",
            "PHOTOCONSENT",
            List.of("platforms", "until"),
            "pupil",
            "event",
            "scope"),
    EXCEPTIONS(
            "exceptions.csv",
            "PERMISSION",
            List.of("clause", "staff", "until", "why", "agreed_by", "agreed_on", "reason"),
            "pupil");

    private final String file;
    private final String kind;
    private final Columns columns;

    SimpleFile(String file, String kind, List<String> needed, String... optional) {
        this.file = file;
        this.kind = kind;
        this.columns = new Columns(needed, List.of(optional), false);
    }

    static Optional<SimpleFile> named(String file) {
        return Arrays.stream(values()).filter(known -> known.file.equals(file)).findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(SimpleFile::file).collect(Collectors.joining(", "));
    }

    String file() {
        return file;
    }

    /// As the register calls what the file holds.
    String kind() {
        return kind;
    }

    Columns columns() {
        return columns;
    }

    /// An empty file to fill in.
    String template() {
        return Stream.concat(columns.needed().stream(), columns.optional().stream())
                        .collect(Collectors.joining(","))
                + "\r\n";
    }
}

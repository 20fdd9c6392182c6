package org.handbell.cases.audit;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.handbell.contract.wire.Json;

/// The forms in which the record can be taken away.
enum AuditForm {
    CSV("csv", "text/csv;charset=UTF-8") {
        @Override
        void write(Iterable<AuditEntry> entries, Writer out) throws IOException {
            var printer = new CSVPrinter(out, CSVFormat.RFC4180);
            printer.printRecord("number", "at", "actor", "action", "subject", "detail");
            for (var entry : entries) {
                printer.printRecord(cells(entry));
            }
        }
    },
    JSON_LINES("jsonl", "application/x-ndjson;charset=UTF-8") {
        @Override
        void write(Iterable<AuditEntry> entries, Writer out) throws IOException {
            for (var entry : entries) {
                out.write(Json.mapper().writeValueAsString(entry));
                out.write('\n');
            }
        }
    };

    private final String end;
    private final String contentType;

    AuditForm(String end, String contentType) {
        this.end = end;
        this.contentType = contentType;
    }

    abstract void write(Iterable<AuditEntry> entries, Writer out) throws IOException;

    /// The end of a file's name.
    String end() {
        return end;
    }

    String contentType() {
        return contentType;
    }

    /// CSV where it is none of them.
    static AuditForm named(String end) {
        return end.equals(JSON_LINES.end) ? JSON_LINES : CSV;
    }

    /// What a spreadsheet would take for a formula gets an apostrophe before it.
    private static List<String> cells(AuditEntry entry) {
        return List.of(
                Long.toString(entry.number()),
                entry.at().toString(),
                plain(entry.actor()),
                plain(entry.action()),
                plain(entry.subject()),
                plain(entry.detail()));
    }

    private static String plain(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}

package org.handbell.cases.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// The lines of one CSV file under the names of their columns.
final class Sheet {

    private static final CSVFormat FORM =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private final String file;
    private final Faults faults;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();

    private Sheet(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /// The columns of a file.
    ///
    /// @param needed those that must be there
    /// @param optional those that may be there
    /// @param others whether further ones are passed over; else each is a fault
    record Columns(List<String> needed, List<String> optional, boolean others) {}

    static List<Line> read(String file, String text, Columns columns, Faults faults) {
        var sheet = new Sheet(file, faults);
        sheet.parse(text, columns);
        return List.copyOf(sheet.lines);
    }

    private void parse(String text, Columns known) {
        var begin = 1;
        try (var parser = CSVParser.parse(new StringReader(text), FORM)) {
            var records = parser.iterator();
            while (records.hasNext()) {
                var record = records.next();
                if (record.size() == 1 && record.get(0).isBlank()) {
                    begin = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
                    continue;
                }
                if (columns.isEmpty()) {
                    header(record, known);
                    if (columns.isEmpty()) {
                        return;
                    }
                } else {
                    line(record, begin);
                }
                begin = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
            }
            if (columns.isEmpty()) {
                faults.add(file, 0, "", "is empty: its first line must name the columns");
            }
        } catch (UncheckedIOException | IOException | IllegalStateException e) {
            faults.add(file, begin, "", "has a quote that never ends, or letters after one");
        }
    }

    private void header(CSVRecord record, Columns known) {
        var found = new HashMap<String, Integer>();
        for (var i = 0; i < record.size(); i++) {
            var name = record.get(i).strip();
            if (found.putIfAbsent(name, i) != null) {
                faults.add(file, 1, Line.shown(name), "is there twice");
            }
        }
        var missing = new TreeSet<>(known.needed());
        missing.removeAll(found.keySet());
        missing.forEach(name -> faults.add(file, 1, name, "is missing"));
        if (!known.others()) {
            unknown(found.keySet(), known);
        }
        if (missing.isEmpty()) {
            columns.putAll(found);
        }
    }

    private void unknown(Set<String> found, Columns columns) {
        var known = new TreeSet<>(columns.needed());
        known.addAll(columns.optional());
        found.stream()
                .filter(name -> !known.contains(name))
                .forEach(name ->
                        faults.add(
                                file,
                                1,
                                Line.shown(name),
                                "is no column of this file; there are "
                                        + String.join(", ", known)));
    }

    private void line(CSVRecord record, int number) {
        if (record.size() != columns.size()) {
            faults.add(
                    file,
                    number,
                    "",
                    "has " + record.size() + " values for " + columns.size() + " columns");
            return;
        }
        var values = new HashMap<String, String>();
        columns.forEach((name, at) -> values.put(name, record.get(at).strip()));
        if (values.values().stream().allMatch(String::isEmpty)) {
            return;
        }
        var line = new Line(file, number, values, faults);
        values.forEach((name, value) -> {
            if (value.startsWith("=")) {
                line.wrong(name, "is a formula: paste values only, and save again");
            }
        });
        lines.add(line);
    }
}

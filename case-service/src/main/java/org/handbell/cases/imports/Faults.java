package org.handbell.cases.imports;

import java.util.ArrayList;
import java.util.List;

/// What is wrong with the files of an import: the first hundred, and how many more there are. No
/// value of a file is repeated unless it looks like an id, a date or a number.
final class Faults {

    static final int SHOWN = 100;

    private final List<Fault> shown = new ArrayList<>();
    private int count;

    /// One thing that is wrong.
    ///
    /// @param line as an editor counts them; 0 for the file as a whole
    /// @param column name of it; empty for the line as a whole
    record Fault(String file, int line, String column, String rule) {

        /// `pupils.csv, line 3, column year`.
        public String place() {
            return file
                    + (line == 0 ? "" : ", line " + line)
                    + (column.isEmpty() ? "" : ", column " + column);
        }
    }

    void add(String file, int line, String column, String rule) {
        count++;
        if (shown.size() < SHOWN) {
            shown.add(new Fault(file, line, column, rule));
        }
    }

    List<Fault> shown() {
        return List.copyOf(shown);
    }

    int count() {
        return count;
    }

    int more() {
        return count - shown.size();
    }

    boolean none() {
        return count == 0;
    }
}

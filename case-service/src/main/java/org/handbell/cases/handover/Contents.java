package org.handbell.cases.handover;

import java.time.Instant;
import java.util.List;

/// What goes into a bundle, as words.
///
/// @param banner a warning on each page; empty where none is due
/// @param facts about the handover itself
record Contents(
        String reference,
        String handoverId,
        String banner,
        List<Line> facts,
        List<Section> sections,
        List<FileIn> files,
        Instant madeAt) {

    /// A label and what it says.
    record Line(String label, String words) {}

    /// A part of the case.
    record Section(String title, List<Entry> entries) {}

    /// One thing of a part.
    ///
    /// @param when and by whom; empty where it has no time of its own
    record Entry(String title, String when, String words) {}

    /// A file that goes along as it is.
    record FileIn(String name, byte[] content) {

        @Override
        public String toString() {
            return "FileIn[" + content.length + " bytes]";
        }
    }

    @Override
    public String toString() {
        return "Contents[" + handoverId + "]";
    }
}

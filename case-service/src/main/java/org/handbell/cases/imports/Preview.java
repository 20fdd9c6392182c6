package org.handbell.cases.imports;

import java.util.List;

/// What an import would change.
///
/// @param parts one for each kind that the files name
/// @param places changes of who has a place at the desk; nothing where no file names people
record Preview(List<Part> parts, int places) {

    /// @param what the kind in words
    /// @param lines that come, change or go, by name, initials or not at all; at most twenty each
    record Part(String what, int came, int changed, int gone, List<Shown> lines, boolean leftOut) {}

    /// @param how `New`, `Changed`, `Gone`
    record Shown(String how, String what) {}

    /// Lines of the register and places at the desk.
    public int changes() {
        return parts.stream().mapToInt(p -> p.came() + p.changed() + p.gone()).sum() + places;
    }
}

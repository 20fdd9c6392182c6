package org.handbell.cases.triage;

import org.jspecify.annotations.Nullable;

/// A line of a list of cases: words only.
///
/// @param tone tints what is said in words anyway
/// @param when by when to look, or since when it goes on
/// @param open whether nobody has decided yet
/// @param late whether it should have been looked at before
/// @param another who else has it before them, in a sentence; null where nobody
record Card(
        String reference,
        String tone,
        String when,
        String severity,
        String type,
        String state,
        String school,
        boolean taken,
        boolean open,
        boolean late,
        boolean unreachable,
        @Nullable String another) {}

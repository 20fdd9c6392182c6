package org.handbell.cases.people;

import java.util.List;

/// What would change where a part of the register were replaced.
///
/// @param came ids that are not there yet
/// @param changed ids that say something else
/// @param gone ids that are not named any more
public record Differences(List<String> came, List<String> changed, List<String> gone) {

    public Differences {
        came = List.copyOf(came);
        changed = List.copyOf(changed);
        gone = List.copyOf(gone);
    }

    public int count() {
        return came.size() + changed.size() + gone.size();
    }
}

package org.handbell.ingest.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was made of a picture.
///
/// @param words legible in it; null where there are none
/// @param marks names of the registered marks that it is a copy of
/// @param located whether the file says where it was taken
record Sight(Outcome outcome, @Nullable String words, List<String> marks, boolean located) {

    static Sight none(Outcome why) {
        return new Sight(why, null, List.of(), false);
    }
}

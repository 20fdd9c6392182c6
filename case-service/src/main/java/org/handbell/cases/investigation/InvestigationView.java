package org.handbell.cases.investigation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An investigation as its page shows it: words only.
///
/// @param stands where it stands
/// @param warnings what must not be overlooked
/// @param clocks times by when something is due
/// @param decides where it is not yet clear who may decide: who looked into it, and so may not
/// @param chronology everything in its order, oldest first
record InvestigationView(
        String reference,
        String kind,
        String subject,
        String stands,
        List<String> warnings,
        List<Clock> clocks,
        List<Section> sections,
        List<Item> speaksFor,
        List<Item> speaksAgainst,
        List<Item> openTasks,
        List<String> decides,
        List<Item> chronology,
        boolean deals) {

    /// By when something is due.
    ///
    /// @param late whether it is over
    record Clock(String label, String words, boolean late) {}

    /// A part of the page.
    record Section(String id, String title, List<Item> items, List<FormLink> forms) {}

    /// A step.
    ///
    /// @param when and by whom
    /// @param link to its file; null where it has none
    record Item(String title, String when, String words, @Nullable String link) {}

    /// The way to a form.
    ///
    /// @param closed why it cannot be used now; null where it can
    record FormLink(String path, String title, @Nullable String closed) {}
}

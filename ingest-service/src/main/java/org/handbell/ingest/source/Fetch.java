package org.handbell.ingest.source;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a fetch.
public sealed interface Fetch {

    /// The platform answered.
    ///
    /// @param items newest first, without repeats
    /// @param rejected what could not be read, one clear reason for each; the rest went on
    /// @param position where to go on, at most 2 KiB
    /// @param complete true where these are all items that the platform still shows, so that a
    ///   known item which is missing may have been deleted
    /// @param earlier states that some of the items were in before, in any order, where the
    ///   platform shows them; those that were told already are not told again
    record Fetched(
            List<Item> items,
            List<Rejected> rejected,
            @Nullable String position,
            boolean complete,
            List<Item> earlier)
            implements Fetch {

        public Fetched {
            items = List.copyOf(items);
            rejected = List.copyOf(rejected);
            earlier = List.copyOf(earlier);
        }

        /// From a platform that shows items as they are now alone.
        public Fetched(
                List<Item> items,
                List<Rejected> rejected,
                @Nullable String position,
                boolean complete) {
            this(items, rejected, position, complete, List.of());
        }
    }

    /// Nothing has changed since the position.
    record Unchanged() implements Fetch {}

    /// The platform asks for patience, or could not be reached.
    ///
    /// @param reason for the operator; no person, no handle, no address
    record TryLater(Duration after, String reason) implements Fetch {}

    /// What the platform allows us, or we allow ourselves, is used up. That was planned for: nobody
    /// need look, but nothing is read until it begins anew.
    ///
    /// @param after when it does
    /// @param reason for the operator; no person, no handle, no address
    record UsedUp(Duration after, String reason) implements Fetch {}

    /// The platform will not show this account in this way; an operator must look.
    ///
    /// @param reason for the operator; no person, no handle, no address
    record Refused(String reason) implements Fetch {}

    /// An item that could not be read.
    ///
    /// @param original the item as it came, cut to 256 KiB
    /// @param reason names the field and the rule; never quotes the item
    record Rejected(String original, String reason) {}
}

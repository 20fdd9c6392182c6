package org.handbell.ingest.source.x;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.handbell.contract.Coverage;

/// What is seen of X.
final class XCoverage {

    private XCoverage() {}

    static Coverage of(XSettings settings) {
        return new Coverage(
                "x",
                Coverage.Proof.STUB,
                Map.of(
                        Coverage.Kind.POSTS, Coverage.Sight.YES,
                        Coverage.Kind.COMMENTS, Coverage.Sight.YES,
                        Coverage.Kind.LIKES, Coverage.Sight.NO,
                        Coverage.Kind.SHARES, Coverage.Sight.YES,
                        Coverage.Kind.POLLS, Coverage.Sight.YES,
                        Coverage.Kind.PICTURES, Coverage.Sight.YES,
                        Coverage.Kind.EDITS, Coverage.Sight.YES,
                        Coverage.Kind.DELETIONS, Coverage.Sight.PARTLY),
                List.of(
                        "Built to the published contract and tested against a stand-in only.",
                        "Nothing is read once the month's budget is used up: $"
                                + settings.budgetPerAccount().toPlainString()
                                + " for each account.",
                        "A deletion is noticed only when the account is read in full, every "
                                + words(settings.sweepEvery())
                                + ", and as far as half of what is left of the budget goes.",
                        "What the account liked is not public.",
                        "The words that a reply answers are not kept.",
                        "Direct messages and protected accounts are not collected."),
                "the newest 500 posts since the notice, as far as the budget goes",
                "up to the polling interval",
                "X asks that stored copies follow deletions and edits on X; whether a record is kept"
                        + " longer is for the trust to decide.");
    }

    private static String words(Duration every) {
        return every.toDays() > 0 ? every.toDays() + " days" : every.toHours() + " hours";
    }
}

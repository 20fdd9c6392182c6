package org.handbell.ingest.source.youtube;

import java.util.List;
import java.util.Map;
import org.handbell.contract.Coverage;

/// What is seen of YouTube.
final class YoutubeCoverage {

    private YoutubeCoverage() {}

    static Coverage of(YoutubeSettings settings) {
        return new Coverage(
                "youtube",
                Coverage.Proof.STUB,
                Map.of(
                        Coverage.Kind.POSTS, Coverage.Sight.YES,
                        Coverage.Kind.COMMENTS,
                                settings.comments() ? Coverage.Sight.PARTLY : Coverage.Sight.NO,
                        Coverage.Kind.LIKES, Coverage.Sight.NO,
                        Coverage.Kind.SHARES, Coverage.Sight.NO,
                        Coverage.Kind.POLLS, Coverage.Sight.NO,
                        Coverage.Kind.PICTURES, Coverage.Sight.PARTLY,
                        Coverage.Kind.EDITS, Coverage.Sight.YES,
                        Coverage.Kind.DELETIONS, Coverage.Sight.YES),
                List.of(
                        "Built to the published contract and tested against a stand-in only.",
                        "What is said or shown in a video is not read, only its title and"
                                + " description.",
                        settings.comments()
                                ? "Of comments, the channel's own under its own videos are read, in"
                                        + " full readings; in long threads some answers are missing."
                                : "Comments are not read.",
                        "Community posts, polls, live chats and comments elsewhere are not shown by"
                                + " the interface.",
                        "When a video's description was edited is not told, only that it changed.",
                        "A video that was made private looks like a deleted one."),
                "the newest 500 videos",
                "up to the polling interval; comments up to the next full reading",
                "YouTube limits how long its data may be stored; the trust must check for how long.");
    }
}

package org.handbell.contract;

import java.time.Duration;
import java.util.List;

/// Every topic. `docs/data-flow.md` shows who writes and who reads each.
public final class Topics {

    private static final int KIB = 1024;
    private static final int SMALL = 64 * KIB;
    private static final int WITH_POST = 2048 * KIB;
    private static final int WITH_IMAGE = 6144 * KIB;
    private static final Duration POST_KEPT = Duration.ofHours(72);
    private static final Duration FOREVER = Duration.ofDays(36_500);

    /// Accounts, with their gates; the work list of ingest.
    public static final Topic<AccountEvent> ACCOUNTS =
            new Topic<>("accounts.v1", AccountEvent.class, 12, FOREVER, true, SMALL);

    /// The trust as the analysis knows it.
    public static final Topic<RegisterEvent> REGISTER =
            new Topic<>("register.v1", RegisterEvent.class, 3, FOREVER, true, SMALL);

    /// How to reach people.
    public static final Topic<RecipientEvent> RECIPIENTS =
            new Topic<>("recipients.v1", RecipientEvent.class, 1, FOREVER, true, SMALL);

    /// Posts under a case.
    public static final Topic<WatchEvent> WATCHES =
            new Topic<>("watches.v1", WatchEvent.class, 3, FOREVER, true, SMALL);

    /// Posts brought in by hand.
    public static final Topic<SubmissionEvent> SUBMISSIONS =
            new Topic<>("submissions.v1", SubmissionEvent.class, 12, POST_KEPT, false, WITH_POST);

    /// Where ingest stands; as many partitions as accounts, and the same one for each account.
    public static final Topic<CursorEvent> CURSORS =
            new Topic<>("cursors.v1", CursorEvent.class, 12, FOREVER, true, SMALL);

    /// Observed posts.
    public static final Topic<PostEvent> POSTS =
            new Topic<>("posts.v1", PostEvent.class, 12, POST_KEPT, false, WITH_POST);

    /// Images of posts under a case.
    public static final Topic<MediaEvent> MEDIA =
            new Topic<>("media.v1", MediaEvent.class, 3, POST_KEPT, false, WITH_IMAGE);

    /// Claims of the analysis.
    public static final Topic<FindingEvent> FINDINGS =
            new Topic<>(
                    "findings.v1", FindingEvent.class, 12, Duration.ofDays(14), false, WITH_POST);

    /// Who should look at what.
    public static final Topic<AlertEvent> ALERTS =
            new Topic<>("alerts.v1", AlertEvent.class, 3, Duration.ofDays(7), false, SMALL);

    /// What became of each message.
    public static final Topic<DeliveryEvent> DELIVERIES =
            new Topic<>("deliveries.v1", DeliveryEvent.class, 3, Duration.ofDays(7), false, SMALL);

    private Topics() {}

    /// All topics, in the order the data flows.
    public static List<Topic<?>> all() {
        return List.of(
                ACCOUNTS,
                REGISTER,
                RECIPIENTS,
                WATCHES,
                SUBMISSIONS,
                CURSORS,
                POSTS,
                MEDIA,
                FINDINGS,
                ALERTS,
                DELIVERIES);
    }
}

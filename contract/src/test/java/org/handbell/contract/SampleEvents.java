package org.handbell.contract;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One example of each member of each family, with every field filled. All people are invented.
public final class SampleEvents {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private SampleEvents() {}

    static Post post() {
        return post("A day at the seaside");
    }

    static Post post(String text) {
        var id = "https://social.example/users/rowan/statuses/41";
        return new Post(
                id,
                Ids.observation(id, "c0ffee"),
                "ac-01",
                Platform.MASTODON,
                Action.REPLY,
                "st-04",
                "https://social.example/@rowan/41",
                Instant.parse("2026-11-22T11:58:00Z"),
                "2026-11-22T11:58:00.000Z",
                Instant.parse("2026-11-22T11:59:00Z"),
                NOON,
                text,
                "en",
                List.of(
                        new Post.Media(
                                Post.MediaType.IMAGE,
                                "https://social.example/media/7.png",
                                "A pier",
                                "OPEN",
                                List.of("Fernhill badge"),
                                true)),
                List.of("https://pier.example/"),
                new Post.Engaged("ines", "Where were you?", "https://social.example/@ines/40"),
                List.of("Pier", "Beach"),
                "c0ffee",
                "{\"id\":\"41\"}",
                List.of("original"),
                coverage(),
                false);
    }

    public static Map<Topic<?>, List<Event>> byTopic() {
        return Stream.<Map.Entry<Topic<?>, List<Event>>>of(
                        Map.entry(Topics.ACCOUNTS, accounts()),
                        Map.entry(Topics.REGISTER, register()),
                        Map.entry(Topics.RECIPIENTS, recipients()),
                        Map.entry(Topics.WATCHES, watches()),
                        Map.entry(Topics.SUBMISSIONS, submissions()),
                        Map.entry(Topics.CURSORS, cursors()),
                        Map.entry(Topics.POSTS, posts()),
                        Map.entry(Topics.MEDIA, media()),
                        Map.entry(Topics.FINDINGS, findings()),
                        Map.entry(Topics.ALERTS, alerts()),
                        Map.entry(Topics.DELIVERIES, deliveries()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Coverage coverage() {
        return new Coverage(
                "mastodon",
                Coverage.Proof.REAL_SERVER,
                Map.of(
                        Coverage.Kind.EDITS,
                        Coverage.Sight.YES,
                        Coverage.Kind.LIKES,
                        Coverage.Sight.NO),
                List.of("Likes are not public."),
                "the newest 500 posts",
                "up to 5 minutes",
                "No limit on keeping copies is known.");
    }

    private static List<Event> accounts() {
        var gates = new AccountEvent.Gates("DPIA-7", "ab12", "JCC 3 June", "st-01", "2017-06");
        return List.of(
                new AccountEvent.Registered(
                        "ac-01",
                        Platform.MASTODON,
                        "@rowan@social.example",
                        AccountEvent.Kind.PERSONAL,
                        "st-04",
                        "fern",
                        false,
                        true,
                        gates,
                        DAY,
                        3,
                        NOON),
                new AccountEvent.Closed("ac-01", NOON));
    }

    private static List<Event> register() {
        return List.of(
                new RegisterEvent.Trust(
                        "trust",
                        "Larch Lane Trust",
                        List.of("LLT"),
                        "Eastmere Council",
                        List.of("larch leaf"),
                        List.of("larchlane.example"),
                        List.of("Eastmere Sports"),
                        List.of("E6"),
                        NOON),
                new RegisterEvent.Academy(
                        "academy-fern",
                        "Fernhill High",
                        List.of("Fernhill"),
                        List.of("Fernhill badge"),
                        "EM1 2AB",
                        List.of(1, 2, 3, 4, 5),
                        LocalTime.of(8, 30),
                        LocalTime.of(15, 30),
                        List.of(new RegisterEvent.Break(LocalTime.of(12, 0), LocalTime.of(12, 45))),
                        NOON),
                new RegisterEvent.Term("term-1", "Autumn 1", DAY, DAY.plusDays(50), NOON),
                new RegisterEvent.Staff(
                        "st-04", "Rowan Pell", "Mx", "teacher", "fern", false, NOON),
                new RegisterEvent.Supplier(
                        "supplier-1", "Bluebird Buses", List.of("Bluebird"), "transport", NOON),
                new RegisterEvent.Hashed(
                        "pu-01",
                        RegisterEvent.HashedKind.PUPIL,
                        "fern",
                        "st-04",
                        List.of(
                                new RegisterEvent.HashedWindow(
                                        RegisterEvent.Form.FULL_NAME,
                                        2,
                                        "0123abcd",
                                        "0123456789abcdef")),
                        NOON),
                new RegisterEvent.PhotoConsent(
                        "consent-1",
                        "pu-01",
                        "Sports day",
                        List.of(Platform.FACEBOOK),
                        DAY.plusYears(1),
                        NOON),
                new RegisterEvent.Permission(
                        "permission-1", "C4", "st-04", "pu-01", DAY.plusDays(30), NOON),
                new RegisterEvent.Removed("pu-01", NOON));
    }

    private static List<Event> recipients() {
        return List.of(
                new RecipientEvent.Listed(
                        "st-02",
                        "dsl@fernhill.example",
                        "+447700900123",
                        7,
                        LocalDate.of(2026, 11, 27),
                        2,
                        NOON),
                new RecipientEvent.Left("st-02", NOON));
    }

    private static List<Event> watches() {
        return List.of(
                new WatchEvent.Watched(post().postId(), "ac-01", true, NOON),
                new WatchEvent.Ended(post().postId(), NOON));
    }

    private static List<Event> submissions() {
        return List.of(
                new SubmissionEvent.Submitted(
                        "sub-1",
                        "ac-09",
                        Action.POST,
                        "a member",
                        "https://groups.example/p/1",
                        "Brought in by hand",
                        post().media(),
                        NOON.minusSeconds(60),
                        NOON));
    }

    private static List<Event> cursors() {
        return List.of(
                new CursorEvent.Saved("ac-01", "min_id=41", "AAECAw==", NOON, NOON),
                new CursorEvent.Forgotten("ac-01", NOON));
    }

    private static List<Event> posts() {
        return List.of(
                new PostEvent.Observed(post()),
                new PostEvent.Edited(post()),
                new PostEvent.Withdrawn(post().postId(), "ac-01", NOON));
    }

    private static List<Event> media() {
        return List.of(
                new MediaEvent.Captured(
                        post().postId(),
                        "ac-01",
                        0,
                        "image/png",
                        "9f86d081",
                        "image".getBytes(StandardCharsets.UTF_8),
                        NOON));
    }

    private static List<Event> findings() {
        var finding =
                new Finding(
                        Ids.finding(post().observationId(), "E4", "pack-2017"),
                        "E4",
                        "E4.talk-about-a-class",
                        Severity.MEDIUM,
                        0.8,
                        false,
                        "The post may talk about pupils.",
                        List.of(new Finding.Span("text", 0, 5)),
                        List.of(new Finding.Exemption("own-child", false, "No own child here.")),
                        new Finding.Explanation(
                                "pack-2017",
                                "5eed",
                                List.of("ca11"),
                                0.6,
                                List.of(
                                        new Finding.Hit(
                                                "pupils.group", new Finding.Span("text", 0, 5))),
                                new Finding.SecondOpinion(
                                        "own-model",
                                        Finding.Verdict.CONFIRMED,
                                        "A class is talked about.")));
        var observation = post().observationId();
        return List.of(
                new FindingEvent.Found(
                        post(), List.of(finding), "pack-2017", List.of(Route.SAFEGUARDING), NOON),
                new FindingEvent.Cleared(post().postId(), "ac-01", observation, "pack-2017", NOON),
                new FindingEvent.Withdrawn(post().postId(), "ac-01", NOON),
                new FindingEvent.NotJudged(
                        post().postId(), "ac-01", observation, "unknown account", NOON));
    }

    private static List<Event> alerts() {
        var alertId = Ids.alert("case-1", Severity.HIGH);
        var ladder =
                List.of(
                        new AlertEvent.Rung("st-02", Channel.EMAIL, Duration.ZERO),
                        new AlertEvent.Rung("st-01", Channel.EMAIL, Duration.ofMinutes(30)));
        var due = NOON.plusSeconds(3600);
        var link = "http://localhost:8080/cases/4K7P-XM";
        return List.of(
                new AlertEvent.Raised(
                        alertId,
                        "case-1",
                        "4K7P-XM",
                        Severity.HIGH,
                        "Fernhill High",
                        due,
                        link,
                        ladder,
                        NOON),
                new AlertEvent.Regraded(
                        alertId,
                        "case-1",
                        "4K7P-XM",
                        Severity.HIGH,
                        "Fernhill High",
                        due,
                        link,
                        ladder,
                        NOON),
                new AlertEvent.Acknowledged(alertId, "case-1", "st-02", NOON),
                new AlertEvent.HandedOver(
                        alertId,
                        "case-1",
                        "4K7P-XM",
                        Severity.HIGH,
                        "Fernhill High",
                        due,
                        link,
                        ladder,
                        NOON),
                new AlertEvent.Withdrawn(alertId, "case-1", "decided", NOON));
    }

    private static List<Event> deliveries() {
        var alertId = Ids.alert("case-1", Severity.HIGH);
        return List.of(
                new DeliveryEvent.Delivered(
                        alertId, "case-1", "st-02", Channel.EMAIL, 1, false, "250 accepted", NOON),
                new DeliveryEvent.Delayed(
                        alertId,
                        "case-1",
                        "st-02",
                        Channel.EMAIL,
                        1,
                        NOON.plusSeconds(30),
                        "451 busy",
                        NOON),
                new DeliveryEvent.Refused(
                        alertId, "case-1", "st-02", Channel.EMAIL, 1, "550 no such box", NOON),
                new DeliveryEvent.RanOut(alertId, "case-1", NOON));
    }
}

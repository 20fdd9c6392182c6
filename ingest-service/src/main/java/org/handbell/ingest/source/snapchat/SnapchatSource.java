package org.handbell.ingest.source.snapchat;

import static org.handbell.ingest.source.Fields.possibleTime;
import static org.handbell.ingest.source.Fields.text;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Coverage;
import org.handbell.contract.Platform;
import org.handbell.ingest.account.Gate;
import org.handbell.ingest.http.Credentials;
import org.handbell.ingest.http.Query;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Harvest;
import org.handbell.ingest.source.Paging;
import org.handbell.ingest.source.Paging.End;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.Step;
import org.handbell.ingest.source.TimePosition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the spotlights and the stories of a public profile. A story that is no longer shown has
/// run out, as all do after a day, and nothing tells a deletion from that: so none is ever said.
public final class SnapchatSource implements Source {

    private static final Pattern PROFILE =
            Pattern.compile("(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int FULL_PAGE = 50;

    private final SnapchatSettings settings;
    private final Web web;
    private final Credentials credentials;

    SnapchatSource(SnapchatSettings settings, Web web, Credentials credentials) {
        this.settings = settings;
        this.web = web;
        this.credentials = credentials;
    }

    @Override
    public String name() {
        return "snapchat";
    }

    /// Every account, so that each is told what it lacks.
    @Override
    public boolean reads(Registered account) {
        return account.platform() == Platform.SNAPCHAT;
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                name(),
                Coverage.Proof.STUB,
                Map.of(
                        Coverage.Kind.POSTS, Coverage.Sight.PARTLY,
                        Coverage.Kind.COMMENTS, Coverage.Sight.NO,
                        Coverage.Kind.LIKES, Coverage.Sight.NO,
                        Coverage.Kind.SHARES, Coverage.Sight.NO,
                        Coverage.Kind.POLLS, Coverage.Sight.NO,
                        Coverage.Kind.PICTURES, Coverage.Sight.PARTLY,
                        Coverage.Kind.EDITS, Coverage.Sight.PARTLY,
                        Coverage.Kind.DELETIONS, Coverage.Sight.NO),
                List.of(
                        "Built to the published contract and tested against a stand-in only.",
                        "The names of this interface's fields could not be checked.",
                        "Nothing is read unless Snap has listed the trust.",
                        "Private snaps, chats and what is shown to friends only are never read.",
                        "A story lasts a day; one that was shown while nobody looked is missed.",
                        "A deletion cannot be told from a story that has run out."),
                "stories of the last day, the newest 500 spotlights",
                "up to the polling interval",
                "Snap's terms for those it has listed apply.");
    }

    @Override
    public Fetch fetch(Registered account, @Nullable String position, Depth depth) {
        if (!credentials.heldFor(settings.api())) {
            return new Fetch.Refused(
                    "Snap must list the trust before public profiles can be read, and give it a"
                            + " token: see handbell.ingest.tokens; until then posts can be brought"
                            + " in by hand");
        }
        var profile = account.address().strip();
        if (!PROFILE.matcher(profile).matches()) {
            return new Fetch.Refused("the address must be the id that Snap gave the profile");
        }
        var before = TimePosition.unpack(position);
        var since = depth == Depth.SWEEP ? Instant.EPOCH : before.until(Gate.since(account));
        return read(profile, since, before);
    }

    /// A single spotlight cannot be asked for.
    @Override
    public Presence presence(Registered account, String postId) {
        return Presence.UNKNOWN;
    }

    private Fetch read(String profile, Instant since, TimePosition before) {
        var harvest = new Harvest();
        return pages(profile, SnapchatShow.SPOTLIGHT, since, harvest)
                .then(_ -> pages(profile, SnapchatShow.STORY, since, harvest))
                .end(_ -> harvest.fetched(harvest.after(before).pack(), false));
    }

    private Step<End> pages(String profile, SnapchatShow show, Instant since, Harvest harvest) {
        return new Paging(
                        harvest,
                        next -> page(profile, show, next),
                        shown -> Optional.of(show.read(shown)),
                        shown -> isBefore(shown, since))
                .read();
    }

    private Step<Paging.Page> page(String profile, SnapchatShow show, @Nullable String next) {
        var first =
                settings.api().toString().replaceFirst("/$", "")
                        + "/v1/public_profiles/"
                        + profile
                        + "/"
                        + show.list()
                        + "?limit="
                        + FULL_PAGE;
        var uri = next == null ? Optional.of(URI.create(first)) : here(next);
        if (uri.isEmpty()) {
            return Step.refused("the next page is at another server");
        }
        return Answers.json(web.get(Query.json(uri.get()))).then(answer -> page(answer, show));
    }

    private static Step<Paging.Page> page(JsonNode answer, SnapchatShow show) {
        var entries = answer.path(show.list());
        if (!entries.isArray()) {
            return Step.refused("the answer is not a list of what the profile shows");
        }
        var shown =
                entries.values().stream()
                        .map(entry -> entry.has(show.one()) ? entry.path(show.one()) : entry)
                        .toList();
        return Step.go(new Paging.Page(shown, text(answer.path("paging"), "next_link")));
    }

    /// An address at the same server alone.
    private Optional<URI> here(String next) {
        try {
            return Optional.of(settings.api().resolve(next))
                    .filter(uri -> settings.api().getAuthority().equals(uri.getAuthority()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isBefore(JsonNode shown, Instant since) {
        return possibleTime(shown, "created_at").filter(at -> at.isBefore(since)).isPresent();
    }
}

package org.handbell.ingest.source.linkedin;

import java.net.URI;
import java.util.Map;
import org.handbell.ingest.http.Query;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Addresses;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Step;
import tools.jackson.databind.JsonNode;

/// Asks LinkedIn's interface, whose versions are named by year and month.
final class LinkedInClient {

    private final Web web;
    private final String base;
    private final String version;
    private final String account;

    LinkedInClient(Web web, URI api, String version) {
        this(web, Addresses.bare(api), version, "");
    }

    private LinkedInClient(Web web, String base, String version, String account) {
        this.web = web;
        this.base = base;
        this.version = version;
        this.account = account;
    }

    /// The same, with the token of one organisation or member where there is one: what a member did
    /// is shown to their own token alone.
    LinkedInClient about(String urn) {
        return new LinkedInClient(web, base, version, urn);
    }

    /// @param path of the versioned interface, its parts encoded, such as
    ///   `posts/urn%3Ali%3Ashare%3A1`
    Reply reply(String path, Map<String, String> query) {
        return web.get(
                new Query(
                                Addresses.asking(base + "/rest/" + path, query),
                                Map.of(
                                        "Accept", "application/json",
                                        "LinkedIn-Version", version,
                                        "X-Restli-Protocol-Version", "2.0.0"))
                        .about(account));
    }

    Step<JsonNode> ask(String path, Map<String, String> query) {
        return read(
                reply(path, query),
                "r_organization_social, and the role of an administrator of the page");
    }

    /// Compliance events have no versions.
    Step<JsonNode> events(Map<String, String> query) {
        var reply =
                web.get(
                        new Query(
                                        Addresses.asking(base + "/v2/complianceEvents", query),
                                        Map.of(
                                                "Accept", "application/json",
                                                "X-Restli-Protocol-Version", "2.0.0"))
                                .about(account));
        return read(reply, "r_compliance, which LinkedIn grants to approved partners");
    }

    private static Step<JsonNode> read(Reply reply, String permission) {
        if (!(reply instanceof Answered answered)) {
            return Answers.json(reply);
        }
        return switch (answered.status()) {
            case 401 ->
                    Step.refused(
                            "LinkedIn needs an access token, or a new one: see"
                                    + " handbell.ingest.tokens (401)");
            case 403 ->
                    Step.refused("the access token lacks a permission: " + permission + " (403)");
            case 426 ->
                    Step.refused(
                            "LinkedIn no longer has this version of its interface: set"
                                    + " handbell.ingest.sources.linkedin.version to a newer month"
                                    + " (426)");
            default -> Answers.json(reply);
        };
    }
}

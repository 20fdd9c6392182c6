package org.handbell.ingest.source.activitypub;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where an actor is found. Addresses that Mastodon's interface is asked for (`@name@host`, and
/// profiles such as `https://host/@name`) are none: an account is read by one source alone, and how
/// its address is written says by which.
sealed interface ActivityPubAddress {

    /// Found by WebFinger.
    ///
    /// @param host with its port, where that is not the usual one
    record Name(String name, String host) implements ActivityPubAddress {

        /// What is asked: over https, but on this very machine.
        URI webFinger() {
            var scheme = host.matches("localhost(:.*)?") ? "http" : "https";
            var resource = URLEncoder.encode(resource(), StandardCharsets.UTF_8);
            return URI.create(
                    scheme + "://" + host + "/.well-known/webfinger?resource=" + resource);
        }

        String resource() {
            return "acct:" + name + "@" + host;
        }
    }

    /// Found at its own address.
    record Actor(URI uri) implements ActivityPubAddress {}

    Pattern NAME = Pattern.compile("acct:([A-Za-z0-9_.-]+)@([A-Za-z0-9.-]+(?::[0-9]{1,5})?)");
    Pattern PROFILE = Pattern.compile("(?i)https?://[^/@\\s]+/(?:@|users/|u/)?[A-Za-z0-9_.-]+/?");
    Pattern ACTOR = Pattern.compile("(?i)https?://[^/@\\s]+/[^\\s#]+");

    /// Reads `acct:name@host`, or an actor's address that is not that of a profile.
    static Optional<ActivityPubAddress> of(String address) {
        var text = address.strip();
        var name = NAME.matcher(text);
        if (name.matches()) {
            return Optional.of(new Name(name.group(1), name.group(2)));
        }
        return ACTOR.matcher(text).matches() && !PROFILE.matcher(text).matches()
                ? Ld.web(text).map(Actor::new)
                : Optional.empty();
    }
}

package org.handbell.cases.register;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.handbell.contract.Platform;

/// What an account's address may look like, so that a slip of the hand is noticed before anybody
/// decides on it.
final class Address {

    static final int MOST = 500;

    private static final Pattern BEGINNING = Pattern.compile("^(https?://(www\\.)?|@)");
    private static final Pattern END = Pattern.compile("/+$");
    private static final Pattern FEDIVERSE = Pattern.compile("@?[\\w.-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern DOMAIN = Pattern.compile("@?[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern DID = Pattern.compile("did:[a-z]+:[\\w.:%-]+");
    private static final Pattern NAME = Pattern.compile("@?[\\w.-]{2,100}");

    private Address() {}

    /// What makes two addresses of a platform one.
    static String key(String address) {
        var folded = address.strip().toLowerCase(Locale.ROOT);
        return END.matcher(BEGINNING.matcher(folded).replaceFirst("")).replaceFirst("");
    }

    static boolean fits(Platform platform, String address) {
        return isLink(address)
                || switch (platform) {
                    case MASTODON -> FEDIVERSE.matcher(address).matches();
                    case BLUESKY ->
                            DOMAIN.matcher(address).matches() || DID.matcher(address).matches();
                    case BLOG, FORUM, REVIEW, POLL, GOOGLE_PLUS -> false;
                    case X,
                            FACEBOOK,
                            INSTAGRAM,
                            LINKEDIN,
                            TUMBLR,
                            SNAPCHAT,
                            YOUTUBE,
                            THREADS,
                            REDDIT ->
                            NAME.matcher(address).matches();
                };
    }

    /// What an address of the platform looks like, for who got it wrong.
    static String example(Platform platform) {
        return switch (platform) {
            case MASTODON -> "@name@social.example or a link that begins with https://";
            case BLUESKY -> "name.bsky.social or a link that begins with https://";
            case BLOG, FORUM, REVIEW, POLL, GOOGLE_PLUS -> "a link that begins with https://";
            default -> "@name or a link that begins with https://";
        };
    }

    private static boolean isLink(String address) {
        try {
            var uri = new URI(address);
            var scheme = uri.getScheme();
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

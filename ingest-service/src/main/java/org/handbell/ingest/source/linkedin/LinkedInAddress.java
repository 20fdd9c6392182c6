package org.handbell.ingest.source.linkedin;

import java.util.regex.Pattern;

/// What an address on LinkedIn names.
sealed interface LinkedInAddress {

    /// The page of an organisation.
    ///
    /// @param urn as in `urn:li:organization:77`
    record Organisation(String urn) implements LinkedInAddress {}

    /// A member, by the id that an application knows them under.
    ///
    /// @param urn as in `urn:li:person:AbC1`
    record Member(String urn) implements LinkedInAddress {}

    /// A member's profile on the web, which no interface finds.
    record Profile() implements LinkedInAddress {}

    /// A group: closed to every interface.
    record Group() implements LinkedInAddress {}

    /// Something else.
    record Unreadable() implements LinkedInAddress {}

    Pattern NUMBER = Pattern.compile("[0-9]{1,20}");
    Pattern ORGANISATION = Pattern.compile("urn:li:organization(?:Brand)?:[0-9]{1,20}");
    Pattern PERSON = Pattern.compile("urn:li:person:[A-Za-z0-9_-]{1,60}");
    Pattern WEB =
            Pattern.compile(
                    "(?i)https?://(?:[a-z]{2,3}\\.)?linkedin\\.com/([a-z]{1,20})/([^/?#]{1,100})"
                            + "/?(?:[?#].*)?",
                    Pattern.DOTALL);

    /// Reads the number or URN of an organisation, the URN of a member, or an address on the web.
    static LinkedInAddress of(String address) {
        var written = address.strip();
        if (ORGANISATION.matcher(written).matches()) {
            return new Organisation(written);
        }
        if (PERSON.matcher(written).matches()) {
            return new Member(written);
        }
        if (NUMBER.matcher(written).matches()) {
            return new Organisation("urn:li:organization:" + written);
        }
        var web = WEB.matcher(written);
        return web.matches() ? onTheWeb(web.group(1), web.group(2)) : new Unreadable();
    }

    private static LinkedInAddress onTheWeb(String kind, String name) {
        return switch (kind.toLowerCase(java.util.Locale.ROOT)) {
            case "in", "pub" -> new Profile();
            case "groups" -> new Group();
            case "company", "school" ->
                    NUMBER.matcher(name).matches()
                            ? new Organisation("urn:li:organization:" + name)
                            : new Unreadable();
            default -> new Unreadable();
        };
    }
}

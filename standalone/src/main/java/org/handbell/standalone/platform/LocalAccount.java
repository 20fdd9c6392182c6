package org.handbell.standalone.platform;

/// Somebody who posts here.
///
/// @param name as in `@name`; letters, digits and underscores
/// @param displayName as shown
/// @param note what they say about themselves
/// @param blog true where it is a blog with a feed, false where it is a Mastodon account
public record LocalAccount(String name, String displayName, String note, boolean blog) {

    public LocalAccount {
        if (!name.matches("[a-z0-9_]{1,30}")) {
            throw new IllegalArgumentException("name is not 1 to 30 of a-z, 0-9 and _");
        }
    }

    /// Path of its page.
    public String path() {
        return blog ? "/blogs/" + name : "/@" + name;
    }
}

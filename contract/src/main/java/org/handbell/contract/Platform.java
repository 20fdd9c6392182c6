package org.handbell.contract;

/// The platforms that the policy names or staff use today.
public enum Platform {
    MASTODON,
    BLUESKY,
    X,
    FACEBOOK,
    INSTAGRAM,
    LINKEDIN,
    TUMBLR,
    SNAPCHAT,
    YOUTUBE,
    THREADS,
    REDDIT,
    GOOGLE_PLUS,
    BLOG,
    FORUM,
    REVIEW,
    POLL
}

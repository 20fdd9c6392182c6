package org.handbell.notification.notify.chat;

/// In which form a room's server takes a message.
enum Form {
    /// An Adaptive Card, as an incoming webhook of Teams' workflows takes it.
    TEAMS,
    SLACK,
    MATTERMOST
}

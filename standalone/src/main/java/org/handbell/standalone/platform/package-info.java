/// A small social site that lives on this machine alone: it speaks enough of the Mastodon API and
/// RSS for the collector, shows its posts to people and lets a visitor post as anyone of the
/// invented trust.
@NullMarked
package org.handbell.standalone.platform;

import org.jspecify.annotations.NullMarked;

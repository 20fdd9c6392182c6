package org.handbell.standalone.welcome;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where the parts of this run are, loopback ports.
///
/// @param mail pages of the mail catcher
@ConfigurationProperties("handbell.standalone.ports")
public record WelcomeSettings(int cases, int ingest, int analysis, int notification, int mail) {}

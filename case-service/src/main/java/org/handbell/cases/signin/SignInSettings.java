package org.handbell.cases.signin;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param local whether the desk's own form is there; for the embedded default only
/// @param oneClick whether anybody may take a seat at the desk without a password; for an invented
///   school only
/// @param verifiedEmail whether an e-mail address counts only if the identity provider says that it
///   is verified; switch off for a provider that never says so and hands out addresses itself
/// @param publicPaths further paths that a stranger may open, as patterns
@ConfigurationProperties(prefix = "handbell.sign-in", ignoreUnknownFields = false)
record SignInSettings(
        @DefaultValue("false") boolean local,
        @DefaultValue("false") boolean oneClick,
        @DefaultValue("true") boolean verifiedEmail,
        @DefaultValue List<String> publicPaths) {}

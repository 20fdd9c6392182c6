package org.handbell.cases.console;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param baseUrl where people reach the console; links in messages begin with it
/// @param startPage first page of those who decide on cases; the others begin with the accounts
/// @param welcomePage where `/` leads a stranger
/// @param operatorPage path of a page with the figures of this installation, for the menu of the
///   operator; empty where there is none
@ConfigurationProperties(prefix = "handbell.console", ignoreUnknownFields = false)
public record ConsoleSettings(
        @DefaultValue("http://localhost:8080") URI baseUrl,
        @DefaultValue("/queue") String startPage,
        @DefaultValue("/sign-in") String welcomePage,
        @DefaultValue("") String operatorPage) {}

package org.handbell.cases.forms;

/// One of a list to choose from.
public record Option(String value, String label) {}

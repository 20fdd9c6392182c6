package org.handbell.cases.forms;

/// A line of an error summary.
///
/// @param field the one to go to
/// @param words what to do about it
public record Problem(String field, String words) {}

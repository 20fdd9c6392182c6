package org.handbell.analysis.analyse;

import org.jspecify.annotations.Nullable;

/// What became of one line.
///
/// @param line its number, from 1
/// @param answer the line of findings; null where it could not be answered
/// @param trouble why it was not answered, or not judged to its end; null where it was
record Outcome(long line, @Nullable String answer, @Nullable String trouble) {}
